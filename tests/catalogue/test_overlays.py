"""Overlays: what they add and replace, what they may not, and that commands and pages know whose each thing is."""

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from generator.catalogue import FileMemory, load_catalogue
from generator.checks import all_checks, run_checks
from generator.checks._context import Context
from generator.cli import main
from generator.compiled.prepared import fingerprint
from tests.catalogue.command import GOOD, run
from tests.catalogue.faults import BLOCKED, FULL, STATUS
from tests.catalogue.kb_folder import DATA, TODAY, KbFolder
from tests.conftest import load_project

EXAMPLE = DATA / "overlay"
CHEAP = {"asked", "file-name", "fixers", "links", "next-step", "parity", "provider-folder", "sources", "unique-id"}
"""Checks that need no engine and look at single files."""

QUOTA = "articles/example-corp/example-corp-quota.yaml"
CORP = "providers/example-corp.yaml"
BOUNCE = b"<taro@example.co.jp>: 552 5.2.2 Example Corp Mail: this mailbox has reached its limit\n"


@pytest.fixture
def ours(tmp_path: Path) -> KbFolder:
    """A copy of the example."""
    folder = KbFolder.at(tmp_path / "ours")
    shutil.copytree(EXAMPLE, folder.path)
    return folder


def problems(*overlays: Path) -> list[str]:
    return [str(one) for one in load_catalogue(GOOD, overlays=overlays).problems]


def take(overlay: KbFolder, name: str, overriding: bool = True) -> None:
    """Put a copy of one of the good catalogue's files into an overlay."""
    overlay.write(name, ("overrides: true\n" if overriding else "") + (GOOD / name).read_text(encoding="utf-8"))


def test_an_overlay_adds_what_it_has_and_each_part_knows_whose_it_is() -> None:
    loaded = load_catalogue(GOOD, overlays=[EXAMPLE])
    assert loaded.problems == ()
    catalogue = loaded.catalogue
    assert {"example-corp-quota", "acme-blocked-ip"} < set(catalogue.articles)
    assert list(catalogue.providers) == ["acme", "example-corp"]
    for part in (catalogue.articles["example-corp-quota"], catalogue.providers["example-corp"]):
        whose = catalogue.overlay(part)
        assert whose is not None and (whose.name.ja, whose.name.en) == ("例示商事", "Example Corp.")
    assert catalogue.overlay(catalogue.articles["acme-blocked-ip"]) is None
    assert run_checks(loaded, TODAY) == []


def test_the_example_fits_the_projects_own_catalogue() -> None:
    loaded = load_project(EXAMPLE)
    assert loaded.problems == ()
    found = [
        problem
        for check in all_checks()
        if check.id in CHEAP
        for problem in check.check(Context(loaded.catalogue, TODAY))
    ]
    assert [str(one) for one in found if one.file.startswith(EXAMPLE.as_posix())] == []


def test_a_file_that_says_so_replaces_another_whole(ours: KbFolder) -> None:
    for name in (FULL, "providers/acme.yaml", "hosts/hosting.yaml", "reporters/postfix.yaml", STATUS):
        take(ours, name)
    ours.change(FULL, "en: The recipient's mailbox is full}", "en: Full}")
    ours.change(STATUS, "title: {ja: 容量オーバー, en: Mailbox full}", "title: {ja: 満杯, en: Full}")
    loaded = load_catalogue(GOOD, overlays=[ours.path])
    assert loaded.problems == ()
    catalogue = loaded.catalogue
    assert catalogue.articles["general-mailbox-full"].title.en == "Full"
    assert catalogue.codes["5.2.2"].title.en == "Full"
    assert [one.id for one in catalogue.written].count("general-mailbox-full") == 1
    parts = [catalogue.providers["acme"], catalogue.hosts["hosting"], catalogue.reporters["postfix"]]
    assert all(part.origin.path.is_relative_to(ours.path) for part in parts)
    assert run_checks(loaded, TODAY) == []


def test_a_later_overlay_lies_over_an_earlier_one_by_the_same_rule(ours: KbFolder, tmp_path: Path) -> None:
    theirs = KbFolder.at(tmp_path / "theirs")
    theirs.write("overlay.yaml", "name: {ja: 支社, en: Branch}\n")
    theirs.write(QUOTA, ours.read(QUOTA))
    place = f"{theirs.path}/{QUOTA}:1"
    [problem] = problems(ours.path, theirs.path)
    assert problem.startswith(
        f"{place}: [overlay] The id `example-corp-quota` is already taken by {ours.path}/{QUOTA}:1."
    )
    theirs.write(QUOTA, "overrides: true\n" + ours.read(QUOTA))
    assert problems(ours.path, theirs.path) == []
    catalogue = load_catalogue(GOOD, overlays=[ours.path, theirs.path]).catalogue
    whose = catalogue.overlay(catalogue.articles["example-corp-quota"])
    assert whose and whose.name.en == "Branch"
    assert any("no `example-corp-quota` below" in one for one in problems(theirs.path, ours.path))


