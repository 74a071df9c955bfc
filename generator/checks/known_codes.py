"""Check `known-codes`: every code that an article names has a page, which needs its meaning in kb/codes/."""

from collections.abc import Iterable, Iterator

from generator.catalogue import Article, Problem
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "known-codes"
DESCRIPTION = "Every code of an article, or the range around it, is in kb/codes/."


def check(context: Context) -> Iterable[Problem]:
    """Look up every code."""
    catalogue = context.catalogue
    if catalogue.is_broken("codes"):
        return
    for article in context.articles:
        for kind, code, keys in _codes(article):
            found = catalogue.codes.find(code)
            if found is None or found.kind != kind:
                message = f"The {kind} code `{code}` is not in kb/codes/."
                mend = "Mend its spelling, or add it with its meaning to a file in kb/codes/."
                yield catalogue.origin(article).problem(ID, keys, message, mend)


def _codes(article: Article) -> Iterator[tuple[str, str, tuple[Key, ...]]]:
    for kind in ("reply", "status", "vendor"):
        for index, code in enumerate(getattr(article.codes, kind)):
            yield kind, code, ("codes", kind, index)
    for index, pattern in enumerate(article.patterns):
        for kind in ("reply", "status"):
            code = getattr(pattern.when, kind, None)
            if code:
                yield kind, code, ("patterns", index, "when", kind)
