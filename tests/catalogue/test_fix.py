"""`bouncekb check --fix`: mends what is spelled out, to the character, and never makes anything worse."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from generator.catalogue import Problem
from generator.catalogue.mends import Replace
from generator.checks import run_checks
from generator.cli import main
from generator.mending import mend_catalogue
from generator.mending.attempt import Attempt
from tests.catalogue.faults import ACME, BLOCKED, FULL, REPLY, REPUTATION, STATUS
from tests.catalogue.kb_folder import TODAY, KbFolder


class Fault(NamedTuple):
    """In `file`, `good` becomes `bad`; `check` has it made `good` again, or `mended` where that is given."""

    check: str
    file: str
    good: str
    bad: str
    mended: str | None = None


FAULTS = [
    # Quotes: for numbers, dates and truth values that are meant as text, for keys, and for a colon.
    Fault("shape", FULL, "reply: ['552'],", "reply: [552],"),
    Fault("shape", FULL, "There is no room.", "yes", "'yes'"),
    Fault("shape", REPLY, "- code: '550'", "- code: 550   # three digits", "- code: '550'   # three digits"),
    Fault("yaml", STATUS, "usual: {'4': none", "usual: {4: none"),
    Fault("yaml", ACME, "names: [Acme Mail Shield]", "names: [12:30:45:00]", "names: ['12:30:45:00']"),
    Fault(
        "yaml",
        FULL,
        '{ja: 待ってから送り直します。, en: "Wait, then send it again."}',
        "\n      ja: 待ってから送り直します。\n      en: Wait: then  # so\n",
        "\n      ja: 待ってから送り直します。\n      en: 'Wait: then'  # so\n",
    ),
    Fault(
        "yaml",
        FULL,
        "summary: {ja: 空きがありません。, en: There is no room.}",
        "summary:\n  ja: 空きがありません。\n  en: It's so: no room.",
        "summary:\n  ja: 空きがありません。\n  en: 'It''s so: no room.'",
    ),
    # And none where there may be none.
    Fault("shape", FULL, "checked: 2026-01-15", "checked: '2026-01-15'"),
    Fault(
        "shape",
        FULL,
        "when: {reply: '552'}",
        "when: {reply: '552'}\n    summary: 'true'",
        "when: {reply: '552'}\n    summary: true",
    ),
    # One word where a list belongs, a slip in a key, capitals, a range that runs downwards.
    Fault(
        "shape", FULL, "fixers: [recipient]", "fixers: recipient  # the only one", "fixers: [recipient]  # the only one"
    ),
    Fault("shape", FULL, "stage: mailbox", "stgae: mailbox"),
    Fault("shape", ACME, "'*.acme-mail.com'", "'*.Acme-Mail.com'"),
    Fault("shape", STATUS, "5.7.600-5.7.649", "5.7.649-5.7.600"),
    # What nobody sees.
    Fault("shape", FULL, "There is no room.", "There\u200b is\u202e no room."),
    Fault("shape", FULL, "    1. Ask them to make room.", "    1. Ask them\ufeff to make room."),
    # What stands twice, however the list is written.
    Fault("repeated", FULL, "fixers: [recipient]", "fixers: [recipient, recipient]"),
    Fault("repeated", FULL, "reply: ['552'],", "reply: ['552' , '552'],"),
    Fault(
        "repeated",
        FULL,
        '  - text: "552 5.2.2 quota exceeded for this account"\n',
        '  - text: "552 5.2.2 quota exceeded for this account"\n  - text: "552 5.2.2 quota exceeded for this account"\n',
    ),
    Fault(
        "repeated",
        FULL,
        "fixers: [recipient]\n",
        "also_reasons: # none\n  - mailbox-full  # itself\n# why\nfixers: [recipient]\n",
        "# why\nfixers: [recipient]\n",
    ),
    # A hole of another kind, an id of before, an exception without need.
    Fault("holes", BLOCKED, "[{sender_ip:ip}]", "[{sender_ip:host}]"),
    Fault(
        "links", REPUTATION, "codes:", "see_also: [general-quota]\ncodes:", "see_also: [general-mailbox-full]\ncodes:"
    ),
    Fault(
        "exceptions",
        FULL,
        "see_also:",
        "exceptions:\n  - check: fixers\n    reason: |\n      Why\n\n      not.\n    until: 2026-12-01\n\nsee_also:",
        "\nsee_also:",
    ),
    Fault(
        "exceptions",
        FULL,
        "see_also:",
        "exceptions: [{check: fixers, reason: x, until: 2026-12-01}, {check: links, reason: x, until: 2026-12-01}]\nsee_also:",
        "see_also:",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.bad[:40])
def test_a_fault_is_mended_to_the_character(tmp_path: Path, fault: Fault) -> None:
    kb = KbFolder(tmp_path)
    good = kb.read(fault.file)
    kb.change(fault.file, fault.good, fault.bad)
    while mends := [problem for problem in kb.found_by(fault.check) if problem.mends]:
        assert Attempt(replace(one, file=str(kb.path / one.file)) for one in mends).carried_out
    assert kb.found_by(fault.check) == []
    assert kb.read(fault.file) == (good if fault.mended is None else good.replace(fault.good, fault.mended))


def fixed(kb: KbFolder, *files: str) -> Result:
    """The command's result; its exceptions are failures."""
    arguments = ["check", "--fix", "--kb", str(kb.path), *(str(kb.path / file) for file in files)]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def content(kb: KbFolder) -> dict[str, bytes]:
    return {path.relative_to(kb.path).as_posix(): path.read_bytes() for path in kb.path.rglob("*") if path.is_file()}