class Wrong(NamedTuple):
    """In `file` of the overlay, `old` becomes `new`: the problem on the line with `at` says `message` and `mend`."""

    file: str
    old: str
    new: str
    at: str
    message: str
    mend: str


WRONG = [
    Wrong(
        QUOTA, "id: example-corp-quota", "id: acme-blocked-ip", "id:", "already taken by {good}/", "`overrides: true`"
    ),
    Wrong(CORP, "id: example-corp", "id: acme", "id:", "already taken by {good}/providers/acme.yaml:1", "another id"),
    Wrong(QUOTA, "provider:", "overrides: true\nprovider:", "overrides", "There is no `example-corp-quota`", "Remove"),
    Wrong(QUOTA, "provider:", "overrides: 1\nprovider:", "overrides", "must be true or false", "Write true"),
    Wrong(
        QUOTA,
        "provider:",
        "formerly: [acme-blocked-ip]\nprovider:",
        "formerly",
        "`acme-blocked-ip` is already",
        "Remove",
    ),
    Wrong(QUOTA, "stage: recipient", "stage: [", "first:", "This is not YAML", "Look at"),
    Wrong(
        QUOTA,
        "  en: Mail arrives within minutes after old messages are moved.\n",
        "",
        "how_long",
        "`how_long.en`",
        "Add",
    ),
    Wrong("overlay.yaml", "contact: https:", "contact: javascript:", "contact", "to reach somebody", "https://"),
    Wrong("overlay.yaml", ", en: Example Corp.", "", "name", "`name.en` is missing", "Add it"),
    Wrong("letters.yaml", "overrides: true\n", "", "frames", "`overrides` is missing", "Add it"),
    Wrong("letters.yaml", "All steps: {link}", "{who} {link}", "en: |", "more than one value", "a line of its own"),
    Wrong("letters.yaml", "All steps: {link}", "All: {who}", "en: |", "no value `{{who}}`", "recipient"),
    Wrong("letters.yaml", "  customer:", "  customers:", "customers", "'customer'", "Take one"),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda one: f"{one.file}: {one.new[:30]}")
def test_what_is_wrong_in_an_overlay_is_told_with_its_file_and_line(ours: KbFolder, wrong: Wrong) -> None:
    ours.change(wrong.file, wrong.old, wrong.new)
    place = f"{ours.path}/{wrong.file}:{ours.line(wrong.file, wrong.at)}: "
    told = [one for one in problems(ours.path) if one.startswith(place)]
    message = wrong.message.format(good=GOOD)
    assert any(message in one and wrong.mend in one.partition(" Mend: ")[2] for one in told), problems(ours.path)


def test_a_frame_without_the_articles_words_is_refused(ours: KbFolder) -> None:
    text = ours.read("letters.yaml")
    ours.write("letters.yaml", text.replace("{body}", ""))
    assert [one for one in problems(ours.path) if "`{body}`, the place" in one and "letters.yaml:4" in one]
    ours.write("letters.yaml", text.replace("      {body}", "      Hello. {body}"))
    assert [one for one in problems(ours.path) if "must have a line of its own" in one]


@pytest.mark.parametrize("name", ["words/daemons.yaml", "concepts/order.yaml", "vocabulary.yaml", "notes.yaml"])
def test_what_no_overlay_can_have_is_named(ours: KbFolder, name: str) -> None:
    ours.write(name, "x: y\n")
    [problem] = problems(ours.path)
    assert problem.startswith(f"{ours.path}/{name}: [place]") and "an overlay holds nothing else" in problem


def test_a_folder_that_cannot_be_an_overlay_is_named(ours: KbFolder, tmp_path: Path) -> None:
    (ours.path / "overlay.yaml").unlink()
    [problem] = problems(ours.path)
    assert problem.startswith(f"{ours.path}/overlay.yaml: [place] There is no overlay.yaml")
    [problem] = problems(tmp_path / "nowhere")
    assert problem.startswith(f"{tmp_path}/nowhere: [place] There is no such folder.")
    for folders in ((EXAMPLE, EXAMPLE), (EXAMPLE, EXAMPLE / "articles"), (GOOD,), (GOOD / "articles",)):
        [problem] = problems(*folders)
        assert problem.startswith(f"{folders[-1]}: [place] This folder and ")


