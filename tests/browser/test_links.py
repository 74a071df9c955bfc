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
SHOWN = "https://account-verify.example/login"


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


def test_an_address_from_a_link_is_marked_where_it_stands_and_leads_nowhere(visit: Visiting) -> None:
    seen = visit(f"/en/a/general-reputation-blocked/#help_url={EVIL}")
    shown = seen.page.locator("[data-value=help_url]").first
    expect(shown).to_have_text(SHOWN)
    expect(shown.locator("xpath=following-sibling::*[1]")).to_have_text(" [from the link]")
    expect(seen.page.locator("a[href*='account-verify']")).to_have_count(0)
    expect(seen.page.locator("[data-link-note]")).to_contain_text("This site has not checked them")


def test_a_word_from_a_link_is_marked_too_but_not_copied_with_its_mark(visit: Visiting) -> None:
    seen = visit("/en/a/apple-local-policy/#reference=Call:0900-123456")
    marked = seen.page.locator("[data-from-link]")
    assert marked.count() == seen.page.locator("[data-value=reference]").count() > 0
    seen.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    seen.page.locator("#reply [data-copy-letter]").click()
    expect(seen.page.locator("#reply [role=status]")).to_contain_text("Copied.")
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert "[from the link]" not in copied


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
    "value", ["203.0.113.7%E2%80%AE", "203.0.113.7%00", "203.0.113.7%E2%80%8B", "203.0.113.7%20", "%C2%AD203.0.113.7"]
)
def test_what_cannot_be_seen_is_refused(visit: Visiting, value: str) -> None:
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
