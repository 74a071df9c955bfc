"""What a reader can hand over besides plain text: mail files, files that are none, and rich text."""

import pytest
from playwright.sync_api import expect

from generator.hosts.link import link_modules
from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

BANNED = ("microsoft-banned-sending-ip", "certain")
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("charset", ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp"])
def test_a_dropped_mail_is_read_whatever_its_charset(visit: Visiting, charset: str) -> None:
    seen = visit()
    seen.drop("bounce.eml", messages.mail("配信できませんでした。\n\n" + messages.QMAIL, charset))
    seen.answered("matched")
    assert seen.answers[0] == BANNED
    expect(seen.page.locator("#bounce-status")).to_contain_text("「bounce.eml」を読みました。")
    echo = seen.page.locator("#letter .echo")
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
    ("name", "content"), [("mail.msg", COMPOUND_FILE + b"rest"), ("mail.dat", COMPOUND_FILE + b"rest")]
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


def test_of_several_files_the_first_that_is_a_mail_is_read_and_the_others_are_counted(visit: Visiting) -> None:
    seen = visit("/en/")
    mail = messages.mail(messages.QMAIL, "utf-8")
    seen.drop_all([("a.pdf", b"%PDF-1.7\n"), ("b.eml", b""), ("c.eml", mail), ("d.eml", mail)])
    seen.answered("matched")
    assert seen.answers[0] == BANNED
    expect(seen.page.locator("#bounce-status")).to_contain_text("Read only “c.eml” of 4 files. Not looked up: 3.")


def test_a_file_that_the_engine_fails_on_does_not_end_the_others(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.page.evaluate(link_modules({"view/files.js": "FilesRoom"}))
    name = seen.page.evaluate(
        """async () => {
          const ask = ({ bytes }) => {
            if (bytes === 'bad') throw new Error('an input that nobody foresaw');
            return { result: {}, refused: null };
          };
          return (await FilesRoom.firstMail([new File(['bad'], 'a.eml'), new File(['good'], 'b.eml')], ask)).file.name;
        }"""
    )
    assert name == "b.eml"
    assert seen.complaints == ["an input that nobody foresaw"]


def test_of_several_files_that_are_no_mail_the_first_is_explained_and_the_others_are_counted(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.drop_all([("a.pdf", b"%PDF-1.7\n"), ("b.eml", b""), ("c.pdf", b"%PDF-1.7\n")])
    said = seen.page.locator("#bounce-status")
    expect(said).to_contain_text("“a.pdf” does not seem to be a mail")
    expect(said).to_contain_text("Other files not looked up either: 2.")
    assert seen.state == "empty"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", messages.mail(messages.QMAIL, "utf-8")], ids=["refused", "read"])
def test_the_name_of_a_file_steers_no_page(visit: Visiting, content: bytes) -> None:
    seen = visit("/en/")
    seen.drop("a\x1b\u202e<img src=x>\u2066.eml", content)
    expect(seen.page.locator("#bounce-status")).to_contain_text(r"a\x1b\u202e<img src=x>\u2066.eml")
    whole = seen.page.evaluate("document.body.textContent")
    assert [one for one in "\x1b\u202e\u2066" if one in whole] == []
