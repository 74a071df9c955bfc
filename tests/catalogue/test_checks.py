"""Each check finds its fault in an otherwise good catalogue: its id, the line, and what to do about it."""

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.checks import all_checks, descriptions
from tests.catalogue.kb_folder import KbFolder

FULL = "articles/general/general-mailbox-full.yaml"
REPUTATION = "articles/general/general-reputation-blocked.yaml"
BLOCKED = "articles/acme/acme-blocked-ip.yaml"
ACME = "providers/acme.yaml"
REPLY, STATUS, WORDS = "codes/reply.yaml", "codes/status.yaml", "vocabulary.yaml"
FIELDS, DAEMONS, SUBJECTS = "words/fields.yaml", "words/daemons.yaml", "words/subjects.yaml"


class Fault(NamedTuple):
    """In `file`, `old` becomes `new`; then `check` complains about the line with `at` and says `mend`."""

    check: str
    file: str
    old: str
    new: str
    at: str
    mend: str


# What the loader refuses.
LOADER = [
    Fault("yaml", FULL, "fixers: [recipient]", "fixers: [recipient", "codes: {reply", "missing quote"),
    Fault("yaml", FULL, "provider: general", "provider: &x general\nsee_also: [*x]", "&x", "Write the value out"),
    Fault("yaml", REPLY, "- code: '550'", "- 550: x", "550: x", "Put the key in quotes"),
    Fault("yaml", REPLY, "checked: 2026-01-15", "checked: 2026-13-01", "2026-13-01", "in quotes"),
    Fault("yaml", REPLY, "kind: reply", "kind: !!python/name:os.system reply", "os.system", "in quotes"),
    Fault("duplicate-key", FULL, "stage: mailbox", "stage: mailbox\nstage: recipient", "stage: recipient", "Keep one"),
    Fault("shape", FULL, "stage: mailbox", "stgae: mailbox", "stgae", "Write `stage`"),
    Fault("shape", FULL, "stage: mailbox\n", "", "id: general-mailbox-full", "Add it"),
    Fault("shape", FULL, "reply: ['552'],", "reply: [552],", "[552]", "'552'"),
    Fault("shape", FULL, "reply: ['552'],", "reply: ['5522'],", "'5522'", "three digits"),
    Fault("shape", FULL, "fixers: [recipient]", "fixers: recipient", "fixers: recipient", "Write [a, b]"),
    Fault("shape", FULL, "fixers: [recipient]", "fixers: []", "fixers: []", "at least one"),
    Fault("shape", FULL, "en: There is no room.}", "en: ''}", "en: ''}", "Write the text"),
    Fault("shape", FULL, ", en: The recipient's mailbox is full}", "}", "title:", "Add it"),
    Fault("shape", FULL, "{ja: 空きがありません。, en: There is no room.}", "No room.", "No room.", "the keys ja, en"),
    Fault("shape", FULL, "checked: 2026-01-15", "checked: '2026-01-15'", "checked: '2026", "without quotes"),
    Fault("shape", FULL, "supports: [codes]", "supports: [names]", "supports: [names]", "one of these words"),
    Fault("shape", FULL, "when: {reply: '552'}", "when: {reply: '552', replies: x}", "replies", "Write `reply`"),
    Fault("shape", ACME, "kind: mailbox", "kind: mailhost", "kind: mailhost", "one of these words"),
    Fault("shape", ACME, "domains: [acme-mail.com]", "domains: ['acme@mail.com']", "acme@mail", "mx.example.jp"),
    Fault("shape", REPLY, "kind: reply", "kind: replies", "kind: replies", "one of these words"),
    Fault("shape", STATUS, "- code: X.2.2", "- code: 5.2", "code: 5.2", "'5.2'"),
    Fault("shape", STATUS, "usual: acme-blocked-ip", "usual:  # nothing", "# nothing", "Write one text"),
    Fault("shape", WORDS, "    article: general-mailbox-full\n", "", "- id: mailbox-full", "Add it"),
    Fault("shape", FIELDS, "{name: received", "{name: Received", "Received", "lower case"),
    Fault("shape", FIELDS, "{name: x-*-error", "{name: x-*err*", "x-*err*", "at most one `*`"),
    Fault("shape", FIELDS, "[technical, mail]", "[technical, post]", "[technical, post]", "one of these words"),
    Fault("shape", FIELDS, "de: [Von]", "dk: [Fra]", "dk: [Fra]", "one of these words"),
    Fault("shape", DAEMONS, "names: [mail delivery]\n", "", "addresses:", "Add it"),
    Fault("shape", SUBJECTS, "start: true", "start: 'true'", "start: 'true'", "without quotes"),
]

