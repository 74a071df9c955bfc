"""The words in which people ask for an article find it: every phrase of `asked_as`, in the search that pages use."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from generator.catalogue import Article, Catalogue, load_catalogue
from generator.search import search_script
from generator.site.guides import read_guides
from tests.conftest import PROJECT
from tests.site.searching import hits

DOCS = {"ja": PROJECT / "docs", "en": PROJECT / "docs" / "en"}
FIRST_SHARE = 0.9


@functools.cache
def catalogue() -> Catalogue:
    """The project's own."""
    return load_catalogue(PROJECT / "kb").catalogue


def found(lang: str, queries: list[str], folder: Path) -> list[list[str]]:
    """The paths of the first five hits for each query, best first."""
    return hits(search_script(catalogue(), lang, read_guides(DOCS[lang])), queries, folder)


def answers(article: Article) -> set[str]:
    """The article, and the pages of its codes: the page of a code leads to what the code usually means."""
    codes = {*article.codes.status, *article.codes.reply, *article.codes.vendor}
    usual = {code.code for code in catalogue().codes.values() if code.usual == article.id or code.code in codes}
    members = {member for code in usual for member in catalogue().codes[code].members(3)}
    return {f"a/{article.id}/", *(_code_path(code) for code in {*codes, *usual, *members})}


def written(phrase: str) -> set[str]:
    """The pages of the codes that a phrase writes out."""
    return {_code_path(code) for code in catalogue().codes if code.lower() in phrase.lower().split()}


def more_general(article: Article) -> set[str]:
    """Pages that hold the article among others."""
    return {f"reason/{article.reason}/", f"provider/{article.provider}/", f"host/{article.provider}/"}


def _code_path(code: str) -> str:
    return f"code/{''.join(one if one.isalnum() or one in '._' else '-' for one in code).strip('-.')}/"


@pytest.mark.parametrize("lang", DOCS)
def test_every_article_is_found_in_the_words_in_which_people_ask_for_it(lang: str, tmp_path: Path) -> None:
    asked = [
        (article, phrase)
        for article in catalogue().articles.values()
        for phrase in (article.asked_as.ja if lang == "ja" else article.asked_as.en)
    ]
    assert len(asked) > 5 * 300
    hits = found(lang, [phrase for _, phrase in asked], tmp_path)
    lost = []
    behind = []
    for (article, phrase), paths in zip(asked, hits, strict=True):
        if not (answers(article) | written(phrase)) & set(paths):
            lost.append((article.id, phrase, paths))
        if not paths or paths[0] not in answers(article) | more_general(article):
            behind.append((article.id, phrase, paths))
    assert lost == []
    assert len(behind) <= (1 - FIRST_SHARE) * len(asked), behind
