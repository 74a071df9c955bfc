"""What search knows: every page of the site, in a script that stays small however large the catalogue is."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from generator.search.entries import Pages
from generator.search.entry import Entry
from generator.search.guides import guide_entry
from generator.search.script import BUDGET, packed
from tests.conftest import project_catalogue
from tests.site.html import document, pages
from tests.site.searching import hits

ASSETS = "assets/bouncekb"
MOST_CODE = 16_400
"""Bytes of the script that every page loads, gzipped."""


def index(site: Path, lang: str) -> dict[str, Any]:
    """What the script of a language holds."""
    root = site if lang == "ja" else site / "en"
    script = (root / ASSETS / f"search.{lang}.js").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(script.removeprefix("globalThis.BounceSearchIndex=").rstrip(";\n"))
    return data


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_page_that_says_something_is_known(site: Path, lang: str) -> None:
    root = site if lang == "ja" else site / "en"
    folders = {"article": "a/", "provider": "provider/", "reason": "reason/", "reporter": "reporter/", "host": "host/"}
    kinds, ids = index(site, lang)["pages"][:2]
    known = {f"{folders[kind]}{id_}/" if kind in folders else id_ for kind, id_ in zip(kinds, ids, strict=True)}
    moved = {f"a/{old}/" for article in project_catalogue().articles.values() for old in article.formerly} | {
        "guide/for-support-desks/"
    }
    built = {
        f"{page.parent.relative_to(root).as_posix()}/".removeprefix("./")
        for page in root.rglob("index.html")
        if not page.is_relative_to(site / "en") or lang == "en"
    }
    wanted = {path for path in built if not path.startswith("code/") or path == "code/"} - moved
    assert known <= built - moved
    assert wanted - known == set()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_code_is_known_and_leads_to_the_article_that_it_usually_means(site: Path, lang: str) -> None:
    catalogue = project_catalogue()
    codes, _, usual, _ = index(site, lang)["codes"]
    assert set(codes) == catalogue.codes.keys()
    assert usual[codes.index("S3140")] == "microsoft-outlook-block-list"
    assert set(usual) <= {"", *catalogue.articles}


def test_a_guide_is_known_by_its_title_and_headings_but_not_by_what_a_fence_holds() -> None:
    text = "---\ntitle: How\ndescription: All of it.\n---\n# How {#title}\n\n## First part {#one}\n\n```\n# no heading\n```\n"
    assert guide_entry("guide/how.md", text) == Entry("guide", "guide/how/", "How", "All of it.", more=("First part",))


def test_no_page_loads_the_index_before_it_is_asked_for(site: Path) -> None:
    for page in pages(site):
        sources = [one.get("src", "") for one in document(page).all("script")]
        assert sum(source.endswith(f"{ASSETS}/search.js") for source in sources) == 1, page
        assert not [source for source in sources if "search.ja" in source or "search.en" in source], page


def test_the_script_that_every_page_loads_is_small(site: Path) -> None:
    assert len(gzip.compress((site / ASSETS / "search.js").read_bytes(), 9)) < MOST_CODE


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_index_of_ten_thousand_articles_keeps_to_its_size_and_knows_every_title(lang: str, tmp_path: Path) -> None:
    catalogue = project_catalogue()
    made = Pages(catalogue, lang, {})
    entries, codes = list(made.entries()), list(made.codes())
    articles = [entry for entry in entries if entry.kind == "article"]
    rest = [entry for entry in entries if entry.kind != "article"]
    many = sorted([*articles, *_others(articles, 10_000 - len(articles))], key=lambda one: (one.provider, one.id))
    script = packed(lang, [*rest, *many], codes)
    assert len(gzip.compress(script.encode(), 9)) <= BUDGET
    kinds, _, titles, *_ = json.loads(script[script.index("{") : script.rindex(";")])["pages"]
    known = [title for kind, title in zip(kinds, titles, strict=True) if kind == "article"]
    assert known == [entry.title for entry in many]
    some = articles[::10]
    found = hits(script, [entry.title for entry in some], tmp_path)
    assert [entry.id for entry, paths in zip(some, found, strict=True) if f"a/{entry.id}/" not in paths] == []


def _others(articles: list[Entry], count: int) -> list[Entry]:
    """Articles that aren't: each takes its parts from several of the real ones, so that they differ as real ones do."""
    chance = random.Random(1)
    phrases = [words for entry in articles for words in entry.asked]
    made = []
    for number in range(count):
        first, second = chance.sample(articles, 2)
        title = first.title[: len(first.title) // 2] + second.title[len(second.title) // 2 :]
        one = chance.choice(articles)
        asked = tuple(chance.sample(phrases, 6))
        made.append(
            one._replace(id=f"{one.provider or 'general'}-{second.id[-12:]}-{number}", title=title, asked=asked)
        )
    return made