# What the checks find without the engine.
SHAPES = [
    Fault("file-name", BLOCKED, "id: acme-blocked-ip", "id: acme-blocked", "id:", "Call the file acme-blocked.yaml"),
    Fault("provider-folder", REPUTATION, "provider: general", "provider: acme", "provider:", "articles/acme/"),
    Fault("unique-id", FULL, "[general-quota]", "[acme-blocked-ip]", "formerly", "another id"),
    Fault("unique-id", WORDS, "{id: mailbox,", "{id: recipient,", "ja: 保存", "Keep one"),
    Fault("mail-words", FIELDS, "name: subject", "name: received", "{name: received, roles", "Keep one"),
    Fault("mail-words", FIELDS, "name: subject", "name: subject\n    labels: {es: [de]}", "[de]", "Keep one"),
    Fault("mail-words", DAEMONS, "[mail delivery]", "[mail delivery, Mail Delivery]", "names:", "Keep one"),
    Fault("mail-words", SUBJECTS, "text: automatic", "text: Failure Notice", "Failure Notice", "Keep one"),
    Fault("known-words", FULL, "reason: mailbox-full", "reason: mailbox-ful", "reason:", "Did you mean `mailbox-full`"),
    Fault("known-words", FULL, "permanence: transient", "permanence: soft", "permanence:", "Known are permanent"),
    Fault("known-words", FULL, "{reply: '552'}", "{stage: data}", "{stage: data}", "Known are"),
    Fault("links", FULL, "[general-reputation-blocked]", "[general-reputation-blocks]", "see_also", "Did you mean"),
    Fault("links", FULL, "[general-reputation-blocked]", "[general-mailbox-full]", "see_also", "another article"),
    Fault("links", FULL, "belongs_to: acme-blocked-ip", "belongs_to: acme-other", "acme-other", "write its file"),
    Fault("links", FULL, "{reply: '552'}", "{provider: elsewhere}", "elsewhere", "write its file"),
    Fault("links", WORDS, "article: general-mailbox-full", "article: acme-blocked-ip", "article: acme", "general art"),
    Fault("links", REPLY, "usual: general-mailbox-full", "usual: general-mailbox-ful", "usual: gen", "Did you mean"),
    Fault("links", REPLY, "provider: general", "provider: generic", "provider:", "write its file"),
    Fault("fixers", FULL, "fixers: [recipient]", "fixers: [recipient, sender]", "fixers", "`who: sender`"),
    Fault("fixers", FULL, "- who: recipient", "- who: sender", "- who: sender", "Add `sender` to `fixers`"),
    Fault("parity", FULL, " of **{recipient}**", "", 'do: {ja: "**', "Put it in en too"),
    Fault("parity", FULL, "`INBOX` of", "inbox of", 'do: {ja: "**', "take it out of ja"),
    Fault("parity", FULL, "    2. 送り直します。\n", "", "en: |", "same numbered steps"),
    Fault(
        "parity",
        BLOCKED,
        "page](https://www.acme-mail.com/delist)",
        "page](https://www.acme-mail.com/)",
        'en: "File',
        "en",
    ),
    Fault("placeholders", FULL, "ja: 待ってから送り直します。", 'ja: "{recipent}"', "{recipent}", "`{recipient}`?"),
    Fault("placeholders", FULL, '"Wait, then', '"} Wait, then', "} Wait", "braces are kept for placeholders"),
    Fault(
        "placeholders", FULL, "The recipient's mailbox is full", '"In {recipient}"', "title:", "without a placeholder"
    ),
    Fault("placeholders", ACME, "en: Ask for removal.", 'en: "{sender_ip}"', "{sender_ip}", "without a placeholder"),
    Fault(
        "placeholders",
        BLOCKED,
        "page](https://www.acme-mail.com/",
        "page](https://www.acme-mail.com/{sender_ip}/",
        "page](",
        "Link to the page itself",
    ),
    Fault("holes", BLOCKED, "[{sender_ip:ip}]", "[{senders_ip:ip}]", "{senders_ip:ip}", "Known are sender_ip"),
    Fault("holes", BLOCKED, "[{sender_ip:ip}]", "[{sender_ip:host}]", "{sender_ip:host}", "Write `{sender_ip:ip}`"),
    Fault(
        "holes", BLOCKED, "values: {sender_ip: 203.0.113.7}", "values: {ip: 203.0.113.7}", "{ip:", "Known are sender_ip"
    ),
    Fault("known-codes", FULL, "reply: ['552'],", "reply: ['553'],", "'553'", "add it with its meaning"),
    Fault("known-codes", BLOCKED, "'5.7.600-5.7.649'", "'5.7.600-5.7.650'", "5.7.650", "add it with its meaning"),
    Fault("known-codes", BLOCKED, "vendor: [ACM042]", "vendor: ['550']", "vendor: ['550']", "add it with its meaning"),
    Fault("code-lists", REPLY, "- code: '552'", '- code: "550"', '"550"', "Keep one"),
    Fault("code-lists", STATUS, "    classes: ['4', '5']\n", "", "code: X.2.2", "Add `classes:"),
    Fault("code-lists", STATUS, "usual: {'4': none, '5'", "usual: {'2': none, '5'", "code: X.2.2", "for each class"),
    Fault("code-lists", STATUS, "5.7.600-5.7.649", "5.7.649-5.7.600", "code: 5.7.649", "'5.7.606-5.7.649'"),
    Fault("code-lists", STATUS, "5.7.600-5.7.649", "5.7.600-5.8.649", "code: 5.7.600", "'5.7.606-5.7.649'"),
    Fault("sources", FULL, "https://www.rfc-editor.org", "http://www.rfc-editor.org", "http://", "from https:// on"),
    Fault("sources", FULL, "checked: 2026-01-15", "checked: 2027-01-15", "2027-01-15", "not later than 2026-11-24"),
    Fault("sources", ACME, "url: https://www.acme-mail.com/delist", "url: acme-mail.com", "url: acme", "full address"),
    Fault("markup", FULL, '"Wait, then', '"<br>Wait, then', "<br>", "Say it in Markdown"),
    Fault("markup", FULL, '"Wait, then', '"Wait&nbsp;and then', "&nbsp;", "Say it in Markdown"),
    Fault("markup", BLOCKED, "page](https://www", "page](http://www", "page](http://", "Link to an https page"),
    Fault("markup", BLOCKED, "page](https://www", "page](javascript:www", "page](java", "Link to an https page"),
    Fault("markup", BLOCKED, "en: Ask for removal of", "en: Ask for **removal** of", "**removal**", "plain text"),
    Fault("markup", FULL, "The recipient's mailbox is", "The **mailbox** is", "title:", "Write plain text"),
    Fault("repeated", FULL, "fixers: [recipient]", "fixers: [recipient, recipient]", "fixers", "Remove one"),
    Fault(
        "repeated",
        FULL,
        "fixers: [recipient]",
        "fixers: [recipient]\nalso_reasons: [mailbox-full]",
        "also_",
        "`also_reasons`",
    ),
    Fault(
        "unused",
        WORDS,
        "placeholders:\n",
        "placeholders:\n  - {id: sender, hole: email, unknown: {ja: 人, en: one}}\n",
        "id: sender, hole",
        "Use it in an article",
    ),
]

