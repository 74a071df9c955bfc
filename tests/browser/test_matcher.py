"""What a reader sees who pastes a bounce, for each kind of answer and in both languages."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

BANNED = "microsoft-banned-sending-ip"


@pytest.mark.parametrize(
    ("path", "title", "line"),
    [
        (
            "/",
            "Microsoft 365の拒否リスト",
            "原因がわかりました。送信サーバーがMicrosoft 365の拒否リストに載りました。対応する人は、まず、あなたです。",
        ),
        ("/en/", "block list", "We found the cause. Your server is on the Microsoft 365 block list. You act first."),
    ],
)
def test_a_pasted_bounce_is_answered_with_proof_and_filled_steps(
    visit: Visiting, path: str, title: str, line: str
) -> None:
    seen = visit(path)
    seen.paste(messages.QMAIL)
    assert seen.state == "matched"
    assert seen.answers[0] == (BANNED, "certain")
    expect(seen.page.locator("#bounce-status")).to_have_text(line)
    first = seen.page.locator(f"[data-article={BANNED}]").first
    expect(first.locator("h1")).to_contain_text(title)
    expect(first.locator(".sure [data-sure=certain]")).to_be_visible()
    expect(first.locator(".sure mark")).to_contain_text(messages.SENTENCE)
    expect(first.locator(".facts dt")).to_have_count(3)
    expect(seen.page.locator("#letter mark[data-evidence]", has_text=messages.SENTENCE)).to_be_visible()
    expect(first.locator(".steps [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    quote = first.locator(".quote mark[data-evidence]", has_text=messages.SENTENCE)
    expect(quote).to_be_hidden()
    first.locator("details.fold > summary").first.click()
    expect(quote).to_be_visible()
    assert seen.complaints == []


def test_the_way_names_the_readers_own_hosts_and_where_it_stopped(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    stations = seen.page.locator("#bounce-result .answer__main figure.way li").all_inner_texts()
    said = [" ".join(one.split()) for one in stations]
    assert [("mail.example.jp" in said[1]), ("198.51.100.25" in said[2]), ("hanako@" in said[3])] == [True] * 3
    assert "it stopped here" in said[2]
    assert "not reached" in said[3]


def test_a_paste_folds_the_box_to_a_line_that_shows_edits_and_clears_it(visit: Visiting) -> None:
    seen = visit("/en/", width=390, height=760)
    seen.paste(messages.QMAIL)
    expect(seen.page.locator("#bounce")).to_be_hidden()
    bar = seen.page.locator(".pasted")
    expect(bar).to_contain_text(f"{len(messages.QMAIL.strip().splitlines())} lines")
    bar.get_by_role("link", name="Show").click()
    expect(seen.page.locator("#letter")).to_be_focused()
    expect(seen.page.locator("#letter")).to_be_in_viewport()
    seen.page.locator("#letter [data-edit]").click()
    expect(seen.page.locator("#bounce")).to_be_focused()
    expect(seen.page.locator("#bounce")).to_have_value(messages.QMAIL)
    expect(bar).to_be_hidden()
    seen.paste("")
    seen.page.keyboard.press("Control+Enter")
    expect(bar).to_be_visible()
    bar.locator("[data-clear]").click()
    expect(seen.page.locator("#bounce")).to_be_focused()
    expect(seen.page.locator("#bounce")).to_have_value("")
    expect(seen.page.locator("#bounce-status")).to_have_text("Cleared.")
    assert seen.state == "empty"


def test_a_paste_that_meets_no_field_is_looked_up_whether_there_is_an_answer_or_not(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.page.evaluate("(text) => navigator.clipboard.writeText(text)", messages.QMAIL)
    seen.page.keyboard.press("Control+V")
    seen.answered("matched")
    assert seen.answers[0] == (BANNED, "certain")
    seen.paste(messages.UNKNOWN)
    seen.answered("unmatched")


@pytest.mark.parametrize(("tongue", "page"), [("/", f"a/{BANNED}/"), ("/en/", "code/5.1.1/"), ("/en/", "provider/")])
def test_a_paste_on_any_page_is_answered_on_the_home_page_and_asks_nobody(
    visit: Visiting, address: str, tongue: str, page: str
) -> None:
    seen = visit(tongue + page)
    seen.page.evaluate("(text) => navigator.clipboard.writeText(text)", messages.QMAIL)
    seen.page.keyboard.press("Control+V")
    seen.page.wait_for_url(address + tongue)
    seen.answered("matched")
    assert seen.answers[0] == (BANNED, "certain")
    expect(seen.page.locator("#bounce-result h1")).to_be_focused()
    assert [url for url in seen.requests if "hanako" in url or "?" in url] == []


def test_the_answer_leads_to_its_page_with_its_values_filled_in_and_back(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.unfold()
    seen.page.locator("[data-open]").click()
    seen.page.wait_for_url(f"**/a/{BANNED}/#*")
    assert "sender_ip=203.0.113.7" in seen.page.url
    expect(seen.page.locator(".steps [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    mine = seen.page.locator("[data-mine]")
    expect(mine.locator("mark", has_text=messages.SENTENCE)).to_be_visible()
    mine.get_by_role("button", name="203.0.113.7").click()
    expect(mine.locator("[role=status]")).to_have_text("203.0.113.7をコピーしました。")
    assert seen.page.evaluate("navigator.clipboard.readText()") == "203.0.113.7"
    seen.page.locator("[data-back] a").click()
    seen.answered("matched")
    assert seen.answers[0] == (BANNED, "certain")


def test_a_page_that_no_answer_led_to_shows_no_way_back_and_no_words_of_anybody(visit: Visiting) -> None:
    seen = visit(f"/a/{BANNED}/")
    expect(seen.page.locator("[data-back]")).to_be_hidden()
    expect(seen.page.locator("[data-mine]")).to_be_hidden()
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.page.goto(seen.page.url + "a/general-mailbox-full/")
    expect(seen.page.locator("[data-back]")).to_be_hidden()
    expect(seen.page.locator("[data-mine]")).to_be_hidden()


def test_steps_that_are_done_stay_ticked_on_the_page_they_lead_to(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    seen.page.get_by_role("checkbox", name="Mark step 2 as done").first.check()
    seen.page.goto(seen.page.url + f"a/{BANNED}/")
    ticks = seen.page.locator("#steps input[data-step]")
    assert [tick.is_checked() for tick in ticks.all()[:3]] == [False, True, False]
    ticks.nth(1).uncheck()
    seen.page.reload()
    expect(seen.page.locator("#steps input[data-step]:checked")).to_have_count(0)


def test_steps_of_other_roles_are_folded_under_their_names(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL)
    other = seen.page.locator("details[data-role=sender-admin]")
    expect(other.locator("summary")).to_contain_text("The sender's mail administrator")
    expect(other.locator("ol")).to_be_hidden()
    other.locator("summary").click()
    expect(other.locator("ol")).to_contain_text("203.0.113.7")


def test_a_few_words_are_answered_with_pages_without_a_button(visit: Visiting) -> None:
    seen = visit()
    box = seen.page.locator("#bounce")
    box.focus()
    box.press_sequentially("5.1.1")
    first = seen.page.locator("#bounce-hits a[data-hit]").first
    expect(first).to_have_attribute("href", "code/5.1.1/")
    assert (seen.state, seen.answers) == ("empty", [])
    expect(box).to_be_focused()
    expect(seen.page.locator("#bounce-status")).to_contain_text("件のページが見つかりました")
    box.fill("")
    expect(first).to_have_count(0)
    expect(seen.page.locator("#bounce-status")).to_have_text("")
    box.fill("552 5.2.2 mailbox full")
    seen.answered("matched")
    assert seen.answers == [("general-mailbox-full", "certain")]
    assert seen.hits == []


def test_words_that_no_page_has_are_no_dead_end(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.page.locator("#bounce").fill("xyzzyqq")
    expect(seen.page.locator("#bounce-status")).to_have_text("No page fits these words.")
    expect(seen.page.locator("#bounce-hits")).to_contain_text("Paste the whole mail that came back")


def test_the_keyboard_alone_leads_from_the_box_to_the_answer(visit: Visiting) -> None:
    seen = visit()
    seen.page.locator("#bounce").focus()
    seen.page.keyboard.insert_text(messages.QMAIL)
    seen.answered("matched")
    expect(seen.page.locator("#bounce")).to_be_focused()
    seen.page.keyboard.press("Control+Enter")
    expect(seen.page.locator("#bounce-result h1")).to_be_focused()
    seen.page.keyboard.press("Tab")
    expect(seen.page.locator("#bounce-result :focus")).to_have_count(1)


def test_what_no_article_fits_says_what_was_read_and_how_to_learn_more(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.UNKNOWN)
    assert seen.state == "unmatched"
    assert seen.answers == []
    result = seen.page.locator("#bounce-result")
    expect(result.locator(".sure mark")).to_have_text("550 5.7.1")
    expect(result.locator(".steps > li")).to_have_count(3)
    # Nobody takes reports on this site.
    expect(result.locator(".report")).to_have_count(0)
    seen.unfold()
    expect(result).to_contain_text("mail.example.com answered “550 5.7.1”")
    expect(result.locator(".quote").first).to_have_text("550 5.7.1 Zork quux refuses your frobnication")
    result.get_by_role("link", name="Open the page for 5.7.1").first.click()
    expect(seen.page.locator("h1")).to_contain_text("5.7.1")


def test_what_is_no_bounce_is_named(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.AUTO_REPLY)
    assert seen.state == "not-a-bounce"
    assert seen.answers == []
    expect(seen.page.locator("#bounce-result [data-kind=auto-reply] h1")).to_have_text("This is an automatic reply")
    expect(seen.page.locator("#bounce-result")).to_contain_text("nothing to do")
    expect(seen.page.locator("#bounce-result .report")).to_have_count(0)


def test_a_delay_says_not_to_send_again_and_still_shows_the_cause(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.DELAY)
    assert seen.state == "delay"
    facts = seen.page.locator("#bounce-result .facts").first.inner_text()
    assert "Send again\nDon't" in facts
    expect(seen.page.locator("#bounce-result .next")).to_contain_text("If you send it again, it may arrive twice.")
    assert seen.answers == [("general-mailbox-full", "certain")]
    expect(seen.page.locator("#letter mark[data-evidence]", has_text="mailbox full")).to_be_visible()
    cause = seen.page.locator("details[data-article=general-mailbox-full]")
    expect(cause.locator("ol").first).to_be_hidden()
    cause.locator("summary").first.click()
    expect(cause).to_contain_text("If it comes back after all: what to do")
    expect(cause.locator("ol.steps").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        ("/", "Will-Retry-Until: Sun, 29 Nov 2026 12:00:00 +0000", "11月29日"),
        ("/en/", "Will-Retry-Until: Sun, 29 Nov 2026 12:00:00 +0000 (UTC)", "November 29"),
        ("/en/", "Will-Retry-Until: the end of the week", "It says: the end of the week"),
    ],
)
def test_a_delay_says_until_when_the_server_tries(visit: Visiting, path: str, line: str, said: str) -> None:
    seen = visit(path)
    seen.paste(messages.DELAY + f"\nFinal-Recipient: rfc822; taro@example.com\nAction: delayed\n{line}\n")
    seen.answered("delay")
    expect(seen.page.locator("#bounce-result .answer__main")).to_contain_text(said)
    calendar = seen.page.locator("#bounce-result a[download]")
    expect(calendar).to_have_count(1 if "29" in said else 0)
    if "29" in said:
        with seen.page.expect_download() as download:
            calendar.click()
        assert "DTSTART:20261129T120000Z" in download.value.path().read_text("utf-8")


def test_where_waiting_helps_most_it_comes_first(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste("451 4.7.1 Greylisted, please try again later")
    answer = seen.page.locator("[data-article=general-greylisted]").first
    first = answer.locator("ol.steps").first.locator("li")
    expect(first.first).to_contain_text("wait")
    assert first.count() > 1
    expect(answer.locator("details[data-role=wait]")).to_have_count(0)
    expect(answer.locator("details[data-role=sender-admin] ol")).to_be_hidden()


@pytest.mark.parametrize(("given", "page"), [("550", "550"), (" ５５０\n", "550"), ("554 5.7.1", "5.7.1")])
def test_a_code_alone_leads_to_its_page_without_a_guess(visit: Visiting, given: str, page: str) -> None:
    seen = visit("/en/")
    seen.page.locator("#bounce").fill(given)
    expect(seen.page.locator("#bounce-hits a[data-hit]").first).to_have_attribute("href", f"code/{page}/")
    expect(seen.page.locator("#bounce-hits")).to_contain_text("Paste the whole mail that came back")
    assert (seen.state, seen.answers) == ("empty", [])


def test_a_label_without_its_value_is_left_out(visit: Visiting) -> None:
    seen = visit()
    seen.paste("552 5.2.2 mailbox full")
    prepare = seen.page.locator("#bounce-result .prepare li").first
    expect(prepare).to_have_text("宛先のアドレス")


def test_an_articles_label_appears_with_its_value(visit: Visiting) -> None:
    seen = visit("/a/general-mailbox-full/")
    line = seen.page.locator("#prepare li").first
    assert line.inner_text() == "宛先のアドレス"
    seen = visit("/a/general-mailbox-full/#recipient=taro%40example.jp")
    line = seen.page.locator("#prepare li").first
    assert line.inner_text() == "宛先のアドレス：taro@example.jp［リンクの値］"


def test_deleting_the_paste_takes_the_answer_and_its_line_away(visit: Visiting) -> None:
    seen = visit()
    seen.page.locator("#bounce").fill("552 5.2.2 mailbox full")
    seen.answered("matched")
    expect(seen.page.locator("#bounce-status")).not_to_have_text("")
    seen.page.locator("#bounce").fill("")
    expect(seen.page.locator("#bounce-status")).to_have_text("")
    assert seen.state == "empty"


def test_where_only_some_recipients_have_a_cause_the_others_are_not_called_known(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.SEVERAL + "\n<x@example.org>: host mx.example.org[192.0.2.3] said: 554 Zork quux\n")
    assert seen.state == "matched"
    expect(seen.page.locator("#bounce-status")).to_contain_text("3 of 4 recipients")
    rows = seen.page.locator("#bounce-result table.rows tbody tr")
    expect(rows.last).to_contain_text("x@example.org")
    expect(rows.last).to_contain_text("We could not find out why")
    expect(seen.page.locator("#bounce-result .answer__main > .sure")).to_have_count(0)


def test_several_recipients_are_listed_and_each_cause_is_answered(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.SEVERAL)
    assert seen.state == "matched"
    expect(seen.page.locator("#bounce-status")).to_have_text("We found the cause for all 3 recipients.")
    rows = seen.page.locator("#bounce-result table.rows tbody tr")
    said = [row.inner_text() for row in rows.all()]
    assert ["taro@example.com" in said[0], "jiro@example.com" in said[1], "hanako@example.net" in said[2]] == [True] * 3
    assert ["mailbox is full" in said[0], "mailbox is full" in said[1], "not found" in said[2]] == [True] * 3
    assert seen.answers == [("general-mailbox-full", "certain"), ("general-user-unknown", "certain")]
    full = seen.page.locator("details[data-article=general-mailbox-full]")
    full.get_by_role("button", name="Copy").first.click()
    expect(full.locator("[role=status]", has_text="Copied.").first).to_be_visible()
    assert seen.page.evaluate("navigator.clipboard.readText()") == "taro@example.com, jiro@example.com"
    unknown = seen.page.locator("details[data-article=general-user-unknown]")
    expect(unknown.locator("ol.steps").first).to_be_hidden()
    rows.last.get_by_role("link").click()
    expect(unknown.locator("ol.steps").first).to_be_visible()
    expect(unknown.locator("[data-value=recipient]").first).to_have_text("hanako@example.net")
    seen.page.locator("[data-lead]").first.click()
    expect(seen.page.locator(".next [role=status]").first).to_contain_text("Copied for all 3.")
    summary = seen.page.evaluate("navigator.clipboard.readText()")
    for address in ("taro@example.com", "jiro@example.com", "hanako@example.net"):
        assert address in summary


def test_examples_can_be_tried(visit: Visiting) -> None:
    seen = visit()
    buttons = seen.page.locator("[data-example]")
    assert buttons.count() >= 3
    for number in range(buttons.count()):
        wanted = buttons.nth(number).get_attribute("data-example")
        buttons.nth(number).click()
        seen.answered()
        assert seen.answers[0][0] == wanted
        seen.page.locator("[data-clear]:visible").first.click()


def test_a_long_paste_shows_the_marked_words_beside_the_answer(visit: Visiting) -> None:
    seen = visit()
    seen.paste("".join(f"line {number}\n" for number in range(200)) + messages.QMAIL)
    marked = seen.page.locator("#letter .echo mark[data-evidence]", has_text=messages.SENTENCE)
    expect(marked).to_have_count(1)
    expect(seen.page.locator("#bounce-result .sure mark")).to_contain_text(messages.SENTENCE)


def test_a_switch_of_language_keeps_a_links_values(visit: Visiting) -> None:
    seen = visit(f"/a/{BANNED}/#sender_ip=203.0.113.7")
    seen.switch("en")
    seen.page.wait_for_url(f"**/en/a/{BANNED}/#*")
    expect(seen.page.locator(".steps [data-value=sender_ip]").first).to_have_text("203.0.113.7")


def test_following_the_table_of_contents_keeps_a_links_values(visit: Visiting) -> None:
    seen = visit(f"/a/{BANNED}/#sender_ip=203.0.113.7")
    seen.page.locator(".toc a[href='#steps']").click()
    expect(seen.page.locator(".steps [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    seen.switch("en")
    seen.page.wait_for_url(f"**/en/a/{BANNED}/#*")
    expect(seen.page.locator(".steps [data-value=sender_ip]").first).to_have_text("203.0.113.7")


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
    expect(seen.page.locator(".steps [data-value=sender_ip]").first).to_have_text(shown)
    assert seen.complaints == []


@pytest.mark.parametrize(("path", "words"), [("/", "詐欺"), ("/en/", "fraud")])
def test_a_fraud_is_called_one_and_nothing_else_is_said(visit: Visiting, path: str, words: str) -> None:
    seen = visit(path, width=390)
    seen.paste(messages.FRAUD)
    seen.answered("suspicious")
    result = seen.page.locator("#bounce-result")
    expect(result.locator("h1")).to_contain_text(words)
    assert seen.answers == []
    expect(result.locator("[data-confidence], .report")).to_have_count(0)
    assert result.locator("mark[data-sign]").count() > 2
    # Its links lead nowhere: neither on the page nor in the text for the IT staff.
    assert result.locator("a[href*='example.net']").count() == 0
    seen.page.locator("[data-lead]").first.click()
    expect(result.locator(".next [role=status]")).not_to_have_text("")
    told = seen.page.evaluate("navigator.clipboard.readText()")
    assert "hxxps://webmail[.]example[.]net" in told
    assert "://webmail.example.net" not in told


@pytest.mark.parametrize(
    ("path", "title"), [("/", "文面を貼り付けてください"), ("/en/", "Please paste the text of the bounce")]
)
def test_a_long_question_is_asked_for_the_bounce_and_shown_pages(visit: Visiting, path: str, title: str) -> None:
    seen = visit(path)
    seen.paste(messages.QUESTION)
    seen.answered("question")
    expect(seen.page.locator("#bounce-result h1")).to_contain_text(title)
    expect(seen.page.locator("#bounce-result")).not_to_contain_text("することはありません")
    seen.page.locator("[data-lead]").first.click()
    expect(seen.page.locator("#bounce")).to_be_focused()


@pytest.mark.parametrize(("path", "lead"), [("/", "送った覚えがないとき"), ("/en/", "If you did not send it")])
def test_what_a_reader_says_beside_a_bounce_is_answered_first(visit: Visiting, path: str, lead: str) -> None:
    seen = visit(path)
    seen.paste(f"送った覚えのないメールです。\n\n{messages.QMAIL}")
    assert seen.page.locator("#bounce-result :is(h1, h2)").first.inner_text() == lead
    assert seen.page.locator("#bounce-result [data-ask]").count() == 1
    assert seen.answers[0] == ("microsoft-banned-sending-ip", "certain")


def test_a_likely_slip_is_pointed_out_with_the_right_domain(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(
        "<taro@gmai.com>: Host or domain name not found. Name service error for name=gmai.com type=MX: not found"
    )
    expect(seen.page.locator("#bounce-result .slip")).to_contain_text("may be a slip for “gmail.com”")
    expect(seen.page.locator("#bounce-result .facts")).to_contain_text("Maybe a slip")


def test_who_refused_is_said_without_an_article_too(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste("Your message was not delivered.\n550 5.7.139 Zork quux plugh xyzzy\n")
    seen.answered("unmatched")
    seen.unfold()
    expect(seen.page.locator("#bounce-result [data-refused-by=own-service]")).to_contain_text("that you send through")


@pytest.mark.parametrize(("path", "who"), [("/", "相手側のメールサーバー"), ("/en/", "the recipient's mail server")])
def test_who_refused_is_said_and_both_words_are_marked(visit: Visiting, path: str, who: str) -> None:
    seen = visit(path)
    seen.paste(messages.REFUSED)
    expect(
        seen.page.locator("#bounce-result figure.way li.is-stop, #bounce-result figure.way li").nth(2)
    ).to_contain_text("mx.example.com")
    refused = seen.page.locator("#bounce-result [data-refused-by=recipient-side]")
    expect(refused).to_contain_text(who)
    expect(refused).to_contain_text("mx.example.com")
    assert refused.evaluate("(line) => line.closest('details') === document.querySelector('#bounce-result details')")
    assert seen.answers == [("general-mailbox-full", "likely")]
    marked = seen.page.locator("#letter mark[data-evidence]").all_inner_texts()
    assert {"mailbox", "full"} <= set(marked)
    assert {"mailbox", "full"} <= set(seen.page.locator("#bounce-result .sure mark").all_inner_texts())
