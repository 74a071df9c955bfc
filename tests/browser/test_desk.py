"""The support desk: a day of it, its list in the tab, its table for spreadsheets, its keys, and what it never does."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Download, Page, Route, expect

from tests.browser import messages
from tests.browser.conftest import Visit, Visiting, drop_files

pytestmark = pytest.mark.browser

SENTENCE = "550 5.1.1 <{address}>: Recipient address rejected: User unknown in virtual mailbox table"


def bounce(address: str, answer: str = SENTENCE) -> str:
    """A report about one recipient."""
    said = answer.format(address=address)
    return f"""\
This is the mail system at host mx.example.jp.

<{address}>: host mail.example.com[198.51.100.30] said: {said}
    (in reply to RCPT TO command)
"""


def mbox(mails: list[bytes]) -> bytes:
    """Mails one behind the other, as programs keep them."""
    return b"".join(b"From MAILER-DAEMON Sat Nov 28 09:00:00 2026\r\n" + one + b"\r\n\r\n" for one in mails)


PASTES = [
    messages.QMAIL,
    bounce("taro@example.net"),
    bounce("jiro@example.net"),
    bounce("saburo@example.com", "552 5.2.2 mailbox full"),
    messages.UNKNOWN,
    messages.DELAY,
    messages.AUTO_REPLY,
    messages.SEVERAL,
    bounce("shiro@example.org", "552 5.2.2 mailbox full"),
]
IN_MBOX = [bounce("ichiro@example.com"), bounce("goro@example.com", "552 5.2.2 mailbox full"), messages.UNKNOWN]


class Desk:
    """The desk on its page."""

    def __init__(self, seen: Visit) -> None:
        self.seen = seen
        self.page: Page = seen.page
        self.ready()

    def ready(self) -> None:
        """Wait until nothing more is to be loaded; what is asked for from here on is counted."""
        self.page.locator("[data-desk][data-ready]").wait_for()
        self.before = len(self.seen.requests)

    @property
    def asked_for(self) -> list[str]:
        """What was requested since the page was ready; a file made in the page is no request to anybody."""
        return [one for one in self.seen.requests[self.before :] if not one.startswith("blob:")]

    def paste(self, text: str) -> None:
        """Paste from the real clipboard while no field has the focus."""
        rows = self.page.locator("[data-row]").count()
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+V")
        expect(self.page.locator("[data-row]")).to_have_count(rows + 1)

    def give(self, *files: tuple[str, bytes]) -> None:
        """Choose files by the button."""
        payload = [{"name": name, "mimeType": "", "buffer": content} for name, content in files]
        self.page.locator("[data-desk] input[type=file]").set_input_files(payload)  # type: ignore[arg-type]

    def drop(self, *files: tuple[str, bytes]) -> None:
        """Drop files anywhere on the page."""
        drop_files(self.page, "h1", files)

    def says(self, part: str) -> None:
        """Wait until this is announced."""
        expect(self.page.locator("[data-status]")).to_contain_text(part)

    @property
    def rows(self) -> list[str]:
        """Each mail on the list: for whom, its cause, its state."""
        return [
            " | ".join(cells)
            for cells in self.page.locator("[data-row]").evaluate_all(
                "all => all.map((row) => [...row.cells].slice(1).map((cell) => cell.textContent))"
            )
        ]

    @property
    def title(self) -> str:
        """The headline of what is looked at."""
        return self.page.locator("#p-h").inner_text().replace("\n", "")

    def copied(self) -> str:
        """What is on the clipboard."""
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text.replace("\r\n", "\n")

    def export(self) -> tuple[Download, list[list[str]]]:
        """Save the list and read it as a spreadsheet does."""
        with self.page.expect_download() as download:
            self.page.locator("[data-export]").click()
        raw = Path(download.value.path()).read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert b"\n" not in raw.replace(b"\r\n", b"")
        return download.value, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_a_day_at_the_desk(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    for text in PASTES:
        desk.paste(text)
    desk.give(("today.mbox", mbox([messages.mail(text, "utf-8") for text in IN_MBOX])))
    desk.says("3通を調べました。原因がわかったのは2通です。")
    rows = desk.rows
    assert len(rows) == 12
    # The newest batch is on top, and its first mail is looked at.
    assert rows[0].startswith("ichiro@example.com | ")
    assert "ichiro@example.com" in desk.page.locator(".pane").inner_text()
    assert desk.page.locator(".batch").inner_text() == "today.mbox 3通：原因がわかった2、わからない1"
    assert rows[2].split(" | ")[1] == "理由がわからない"
    assert [row.split(" | ")[1] for row in rows[5:7]] == ["戻ってきたメールではない", "遅延のお知らせ"]
    assert rows[4].startswith("taro@example.com（ほか2人） | ")
    assert {row.split(" | ")[2] for row in rows} == {"新しい"}
    # Causes counted: five were for unknown users (one among several), four for full mailboxes (one among several).
    counted = desk.page.locator(".tally li").evaluate_all(
        "all => all.map((one) => [one.firstChild.textContent, one.lastChild.textContent])"
    )
    assert [count for _, count in counted[:2]] == ["4", "4"]
    assert ["理由がわからない", "2"] in counted

    # A reply is copied, with the value of this mail, and the mail is done.
    desk.page.keyboard.press("c")
    expect(desk.page.locator(".is-on")).to_contain_text("返信済み")
    assert "ichiro@example.com" in desk.copied()
    desk.page.keyboard.press("n")
    assert "goro@example.com" in desk.page.locator(".pane").inner_text()
    desk.page.keyboard.press("l")
    expect(desk.page.locator(".pane .say").filter(has_text="リンク")).to_be_visible()
    link = desk.copied()
    assert "/a/general-mailbox-full/#" in link
    assert "recipient=goro%40example.com" in link
    expect(desk.page.locator(".is-on")).to_contain_text("新しい")
    expect(desk.page.locator("caption").first).to_contain_text("12通・返信済み1通")

    download, table = desk.export()
    assert download.suggested_filename.endswith(".csv")
    head, *lines = table
    assert len(lines) == 14  # one mail had three recipients
    assert {len(line) for line in table} == {len(head)}
    first = dict(zip(head, lines[0], strict=True))
    assert first["宛先"] == "ichiro@example.com"
    assert first["ドメイン"] == "example.com"
    assert first["ファイル"] == "today.mbox"
    assert first["原因の名前"] == "general-user-unknown"
    assert first["コード"] == "550 5.1.1"
    assert first["状態"] == "返信済み"
    assert first["くわしい手順"].startswith("http")
    assert not any("mail system at host" in cell for line in table for cell in line)

    assert desk.asked_for == []
    assert desk.seen.complaints == []
    assert desk.page.evaluate("violations") == []
    assert desk.page.url.endswith("/desk/")


def test_the_list_stays_until_it_is_cleared(visit: Visiting) -> None:
    desk = Desk(visit("/en/desk/"))
    desk.paste(messages.QMAIL)
    desk.paste(bounce("taro@example.net"))
    desk.page.keyboard.press("j")
    desk.page.keyboard.press("c")
    expect(desk.page.locator(".is-on")).to_contain_text("Replied")
    before = desk.rows
    desk.page.reload()
    desk.ready()
    assert desk.rows == before
    assert "Microsoft" in desk.title
    desk.page.locator(".pane summary", has_text="Pasted text").click()
    expect(desk.page.locator(".pane .echo mark", has_text="banned sending IP").first).to_be_visible()
    desk.page.goto(desk.page.url.replace("/en/desk/", "/desk/"))
    desk.ready()
    assert len(desk.rows) == 2
    clear = desk.page.locator("[data-clear]")
    clear.click()
    assert len(desk.rows) == 2
    clear.click()
    desk.says("消しました")
    assert desk.rows == []
    assert desk.page.locator(".pane").is_hidden()
    left = desk.page.evaluate("Object.values(sessionStorage).join()")
    assert "example.net" not in left
    assert "banned" not in left
    desk.page.reload()
    desk.ready()
    assert desk.rows == []


def test_an_article_leads_back_to_the_desk(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.paste(messages.QMAIL)
    desk.page.locator(".pane a", has_text="くわしい手順").click()
    back = desk.page.locator("[data-back] a")
    expect(back).to_be_visible()
    assert "203.0.113.7" in desk.page.locator("[data-mine]").inner_text()
    back.click()
    desk.ready()
    assert desk.page.url.endswith("/desk/")
    assert "Microsoft 365" in desk.title


def test_keys_work_only_where_no_field_has_the_focus_and_can_be_switched_off(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.paste(bounce("taro@example.net"))
    desk.paste(messages.QMAIL)
    current = desk.page.locator(".is-on a")
    desk.page.keyboard.press("k")
    expect(current).to_have_text("hanako@example.com")  # there is nothing above
    desk.page.keyboard.press("j")
    expect(current).to_have_text("taro@example.net")
    desk.says("2/2：taro@example.net")
    desk.page.keyboard.press("k")
    desk.page.keyboard.press("2")
    letter = desk.page.locator(".pane .compose pre")
    expect(letter).to_have_attribute("data-letter", "sender-admin")
    desk.page.locator(".pane [data-copy-link]").focus()
    desk.page.keyboard.press("j")
    assert desk.page.evaluate("document.activeElement.id") == "p"
    desk.page.keyboard.press("k")
    desk.page.locator("#desk-box").focus()
    desk.page.keyboard.type("jjc")
    expect(current).to_have_text("hanako@example.com")
    assert desk.page.locator("#desk-box").input_value() == "jjc"
    desk.page.locator("#desk-box").fill("")
    desk.page.locator(".keys input").uncheck()
    desk.page.locator("h1").click()
    desk.page.keyboard.press("j")
    expect(current).to_have_text("hanako@example.com")
    desk.page.reload()
    desk.ready()
    assert not desk.page.locator(".keys input").is_checked()


def test_a_paste_into_the_box_leaves_the_keys_free(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.page.locator("#desk-box").focus()
    desk.paste(messages.QMAIL)
    assert desk.page.locator("#desk-box").input_value() == ""
    desk.page.keyboard.press("c")
    expect(desk.page.locator(".is-on")).to_contain_text("返信済み")
    # What a keyboard puts in by itself, or somebody writes, is looked up when it is asked for.
    desk.page.locator("#desk-box").fill(bounce("taro@example.net"))
    desk.page.locator("[data-add]").click()
    expect(desk.page.locator("[data-row]")).to_have_count(2)


def test_the_signature_goes_below_letters_and_stays(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.paste(messages.QMAIL)
    desk.page.locator(".signature summary").click()
    desk.page.locator("#desk-signature").fill("サポート窓口 佐藤")
    letter = desk.page.locator(".pane .compose pre")
    expect(letter).to_contain_text("サポート窓口 佐藤")
    desk.page.locator("#p-h").click()
    desk.paste(bounce("taro@example.net"))
    desk.page.keyboard.press("c")
    expect(desk.page.locator(".is-on")).to_contain_text("返信済み")
    assert desk.copied().endswith("サポート窓口 佐藤")
    desk.page.locator(".compose label", has_text="あいさつと署名").click()
    expect(letter).not_to_contain_text("サポート窓口 佐藤")
    desk.page.reload()
    desk.ready()
    desk.page.locator(".compose label", has_text="あいさつと署名").click()
    expect(letter).to_contain_text("サポート窓口 佐藤")


def test_a_state_can_be_set_and_a_mail_taken_off(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.paste(bounce("taro@example.net"))
    desk.paste(messages.UNKNOWN)
    desk.page.locator("[data-state-choice]").select_option("open")
    assert desk.rows[0].endswith("調査中")
    desk.page.locator(".pane button", has_text="一覧から外す").click()
    assert [row.split(" | ")[0] for row in desk.rows] == ["taro@example.net"]
    desk.page.keyboard.press("n")
    desk.says("1/1")
    desk.page.reload()
    desk.ready()
    assert len(desk.rows) == 1


def test_several_recipients_get_a_summary_and_letters_for_each_cause(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.paste(messages.SEVERAL)
    assert desk.title == "3人に届いていません。原因は2種類です"
    assert desk.page.locator(".pane tbody tr").count() == 3
    desk.page.keyboard.press("c")
    expect(desk.page.locator(".is-on")).to_contain_text("返信済み")
    summary = desk.copied()
    assert all(who in summary for who in ("taro@example.com", "jiro@example.com", "hanako@example.net"))
    articles = desk.page.locator(".pane .fold[data-article]").evaluate_all(
        "all => all.map((one) => one.dataset.article)"
    )
    assert articles == ["general-mailbox-full", "general-user-unknown"]
    assert desk.page.locator(".pane .compose").count() == 2


def test_a_pasted_mbox_becomes_its_mails(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    raw = mbox([messages.mail(text, "utf-8") for text in IN_MBOX])
    desk.page.evaluate("(text) => navigator.clipboard.writeText(text)", raw.decode())
    desk.page.keyboard.press("Control+V")
    desk.says("3通を調べました")
    assert [row.split(" | ")[0] for row in desk.rows] == [
        "ichiro@example.com",
        "goro@example.com",
        "hanako@example.com",
    ]


def test_what_is_no_mail_is_named_and_the_rest_is_read(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.drop(
        ("one.eml", messages.mail(bounce("taro@example.net"), "utf-8")),
        ("empty.eml", b""),
        ("old.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("two.txt", bounce("jiro@example.net").encode()),
    )
    desk.says("2通を調べました")
    note = desk.page.locator("[data-note]").inner_text()
    assert "読めなかったファイル：2個" in note
    assert "empty.eml：空です" in note
    assert "old.msg：Outlook" in note
    assert [row.split(" | ")[0] for row in desk.rows] == ["taro@example.net", "jiro@example.net"]
    assert desk.page.locator(".batch").inner_text().startswith("4個のファイル 2通")
    assert desk.asked_for == []


def test_more_mails_than_are_read_at_once_are_counted(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    one = messages.mail("550 5.1.1 user unknown\n", "utf-8")
    desk.give(("big.mbox", mbox([one] * 2003)), ("next.eml", one))
    desk.page.locator("[data-status]", has_text="2000通を調べました").wait_for(timeout=60_000)
    assert desk.page.locator("[data-row]").count() == 2000
    assert "4通は調べていません" in desk.page.locator("[data-note]").inner_text()


def test_reading_can_be_stopped(visit: Visiting, tmp_path: Path) -> None:
    desk = Desk(visit("/desk/"))
    one = messages.mail(bounce("taro@example.net") + "x " * 20_000, "utf-8")
    big = tmp_path / "big.mbox"
    big.write_bytes(mbox([one] * 1000))
    desk.page.locator("[data-desk] input[type=file]").set_input_files(big)
    desk.page.locator("[data-row]").first.wait_for()
    assert desk.page.locator("progress").is_visible()
    desk.page.locator("[data-stop]").click()
    desk.says("途中で止めました")
    assert 0 < desk.page.locator("[data-row]").count() < 1000
    assert desk.page.locator("progress").is_hidden()


@pytest.mark.parametrize("worker", [True, False], ids=["worker", "no worker"])
def test_many_files_do_not_freeze_the_page(visit: Visiting, address: str, worker: bool) -> None:
    seen = visit("/desk/")
    if not worker:
        seen.page.context.add_init_script("delete globalThis.Worker")
        seen.page.reload()
    desk = Desk(seen)
    desk.page.evaluate(
        """() => {
          globalThis.turns = 0;
          const turn = () => { if (document.querySelector('[data-run]').hidden === false) globalThis.turns++; setTimeout(turn, 0); };
          turn();
        }"""
    )
    desk.drop(*[(f"{n}.eml", messages.mail(bounce(f"user{n}@example.net"), "utf-8")) for n in range(300)])
    desk.says("300通を調べました")
    assert desk.page.locator("[data-row]").count() == 300
    # The page had turns of its own while it read.
    assert desk.page.evaluate("turns") > 10
    assert desk.asked_for == []
    assert seen.page.evaluate("violations") == []


COUNT_WORKERS_NEWS = """
globalThis.heard = 0;
globalThis.Worker = class extends Worker {
  constructor(address) {
    super(address);
    this.addEventListener('message', ({ data }) => { if (data.reports) globalThis.heard += data.reports.length; });
  }
};
"""


def test_the_worker_reads_where_a_server_sends_the_policy_with_every_file(visit: Visiting) -> None:
    seen = visit("/desk/")
    policy = seen.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    seen.page.context.route("**/*desk-worker*.js", with_policy)
    seen.page.context.add_init_script(COUNT_WORKERS_NEWS)
    seen.page.reload()
    desk = Desk(seen)
    desk.drop(*[(f"{n}.eml", messages.mail(bounce(f"user{n}@example.net"), "utf-8")) for n in range(20)])
    desk.says("20通を調べました")
    assert desk.page.evaluate("heard") >= 20


def test_a_disk_has_no_worker_and_reads_all_the_same(visit: Visiting, site: Path) -> None:
    desk = Desk(visit((site / "desk" / "index.html").as_uri()))
    desk.give(*[(f"{n}.eml", messages.mail(bounce(f"user{n}@example.net"), "utf-8")) for n in range(30)])
    desk.says("30通を調べました")
    assert len(desk.rows) == 30


def test_formulas_are_no_formulas_in_the_table(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    desk.give(('=cmd|"x".eml', messages.mail(bounce("+taro@example.net"), "utf-8")))
    desk.says("1通を調べました")
    _, (head, line) = desk.export()
    cells = dict(zip(head, line, strict=True))
    assert cells["ファイル"] == '\'=cmd|"x".eml'
    assert cells["宛先"] == "'+taro@example.net"


def test_texts_give_way_to_causes_where_the_tab_is_full(visit: Visiting) -> None:
    desk = Desk(visit("/desk/"))
    long = bounce("taro@example.net") + "\nThe mail that came back follows.\n" + "word " * 5000
    desk.give(("big.mbox", mbox([messages.mail(long, "utf-8")] * 400)))
    desk.says("400通を調べました")
    note = desk.page.locator("[data-day] > .note")
    expect(note).to_contain_text("文面は、ページを読み込み直すと消えます")
    desk.page.reload()
    desk.ready()
    assert desk.page.locator("[data-row]").count() == 400
    # The first was kept without its text, and still has its answer and letters.
    desk.page.locator("[data-row] a").first.click()
    assert "taro@example.net" in desk.page.locator(".pane .compose").inner_text()
    expect(desk.page.locator(".pane details", has_text="貼り付けた文面")).to_contain_text("この文面は残っていません")
    # What else the tab keeps has its room.
    desk.page.locator(".signature summary").click()
    desk.page.locator("#desk-signature").fill("佐藤")
    assert desk.page.evaluate("sessionStorage.getItem('bouncekb.signature')") == "佐藤"


@pytest.mark.parametrize("path", ["/desk/", "/en/desk/"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_the_desk_is_for_everybody(visit: Visiting, path: str, width: int, scheme: str) -> None:
    desk = Desk(visit(path, width=width, scheme=scheme))
    found = [desk_findings(desk.page)]
    for text in (messages.UNKNOWN, messages.DELAY, messages.AUTO_REPLY, messages.SEVERAL, messages.QMAIL):
        desk.paste(text)
        desk.page.evaluate("for (const fold of document.querySelectorAll('.pane details')) fold.open = true")
        found.append(desk_findings(desk.page))
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= width
    assert [one for some in found for one in some] == []


def desk_findings(page: Page) -> list[str]:
    """axe's violations as sentences."""
    result = Axe().run(page)
    return [
        f"{violation['id']} {node['target']}: {node['failureSummary']}"
        for violation in result.response["violations"]
        for node in violation["nodes"]
    ]


def test_all_of_it_by_keyboard(visit: Visiting) -> None:
    desk = Desk(visit("/en/desk/"))
    desk.paste(bounce("taro@example.net"))
    desk.paste(messages.QMAIL)
    reached = []
    for _ in range(60):
        desk.page.keyboard.press("Tab")
        reached.append(
            desk.page.evaluate("document.activeElement.textContent.trim() || document.activeElement.tagName")
        )
    for name in ("Choose files", "Copy", "Copy the link", "See all steps", "taro@example.net", "Clear the list"):
        assert name in reached
    desk.page.locator("[data-row] a", has_text="taro").focus()
    desk.page.keyboard.press("Enter")
    assert desk.page.evaluate("document.activeElement.id") == "p"
    assert "taro@example.net" in desk.page.locator(".pane").inner_text()