# What only the engine can tell.
ENGINE = [
    Fault("patterns", FULL, '"mailbox (is|) (full|over quota)"', '"{word} mail"', '"{word} mail"', "."),
    Fault(
        "pattern-examples",
        FULL,
        '"mailbox (is|) (full|over quota)"',
        '"mailbox (is|) (full|over quota)"\n  - "no room in the inn"',
        "no room in the inn",
        "Add an example",
    ),
    Fault(
        "pattern-examples",
        FULL,
        "{reply: '552'}",
        "{reply: '550'}",
        "quota exceeded for",
        "mend the pattern (and its `when`)",
    ),
    Fault("shadowed", FULL, "552 5.2.2 <taro@example.jp>: mailbox is", "550 letter box", "letter box", "Add a pattern"),
    Fault(
        "shadowed",
        FULL,
        "<taro@example.jp>: mailbox is full",
        "mailbox full, rejected for the poor reputation of your server",
        "of your server",
        "covers more of the example's words",
    ),
    Fault(
        "example-values",
        BLOCKED,
        "values: {sender_ip: 203.0.113.7}",
        "values: {sender_ip: 203.0.113.8}",
        "113.8",
        "the hole",
    ),
    Fault(
        "near-misses",
        FULL,
        "belongs_to: acme-blocked-ip",
        "belongs_to: general-reputation-blocked",
        "550 5.7.606",
        "right article",
    ),
    Fault(
        "near-misses",
        BLOCKED,
        'text: "552 5.2.2 mailbox full"',
        'text: "Access denied, blocked address [203.0.113.9]"',
        "113.9",
        "narrower",
    ),
    Fault("documentation-names", FULL, "taro@example.jp", "taro@example.de", "taro@", "example.jp"),
    Fault(
        "documentation-names", FULL, "taro@example.jp", "taro@acme-mail.com", "taro@", "one with `example` before the @"
    ),
    Fault("documentation-names", BLOCKED, "[192.0.2.25]", "[8.8.4.4]", "text: |", "192.0.2.x"),
    Fault("documentation-names", BLOCKED, "[2001:db8::25]", "[2001:dba::25]", "2001:dba", "2001:db8::x"),
    Fault("documentation-names", BLOCKED, "mx1.acme-mail.com", "mx1.acme-mail.net", "text: |", "*.example"),
    Fault(
        "exceptions",
        FULL,
        "see_also:",
        "exceptions: [{check: links, reason: why, until: 2026-12-01}]\nsee_also:",
        "exceptions",
        "Remove the exception",
    ),
    Fault(
        "exceptions",
        FULL,
        "see_also:",
        "exceptions: [{check: shape, reason: why, until: 2026-12-01}]\nsee_also:",
        "exceptions",
        "Take one of",
    ),
]


