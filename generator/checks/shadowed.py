"""Check `shadowed`: over the whole catalogue, an article's examples are answered by that article, first."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Answer, Context

ID = "shadowed"
DESCRIPTION = "Every example is answered by its own article first, over the whole catalogue."


def check(context: Context) -> Iterable[Problem]:
    """Look at what ranks first for every example."""
    for answer in context.examples:
        if answer.article.id not in answer.firsts():
            message = f"The example is answered first by {answer.words()}, not by this article."
            yield context.catalogue.origin(answer.article).problem(ID, answer.keys, message, _mend(answer))


def _mend(answer: Answer) -> str:
    kind = answer.result["kind"]
    if kind not in ("bounce", "delay"):
        return f"It is read as `{kind}`, not as a bounce; write it as a server would send it."
    if not answer.own():
        return "Add a pattern with the words of this example, or mend the example."
    return "Write a pattern that covers more of the example's words than the other article does, or move it there."
