"""Check `near-misses`: what looks alike is answered by the article that it belongs to, and not by this one."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.catalogue.article import NearMiss
from generator.checks._context import Context

ID = "near-misses"
DESCRIPTION = "No near miss ranks first here, and each ranks first where it belongs."


def check(context: Context) -> Iterable[Problem]:
    """Look at what ranks first for every near miss."""
    for answer in context.near_misses:
        assert isinstance(answer.asked, NearMiss)
        origin, owner = context.catalogue.origin(answer.article), answer.asked.belongs_to
        if answer.article.id in answer.firsts():
            mend = "Make the patterns of this article narrower, or move the text to its examples."
            yield origin.problem(ID, answer.keys, "The near miss is answered by this article first.", mend)
        elif owner in context.catalogue.articles and owner not in answer.firsts():
            message = f"The near miss is answered first by {answer.words()}, not by `{owner}`."
            mend = f"Name the right article, or add a pattern to `{owner}`."
            yield origin.problem(ID, answer.keys, message, mend)
