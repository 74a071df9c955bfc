"""What a reader can hand over besides plain text: mail files, files that are none, and rich text."""

import pytest
from playwright.sync_api import expect

from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

BANNED = ("microsoft-banned-sending-ip", "certain")


@pytest.mark.parametrize("charset", ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp"])
def test_a_dropped_mail_is_read_whatever_its_charset(visit: Visiting, charset: str) -> None:
    seen = visit()
    seen.drop("bounce.eml", messages.mail("配信できませんでした。\n\n" + messages.QMAIL, charset))
    seen.answered("matched")
    assert seen.answers[0] == BANNED
    expect(seen.page.locator("#bounce-status")).to_contain_text("「bounce.eml」を読みました。")
    echo = seen.page.locator(".bounce-echo-text")
    expect(echo).to_contain_text("配信できませんでした。")
    expect(echo.locator("mark[data-evidence]", has_text=messages.SENTENCE)).to_have_count(1)


def test_a_chosen_file_is_read_like_a_dropped_one(visit: Visiting) -> None:
    seen = visit("/en/")
    with seen.page.expect_file_chooser() as chooser:
        seen.page.locator("[data-choose]").click()
    content = messages.mail(messages.QMAIL, "utf-8")
    chooser.value.set_files({"name": "a.eml", "mimeType": "message/rfc822", "buffer": content})
    seen.answered("matched")
    assert seen.answers[0] == BANNED
    expect(seen.page.locator("#bounce-status")).to_contain_text("Read “a.eml”.")


def test_a_text_file_saved_as_utf_16_is_read(visit: Visiting) -> None:
    seen = visit()
    seen.drop("bounce.txt", messages.QMAIL.encode("utf-16"))
    seen.answered("matched")
    assert seen.answers[0] == BANNED


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("large.eml", b"x" * (5 * 1024 * 1024 + 1), "too big"),
        ("empty.eml", b"", "is an empty file"),
        ("paper.pdf", b"%PDF-1.7\n", "does not seem to be a mail"),
        ("letter.docx", b"PK\x03\x04rest", "does not seem to be a mail"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_way_out(
    visit: Visiting, name: str, content: bytes, said: str
) -> None:
    seen = visit("/en/")
    seen.drop(name, content)
    expect(seen.page.locator("#bounce-status")).to_contain_text(said)
    expect(seen.page.locator("#bounce-status")).to_contain_text(name)
    assert seen.state == "empty"


@pytest.mark.parametrize(
    ("name", "content"), [("mail.msg", b"anything"), ("mail.dat", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest")]
)
def test_outlooks_own_format_is_answered_with_how_to_save_it_as_eml(visit: Visiting, name: str, content: bytes) -> None:
    seen = visit()
    seen.drop(name, content)
    expect(seen.page.locator("#bounce-result")).to_contain_text(".eml")
    expect(seen.page.locator("#bounce-result h2")).to_contain_text(".msg")
    assert seen.state == "empty"


def test_a_file_dropped_beside_the_box_does_not_leave_the_page(visit: Visiting) -> None:
    seen = visit()
    before = seen.page.url
    seen.page.locator("#bounce").focus()
    transfer = seen.page.evaluate_handle(
        "(text) => { const t = new DataTransfer(); t.items.add(new File([text], 'a.txt')); return t; }", messages.QMAIL
    )
    seen.page.dispatch_event("h1", "dragover", {"dataTransfer": transfer})
    seen.page.dispatch_event("h1", "drop", {"dataTransfer": transfer})
    seen.answered("matched")
    assert seen.page.url == before


def test_rich_text_that_says_more_than_plain_text_is_read_from_its_html(visit: Visiting) -> None:
    seen = visit()
    html = (
        "<div><h1>Delivery has failed</h1><table><tr><td>Remote server</td><td>mx.example.com</td></tr>"
        "<tr><td>Said</td><td>550 5.7.606 Access denied, banned sending IP<br>[203.0.113.7]</td></tr></table>"
        "<style>p{color:red}</style><pre>a  b\n  c</pre></div>"
    )
    seen.paste("Delivery has failed", html)
    assert seen.answers[0] == BANNED
    value = seen.page.locator("#bounce").input_value()
    assert "Remote server\tmx.example.com" in value
    assert "banned sending IP\n[203.0.113.7]" in value
    assert "a  b\n  c" in value
    assert "\t\n" not in value
    assert "color" not in value
    assert "<" not in value
    seen.page.keyboard.press("Control+Z")
    assert seen.page.locator("#bounce").input_value() == ""


def test_rich_text_that_says_the_same_is_pasted_as_plain_text(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL, "<pre>" + messages.QMAIL.replace("<", "&lt;") + "</pre>")
    assert seen.page.locator("#bounce").input_value() == messages.QMAIL
