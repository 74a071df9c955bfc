"""What is read of a pile: folders in a stable order, Maildirs, every mail of an mbox, the telling lines of a log."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hosts.link import link_modules
from generator.hosts.quickjs import Script
from generator.piles import logs
from generator.piles import mbox as splitting
from tests.catalogue.command import FULL, run
from tests.conftest import PROJECT
from tests.piles.mails import LUNCH, SEPARATOR, full, mail, matched, mbox, written

LOG = """\
Nov 24 04:17:00 mx postfix/smtpd[123]: connect from unknown[192.0.2.1]
Nov 24 04:17:01 mx postfix/smtp[450]: 4ABC123: to=<taro@example.jp>, relay=mx.example.jp[203.0.113.7]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced (host mx.example.jp[203.0.113.7] said: 550 5.1.1 <taro@example.jp>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))
Nov 24 04:17:02 mx postfix/smtp[450]: 4ABC124: to=<jiro@example.com>, relay=mx.example.com[203.0.113.8]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=2.0.0, status=sent (250 2.0.0 OK)
Nov 24 04:17:03 mx postfix/smtp[450]: 4ABC125: to=<saburo@example.com>, relay=mx.example.com[203.0.113.8]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=4.2.2, status=deferred (host mx.example.com[203.0.113.8] said: 452 4.2.2 The mailbox is over quota (in reply to RCPT TO command))
Nov 24 04:17:04 mx postfix/qmgr[12]: 4ABC125: removed
2026-11-24 04:17:00 1abc-0001-XX ** hanako@example.net R=dnslookup T=remote_smtp H=mx.example.net [203.0.113.9]: SMTP error from remote mail server after RCPT TO:<hanako@example.net>: 550 5.2.1 mailbox disabled
2026-11-24 04:17:00 1abc-0002-XX => ok@example.net R=dnslookup T=remote_smtp H=mx.example.net [203.0.113.9] C="250 OK"
Nov 24 04:17:00 mx sm-mta[1234]: uAO4H0: to=<kenji@example.org>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=30000, relay=mx.example.org. [203.0.113.10], dsn=5.1.1, stat=User unknown
"""
HEAD = st.sampled_from(
    [
        "",
        SEPARATOR,
        "From me\n",
        ">From x 10:00\n",
        "\n",
        "From a b 04:17 x\nSubject: y\n",
        "Subject: x\n",
        "text",
        "\r",
    ]
)


def test_a_folder_is_read_with_its_subfolders_by_name_and_without_hidden_files(tmp_path: Path) -> None:
    written(tmp_path, b__c=FULL, b__a=FULL, a=FULL, z=FULL, **{".hidden": FULL, ".git__x": FULL})
    (tmp_path / "b" / "round").symlink_to(tmp_path)
    found = matched(tmp_path / "z", tmp_path)
    assert [one["file"] for one in found] == [f"{tmp_path}/{name}" for name in ("z", "a", "b/a", "b/c", "z")]


def test_of_a_maildir_only_the_mails_are_read(tmp_path: Path) -> None:
    names = {"cur__1:2,S": FULL, "new__2": FULL, "tmp__3": FULL, "dovecot-uidlist": "3 V1 N9\n"}
    written(tmp_path, **names, **{".Sent__cur__4": FULL, ".Sent__new__5": FULL, ".Sent__maildirfolder": ""})
    found = [one["file"].removeprefix(f"{tmp_path}/") for one in matched(tmp_path)]
    assert found == [".Sent/cur/4", ".Sent/new/5", "cur/1:2,S", "new/2"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_mail_of_an_mbox_is_read_with_its_number_and_date(tmp_path: Path, end: str) -> None:
    written(tmp_path, box=mbox(mail(full("a@example.jp")), LUNCH, end=end))
    first, second = matched(tmp_path / "box")
    assert (first["file"], second["file"]) == (f"{tmp_path}/box#1", f"{tmp_path}/box#2")
    assert (first["date"], second["date"]) == ("2026-11-02T10:00:00+09:00", "2026-11-03T09:00:00-05:00")
    assert first["recipients"][0]["matches"][0]["article"] == "general-mailbox-full"
    assert (second["kind"], second["left_out"]) == ("other", {})


def test_an_mbox_of_one_mail_has_a_number_and_a_text_that_only_begins_like_one_has_none(tmp_path: Path) -> None:
    written(tmp_path, box=mbox(mail(FULL)), text=f"From what I see, it is full:\n{FULL}", undated=SEPARATOR + FULL)
    box, text, undated = matched(tmp_path)
    assert (box["file"], text["file"]) == (f"{tmp_path}/box#1", f"{tmp_path}/text")
    assert (text["date"], undated["date"]) == (None, "2026-11-24T04:17:00")


@pytest.mark.parametrize("name", ["two.eml", "LOG.TXT"])
def test_what_people_save_is_one_input_whatever_is_in_it(tmp_path: Path, name: str) -> None:
    log = "Nov  2 10:00:00 mx postfix/smtp[1]: A1: to=<a@example.jp>, status=bounced (552 5.2.2 mailbox full)\n"
    written(tmp_path, **{name: log * 3 if name == "LOG.TXT" else mbox(mail(FULL), LUNCH)})
    [one] = matched(tmp_path / name)
    assert (one["file"], one["kind"]) == (f"{tmp_path}/{name}", "bounce")


def test_a_whole_file_is_one_input_where_that_is_asked_for(tmp_path: Path) -> None:
    written(tmp_path, box=mbox(mail(full("a@example.jp")), LUNCH), log=LOG)
    box, log = matched("--whole", tmp_path)
    assert (box["file"], box["left_out"]) == (f"{tmp_path}/box", {"messages": 1})
    assert log["file"] == f"{tmp_path}/log"


def test_a_mail_of_an_mbox_that_is_too_large_takes_no_other_with_it(tmp_path: Path) -> None:
    with (tmp_path / "box").open("wb") as file:
        file.write(mbox(mail(full("a@example.jp")), mail("")) + b"x" * 50_000_001)
        file.write(b"\n\n" + mbox(mail(full("b@example.jp"))))
    done = run("match", "--json", tmp_path / "box")
    first, large, last = (json.loads(line) for line in done.stdout.splitlines())
    assert done.exit_code == 1
    assert "larger than 50 MB" in large["error"]
    assert [one["file"][-1] for one in (first, large, last)] == ["1", "2", "3"]
    assert [one["recipients"][0]["recipient"] for one in (first, last)] == ["a@example.jp", "b@example.jp"]


@pytest.fixture(scope="module")
def splitter() -> Script:
    return Script(
        link_modules({"engine/mail/mbox.js": "Mbox"})
        + "globalThis.rangesOf = (json) => JSON.stringify(Mbox.messageRanges(JSON.parse(json)));"
    )


@given(parts=st.lists(HEAD, max_size=12), size=st.integers(1, 40), crlf=st.booleans())
def test_an_mbox_in_pieces_is_split_where_the_engine_splits_it(
    splitter: Script, parts: list[str], size: int, crlf: bool
) -> None:
    text = (SEPARATOR + "Subject: x\n\n" + "\n".join(parts)).replace("\n", "\r\n" if crlf else "\n")
    data = text.encode()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    found = list(splitting.messages(pieces, len(data)))
    assert found == [data[start:end] for start, end in splitter.call("rangesOf", text)]


def test_of_a_log_the_lines_about_refused_and_waiting_recipients_are_read(tmp_path: Path) -> None:
    written(tmp_path, log=LOG)
    os.utime(tmp_path / "log", (1_800_000_000, 1_800_000_000))  # 15 January 2027
    found = matched(tmp_path / "log", kb=PROJECT / "kb")
    told = [(one["file"].partition("#")[2], one["recipients"][0]["recipient"], one["kind"]) for one in found]
    assert told == [
        ("2", "taro@example.jp", "bounce"),
        ("4", "saburo@example.com", "delay"),
        ("6", "hanako@example.net", "bounce"),
        ("8", "kenji@example.org", "bounce"),
    ]
    assert [one["date"] for one in found[1:3]] == ["2026-11-24T04:17:03", "2026-11-24T04:17:00"]


def test_a_log_of_json_and_one_whose_lines_never_end_are_read(tmp_path: Path) -> None:
    record = json.dumps({"type": "Bounce", "response": {"content": full("a@example.jp")}})
    written(
        tmp_path,
        json=f"{record}\n{json.dumps({'type': 'Delivery'})}\n{record}\n",
        long="2026-11-24T04:17:00Z a\n2026-11-24T04:17:30Z b\n2026-11-24T04:18 " + "x " * 200_000,
    )
    assert [one["file"].partition("#")[2] for one in matched(tmp_path / "json")] == ["1", "3"]
    assert matched(tmp_path / "long") == []


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (FULL.encode(), ["-"]),
        (mbox(mail(FULL), mail(FULL)), ["-#1", "-#2"]),
        (LOG.encode(), ["-#2", "-#4", "-#6", "-#8"]),
    ],
)
def test_standard_input_may_be_any_of_these(content: bytes, names: list[str]) -> None:
    assert [one["file"] for one in matched("-", stdin=content, kb=PROJECT / "kb")] == names


def test_people_get_a_line_about_all_of_several_mails(tmp_path: Path) -> None:
    written(tmp_path, a=FULL, b="Lunch at noon?\n", c="550 no such luck\n", d=b"%PDF-1.7")
    done = run("match", "--lang", "en", tmp_path)
    assert done.stdout.splitlines()[-1] == (
        "Mails looked at: 3. With a known cause: 1; without: 1; no bounces: 1; could not be looked at: 1."
    )
    assert "looked at" not in run("match", "--lang", "en", tmp_path / "a").stdout


def test_a_stream_in_small_pieces_is_the_same_log() -> None:
    data = LOG.encode()
    pieces = (data[at : at + 7] for at in range(0, len(data), 7))
    assert list(logs.lines(pieces)) == data.splitlines()
