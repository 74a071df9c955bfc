"""Links: those of an answer lead somewhere, and what one to a page may bring along in its fragment."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import messages
from tests.browser.conftest import Visit, Visiting

pytestmark = pytest.mark.browser

BANNED = "/a/microsoft-banned-sending-ip/"
EVIL = "https%3A%2F%2Faccount-verify.example%2Flogin"


def link_of(seen: Visit) -> str | None:
    """The address that the page's letters carry."""
    return seen.page.locator("pre [data-value=link]").first.text_content()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (BANNED, "このページに入っている値（203.0.113.7）は、開いたリンクに書かれていたものです。"),
        (f"/en{BANNED}", "The values filled in on this page (203.0.113.7) came with the link you opened."),
    ],
)
def test_a_page_says_that_its_values_came_with_the_link(visit: Visiting, path: str, said: str) -> None:
    seen = visit(f"{path}#sender_ip=203.0.113.7")
    expect(seen.page.locator("h1 + .note")).to_contain_text(said)
    seen.page.evaluate("location.hash = '#sender_ip=203.0.113.8'")
    expect(seen.page.locator(".note", has_text="203.0.113.8")).to_have_count(1)
    expect(seen.page.locator(".note", has_text="203.0.113.7")).to_have_count(0)


def test_a_page_without_values_says_nothing(visit: Visiting) -> None:
    for fragment in ("", "#steps", "#nonsense=1"):
        seen = visit(BANNED + fragment)
        expect(seen.page.locator("[data-link-note]")).to_have_count(0)


@pytest.mark.parametrize(
    ("page", "value"),
    [
        ("general-reputation-blocked", f"help_url={EVIL}"),
        ("apple-local-policy", "reference=Call:0900-123456"),
        ("apple-local-policy", "reference=%E8%A9%90%E6%AC%BA%EF%BC%9A%E9%9B%BB%E8%A9%B1%E3%81%97%E3%81%A6"),
    ],
)
def test_a_link_brings_no_words_and_no_pages(visit: Visiting, page: str, value: str) -> None:
    seen = visit(f"/en/a/{page}/#{value}")
    expect(seen.page.locator("[data-link-note]")).to_contain_text("left out: 1.")
    assert seen.page.locator("[data-value][data-filled], [data-from-link]").count() == 0
    whole = seen.page.evaluate("document.body.textContent")
    assert "account-verify" not in whole and "0900" not in whole and "詐欺：電話" not in whole