def test_it_says_what_it_did_and_what_is_left(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "reply: ['552'],", "reply: [552],")
    kb.change(REPUTATION, "fixers: [sender]", "fixers: [sender, wait]")
    result = fixed(kb)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{kb.path}/{FULL}:{kb.line(FULL, 'codes:')}: [shape] `codes.reply[1]` must be text, but `552` is a number. "
        "Mended: put it in quotes.",
        f"{kb.path}/{REPUTATION}:{kb.line(REPUTATION, 'fixers:')}: [fixers] `wait` can fix it, but no step says how. "
        "Mend: Add a step with `who: wait`, or remove `wait` from `fixers`.",
        "Problems: 1, in 1 file.",
    ]
    kb.change(REPUTATION, "fixers: [sender, wait]", "fixers: [sender]")
    before = content(kb)
    assert fixed(kb).output.endswith("all is well.\n")
    assert content(kb) == before


def test_a_file_follows_its_id_and_its_provider_and_keeps_its_old_address(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(BLOCKED, "id: acme-blocked-ip", "id: acme-listed  # shorter")
    (kb.path / BLOCKED).rename(kb.path / "articles/general/acme-blocked-ip.yaml")
    (kb.path / BLOCKED).parent.rmdir()
    result = fixed(kb)
    assert result.output.endswith("all is well.\n"), result.output
    assert sorted(content(kb))[:3] == ["articles/acme/acme-listed.yaml", FULL, REPUTATION]
    assert kb.read("articles/acme/acme-listed.yaml").startswith(
        "id: acme-listed  # shorter\nformerly: [acme-blocked-ip]\ntitle:"
    )
    assert "belongs_to: acme-listed\n" in kb.read(FULL)
    assert "usual: acme-listed\n" in kb.read("codes/acme.yaml")


@pytest.mark.parametrize(
    ("written", "then"),
    [
        ("formerly: [general-quota]  # once", "formerly: [general-quota, general-mailbox-full]  # once"),
        ("formerly: []", "formerly: [general-mailbox-full]"),
        ("formerly:\n- general-quota  # once", "formerly:\n- general-quota  # once\n- general-mailbox-full"),
        ("formerly:\n    - general-quota\n# so", "formerly:\n    - general-quota\n    - general-mailbox-full\n# so"),
    ],
)
def test_an_old_address_is_added_as_the_list_is_written(tmp_path: Path, written: str, then: str) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "formerly: [general-quota]", written)
    kb.change(FULL, "id: general-mailbox-full", "id: general-full")
    Attempt(replace(one, file=str(kb.path / one.file)) for one in kb.found_by("file-name"))
    assert kb.read("articles/general/general-full.yaml").startswith(f"id: general-full\n{then}\n")
    assert kb.found_by("file-name") == []


