"""Check `unused`: the vocabulary promises no value that no article speaks of."""

import re
from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context
from generator.compiled.words import values

ID = "unused"
DESCRIPTION = "Every placeholder of the vocabulary is used by a text or a pattern."

_NAMED = re.compile(r"\{([a-z_]+):")


def check(context: Context) -> Iterable[Problem]:
    """Find placeholders that neither a text nor a hole names."""
    catalogue = context.catalogue
    if catalogue.is_broken("articles") or catalogue.is_broken("vocabulary"):
        return
    trees = [tree for leaf in context.leaves if leaf.article for _, tree in leaf.trees()]
    used = {name for tree in trees for name in values(tree)}
    used |= {name for one in context.articles for pattern in one.patterns for name in _NAMED.findall(pattern.text)}
    for index, placeholder in enumerate(catalogue.vocabulary.placeholders):
        if placeholder.hole and placeholder.id not in used:
            message = f"No article uses the placeholder `{placeholder.id}`."
            origin = catalogue.origin(catalogue.vocabulary)
            yield origin.problem(ID, ("placeholders", index, "id"), message, "Use it in an article, or remove it.")
