"""Making the pages again after an edit: what is remembered changes nothing but the work."""

from pathlib import Path

import pytest

from generator.catalogue import FileMemory, load_catalogue
from generator.compiled import evidence as evidence_module
from generator.pages import LANGUAGES, Page, PageMemory, render_pages
from generator.site.kept import Kept, LastBuild, titles
from generator.site.reading import Reader, Unusable
from tests.catalogue.kb_folder import KbFolder

ARTICLE = "articles/acme/acme-blocked-ip.yaml"
GENERAL = "articles/general/general-mailbox-full.yaml"
EDITS = {
    "an article's words": (ARTICLE, "On Acme's block list", "Listed by Acme"),
    "an article's patterns": (ARTICLE, "patterns:\n", "patterns:\n  - 'Refused by the list of Acme'\n"),
    "an article's provider": (GENERAL, "provider: general", "provider: acme"),
    "a code": ("codes/status.yaml", "en: Mailbox full", "en: Mailbox too full"),
    "a range of codes": ("codes/status.yaml", "5.7.600-5.7.649", "5.7.600-5.7.640"),
    "the usual article of a code": ("codes/reply.yaml", "usual: general-mailbox-full", "usual: none"),
    "a provider": ("providers/acme.yaml", "en: Acme", "en: Acme & Sons"),
}


@pytest.fixture
def kb(tmp_path: Path) -> KbFolder:
    return KbFolder(tmp_path)


def both(reader: Reader, kb: KbFolder, memories: dict[str, PageMemory]) -> dict[tuple[str, str], Page]:
    """The pages of both languages as somebody makes them who remembers."""
    catalogue, examples = reader.read(kb.path)
    return {
        (lang, page.path): page
        for lang in LANGUAGES
        for page in render_pages(catalogue, lang, None, examples, memories.setdefault(lang, {}))
    }


@pytest.mark.parametrize("edit", EDITS)
def test_pages_made_again_are_those_made_anew(kb: KbFolder, edit: str) -> None:
    reader, memories = Reader(serving=True), dict[str, PageMemory]()
    before = both(reader, kb, memories)
    file, old, new = EDITS[edit]
    text = kb.read(file)
    assert old in text
    kb.write(file, text.replace(old, new, 1))
    again = both(reader, kb, memories)
    assert again == both(Reader(serving=True), kb, {})
    assert again != before
    same = [path for path, page in again.items() if before.get(path) is page]
    assert len(same) > 10


def test_only_files_that_changed_are_parsed_again(kb: KbFolder) -> None:
    memory = FileMemory()
    first = load_catalogue(kb.path, memory).catalogue
    kb.change(ARTICLE, "On Acme's block list", "Listed by Acme")
    loaded = load_catalogue(kb.path, memory)
    assert loaded.problems == ()
    second = loaded.catalogue
    assert second.articles["acme-blocked-ip"].title.en == "Listed by Acme"
    assert second.articles["general-mailbox-full"] is first.articles["general-mailbox-full"]
    assert second.vocabulary is first.vocabulary
    assert second.origin(second.articles["general-mailbox-full"]).path == kb.path / GENERAL

    kb.change(ARTICLE, "permanence: permanent", "permanence: [")
    for _ in range(2):
        [problem] = load_catalogue(kb.path, memory).problems
        assert problem.file.endswith(ARTICLE)
    (kb.path / ARTICLE).unlink()
    assert "acme-blocked-ip" not in load_catalogue(kb.path, memory).catalogue.articles


def test_an_edit_of_prose_does_not_ask_the_engine(
    kb: KbFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("generator.compiled.store.FOLDER", tmp_path / "cache")
    reader = Reader(serving=True)
    before = reader.read(kb.path)

    def none(index: object) -> None:
        raise AssertionError("the engine was asked")

    monkeypatch.setattr(evidence_module, "Engine", none)
    kb.change(ARTICLE, "On Acme's block list", "Listed by Acme")
    assert reader.read(kb.path).examples == before.examples
    kb.change(ARTICLE, "patterns:\n", "patterns:\n  - 'Refused by the list of Acme'\n")
    with pytest.raises(AssertionError, match="the engine was asked"):
        reader.read(kb.path)


def test_a_catalogue_that_cannot_be_used_does_not_count_as_read(kb: KbFolder) -> None:
    reader = Reader(serving=True)
    good = reader.read(kb.path)
    kb.change(ARTICLE, "patterns:\n", "patterns:\n  - 'abc'\n")
    for _ in range(2):
        with pytest.raises(Unusable) as found:
            reader.read(kb.path)
        assert [problem.check for problem in found.value.problems] == ["patterns"]
    assert reader.last is good
    kb.change(ARTICLE, "patterns:\n  - 'abc'\n", "patterns:\n")
    assert reader.read(kb.path).examples == good.examples


def last_build(**texts: str) -> LastBuild:
    """A build of pages with these texts."""
    pages = {f"{name}.md": Kept(f"{name}/", f"{name}/index.html", text) for name, text in texts.items()}
    return LastBuild("settings", set(pages), pages)


def test_a_page_is_kept_until_its_text_the_settings_or_what_it_links_to_changes() -> None:
    last = last_build(a="[b](../x/b.md)", b="no link", c="[d](d.md)")
    texts = {path: kept.text for path, kept in last.pages.items()}
    everything = {"a.md", "b.md", "c.md"}
    assert last.unchanged("settings", texts, everything).keys() == everything
    assert last.unchanged("others", texts, everything) == {}
    assert last.unchanged("settings", texts | {"b.md": "changed"}, everything).keys() == {"a.md", "c.md"}
    assert last.unchanged("settings", texts, everything | {"d.md"}).keys() == {"a.md", "b.md"}
    assert last.unchanged("settings", texts, everything - {"b.md"}).keys() == {"b.md", "c.md"}


def test_every_page_shows_the_titles_of_the_pages_in_the_navigation() -> None:
    nav = [{"Home": "index.md"}, {"Guides": ["guide/a.md"]}]
    texts = {"index.md": "# Home\n\nwords", "guide/a.md": "---\ntitle: A\n---\nwords", "b.md": "# B"}
    shown = titles(nav, texts)
    assert titles(nav, texts | {"index.md": "# Home\n\nother words", "b.md": "# C"}) == shown
    assert titles(nav, texts | {"index.md": "# House\n\nwords"}) != shown
    assert titles(nav, texts | {"guide/a.md": "---\ntitle: B\n---\nwords"}) != shown
    assert titles(None, texts | {"b.md": "# C"}) != titles(None, texts)
