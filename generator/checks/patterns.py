"""Check `patterns`: the engine can compile every pattern, and finds it telling enough."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context

ID = "patterns"
DESCRIPTION = "Every pattern is written in the pattern language and has words that ordinary mail doesn't have."


def check(context: Context) -> Iterable[Problem]:
    """Pass on the engine's objections."""
    for article in context.articles:
        for index in range(len(article.patterns)):
            refused = context.refused.get((article.id, index))
            if refused:
                message = f"The pattern can't be used: {refused.message}."
                mend = refused.mend[:1].upper() + refused.mend[1:] + "."
                yield context.catalogue.origin(article).problem(ID, ("patterns", index), message, mend)
