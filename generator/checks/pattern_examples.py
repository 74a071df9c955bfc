"""Check `pattern-examples`: no pattern stands there untried."""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context

ID = "pattern-examples"
DESCRIPTION = "Every pattern is hit by one of the article's own examples."


def check(context: Context) -> Iterable[Problem]:
    """Find the patterns that stand in no evidence."""
    hits: dict[str, set[int]] = {}
    for answer in context.examples:
        evidence = (proof for match in answer.own() for proof in match["evidence"] if proof["kind"] == "pattern")
        hits.setdefault(answer.article.id, set()).update(proof["pattern"] for proof in evidence)
    unsure = {one.owner.id for one in context.unanswered}
    for article in (one for one in context.articles if one.id not in unsure):
        for index, pattern in enumerate(article.patterns):
            if index not in hits.get(article.id, ()) and (article.id, index) not in context.refused:
                message = f"No example hits the pattern `{pattern.text}`."
                mend = "Add an example that a server could send, mend the pattern (and its `when`), or remove it."
                yield context.catalogue.origin(article).problem(ID, ("patterns", index), message, mend)
