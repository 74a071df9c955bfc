"""Whatever a limit leaves out is said: each limit of generator/view/limits.js, and what the engine left out of a result."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from generator.hosts.link import link_modules
from generator.pages.script import matcher_words
from tests.browser import messages
from tests.browser.conftest import Visit, Visiting

pytestmark = pytest.mark.browser

# Lines are numbered, so that no two recipients share an answer.
REFUSED = (
    "<user{n}@example.com>: host mx.example.com[192.0.2.1] said: 550 5.7.606 Access denied, banned sending IP\n"
    "    [203.0.113.{n}] (in reply to RCPT TO command)\n\n"
)
UNKNOWN = "<user{n}@example.com>: host mx.example.com[192.0.2.1] said: 550 5.7.1 Zork quux number {n}\n\n"
FULL = "<user{n}@example.com>: host mx.example.com[192.0.2.1] said: 552 5.2.2 mailbox full\n\n"


def lines(line: str, count: int) -> str:
    return "".join(line.format(n=number) for number in range(1, count + 1))


def elements(seen: Visit) -> int:
    return seen.page.locator("#bounce-result *").count()


@pytest.mark.parametrize("line", [REFUSED, UNKNOWN])
def test_answers_that_are_not_drawn_are_counted(visit: Visiting, line: str) -> None:
    seen = visit("/en/")
    seen.paste(lines(line, 25))
    expect(seen.page.locator("#bounce-result")).to_contain_text("results for other recipients are not shown: 5.")
    seen = visit("/en/")
    seen.paste(lines(line, 20))
    expect(seen.page.locator("#bounce-result")).not_to_contain_text("are not shown")


def test_recipients_that_are_not_named_are_counted(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(lines(FULL, 7))
    expect(seen.page.locator("#bounce-result table.rows tbody tr")).to_have_count(7)
    expect(seen.page.locator("#bounce-result figure.way").first).to_contain_text("and 6 more")
    expect(seen.page.locator("[data-value=recipient]").first).to_contain_text("user5@example.com, …")


def test_a_long_sentence_is_quoted_with_an_ellipsis(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste("550 5.7.1 Zork " + "quux " * 300)
    quote = seen.page.locator(".answer .quote").first.text_content() or ""
    assert len(quote) < 620
    assert quote.endswith(" …")
    seen = visit("/en/")
    seen.paste("quux " * 100 + "Access denied, banned sending IP [203.0.113.7] " + "quux " * 100)
    quote = seen.page.locator(".answer .quote").first.text_content() or ""
    assert len(quote) < 620
    assert quote.startswith("… ")
    assert quote.endswith(" …")
    assert messages.SENTENCE in quote


def test_marks_are_counted_where_not_all_are_made(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(lines(FULL, 150))
    expect(seen.page.locator("#letter")).to_contain_text("The first 200 of ")
    expect(seen.page.locator("#letter mark")).to_have_count(200)


def test_the_line_of_deciding_words_stays_short_and_all_are_marked_in_the_letter(visit: Visiting) -> None:
    seen = visit("/en/")
    many = "".join(f"550 5.7.606 Access denied, banned sending IP [203.0.113.{number}]\n" for number in range(30))
    seen.paste(messages.QMAIL.partition("Giving")[0] + many)
    words = seen.page.locator("#bounce-result .answer__main .sure").first.locator("mark").all_text_contents()
    assert 0 < len(words) <= 2
    assert all(len(word) <= 60 for word in words)
    assert seen.page.locator("#letter mark[data-evidence]").count() > 30


def test_a_long_text_is_echoed_in_part_and_says_so(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(messages.QMAIL + "x" * 30_000 + messages.SENTENCE)
    echo = seen.page.locator("#letter .echo")
    expect(echo.locator(".cut").first).to_have_text("(part left out)")
    assert len(echo.text_content() or "") < 25_000


def test_a_megabyte_of_codes_makes_a_small_page(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.ready()
    seen.hand_over("<taro@example.com>:\n" + "550 5.1.1 User unknown\n" * 45_000)
    seen.answered("matched")
    assert elements(seen) < 1000


def test_files_that_are_not_tried_are_counted_too(visit: Visiting) -> None:
    seen = visit("/en/")
    mail = messages.mail(messages.QMAIL, "utf-8")
    seen.drop_all([(f"{number}.pdf", b"%PDF-1.7\n") for number in range(20)] + [("late.eml", mail)])
    expect(seen.page.locator("#bounce-status")).to_contain_text("“0.pdf” does not seem to be a mail")
    expect(seen.page.locator("#bounce-status")).to_contain_text("Other files not looked up either: 20.")


# What the view shows for a result of the engine, as the page itself would draw it.
DRAW = """async ([result, words]) => {
  const root = document.querySelector('.bounce-matcher');
  const place = new PlaceRoom.Place(root, { en: words });
  await place.loadContents();
  const tools = { edit: null, clear: () => {} };
  const { line, nodes } = DrawRoom.drawResult(result, place, () => '', tools);
  const shown = document.createElement('div');
  DomRoom.addChildren(shown, nodes);
  globalThis.folds = [...shown.querySelectorAll('details')].map((fold) => fold.textContent);
  const note = shown.querySelector('[data-left-out]');
  return [line, note && note.innerText];
}"""


def recipient(number: int, **more: object) -> dict[str, Any]:
    nothing = dict.fromkeys(
        ("meant_domain", "diagnostic", "stage", "permanence", "reporting_mta", "remote_mta", "retry_until", "provider")
    )
    who = {"recipient": f"user{number}@example.com", "reply_code": "550", "status": "5.1.1", "matches": []}
    refused = {"kind": "bounce", "refused_by": "unknown", "known_by": None}
    return {**nothing, **who, **refused, **more}


MATCH = {
    "article": "general-user-unknown",
    "reason": "user-unknown",
    "confidence": "certain",
    "why": "pattern",
    "score": 1,
    "evidence": [{"start": 0, "end": 3, "text": "550", "kind": "code"}],
    "values": {},
}


def drawn(seen: Visit, **result: object) -> tuple[str, str | None]:
    """The status line and the note about what was left out."""
    seen.page.evaluate(
        link_modules({"view/place.js": "PlaceRoom", "view/answer/draw.js": "DrawRoom", "view/dom.js": "DomRoom"})
    )
    whole = {
        "kind": "bounce",
        "asks": [],
        "signs": [],
        "claimed_domain": None,
        "reporter": None,
        "truncated": False,
        "left_out": {},
        "text": "550 5.1.1 Zork",
        **result,
    }
    line, note = seen.page.evaluate(DRAW, [whole, matcher_words("en")])
    return line, note


def test_other_articles_that_are_not_shown_are_counted(visit: Visiting) -> None:
    seen = visit("/en/")
    names = ("user-unknown", "mailbox-full", "relay-denied", "too-large")
    matches = [{**MATCH, "article": f"general-{name}", "confidence": "likely"} for name in names]
    drawn(seen, recipients=[recipient(1, matches=matches)])
    others = [fold for fold in seen.page.evaluate("folds") if fold.startswith("Other possible causes")]
    assert len(others) == 1
    assert "2 of 3" in others[0]


def test_recipients_that_the_engine_left_out_are_never_called_all(visit: Visiting) -> None:
    seen = visit("/en/")
    matched = [recipient(number, matches=[MATCH]) for number in range(200)]
    line, note = drawn(seen, recipients=matched, truncated=True, left_out={"recipients": 100})
    assert line == "We found the cause for 200 of 300 recipients. Recipients not looked at: 100."
    assert note is not None
    assert "Recipients: 100" in note
    assert "paste only that part" in note
    line, note = drawn(seen, recipients=matched)
    assert line == "We found the cause for all 200 recipients."
    assert note is None


TITLES = """([groups, words]) =>
  groups.map((some) => SeveralRoom.titleOf(some.map(([article, n]) =>
    ({ match: article && { article }, recipients: Array(n).fill({}), values: {} })), DomRoom.sayer(words)))"""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "ja",
            [
                "200人に届いていません。理由までは、わかりませんでした",
                "12人に届いていません。原因は12種類です",
                "5人に届いていません。原因は同じです",
                "5人に届いていません。3人は理由がわからず、ほかの原因は同じです",
                "6人に届いていません。3人は理由がわからず、ほかの原因は2種類です",
            ],
        ),
        (
            "en",
            [
                "It did not reach 200 people, and we could not find out why",
                "It did not reach 12 people, for 12 reasons",
                "It did not reach 5 people, for one reason",
                "It did not reach 5 people: one reason, and no known one for 3 of them",
                "It did not reach 6 people: 2 reasons, and no known one for 3 of them",
            ],
        ),
    ],
)
def test_the_headline_of_many_recipients_counts_causes_and_not_what_nobody_knows(
    visit: Visiting, lang: Literal["ja", "en"], said: list[str]
) -> None:
    seen = visit("/en/")
    seen.page.evaluate(link_modules({"view/dom.js": "DomRoom", "view/answer/several.js": "SeveralRoom"}))
    groups = [
        [[None, 1]] * 200,
        [[f"cause-{number}", 1] for number in range(12)],
        [["same", 2], ["same", 3]],
        [["same", 2], [None, 2], [None, 1]],
        [["one", 2], ["two", 1], [None, 3]],
    ]
    assert seen.page.evaluate(TITLES, [groups, matcher_words(lang)]) == said


def test_one_recipient_of_several_is_not_called_the_cause(visit: Visiting) -> None:
    seen = visit("/en/")
    line, _ = drawn(seen, recipients=[recipient(1, matches=[MATCH])], truncated=True, left_out={"recipients": 1})
    assert line.startswith("We found the cause for 1 of 2 recipients. Recipients not looked at: 1.")


def test_recipients_left_out_are_counted_where_no_article_fits(visit: Visiting) -> None:
    seen = visit("/en/")
    line, _ = drawn(seen, recipients=[recipient(1), recipient(2)], truncated=True, left_out={"recipients": 7})
    assert line.startswith("We could read only a part.")
    assert " Recipients not looked at: 7." in line


def test_everything_else_that_was_left_out_is_named(visit: Visiting) -> None:
    seen = visit("/en/")
    left_out = {"messages": 1, "parts": 2, "levels": 3, "units": 4567, "unheard-of": 5}
    _, note = drawn(seen, recipients=[recipient(1)], truncated=True, left_out=left_out)
    assert note is not None
    for words in ("mails in it: 1", "attachments: 2", "inside mails: 3", "text: 4,567"):
        assert words in note


def test_a_text_of_which_only_a_part_was_read_says_so(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.ready()
    seen.hand_over(messages.QMAIL + "x " * 1_500_000)
    seen.answered("matched")
    expect(seen.page.locator("#bounce-result [data-left-out]")).to_contain_text("Only part of this was examined.")