def test_what_the_reader_pasted_may_be_a_word(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(f"{messages.QMAIL}\nreference AB-12\n")
    seen.page.evaluate("location.href = '/en/a/apple-local-policy/#reference=AB-12'")
    expect(seen.page.locator("[data-value=reference]").first).to_have_text("AB-12")
    expect(seen.page.locator("[data-link-note]")).to_contain_text("stand in the text you pasted.")
    assert seen.page.locator("[data-from-link]").count() == 0


@pytest.mark.parametrize(("tongue", "mark"), [("", "［リンクの値］"), ("/en", " [from the link]")], ids=["ja", "en"])
def test_every_value_of_a_link_is_marked_where_it_stands_but_not_copied_with_its_mark(
    visit: Visiting, tongue: str, mark: str
) -> None:
    name = "pay-now-0900-123456"
    fragment = f"recipient={name}@evil.example&remote_mta={name}.evil.example&sender_ip=203.0.113.7"
    seen = visit(f"{tongue}/a/general-user-unknown/#{fragment}")
    filled = seen.page.locator("[data-value][data-filled]")
    marks = filled.evaluate_all("all => all.map((one) => one.nextElementSibling?.textContent)")
    assert len(marks) > 3 and set(marks) == {mark}
    assert seen.page.locator(".steps [data-value=recipient] + [data-from-link]").count() > 0
    assert seen.page.locator("pre [data-value=recipient] + [data-from-link]").count() > 0
    seen.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    seen.page.locator("#reply [data-copy-letter]").click()
    expect(seen.page.locator("#reply [role=status]")).not_to_be_empty()
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert mark.strip() not in copied
    # A name can speak; so the letter's own link doesn't pass it on.
    assert name not in (link_of(seen) or "")


def test_a_value_that_the_page_has_no_place_for_is_not_shown_at_all(visit: Visiting) -> None:
    seen = visit(f"/en{BANNED}#help_url={EVIL}&reference=Call:0900-123456&sender_ip=203.0.113.7")
    expect(seen.page.locator(".steps [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    whole = seen.page.evaluate("document.body.textContent")
    assert "account-verify" not in whole
    assert "0900" not in whole


def test_a_letter_passes_on_of_a_link_only_what_stands_in_the_steps_and_says_nothing(visit: Visiting) -> None:
    seen = visit(f"/en{BANNED}#reference=Call:0900-123456&sender_ip=203.0.113.7")
    link = seen.page.locator("pre [data-value=link]").first
    assert (link_of(seen) or "").endswith(f"/en{BANNED}#sender_ip=203.0.113.7")
    seen.page.evaluate("location.hash = '#sender_ip=203.0.113.8'")
    expect(link).to_have_text(seen.page.url)
    seen = visit(f"/en/a/general-reputation-blocked/#help_url={EVIL}")
    assert (link_of(seen) or "").endswith("/en/a/general-reputation-blocked/")


@pytest.mark.parametrize(
    "value",
    [
        "203.0.113.7%E2%80%AE",
        "203.0.113.7%00",
        "203.0.113.7%E2%80%8B",
        "203.0.113.7%20",
        "%C2%AD203.0.113.7",
        "203.0.113.7%EF%B8%8F",
        "203.0.113.7%CD%8F",
        "203.0.113.7%E3%85%A4",
        # An IP address only as one.
        "%EF%BC%92%EF%BC%90%EF%BC%93.0.113.7",
        "203.0.113.7,call",
        "mx.example.jp",
    ],
)
def test_what_cannot_be_seen_or_is_no_ip_address_is_refused(visit: Visiting, value: str) -> None:
    seen = visit(f"/en{BANNED}#sender_ip={value}")
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text("your sending IP address")
    expect(seen.page.locator("[data-link-note]")).to_contain_text("left out: 1.")


def test_a_value_that_is_too_long_is_refused_and_the_page_says_so(visit: Visiting) -> None:
    seen = visit(f"/en/a/apple-local-policy/#reference={'x' * 255}")
    expect(seen.page.locator("[data-link-note]")).to_contain_text("left out: 1.")
    expect(seen.page.locator("body")).not_to_contain_text("xxxx")


def test_values_of_the_readers_own_paste_are_called_so(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    seen.unfold()
    seen.page.locator("[data-open]").click()
    seen.page.wait_for_url(f"**{BANNED}#*")
    note = seen.page.locator("[data-link-note]")
    expect(note).to_contain_text("(203.0.113.7) stand in the text you pasted.")
    expect(note).not_to_contain_text("not checked")
    seen.page.evaluate("location.hash = '#sender_ip=203.0.113.99'")
    expect(note).to_contain_text("(203.0.113.99) came with the link you opened.")


@pytest.mark.parametrize("tongue", ["/", "/en/"])
def test_every_link_of_an_answer_leads_somewhere_and_no_id_is_given_twice(
    visit: Visiting, site: Path, tongue: str
) -> None:
    seen = visit(tongue)
    texts = (messages.QMAIL, messages.UNKNOWN, messages.SEVERAL, messages.DELAY, messages.FRAUD, messages.REFUSED)
    for text in texts:
        seen.hand_over_anywhere(text)
        ids = seen.page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert sorted(ids) == sorted(set(ids)), text
        links = seen.page.evaluate(
            "[...document.querySelectorAll('.bounce-matcher a[href]')].map((one) => [one.getAttribute('href'), one.href])"
        )
        assert links
        for written, address in links:
            parts = urlsplit(address)
            if written.startswith("#"):
                assert written[1:] in ids, (text, written)
            elif parts.hostname == "127.0.0.1":
                assert (site / parts.path.lstrip("/") / "index.html").is_file(), (text, written)
        seen.page.locator("[data-clear]:visible").first.click()


@pytest.mark.parametrize("tongue", ["/", "/en/"])
def test_an_old_address_leads_on_with_its_values(visit: Visiting, small_address: str, tongue: str) -> None:
    seen = visit(f"{small_address}{tongue}a/acme-old/#sender_ip=203.0.113.7")
    seen.page.wait_for_url(f"{small_address}{tongue}a/acme-blocked-ip/#sender_ip=203.0.113.7")
    expect(seen.page.locator("[data-link-note]")).to_contain_text("203.0.113.7")
