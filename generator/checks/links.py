"""Check `links`: every id that refers to an article or provider leads to one."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.catalogue import Article, Catalogue, Origin, Problem
from generator.catalogue.codes import NONE
from generator.catalogue.mends import Replace
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "links"
DESCRIPTION = "Articles and providers that are referred to exist, and an article doesn't refer to itself."

_Link = tuple[Origin, tuple[Key, ...], str]


def check(context: Context) -> Iterable[Problem]:
    """Follow every link."""
    catalogue = context.catalogue
    renamed = {old: article.id for article in catalogue.written for old in article.formerly}
    between = (link for article in context.articles for link in _from_article(article, catalogue))
    for origin, keys, name in (*between, *_to_articles(catalogue)):
        if not catalogue.has_article(name):
            yield _missing(origin, keys, "article", name, list(catalogue.articles), renamed.get(name))
    for origin, keys, name in _to_providers(context):
        if not catalogue.has_provider(name):
            yield _missing(origin, keys, "provider", name, list(catalogue.providers))
    for article in context.articles:
        for origin, keys, name in _from_article(article, catalogue):
            if name == article.id:
                mend = "Name another article, or remove it."
                yield origin.problem(ID, keys, "The article refers to itself.", mend)
    for index, reason in enumerate(catalogue.vocabulary.reasons):
        found = catalogue.articles.get(reason.article)
        if found and found.reason != reason.id:
            message = f"`{reason.article}` is to answer for `{reason.id}`, but its own reason is `{found.reason}`."
            mend = "Name the general article of this reason."
            origin = catalogue.origin(catalogue.vocabulary)
            yield origin.problem(ID, ("reasons", index, "article"), message, mend)


def _from_article(article: Article, catalogue: Catalogue) -> Iterator[_Link]:
    origin = catalogue.origin(article)
    for index, name in enumerate(article.see_also):
        yield origin, ("see_also", index), name
    for index, miss in enumerate(article.near_misses):
        yield origin, ("near_misses", index, "belongs_to"), miss.belongs_to


def _to_articles(catalogue: Catalogue) -> Iterator[_Link]:
    for index, reason in enumerate(catalogue.vocabulary.reasons):
        yield catalogue.origin(catalogue.vocabulary), ("reasons", index, "article"), reason.article
    for code_list in catalogue.code_lists:
        origin = catalogue.origin(code_list)
        for index, code in enumerate(code_list.codes):
            usual = code.usual.values() if isinstance(code.usual, dict) else [code.usual]
            yield from ((origin, ("codes", index, "usual"), name) for name in usual if name != NONE)


def _to_providers(context: Context) -> Iterator[_Link]:
    catalogue = context.catalogue
    for part in (*context.articles, *catalogue.code_lists):
        yield catalogue.origin(part), ("provider",), part.provider
    for article in context.articles:
        for index, pattern in enumerate(article.patterns):
            if pattern.when and pattern.when.provider:
                yield catalogue.origin(article), ("patterns", index, "when", "provider"), pattern.when.provider


def _missing(
    origin: Origin, keys: tuple[Key, ...], kind: str, name: str, known: list[str], now: str | None = None
) -> Problem:
    if now:
        message = f"The article `{name}` has another id now."
        return origin.problem(ID, keys, message, f"Write `{now}`.", Replace(keys, ((name, now),)))
    close = get_close_matches(name, known, n=1, cutoff=0.85)
    mend = f"Did you mean `{close[0]}`?" if close else "Mend its spelling, write its file, or remove the link."
    return origin.problem(ID, keys, f"There is no {kind} `{name}`.", mend)