def test_a_former_id_comes_along(ours: KbFolder, tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(BLOCKED, "id: acme-blocked-ip\n", "id: acme-blocked-ip\nformerly: [acme-old]\n")
    take(ours, BLOCKED)
    arguments = ("--overlay", ours.path)
    told = run("check", *arguments, kb=kb.path).output
    assert f"{ours.path}/{BLOCKED}:2: [overlay] The article that this replaces was called `acme-old` once" in told
    assert run("check", "--fix", *arguments, kb=kb.path).exit_code == 0
    assert "formerly: [acme-old]" in ours.read(BLOCKED)
    ours.change(BLOCKED, "overrides: true\nid: acme-blocked-ip\nformerly: [acme-old]", "id: acme-old")
    told = run("check", *arguments, kb=kb.path).output
    assert f"`acme-old` is a former one of {kb.path}/{BLOCKED}:1. Mend: To replace that one, call this" in told


def test_a_pattern_that_takes_the_projects_examples_is_told(ours: KbFolder) -> None:
    """At the example that is answered otherwise now, with the article that answers it."""
    ours.change(QUOTA, "patterns:\n", 'patterns:\n  - "quota exceeded for this account"\n')
    found = [one for one in run_checks(load_catalogue(GOOD, overlays=[ours.path]), TODAY) if one.check == "shadowed"]
    line = KbFolder.at(GOOD).line(FULL, "552 5.2.2 quota exceeded")
    assert [(one.file, one.line) for one in found] == [((GOOD / FULL).as_posix(), line)]
    assert "first by `example-corp-quota`" in found[0].message


def test_a_server_shows_another_name_as_soon_as_it_is_written(ours: KbFolder) -> None:
    memory = FileMemory()
    first = load_catalogue(GOOD, memory, [ours.path]).catalogue
    ours.change("overlay.yaml", "en: Example Corp.", "en: Another")
    second = load_catalogue(GOOD, memory, [ours.path]).catalogue
    article = second.articles["example-corp-quota"]
    assert article is first.articles["example-corp-quota"]
    whose = second.overlay(article)
    assert whose and whose.name.en == "Another"


def test_commands_answer_with_an_overlay_and_say_whose_the_answer_is(tmp_path: Path) -> None:
    (tmp_path / "bounce.txt").write_bytes(BOUNCE)
    arguments = ("match", "--overlay", EXAMPLE, "--json", tmp_path / "bounce.txt")
    [recipient] = json.loads(run(*arguments).output)["recipients"]
    assert (recipient["provider"], recipient["matches"][0]["article"]) == ("example-corp", "example-corp-quota")
    assert "  例示商事による案内\n" in run("match", "--overlay", EXAMPLE, "-", stdin=BOUNCE).output
    assert "  By Example Corp.\n" in run("match", "--overlay", EXAMPLE, "-", stdin=BOUNCE, lang="en").output
    without = run("match", "-", stdin=BOUNCE, lang="en").output
    assert "Example Corp" not in without.replace("Example Corp Mail: this", "")
    told = run("explain", "--overlay", EXAMPLE, "-", stdin=BOUNCE).output
    assert f"{EXAMPLE}/{QUOTA}:" in told
    sent = run("macros", "--overlay", EXAMPLE, "--format", "csv", "--site-url", "https://a.example/").output
    assert sent.count("例示商事メール窓口です。") == 4


def test_the_environment_names_overlays_for_every_command(ours: KbFolder) -> None:
    ours.change("overlay.yaml", "en: Example Corp.", "en: Another")
    ours.write(QUOTA, "overrides: true\n" + ours.read(QUOTA))
    ours.write(CORP, "overrides: true\n" + ours.read(CORP))
    folders = {"BOUNCEKB_KB": str(GOOD), "BOUNCEKB_OVERLAYS": os.pathsep.join(map(str, (EXAMPLE, ours.path)))}
    result = CliRunner().invoke(main, ["match", "--lang", "en", "-"], input=BOUNCE, env=folders)
    assert "  By Another\n" in result.output


def test_what_was_compiled_of_one_overlay_is_not_taken_for_another(ours: KbFolder) -> None:
    known = {fingerprint(GOOD), fingerprint(GOOD, [EXAMPLE]), fingerprint(EXAMPLE, [GOOD])}
    assert len(known) == 3
    assert fingerprint(GOOD, [ours.path]) == fingerprint(GOOD, [EXAMPLE])
    ours.change("overlay.yaml", "en: Example Corp.", "en: Another")
    assert fingerprint(GOOD, [ours.path]) not in known


def test_drafts_and_schemas_go_into_the_overlay(ours: KbFolder) -> None:
    assert run("schema", "--overlay", ours.path).exit_code == 0
    schema = json.loads(ours.read("schema/article.json"))
    assert "example-corp" in schema["properties"]["provider"]["enum"]
    assert not (GOOD / "schema").exists()
    line = ("new", "--overlay", ours.path, "--from", "-", "--id", "example-corp-too-many")
    assert run(*line, stdin=b"550 5.7.1 Example Corp Mail: too many\n").exit_code == 0
    assert (ours.path / "articles/example-corp/example-corp-too-many.yaml").is_file()
    taken = ("new", "--overlay", ours.path, "--from", "-", "--id", "acme-blocked-ip")
    assert "is there already" in run(*taken, stdin=b"550 5.7.1 Acme\n").output
