"""What the copy buttons put on the clipboard, and that they say what really happened."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize(
    ("button", "holds", "said"),
    [
        ("Copy the reply text (Japanese)", "IPアドレス（203.0.113.7）を入力し", "The Japanese reply text is copied."),
        ("Copy the reply text (English)", "IP address (203.0.113.7), type", "The English reply text is copied."),
        ("Copy a text for colleagues", "because our mail server is on a block list", "Copied."),
        ("Copy the link", "/en/a/microsoft-banned-sending-ip/#", "203.0.113.7"),
        ("Copy the text, redacted", "banned sending IP [[ip-", "replaced"),
    ],
)
def test_a_copy_button_copies_and_says_so(visit: Visiting, button: str, holds: str, said: str) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    answer = seen.page.locator("section.bounce-answer").first
    answer.get_by_role("button", name=button).click()
    expect(answer.locator(".bounce-actions .bounce-outcome [role=status]")).to_contain_text(said)
    assert holds in clipboard(seen.page)


def test_a_copied_link_opens_the_article_filled_in(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    answer = seen.page.locator("section.bounce-answer").first
    answer.get_by_role("button", name="リンクをコピー").click()
    expect(answer.locator(".bounce-actions .bounce-outcome [role=status]")).to_contain_text("203.0.113.7")
    link = clipboard(seen.page)
    other = visit(link)
    expect(other.page.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")


def test_what_is_not_known_stands_in_the_reply_texts_own_language_or_is_left_out(visit: Visiting) -> None:
    seen = visit("/")
    seen.paste("552 5.2.2 mailbox full")
    answer = seen.page.locator("section.bounce-answer").first
    answer.get_by_role("button", name="返信文をコピー（English）").click()
    expect(answer.locator(".bounce-actions .bounce-outcome [role=status]")).to_contain_text("英語の返信文")
    assert "the recipient's mailbox" in clipboard(seen.page)
    answer.get_by_role("button", name="返信文をコピー（日本語）").click()
    expect(answer.locator(".bounce-actions .bounce-outcome [role=status]")).to_contain_text("日本語の返信文")
    assert "宛先のメールボックス" in clipboard(seen.page)


def test_a_redacted_copy_names_nobody(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    answer = seen.page.locator("section.bounce-answer").first
    answer.get_by_role("button", name="Copy the text, redacted").click()
    expect(answer.locator(".bounce-actions .bounce-outcome [role=status]")).to_contain_text("replaced")
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
    answer = seen.page.locator("section.bounce-answer").first
    answer.get_by_role("button", name="Copy the reply text (English)").click()
    expect(answer.locator(".bounce-actions .bounce-outcome [role=status]")).to_contain_text("Copying did not work")
    laid_out = answer.locator(".bounce-actions").get_by_role("textbox", name="Text to copy")
    expect(laid_out).to_be_focused()
    assert "203.0.113.7" in laid_out.input_value()
    assert seen.page.evaluate("getSelection().toString()") == laid_out.input_value()


def test_an_articles_reply_text_is_copied_with_its_values(visit: Visiting) -> None:
    seen = visit("/a/microsoft-banned-sending-ip/#sender_ip=203.0.113.7")
    button = seen.page.locator("#reply-ja ~ button")
    button.click()
    expect(seen.page.locator("#reply-ja ~ .bounce-outcome [role=status]")).to_have_text("コピーしました。")
    copied = clipboard(seen.page)
    assert "IPアドレス（203.0.113.7）を入力し" in copied
    assert copied == seen.page.locator("#reply-ja").inner_text().strip()


def test_an_articles_reply_text_is_copied_as_it_is_seen(visit: Visiting) -> None:
    seen = visit("/a/general-mailbox-full/")
    seen.page.locator("#reply-ja ~ button").click()
    expect(seen.page.locator("#reply-ja ~ .bounce-outcome [role=status]")).to_have_text("コピーしました。")
    copied = clipboard(seen.page)
    assert "宛先のメールボックス" in copied
    assert copied == seen.page.locator("#reply-ja").inner_text().strip()


def test_the_lead_action_copies_the_letter_with_the_evidence(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    lead = seen.page.locator("[data-lead]").first
    lead.click()
    expect(seen.page.locator(".bounce-next [role=status]").first).to_contain_text("Copied.")
    letter = clipboard(seen.page)
    assert "Sending IP address: 203.0.113.7" in letter
    assert "Error code: 550 5.7.606" in letter
    assert "The server's answer: 550 5.7.606 Access denied, banned sending IP" in letter


def test_a_provider_speaks_for_itself_here_and_on_the_next_page(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    answer = seen.page.locator("section.bounce-answer").first
    answer.locator("[data-provider]").check()
    answer.get_by_role("button", name="Copy the reply text (English)").click()
    expect(answer.locator(".bounce-actions .bounce-outcome [role=status]").last).to_contain_text(
        "The English reply text"
    )
    assert "We will ask for removal" in clipboard(seen.page)
    seen.page.goto(seen.page.url.split("#")[0] + "a/microsoft-banned-sending-ip/")
    expect(seen.page.locator("#reply-en")).to_contain_text("We will ask for removal")
    seen.page.locator("[data-provider]").uncheck()
    expect(seen.page.locator("#reply-en")).to_contain_text("Send them the whole bounce")