def test_a_providers_file_follows_its_id(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    (kb.path / ACME).rename(kb.path / "providers/acme-mail.YAML")
    assert fixed(kb).output.endswith("all is well.\n")
    assert ACME in content(kb)


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.write("articles/acme/general-reputation-blocked.yaml", kb.read(REPUTATION))
    kb.write("articles/acme/acme-blocked-ip.YAML", "id: x\n")
    before = content(kb)
    result = fixed(kb)
    assert result.exit_code == 1
    assert {"[provider-folder]", "[place]"} <= {line.split()[1] for line in result.output.splitlines() if "[" in line}
    assert "Mended" not in result.output
    assert content(kb) == before


def test_a_mend_that_does_not_help_is_taken_back_and_the_others_stay(tmp_path: Path) -> None:
    """In quotes, 5.2 is still no status code; the hole's kind is wrong, but with the right one no example is hit."""
    kb = KbFolder(tmp_path)
    kb.change(FULL, "'5.2.2']", "5.2]")
    kb.change(FULL, "fixers: [recipient]", "fixers: recipient")
    kb.change(BLOCKED, "[{sender_ip:ip}]", "[{sender_ip:host}]")
    kb.change(BLOCKED, "fixers: [sender]", "fixers: [sender, sender]")
    before = kb.read(FULL)
    result = fixed(kb)
    assert result.output.count("Mended: ") == 3
    assert kb.read(FULL) == before.replace("fixers: recipient", "fixers: [recipient]")
    assert "fixers: [sender]\n" in kb.read(BLOCKED)
    assert f"{FULL}:{kb.line(FULL, 'codes:')}: [shape]" in result.output


def test_a_mend_that_breaks_something_else_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb = KbFolder(tmp_path)
    kb.change(BLOCKED, "[{sender_ip:ip}]", "[{sender_ip:host}]")
    kb.change(REPUTATION, "fixers: [sender]", "fixers: [sender, sender]")
    monkeypatch.setattr("generator.checks.holes.Replace", lambda keys, swaps: Replace(keys, (("Access", "No"),)))
    before = kb.read(BLOCKED)
    result = fixed(kb)
    assert "Mended: removed it" in result.output
    assert "[holes] `sender_ip` is a ip" in result.output
    assert kb.read(BLOCKED) == before


def test_line_ends_marks_and_permissions_stay(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "id: general-mailbox-full", "id: general-full")
    kb.change(FULL, "reply: ['552'],", "reply: [552],")
    kb.write(FULL, b"\xef\xbb\xbf" + kb.read(FULL).replace("\n", "\r\n").encode())
    (kb.path / FULL).chmod(0o640)
    assert fixed(kb).output.endswith("all is well.\n")
    path = kb.path / "articles/general/general-full.yaml"
    written = path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfid: general-full\r\nformerly: [general-quota, general-mailbox-full]\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_only_the_files_that_were_asked_for_are_mended(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "id: general-mailbox-full", "id: general-full")
    kb.change(BLOCKED, "fixers: [sender]", "fixers: [sender, sender]")
    kb.change("articles/general/general-reputation-blocked.yaml", "codes:", "see_also: [general-quota]\ncodes:")
    others = {name: old for name, old in content(kb).items() if name != FULL}
    result = fixed(kb, FULL)
    assert "moved the file to" in result.output
    assert {name: new for name, new in content(kb).items() if name in others} == others


def test_a_mend_that_is_cut_short_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "id: general-mailbox-full", "id: general-full")
    before, calls = content(kb), []

    def cut_short(*arguments: object) -> list[Problem]:
        calls.append(arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return run_checks(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.mending.mender.run_checks", cut_short)
    with pytest.raises(KeyboardInterrupt):
        mend_catalogue(kb.path, TODAY, lambda file: True)
    assert len(calls) == 2
    assert content(kb) == before
