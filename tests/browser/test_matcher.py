"""What a reader sees who pastes a bounce, for each kind of answer and in both languages."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

BANNED = "microsoft-banned-sending-ip"


@pytest.mark.parametrize(
    ("path", "title", "line"),
    [("/", "拒否リスト", "原因がわかりました。"), ("/en/", "block list", "We found the cause.")],
)
def test_a_pasted_bounce_is_answered_with_proof_and_filled_steps(
    visit: Visiting, path: str, title: str, line: str
) -> None:
    seen = visit(path)
    seen.paste(messages.QMAIL)
    assert seen.state == "matched"
    assert seen.answers[0] == (BANNED, "certain")
    first = seen.page.locator(f"[data-article={BANNED}]").first
    expect(first.locator("h2")).to_contain_text(title)
    expect(seen.page.locator("#bounce-status")).to_have_text(line)
    expect(seen.page.locator(".bounce-echo mark[data-evidence]", has_text=messages.SENTENCE)).to_be_visible()
    expect(first.locator(".bounce-quote mark", has_text=messages.SENTENCE)).to_be_visible()
    expect(first.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    expect(first.locator(".bounce-only-read li", has_text="banned sending IP")).to_have_count(1)
    assert seen.complaints == []


def test_the_answer_leads_to_the_article_with_its_values_filled_in(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.page.locator(".bounce-open").click()
    seen.page.wait_for_url(f"**/a/{BANNED}/#*")
    assert "sender_ip=203.0.113.7" in seen.page.url
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")


def test_steps_of_other_roles_are_folded_under_their_names(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    other = seen.page.locator("details[data-role=sender-admin]")
    expect(other.locator("summary")).to_have_text("For: The sender's mail administrator")
    expect(other.locator("ol")).to_be_hidden()
    other.locator("summary").click()
    expect(other.locator("ol")).to_contain_text("203.0.113.7")


def test_typing_is_answered_without_a_button_and_clearing_returns_to_the_box(visit: Visiting) -> None:
    seen = visit()
    box = seen.page.locator("#bounce")
    box.focus()
    box.press_sequentially("5.1.1")
    seen.answered("possible")
    assert seen.answers == [("general-user-unknown", "possible")]
    seen.page.locator("[data-clear]").click()
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    assert seen.state == "empty"
    expect(seen.page.locator("[data-clear]")).to_be_hidden()


def test_the_keyboard_alone_leads_from_the_box_to_the_answer(visit: Visiting) -> None:
    seen = visit()
    seen.page.locator("#bounce").focus()
    seen.page.keyboard.insert_text(messages.QMAIL)
    seen.page.keyboard.press("Control+Enter")
    seen.answered("matched")
    expect(seen.page.locator("#bounce-result")).to_be_focused()
    seen.page.keyboard.press("Tab")
    expect(seen.page.locator("#bounce-result :focus")).to_have_count(1)


def test_what_no_article_fits_is_explained_and_can_be_reported(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.UNKNOWN)
    assert seen.state == "unmatched"
    assert seen.answers == []
    result = seen.page.locator("#bounce-result")
    expect(result).to_contain_text("mail.example.com answered “550 5.7.1”")
    link = result.get_by_role("link", name="Open the page for 5.7.1")
    expect(link).to_be_visible()
    offer = result.locator(".bounce-report")
    offer.locator("summary").click()
    expect(offer).not_to_contain_text("hanako")
    expect(offer).not_to_contain_text("198.51.100.30")
    expect(offer).to_contain_text("frobnication")
    link.click()
    expect(seen.page.locator("h1")).to_contain_text("5.7.1")


def test_a_line_can_be_taken_out_of_a_report_and_put_back(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.UNKNOWN)
    offer = seen.page.locator(".bounce-report")
    offer.locator("summary").click()
    line = offer.locator("li", has_text="frobnication")
    line.get_by_role("button").click()
    offer.get_by_role("button", name="Copy these lines").click()
    expect(offer.locator(".bounce-outcome")).to_contain_text("copied")
    assert "frobnication" not in seen.page.evaluate("navigator.clipboard.readText()")
    line.get_by_role("button").click()
    offer.get_by_role("button", name="Copy these lines").click()
    seen.page.wait_for_timeout(200)
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert "frobnication" in copied
    assert "hanako" not in copied


def test_what_is_no_bounce_is_named(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.AUTO_REPLY)
    assert seen.state == "not-a-bounce"
    assert seen.answers == []
    expect(seen.page.locator("#bounce-result h2")).to_have_text("This is an automatic reply")
    expect(seen.page.locator("#bounce-result")).to_contain_text("nothing to do")


def test_a_delay_says_not_to_send_again_and_still_shows_the_cause(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.DELAY)
    assert seen.state == "not-a-bounce"
    expect(seen.page.locator("#bounce-result [data-kind=delay]")).to_contain_text("Do not send it again")
    assert seen.answers[0] == ("general-mailbox-full", "certain")
    answer = seen.page.locator("section[data-article=general-mailbox-full]")
    expect(answer.locator(".bounce-quote mark", has_text="mailbox full")).to_be_visible()
    expect(answer.locator("ol").first).to_be_hidden()
    answer.locator("summary", has_text="If it comes back after all").click()
    expect(answer.locator("ol").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        ("/", "Will-Retry-Until: Sun, 29 Nov 2026 12:00:00 +0000", "2026年11月29日"),
        ("/en/", "Will-Retry-Until: Sun, 29 Nov 2026 12:00:00 +0000 (UTC)", "until about November 29, 2026"),
        ("/en/", "Will-Retry-Until: the end of the week", "in its own words: “the end of the week”"),
    ],
)
def test_a_delay_says_until_when_the_server_tries(visit: Visiting, path: str, line: str, said: str) -> None:
    seen = visit(path)
    seen.paste(messages.DELAY + f"\nFinal-Recipient: rfc822; taro@example.com\nAction: delayed\n{line}\n")
    expect(seen.page.locator("#bounce-result [data-kind=delay]")).to_contain_text(said)


def test_where_waiting_helps_most_it_comes_first(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste("451 4.7.1 Greylisted, please try again later")
    answer = seen.page.locator("section[data-article=general-greylisted]").first
    first = answer.locator("ol").first.locator("li")
    expect(first.first).to_contain_text("wait")
    assert first.count() > 1
    expect(answer.locator("details[data-role=wait]")).to_have_count(0)
    expect(answer.locator("details[data-role=sender-admin] ol")).to_be_hidden()


@pytest.mark.parametrize("given", ["550", " ５５０\n", "554 5.7.1"])
def test_a_code_alone_is_explained_without_a_guess(visit: Visiting, given: str) -> None:
    seen = visit("/en/")
    seen.paste(given)
    assert seen.state == "unmatched"
    expect(seen.page.locator("#bounce-status")).to_have_text("This code alone does not tell the cause.")
    result = seen.page.locator("#bounce-result")
    expect(result.locator("h2")).to_have_text("What the codes mean")
    expect(result).to_contain_text("Paste the rest of the bounce")
    expect(result.locator("dt")).to_have_count(len(given.split()))
    expect(result.locator(".bounce-report, .bounce-echo, .bounce-quote")).to_have_count(0)


def test_a_label_without_its_value_is_left_out(visit: Visiting) -> None:
    seen = visit()
    seen.paste("552 5.2.2 mailbox full")
    answer = seen.page.locator("section.bounce-answer").first
    expect(answer.locator("ul").nth(1).locator("li").first).to_have_text("宛先のアドレス")


def test_an_articles_label_appears_with_its_value(visit: Visiting) -> None:
    seen = visit("/a/general-mailbox-full/")
    line = seen.page.locator("#prepare + ul li").first
    assert line.inner_text() == "宛先のアドレス"
    seen = visit("/a/general-mailbox-full/#recipient=taro%40example.jp")
    line = seen.page.locator("#prepare + ul li").first
    assert line.inner_text() == "宛先のアドレス：taro@example.jp"


def test_deleting_the_paste_takes_the_answer_and_its_line_away(visit: Visiting) -> None:
    seen = visit()
    seen.paste("552 5.2.2 mailbox full")
    expect(seen.page.locator("#bounce-status")).not_to_have_text("")
    seen.page.locator("#bounce").fill("")
    expect(seen.page.locator("#bounce-status")).to_have_text("")
    assert seen.state == "empty"


def test_where_only_some_recipients_have_an_article_the_rest_can_be_reported(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.SEVERAL + "\n<x@example.org>: host mx.example.org[192.0.2.3] said: 554 Zork quux\n")
    assert seen.state == "matched"
    expect(seen.page.locator("#bounce-status")).to_contain_text("3 of 4 recipients")
    expect(seen.page.locator(".bounce-report")).to_have_count(1)


def test_several_recipients_are_named_and_answered_each(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.SEVERAL)
    assert seen.state == "matched"
    full = seen.page.locator("section.bounce-answer[data-article=general-mailbox-full]")
    expect(full.locator(".bounce-for")).to_contain_text("taro@example.com")
    expect(full.locator(".bounce-for")).to_contain_text("jiro@example.com")
    unknown = seen.page.locator("section.bounce-answer[data-article=general-user-unknown]")
    expect(unknown.locator(".bounce-for")).to_contain_text("hanako@example.net")
    expect(unknown.locator("[data-value=recipient]").first).to_have_text("hanako@example.net")
    expect(seen.page.locator("#bounce-status")).to_have_text("We found an article for all 3 recipients.")


def test_examples_can_be_tried(visit: Visiting) -> None:
    seen = visit()
    buttons = seen.page.locator("[data-example]")
    expect(buttons).to_have_count(3)
    for number in range(3):
        buttons.nth(number).click()
        wanted = buttons.nth(number).get_attribute("data-example")
        expect(seen.page.locator("section.bounce-answer").first).to_have_attribute("data-article", wanted or "")
        assert seen.state == "matched"


def test_a_long_paste_is_echoed_folded(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL + "\n".join(f"line {number}" for number in range(200)))
    echo = seen.page.locator("details.bounce-echo")
    expect(echo.locator("mark[data-evidence]").first).to_be_hidden()
    echo.locator("summary").click()
    expect(echo.locator("mark[data-evidence]", has_text=messages.SENTENCE)).to_be_visible()


def test_the_matcher_stands_folded_on_an_article(visit: Visiting) -> None:
    seen = visit("/a/general-mailbox-full/")
    expect(seen.page.locator("#bounce")).to_be_hidden()
    seen.page.locator(".bounce-fold > summary").click()
    seen.paste(messages.QMAIL)
    assert seen.answers[0] == (BANNED, "certain")
    seen.page.locator(".bounce-open").click()
    seen.page.wait_for_url(f"**/a/{BANNED}/#*")


def test_a_switch_of_language_keeps_a_links_values(visit: Visiting) -> None:
    seen = visit(f"/a/{BANNED}/#sender_ip=203.0.113.7")
    seen.page.locator("header a[hreflang=en]").click()
    seen.page.wait_for_url(f"**/en/a/{BANNED}/#*")
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")


def test_following_the_table_of_contents_keeps_a_links_values(visit: Visiting) -> None:
    seen = visit(f"/a/{BANNED}/#sender_ip=203.0.113.7")
    seen.page.locator("nav.md-nav--secondary a[href='#steps']").click()
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    seen.page.locator("header a[hreflang=en]").click()
    seen.page.wait_for_url(f"**/en/a/{BANNED}/#*")
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")


def test_without_scripts_the_page_says_what_is_missing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/")
    expect(page.locator(".bounce-matcher noscript p")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [
        ("sender_ip=203.0.113.7", "203.0.113.7"),
        ("sender_ip=2001%3Adb8%3A%3A25", "2001:db8::25"),
        ("sender_ip=999.1.1.1", "送信元のIPアドレス"),
        ("sender_ip=call+me+now", "送信元のIPアドレス"),
        ("sender_ip=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "送信元のIPアドレス"),
        ("nonsense=203.0.113.7", "送信元のIPアドレス"),
    ],
)
def test_values_in_a_link_fill_an_article_if_they_are_what_they_say(visit: Visiting, fragment: str, shown: str) -> None:
    seen = visit(f"/a/{BANNED}/#{fragment}")
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text(shown)
    assert seen.complaints == []


FRAUD = """\
件名: 【要対応】7通の受信メールが保留されています
お客様宛の受信メール7通が保留されています。24時間以内に手続きされない場合、削除されます。
▶ 保留メールを受信する
https://webmail.example.net/release?u=hanako@example.jp
"""
REFUSED = "<taro@example.com>: host mx.example.com[192.0.2.25] said: 552 Sorry, this mailbox seems quite full\n"


@pytest.mark.parametrize(("path", "words"), [("/", "詐欺"), ("/en/", "fraud")])
def test_a_fraud_is_called_one_and_nothing_else_is_said(visit: Visiting, path: str, words: str) -> None:
    seen = visit(path, width=390)
    seen.paste(FRAUD)
    seen.answered("suspicious")
    result = seen.page.locator("#bounce-result")
    expect(result.locator("[data-kind=suspicious] h2")).to_contain_text(words)
    assert seen.answers == []


def test_a_question_is_asked_for_the_bounce(visit: Visiting) -> None:
    seen = visit()
    seen.paste("取引先に送ったメールが戻ってきました。どうすればいいですか?")
    seen.answered("question")
    expect(seen.page.locator("#bounce-result h2")).to_contain_text("文面を貼り付けてください")


@pytest.mark.parametrize(("path", "lead"), [("/", "送った覚えがないとき"), ("/en/", "If you did not send it")])
def test_what_a_reader_says_beside_a_bounce_is_answered_first(visit: Visiting, path: str, lead: str) -> None:
    seen = visit(path)
    seen.paste(f"送った覚えのないメールです。\n\n{messages.QMAIL}")
    assert seen.page.locator("#bounce-result h2").first.inner_text() == lead
    assert seen.page.locator("#bounce-result [data-ask]").count() == 1
    assert seen.answers[0] == ("microsoft-banned-sending-ip", "certain")


def test_a_likely_slip_is_pointed_out_with_the_right_domain(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(
        "<taro@gmai.com>: Host or domain name not found. Name service error for name=gmai.com type=MX: not found"
    )
    expect(seen.page.locator("#bounce-result .bounce-slip")).to_contain_text("may be a slip for “gmail.com”")


def test_who_refused_is_said_without_an_article_too(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste("550 5.7.139 Zork quux plugh xyzzy")
    seen.answered("unmatched")
    expect(seen.page.locator("#bounce-result [data-refused-by=own-service]")).to_contain_text("that you send through")


@pytest.mark.parametrize(("path", "who"), [("/", "相手側のメールサーバー"), ("/en/", "the recipient's mail server")])
def test_who_refused_stands_first_and_both_words_are_marked(visit: Visiting, path: str, who: str) -> None:
    seen = visit(path)
    seen.paste(REFUSED)
    refused = seen.page.locator("#bounce-result [data-refused-by=recipient-side]")
    expect(refused).to_contain_text(f"{who}")
    expect(refused).to_contain_text("mx.example.com")
    assert refused.evaluate("(line) => line.nextElementSibling.tagName") == "H2"
    assert seen.answers == [("general-mailbox-full", "likely")]
    marked = seen.page.locator("#bounce-result mark[data-evidence]").all_inner_texts()
    assert {"mailbox", "full"} <= set(marked)
