"""`bouncekb report`: what it counts, what it says of each address, and a page that loads and runs nothing."""

import base64
import csv
import hashlib
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.hosts.types import Kind
from generator.report.addresses import Addresses
from generator.report.timeline import MOST_COLUMNS, timeline
from generator.words import words
from tests.catalogue.command import run
from tests.piles.mails import LUNCH, full, mail, mbox, written

SITE = "https://help.example.jp/bounces/"
BLOCKED = (
    "<{who}>: host mx1.acme-mail.com[192.0.2.25] said: 550 5.7.606\n    Access denied, blocked address [203.0.113.7]"
)
UNHEARD = "<{who}>: host mx1.example.com[192.0.2.25] said: 550 No {what} for {who}"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Two full mailboxes, one of them blocked later; two wordings nobody knows; a mail that is none; a PDF."""
    folder = tmp_path / "mails"
    box = mbox(
        mail(full("a@example.jp"), "Mon, 2 Nov 2026 10:00:00 +0900"),
        mail(BLOCKED.format(who="a@example.jp"), "Wed, 4 Nov 2026 10:00:00 +0900"),
        mail(full("b@example.com"), "Wed, 4 Nov 2026 10:00:00 +0900"),
    )
    unheard = {f"c{number}.eml": UNHEARD.format(who=f"c{number}@example.org", what="entry") for number in range(3)}
    unheard["d.eml"] = UNHEARD.format(who="=cmd@example.org", what="<b>way</b>")
    written(folder, **{name: mail(text) for name, text in unheard.items()})
    written(folder, box=box, f=b"%PDF-1.7", **{"e.eml": LUNCH})
    return folder


def text_of(path: Path) -> str:
    """The words of a page, without its head."""
    body = path.read_text(encoding="utf-8").partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_pile_is_counted_by_cause_service_and_day(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    done = run("report", "--lang", "en", "--site", SITE, "--out", out, pile)
    text = text_of(out)
    assert (done.exit_code, done.stdout) == (1, f"{out}: 8 mails, 7 refusals.\n")
    assert "2026-11-02 to 2026-11-04" in text
    for row in ("Bounces 7", "Other mail 1 11.1%", "Could not be looked at 1"):
        assert row in text
    assert "Cause not known 4 57.1% It was refused 2 28.6% The recipient Certain 2 It was refused 1 14.3%" in text
    assert "Acme 3 100.0%" in text
    assert "example.org 4 100.0%" in text
    assert "2026-11-02 5 0 2026-11-04 2 0" in text
    assert f'<a href="{SITE}en/a/general-mailbox-full/">' in out.read_text()
    assert f'<a href="{SITE}en/provider/acme/">' in out.read_text()
    assert f"“{pile}/f” does not seem to be a mail." in text


def test_the_latest_word_about_an_address_decides(pile: Path, tmp_path: Path) -> None:
    table = tmp_path / "out.csv"
    run("report", "--lang", "ja", "--site", SITE, "--out", tmp_path / "out.html", "--csv", table, pile)
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["address"]: row for row in csv.DictReader(file)}
    assert rows["a@example.jp"] | {"action": ""} == {
        "address": "a@example.jp",
        "action": "",
        "reason": rows["a@example.jp"]["reason"],
        "article": "acme-blocked-ip",
        "sure": "certain",
        "code": "550 5.7.606",
        "refused": "2",
        "last": "2026-11-04T10:00:00+09:00",
        "meant_domain": "",
        "link": f"{SITE}a/acme-blocked-ip/",
    }
    assert {one: rows[one]["action"] for one in ("a@example.jp", "b@example.com", "c0@example.org")} == {
        "a@example.jp": "keep",
        "b@example.com": "keep",
        "c0@example.org": "check",
    }
    assert "'=cmd@example.org" in rows


def said(kind: str, article: str | None, sure: str = "certain") -> Any:
    """What was said about a recipient."""
    matches = [{"article": article, "confidence": sure}] if article else []
    known = {"recipient": "a@example.jp", "reply_code": "550", "status": None, "meant_domain": None}
    return {**known, "kind": kind, "matches": matches}


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ([("2026-11-02", said("bounce", "gone"))], "remove"),
        ([("2026-11-02", said("bounce", "gone", "likely"))], "remove"),
        ([("2026-11-02", said("bounce", "gone", "possible"))], "pause"),
        ([("2026-11-02", said("delay", "gone"))], "pause"),
        ([("2026-11-02", said("bounce", "full"))], "pause"),
        ([("2026-11-02", said("bounce", None))], "check"),
        ([("2026-11-04", said("bounce", "gone")), ("2026-11-02", said("bounce", "full"))], "remove"),
        ([("2026-11-04", said("bounce", "gone")), ("", said("bounce", "full"))], "remove"),
        ([("", said("bounce", "gone")), ("", said("bounce", "full"))], "pause"),
        ([("2026-11-02", said("bounce", "gone")), ("2026-11-04", said("delivered", None))], "keep"),
    ],
)
def test_what_is_done_with_an_address(told: list[tuple[str, Any]], action: str) -> None:
    found = Addresses(lambda article: "remove" if article == "gone" else "pause")
    for when, one in told:
        found.add(one, when)
    assert [one.action for one in found] == [action]


def test_wordings_without_a_cause_are_grouped_and_shown_as_text(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    run("report", "--lang", "en", "--site", SITE, "--out", out, pile)
    page = out.read_text()
    assert "No entry for {email}" in text_of(out)
    assert re.search(r'<td class="n">3</td><td><code class="said">No entry for', page)
    assert "<b>way</b>" not in page


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_page_loads_and_runs_nothing(pile: Path, tmp_path: Path, lang: str) -> None:
    out, again = tmp_path / "out.html", tmp_path / "again.html"
    run("report", "--lang", lang, "--site", SITE, "--out", out, pile)
    run("report", "--lang", lang, "--site", SITE, "--out", again, pile)
    page = out.read_text(encoding="utf-8")
    assert page == again.read_text(encoding="utf-8")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;" in page
    assert not re.search(r"<script|<link|<img|<iframe|\sstyle=|\son\w+=|\ssrc=|url\(|@import", page)


def test_results_of_match_are_counted_without_matching_again(pile: Path, tmp_path: Path) -> None:
    lines, first, second = tmp_path / "lines.jsonl", tmp_path / "1.html", tmp_path / "2.html"
    run("match", "--json", "--lang", "en", "--resume", lines, pile)
    with lines.open("a") as file:
        file.write('{"file":"/cut off')
    run("report", "--lang", "en", "--site", SITE, "--out", first, pile)
    assert run("report", "--lang", "en", "--site", SITE, "--out", second, lines).exit_code == 1
    assert second.read_text() == first.read_text()
    lines.write_text('{"file":"x","kind":"bounce"}\n')
    bad = run("report", "--site", SITE, "--out", second, lines)
    assert f"{lines}:1: this is no line of this version's `match --json`." in bad.stderr


def test_what_an_older_catalogue_called_otherwise_is_not_lost(pile: Path, tmp_path: Path) -> None:
    lines, out = tmp_path / "lines.jsonl", tmp_path / "out.html"
    found = run("match", "--json", pile / "box").stdout
    lines.write_text(
        found.replace("acme-blocked-ip", "acme-long-gone").replace('"provider":"acme"', '"provider":"old"')
    )
    done = run("report", "--lang", "en", "--site", SITE, "--out", out, lines)
    assert done.exit_code == 0
    assert "Cause not known 1" in text_of(out)


def test_a_redacted_report_names_nobody(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    run("report", "--redact", "--lang", "en", "--site", SITE, "--out", out, pile)
    page = out.read_text()
    for secret in ("@example", "example.org", "example.com", str(pile), "a@"):
        assert secret not in page
    assert "No entry for" in page
    assert re.search(r"Keep\s+<b>2</b>", page)
    both = run("report", "--redact", "--csv", tmp_path / "x.csv", "--out", out, pile)
    assert (both.exit_code, (tmp_path / "x.csv").exists()) == (2, False)


def test_a_pile_without_a_mail_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("report", "--site", SITE, "--out", tmp_path / "out.html", tmp_path / "empty")
    assert (done.exit_code, (tmp_path / "out.html").exists()) == (1, False)
    assert "There is no mail in it." in done.stderr


def test_every_kind_of_mail_has_a_name() -> None:
    assert set(get_args(Kind)) <= set(words("report", "ja")["kinds"])


def test_a_timeline_has_days_weeks_or_months_without_gaps() -> None:
    days = timeline({"2026-11-01": Counter(bounce=2), "2026-11-04": Counter(delay=1)})
    assert days and (days.unit, days.highest, [one.total for one in days.columns]) == ("day", 2, [2, 0, 0, 1])
    weeks = timeline({"2026-01-01": Counter(bounce=1), "2026-11-04": Counter(bounce=1)})
    assert weeks and (weeks.unit, weeks.columns[0].start) == ("week", date(2025, 12, 29))
    months = timeline({"2020-02-03": Counter(bounce=1), "2026-11-04": Counter(bounce=1)})
    assert months and (months.unit, len(months.columns), months.outside) == ("month", MOST_COLUMNS, 1)
    assert timeline({"1970-01-01": Counter(bounce=1), "x": Counter(bounce=1)}) is None


def test_a_few_clocks_that_are_wrong_do_not_spread_the_plot() -> None:
    found = timeline(
        {"1999-01-01": Counter(bounce=3), "2026-11-04": Counter(bounce=500), "2038-01-19": Counter(delay=2)}
    )
    assert found and (found.unit, len(found.columns), found.outside) == ("day", 1, 5)
