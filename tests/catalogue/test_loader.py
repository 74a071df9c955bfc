"""The loader: lines of values, types of scalars, all problems at once, and files that no loader should trip over."""

import pickle
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.catalogue.reader import read
from tests.catalogue.faults import BLOCKED, FULL, REPUTATION, WORDS
from tests.catalogue.kb_folder import KbFolder


def loader_problems(kb: KbFolder) -> list[str]:
    return [str(problem) for problem in load_catalogue(kb.path).problems]


def test_a_catalogue_without_fault_loads_whole(tmp_path: Path) -> None:
    loaded = load_catalogue(KbFolder(tmp_path).path)
    catalogue = loaded.catalogue
    assert loaded.problems == ()
    assert list(catalogue.articles) == ["acme-blocked-ip", "general-mailbox-full", "general-reputation-blocked"]
    assert list(catalogue.providers) == ["acme"]
    article = catalogue.articles["general-mailbox-full"]
    assert article.title.en == "The recipient's mailbox is full"
    assert [(pattern.text, pattern.when and pattern.when.reply) for pattern in article.patterns] == [
        ("mailbox (is|) (full|over quota)", None),
        ("quota exceeded for this account", "552"),
    ]
    assert [example.values for example in article.examples] == [None, None, None]
    assert article.sources[0].checked == date(2026, 1, 15)
    assert catalogue.template is None