@pytest.mark.parametrize("fault", [*LOADER, *SHAPES, *ENGINE], ids=lambda fault: f"{fault.check}: {fault.new[:40]}")
def test_a_fault_is_named_with_its_line_and_mend(tmp_path: Path, fault: Fault) -> None:
    kb = KbFolder(tmp_path)
    kb.change(fault.file, fault.old, fault.new)
    found = [problem for problem in kb.problems() if problem.check == fault.check and problem.file == fault.file]
    assert found, [str(problem) for problem in kb.problems()]
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
    kb.change(REPUTATION, "fixers: [sender]", "fixers: [sender, recipient]")
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
    kb.change(REPUTATION, 'server"\nsteps', 'server at example.de"\nsteps')
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
    kb.change(REPUTATION, "fixers: [sender]", "fixers: [sender, recipient]")
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
    # HTML in a code span is shown as it is; a lone smaller-than sign is none.
    (FULL, '"Wait, then', '"Wait (1 < 2), look for `<b>`, then'),
]


@pytest.mark.parametrize(("file", "old", "new"), HARMLESS, ids=[new[:50] for _, _, new in HARMLESS])
def test_what_only_looks_wrong_passes(tmp_path: Path, file: str, old: str, new: str) -> None:
    kb = KbFolder(tmp_path)
    kb.change(file, old, new)
    if "`<b>`" in new:
        kb.change(file, "ja: 待ってから送り直します。", 'ja: "`<b>`を見てから送り直します。"')
    assert [str(problem) for problem in kb.problems()] == []
