"""Each check finds its fault in an otherwise good catalogue: its id, the line, and what to do about it."""

from pathlib import Path

import pytest

from generator.checks import all_checks, descriptions
from tests.catalogue.faults import ACME, BLOCKED, ENGINE, FULL, LOADER, REPLY, REPUTATION, SHAPES, STATUS, WORDS, Fault
from tests.catalogue.kb_folder import KbFolder


@pytest.mark.parametrize("fault", [*LOADER, *SHAPES, *ENGINE], ids=lambda fault: f"{fault.check}: {fault.new[:40]}")
def test_a_fault_is_named_with_its_line_and_mend(tmp_path: Path, fault: Fault) -> None:
    kb = KbFolder(tmp_path)
    kb.change(fault.file, fault.old, fault.new)
    said = kb.found_by(fault.check)
    found = [problem for problem in said if problem.check == fault.check and problem.file == fault.file]
    assert found, [str(problem) for problem in said]
    assert kb.line(fault.file, fault.at) in {problem.line for problem in found}, [str(problem) for problem in found]
    assert any(fault.mend in problem.mend for problem in found), [str(problem) for problem in found]


def test_the_good_catalogue_is_good(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    assert kb.problems() == []


def test_every_check_has_a_fault_here() -> None:
    """`place` is about files without content, which test_loader.py has; `engine` is below."""
    assert {fault.check for fault in [*LOADER, *SHAPES, *ENGINE]} == set(descriptions()) - {"place", "engine"}


def test_an_engine_that_fails_is_told_once_beside_everything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb = KbFolder(tmp_path)
    kb.change(REPUTATION, "fixers: [sender]", "fixers: [sender, wait]")
    monkeypatch.setattr("generator.hosts.quickjs.engine_script", lambda: "globalThis.BounceEngine = {};")
    found = kb.problems()
    assert [one.check for one in found] == ["engine", "fixers"]
    assert "could not be tried" in found[0].message


def test_a_check_is_called_like_its_module() -> None:
    for check in all_checks():
        assert check.check.__module__ == f"generator.checks.{check.id.replace('-', '_')}"
        assert check.description.endswith(".")


def test_an_exempt_article_passes_and_no_other(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "taro@example.jp", "taro@example.de")
    kb.change(REPUTATION, 'server"\nnext', 'server at example.de"\nnext')
    exception = "exceptions: [{check: documentation-names, reason: why not, until: 2025-01-01}]\nsee_also:"
    kb.change(FULL, "see_also:", exception)
    assert {(one.check, one.file) for one in kb.problems()} == {("documentation-names", REPUTATION)}


def test_an_article_that_is_named_twice_is_found_once_for_each_file(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.write("articles/acme/general-reputation-blocked.yaml", kb.read(REPUTATION))
    found = {(one.check, one.file) for one in kb.problems()}
    assert ("unique-id", REPUTATION) in found
    assert ("provider-folder", "articles/acme/general-reputation-blocked.yaml") in found


def test_what_refers_to_a_broken_file_is_not_blamed(tmp_path: Path) -> None:
    """The file's own problem is the only one: links to it, its codes and its words are left alone."""
    kb = KbFolder(tmp_path)
    kb.change(BLOCKED, "provider: acme", "provider: [")
    assert {(one.check, one.file) for one in kb.problems()} == {("yaml", BLOCKED)}


@pytest.mark.parametrize("name", [REPLY, WORDS, ACME])
def test_a_broken_list_brings_no_other_complaints(tmp_path: Path, name: str) -> None:
    kb = KbFolder(tmp_path)
    kb.write(name, "kind: [")
    found = [problem for problem in kb.problems() if problem.file != name]
    # Without Acme's file its hosts are unknown, which only its own article's examples can notice.
    assert {problem.check for problem in found} <= ({"documentation-names"} if name == ACME else set())


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "fixers: [recipient]", "fixers: [recipient")
    kb.change(REPUTATION, "fixers: [sender]", "fixers: [sender, wait]")
    kb.change(BLOCKED, "[2001:db8::25]", "[2001:dba::25]")
    kb.change(STATUS, "standard: RFC 3463, 3.3", "standards: RFC 3463, 3.3")
    assert [(one.file, one.check) for one in kb.problems()] == [
        (BLOCKED, "documentation-names"),
        (BLOCKED, "example-values"),
        (FULL, "yaml"),
        (REPUTATION, "fixers"),
        (STATUS, "shape"),
    ]


HARMLESS = [
    # A code at the start of a line is no numbered step.
    (FULL, "ja: 待ってから", "ja: 5.7.606なら待ってから"),
    # One page in two languages, and a link's words that have brackets.
    (BLOCKED, "page](https://www.acme-mail.com/delist)", "(web) page](https://www.acme-mail.com/en-us/delist/)"),
    # Not addresses: times, versions, file names, Exchange's own words, reversed addresses.
    (FULL, "taro@example.jp>: mailbox", "taro@example.jp>: (12:34:56, v1.2.3, 300.1.2.3, delivery-status.txt) mailbox"),
    (FULL, "taro@example.jp>: mailbox", "taro@example.jp>: RESOLVER.RST.SendSizeLimit.Org; mailbox"),
    (FULL, "taro@example.jp>: mailbox", "taro@example.jp>: 7.113.0.203.in-addr.arpa 127.0.0.2 mailbox"),
    # Whoever these belong to, it is nobody in particular.
    (FULL, "taro@example.jp>: mailbox", "postmaster@acme-mail.com> <a@sub.example.co.jp> [IPv6:2001:db8::7]: mailbox"),
    (FULL, "taro@example.jp>: mailbox", "example-taro@acme-mail.com>: see https://help.acme-mail.com/x mailbox"),
    # A full stop behind an address, and a port in it.
    (BLOCKED, "    check: {ja: 受け付けられます。", "    check: {ja: https://acme-mail.com:8443 です。"),
    # HTML in a code span is shown as it is; a lone smaller-than sign is none.
    (FULL, '"Wait, then', '"Wait (1 < 2), look for `<b>`, then'),
]


@pytest.mark.parametrize(("file", "old", "new"), HARMLESS, ids=[new[:50] for _, _, new in HARMLESS])
def test_what_only_looks_wrong_passes(tmp_path: Path, file: str, old: str, new: str) -> None:
    kb = KbFolder(tmp_path)
    kb.change(file, old, new)
    if "8443" in new:
        kb.change(file, "en: It is accepted.", "en: It is https://acme-mail.com:8443.")
    if "`<b>`" in new:
        kb.change(file, "ja: 待ってから送り直します。", 'ja: "`<b>`を見てから送り直します。"')
    assert [str(problem) for problem in kb.problems()] == []


def test_examples_are_tried_again_only_where_an_answer_may_have_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.compiled.store.FOLDER", tmp_path / "cache")
    monkeypatch.setattr("generator.checks._tried._WORTH_KEEPING", 1)
    kb = KbFolder(tmp_path)
    kb.change(BLOCKED, "values: {sender_ip: 203.0.113.7}", "values: {sender_ip: 203.0.113.8}")
    found = kb.problems()
    assert {one.check for one in found} == {"example-values"}

    def none(index: object) -> None:
        raise AssertionError("the engine was asked")

    monkeypatch.setattr("generator.checks._tried.Engine", none)
    kb.change(FULL, "The recipient's mailbox is full", "Their mailbox is full")
    assert kb.problems() == found
    kb.change(BLOCKED, "patterns:\n", "patterns:\n  - 'Refused by the list of Acme'\n")
    with pytest.raises(AssertionError, match="the engine was asked"):
        kb.problems()