def test_folded_japanese_has_no_blanks_but_latin_keeps_its_own(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    folded = "summary:\n  ja: 送り出した\n    サーバー。\n    Microsoft 365の\n    IP\n  en: It\n    is full."
    kb.change(FULL, "summary: {ja: 空きがありません。, en: There is no room.}", folded)
    summary = load_catalogue(kb.path).catalogue.articles["general-mailbox-full"].summary
    assert (summary.ja, summary.en) == ("送り出したサーバー。Microsoft 365の IP", "It is full.")


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    catalogue = load_catalogue(kb.path).catalogue
    origin = catalogue.origin(catalogue.articles["general-mailbox-full"])
    assert origin.line("id") == 1
    assert origin.line("patterns", 1, "when", "reply") == kb.line(FULL, "when: {reply")
    assert origin.line("steps", 1, "do", "en") == kb.line(FULL, "Wait, then")
    assert origin.line("steps", 1, "nothing") == kb.line(FULL, "- who: wait")
    assert origin.line() == 1


def test_every_part_knows_its_file_also_in_another_process(tmp_path: Path) -> None:
    """The second language is built from a pickle; two articles with one id still come from two files."""
    kb = KbFolder(tmp_path)
    kb.write("articles/acme/general-mailbox-full.yaml", kb.read(FULL))
    loaded = load_catalogue(kb.path).catalogue
    catalogue = pickle.loads(pickle.dumps(loaded))
    parts = [*catalogue.written, *catalogue.providers.values(), *catalogue.code_lists, catalogue.vocabulary]
    files = [catalogue.origin(part).path.relative_to(kb.path).as_posix() for part in parts]
    assert files[:4] == sorted([FULL, "articles/acme/general-mailbox-full.yaml", BLOCKED, REPUTATION])
    assert files[4:] == ["providers/acme.yaml", *(f"codes/{name}.yaml" for name in ("acme", "reply", "status")), WORDS]
    article = catalogue.articles["acme-blocked-ip"]
    assert catalogue.origin(article).line("patterns", 0) == loaded.articles[article.id].origin.line("patterns", 0) > 1
    assert catalogue.origin(article.model_copy(update={"reason": "x"})) == catalogue.origin(article)


def test_only_plain_scalars_are_typed(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("a: 550\nb: '550'\nc: 2026-11-24\nd: '2026-11-24'\ne: 5.2.0\nf: yes\ng:\nh: [1.5, x]\n")
    value, _, problems = read(file)
    assert problems == []
    assert value == {
        "a": 550,
        "b": "550",
        "c": date(2026, 11, 24),
        "d": "2026-11-24",
        "e": "5.2.0",
        "f": True,
        "g": None,
        "h": (1.5, "x"),
    }


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 0, "is empty"),
        (b"id: a\ntitle: \xff\n", 2, "not UTF-8"),
        (b"id: a\n\ttitle: b\n", 2, "not YAML"),
        (b"id: a: b\n", 1, "quotes: it has a colon"),
        (b"id: a\ntitle: a\x07b\n", 2, "not YAML"),
        (b"[" * 100_000, 0, "nested too deeply"),
        (b"a: &a [x]\nb: [*a, *a]\n", 1, "An anchor"),
        (b"? [a]\n: b\n", 1, "not text"),
        (b"a: !!binary aGk=\n", 1, "YAML type"),
        (b"!!python/object/apply:os.system [x]\n", 1, "os.system"),
        (b"a: 12:30:45:00\n", 1, "whole number"),
        (b"#" * 1_000_001, 0, "larger than 1 MB"),
        (b"- a\n- b\n", 1, "must have keys of its own"),
        (b"--- \na: b\n---\nc: d\n", 3, "not YAML"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_file_that_is_no_article_is_one_clear_problem(tmp_path: Path, content: bytes, line: int, words: str) -> None:
    kb = KbFolder(tmp_path)
    kb.write(FULL, content)
    problem = next(one for one in load_catalogue(kb.path).problems if words in str(one))
    assert problem.file == (kb.path / FULL).as_posix()
    assert problem.line == line
    assert problem.mend


def test_all_problems_of_all_files_come_together(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL, "stage: mailbox", "stgae: mailbox")
    kb.change(FULL, "fixers: [recipient]", "fixers: []")
    kb.change("providers/acme.yaml", "kind: mailbox", "kind: 7")
    kb.write("codes/broken.yaml", "a: [")
    found = [(one.file.removeprefix(f"{kb.path}/"), one.check) for one in load_catalogue(kb.path).problems]
    assert found == [
        (FULL, "shape"),
        (FULL, "shape"),
        (FULL, "shape"),
        ("codes/broken.yaml", "yaml"),
        ("providers/acme.yaml", "shape"),
    ]


def test_no_folder_and_no_vocabulary_are_said_so(tmp_path: Path) -> None:
    missing = load_catalogue(tmp_path / "nowhere").problems
    assert [str(one) for one in missing] == [
        f"{tmp_path}/nowhere: [place] There is no such folder. Mend: Give the folder of the catalogue with --kb."
    ]
    kb = KbFolder(tmp_path)
    (kb.path / "vocabulary.yaml").unlink()
    assert ["There is no vocabulary" in line for line in loader_problems(kb)] == [True]
    (kb.path / "words/daemons.yaml").unlink()
    assert any("There is no list of daemons" in line for line in loader_problems(kb))


def test_codes_resolve_classes_and_ranges(tmp_path: Path) -> None:
    codes = load_catalogue(KbFolder(tmp_path).path).catalogue.codes
    assert set(codes) == {"550", "552", "4.2.2", "5.2.2", "5.7.600-5.7.649", "ACM042"}
    assert codes["5.2.2"].usual == "general-mailbox-full"
    assert codes["4.2.2"].usual is None
    for inside in ("5.7.600", "5.7.612", "5.7.649", "5.7.606-5.7.640"):
        assert codes.find(inside) is codes["5.7.600-5.7.649"]
    for outside in ("5.7.599", "5.7.650", "4.7.612", "5.7", "5.7.640-5.7.660", "ACM041", "x-y"):
        assert codes.find(outside) is None
    assert codes["5.7.600-5.7.649"].members(3) == ["5.7.600", "5.7.601", "5.7.602"]
    assert len(codes["5.7.600-5.7.649"].members()) == 50


def test_the_projects_own_catalogue_and_template_load() -> None:
    loaded = load_catalogue(Path(__file__).parents[2] / "kb")
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.catalogue.template is not None
    assert loaded.catalogue.template.id not in loaded.catalogue.articles


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FULL, "fixers: [recipient]", 'fixers: ["reci\\u202epient"]'),
        (FULL, "supports: [codes]", "supports: [names]"),
        (BLOCKED, "vendor: [ACM042]", 'vendor: ["ACM\\u202e042"]'),
    ],
)
def test_a_list_whose_items_are_refused_is_not_called_empty_as_well(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    kb = KbFolder(tmp_path)
    kb.change(file, old, new)
    [problem] = loader_problems(kb)
    assert "empty" not in problem


def test_a_list_that_is_too_short_says_how_long_it_must_be(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    text = kb.read(FULL)
    start = text.index("asked_as:")
    end = text.index("\n", text.index("  en:", start))
    kb.write(FULL, f"{text[:start]}asked_as:\n  ja: [あ, い, う, え, お]\n  en: [a, b]{text[end:]}")
    [problem] = loader_problems(kb)
    assert "`asked_as.en` has 2 of the 5 that are needed at least." in problem and "Write at least 5." in problem
