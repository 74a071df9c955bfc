"""Check `concept-examples`: every rule of concepts is tried by its article's examples, and takes no other article's."""

from collections import defaultdict
from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context

ID = "concept-examples"
DESCRIPTION = "Every rule of concepts fires on examples of its article; one that is called sure is seldom wrong."

FEWEST = 2
SUREST = 0.9
FEWEST_TO_JUDGE = 10
"""So many examples must have fired a rule before its share of right ones says anything."""


def check(context: Context) -> Iterable[Problem]:
    """Count on whose examples each rule fires."""
    catalogue = context.catalogue
    if context.unanswered:
        return
    fired: dict[str, list[set[str]]] = defaultdict(list)
    for answer in context.examples:
        for name in answer.rules:
            if name:
                fired[name].append({answer.article.reason, *answer.article.also_reasons})
    for article in catalogue.articles.values():
        for index, rule in enumerate(article.says):
            reasons = fired[rule.id]
            right = sum(bool(meant & {article.reason, *article.also_reasons}) for meant in reasons)
            origin = catalogue.origin(article)
            if right < FEWEST:
                message = f"The rule `{rule.id}` fires on {right} examples of its reason."
                mend = f"Add examples that a server could send, at least {FEWEST}, or remove the rule."
                yield origin.problem(ID, ("says", index), message, mend)
            elif rule.sure and len(reasons) >= FEWEST_TO_JUDGE and right < SUREST * len(reasons):
                others = f"{len(reasons) - right} of {len(reasons)} examples"
                message = f"The rule `{rule.id}` is called sure, but {others} that it fires on mean something else."
                mend = "Name more in `unless`, fewer classes, or take `sure` away."
                yield origin.problem(ID, ("says", index, "sure"), message, mend)
