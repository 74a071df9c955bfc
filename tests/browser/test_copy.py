"""What the copy buttons put on the clipboard, and that they say what really happened."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import messages
from tests.browser.conftest import Visit, Visiting

pytestmark = pytest.mark.browser


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def composer(seen: Visit) -> Locator:
    return seen.page.locator("#bounce-result [data-compose]").first


@pytest.mark.parametrize(
    ("to", "other_language", "holds"),
    [
        ("To a customer", False, "IP address (203.0.113.7), type"),
        ("To a customer", True, "IPアドレス（203.0.113.7）を入力し"),
        ("To your administrator", False, "Sending IP address: 203.0.113.7"),
        ("To colleagues", False, "because our mail server is on a block list"),
    ],
)
def test_the_composer_copies_what_it_shows(visit: Visiting, to: str, other_language: bool, holds: str) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    compose = composer(seen)
    compose.get_by_role("radio", name=to).check()
    if other_language:
        compose.get_by_role("checkbox", name="In Japanese").check()
    expect(compose.locator("[data-letter]")).to_contain_text(holds)
    compose.locator("[data-copy-letter]").click()
    expect(compose.locator("[role=status]")).to_contain_text("Copied.")
    assert clipboard(seen.page) == compose.locator("[data-letter]").text_content()


def test_greeting_and_link_are_switched_off_and_stay_off_on_the_next_answer(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    shown = composer(seen).locator("[data-letter]")
    expect(shown).to_contain_text("Hello,")
    expect(shown).to_contain_text("/en/a/microsoft-banned-sending-ip/#")
    composer(seen).get_by_role("checkbox", name="Add greeting and signature").uncheck()
    composer(seen).get_by_role("checkbox", name="Add the link to the page").uncheck()
    expect(shown).not_to_contain_text("Hello,")
    expect(shown).not_to_contain_text("/en/a/")
    seen.page.reload()
    seen.answered("matched")
    expect(shown).to_contain_text("203.0.113.7")
    expect(shown).not_to_contain_text("Hello,")
    expect(shown).not_to_contain_text("/en/a/")


def folded(seen: Visit, name: str) -> Locator:
    """The fold that holds a button of this name, opened."""
    seen.unfold()
    fold = seen.page.locator("#bounce-result details.fold", has=seen.page.get_by_role("button", name=name, exact=True))
    return fold.last


@pytest.mark.parametrize(
    ("button", "holds", "said"),
    [
        ("Copy the link", "/en/a/microsoft-banned-sending-ip/#", "203.0.113.7"),
        ("Copy the text, redacted", "banned sending IP [[ip-", "replaced"),
    ],
)
def test_a_copy_button_copies_and_says_so(visit: Visiting, button: str, holds: str, said: str) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    fold = folded(seen, button)
    fold.get_by_role("button", name=button).click()
    expect(fold.locator("[role=status]").last).to_contain_text(said)
    assert holds in clipboard(seen.page)


def test_a_value_in_a_step_is_copied_by_itself(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    chip = seen.page.locator(".steps").first.get_by_role("button", name="Copy 203.0.113.7").first
    chip.click()
    expect(seen.page.locator("#steps [role=status]")).to_have_text("203.0.113.7 is copied.")
    assert clipboard(seen.page) == "203.0.113.7"
    expect(chip).to_be_focused()


def test_a_copied_link_opens_the_article_filled_in(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    fold = folded(seen, "リンクをコピー")
    fold.get_by_role("button", name="リンクをコピー").click()
    expect(fold.locator("[role=status]").last).to_contain_text("203.0.113.7")
    link = clipboard(seen.page)
    other = visit(link)
    expect(other.page.locator(".steps [data-value=sender_ip]").first).to_have_text("203.0.113.7")


def test_what_is_not_known_stands_in_the_reply_texts_own_language_or_is_left_out(visit: Visiting) -> None:
    seen = visit("/")
    seen.paste("552 5.2.2 mailbox full")
    compose = composer(seen)
    compose.get_by_role("radio", name="お客様へ").check()
    expect(compose.locator("[data-letter]")).to_contain_text("宛先のメールボックス")
    compose.get_by_role("checkbox", name="英語で書く").check()
    expect(compose.locator("[data-letter]")).to_contain_text("the recipient's mailbox")
    expect(compose.locator("[data-letter]")).to_have_attribute("lang", "en")


def test_a_redacted_copy_names_nobody(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    fold = folded(seen, "Copy the text, redacted")
    fold.get_by_role("button", name="Copy the text, redacted").click()
    expect(fold.locator("[role=status]").last).to_contain_text("replaced")
    copied = clipboard(seen.page)
    for personal in ("hanako", "203.0.113.7", "198.51.100.25", "mail.example.jp"):
        assert personal not in copied


def test_a_copy_that_fails_says_so_and_lays_the_text_out(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.page.evaluate(
        """() => {
          navigator.clipboard.writeText = () => Promise.reject(new Error('closed'));
          document.execCommand = () => false;
        }"""
    )
    seen.page.locator("#bounce").focus()
    seen.page.keyboard.insert_text(messages.QMAIL)
    seen.answered("matched")
    seen.page.locator("[data-lead]").first.click()
    expect(seen.page.locator(".next [role=status]").first).to_contain_text("Copying did not work")
    laid_out = seen.page.locator(".next").get_by_role("textbox", name="Text to copy")
    expect(laid_out).to_be_focused()
    assert "203.0.113.7" in laid_out.input_value()
    assert seen.page.evaluate("getSelection().toString()") == laid_out.input_value()


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        ("microsoft-banned-sending-ip/#sender_ip=203.0.113.7", "IPアドレス（203.0.113.7）を入力し"),
        ("general-mailbox-full/", "宛先のメールボックス"),
    ],
)
def test_an_articles_letter_is_copied_as_it_is_seen(visit: Visiting, path: str, holds: str) -> None:
    seen = visit(f"/a/{path}")
    fold = seen.page.locator("#reply")
    fold.locator("summary").click()
    fold.get_by_role("radio", name="お客様へ").first.check()
    fold.locator("[data-copy-letter]").click()
    expect(fold.locator("[role=status]")).to_contain_text("コピーしました。")
    copied = clipboard(seen.page)
    assert holds in copied
    # But for what is said to the reader alone.
    seen.page.evaluate("for (const mark of document.querySelectorAll('[data-from-link]')) mark.remove()")
    assert copied == fold.locator("pre:visible").inner_text().strip()


def test_the_lead_action_copies_the_letter_with_the_evidence(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    lead = seen.page.locator("[data-lead]").first
    lead.click()
    expect(seen.page.locator(".next [role=status]").first).to_contain_text("Copied.")
    letter = clipboard(seen.page)
    assert "Sending IP address: 203.0.113.7" in letter
    assert "Error code: 550 5.7.606" in letter
    assert "The server's answer: 550 5.7.606 Access denied, banned sending IP" in letter


def test_a_provider_speaks_for_itself_here_and_on_the_next_page(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    compose = composer(seen)
    compose.get_by_role("radio", name="To a customer").check()
    expect(compose.locator("[data-letter]")).to_contain_text("Send them the whole bounce")
    compose.get_by_role("checkbox", name="own mail provider").check()
    expect(compose.locator("[data-letter]")).to_contain_text("We will ask for removal")
    seen.page.goto(seen.page.url.split("#")[0] + "a/microsoft-banned-sending-ip/")
    letter = seen.page.locator("#letter-customer, #reply-en").first
    expect(letter).to_contain_text("We will ask for removal")
    seen.page.locator("#reply summary").click()
    seen.page.locator("[data-provider]").uncheck()
    expect(letter).to_contain_text("Send them the whole bounce")
