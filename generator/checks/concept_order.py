"""Check `concept-order`: what the rules of articles name exists, and every rule has its place."""

from collections import Counter
from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context

ID = "concept-order"
DESCRIPTION = (
    "Every rule of concepts has its own id, a place in the order, and classes that exist; every class is used."
)

_MARKS = {"@mail", "@ip", "@host", "@url"}
"""What stands in an answer for an address, an IP address, a host, a link."""


def check(context: Context) -> Iterable[Problem]:
    """Compare the articles' rules with kb/concepts/."""
    catalogue, words = context.catalogue, context.catalogue.concepts
    if catalogue.is_broken("concepts"):
        return
    classes = {one.id for one in words.classes()} | _MARKS
    order = words.order.order
    rules = [(article, index, rule) for article in catalogue.written for index, rule in enumerate(article.says)]
    counted = Counter(rule.id for _, _, rule in rules)
    for article, index, rule in rules:
        origin = catalogue.origin(article)
        if counted[rule.id] > 1:
            yield origin.problem(ID, ("says", index, "id"), f"Several rules are called `{rule.id}`.", "Rename one.")
        if rule.id not in order:
            mend = f"Write `{rule.id}` into kb/concepts/order.yaml, before the rules that are to yield to it."
            yield origin.problem(ID, ("says", index, "id"), f"The rule `{rule.id}` has no place in the order.", mend)
        for key, named in (("of", rule.of), ("is", rule.is_), ("with", rule.with_), ("unless", rule.unless)):
            for name in dict.fromkeys(named):
                if name not in classes:
                    message = f"There is no class of words `{name}`."
                    mend = "Write it in kb/concepts/subjects.yaml, states.yaml or phrases.yaml, or name another."
                    yield origin.problem(ID, ("says", index, key), message, mend)
    if not catalogue.is_broken("articles"):
        yield from _unused(context, set(counted), {name for _, _, rule in rules for name in _named(rule)})


def _named(rule: object) -> Iterable[str]:
    for key in ("of", "is_", "with_", "unless"):
        yield from getattr(rule, key)


def _unused(context: Context, rules: set[str], named: set[str]) -> Iterable[Problem]:
    words = context.catalogue.concepts
    for index, name in enumerate(words.order.order):
        if name not in rules:
            message = f"No article has a rule `{name}`."
            yield words.order.origin.problem(ID, ("order", index), message, "Remove it, or write the rule.")
        elif name in words.order.order[:index]:
            message = f"`{name}` stands in the order twice."
            yield words.order.origin.problem(ID, ("order", index), message, "Remove one of the two.")
    hosts = {host.means for host in words.reading.hosts}
    for part in (words.subjects, words.states, words.phrases):
        for index, one in enumerate(part.classes):
            if one.id not in named | hosts:
                message = f"No rule names the class `{one.id}`."
                yield part.origin.problem(ID, ("classes", index, "id"), message, "Name it in a rule, or remove it.")
