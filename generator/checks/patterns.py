"""Check `patterns`: the engine can compile every pattern, and finds it telling enough."""

from collections.abc import Iterable, Mapping

from generator.catalogue import Article, Catalogue, Problem
from generator.checks._context import Context
from generator.compiled.index import Refused

ID = "patterns"
DESCRIPTION = "Every pattern is written in the pattern language and has words that ordinary mail doesn't have."


def check(context: Context) -> Iterable[Problem]:
    """Pass on the engine's objections."""
    yield from objections(context.catalogue, context.articles, context.refused)


def objections(
    catalogue: Catalogue, articles: Iterable[Article], refused: Mapping[tuple[str, int], Refused]
) -> Iterable[Problem]:
    """What the engine has against patterns, `refused` by article id and place in its list, as problems to mend."""
    for article in articles:
        for index in range(len(article.patterns)):
            found = refused.get((article.id, index))
            if found:
                message = f"The pattern can't be used: {found.message}."
                mend = found.mend[:1].upper() + found.mend[1:] + "."
                yield catalogue.origin(article).problem(ID, ("patterns", index), message, mend)
