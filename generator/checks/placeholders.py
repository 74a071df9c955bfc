"""Check `placeholders`: braces in a text hold the name of a value, and never stand in a link's target.

A target made from a pasted value could lead anywhere; and whoever sees a brace takes it for a value.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.catalogue import Problem
from generator.checks._context import Context
from generator.checks._texts import URL, Leaf
from generator.compiled.nodes import VALUE, Tree
from generator.compiled.words import strings, targets, values, written

ID = "placeholders"
DESCRIPTION = "Placeholders are in kb/vocabulary.yaml, stand only in an article's texts, and never in a link's target."


def check(context: Context) -> Iterable[Problem]:
    """Look at every pair of braces."""
    catalogue = context.catalogue
    known = [placeholder.id for placeholder in catalogue.vocabulary.placeholders]
    for leaf in context.leaves:
        for language, tree in leaf.trees():
            for message, mend in _wrong(leaf, tree, known, catalogue.is_broken("vocabulary")):
                yield leaf.origin.problem(ID, (*leaf.keys, language), message, mend)


def _wrong(leaf: Leaf, tree: Tree, known: list[str], blind: bool) -> Iterable[tuple[str, str]]:
    names = list(values(tree))
    if any(mark in text for text in (*strings(tree), *(VALUE.sub("", one) for one in targets(tree))) for mark in "{}"):
        yield "A brace stands alone.", "Close it, or remove it; braces are kept for placeholders."
    if names and (leaf.article is None or leaf.kind == "plain"):
        yield f"`{{{names[0]}}}` stands where nothing can fill it.", "Say it without a placeholder here."
        return
    for name in dict.fromkeys(names):
        if name not in known and not blind:
            close = get_close_matches(name, known, n=1)
            mend = f"Did you mean `{{{close[0]}}}`?" if close else f"Known are {', '.join(known)}."
            yield f"`{{{name}}}` is not a placeholder of the vocabulary.", mend
    words = written(tree)
    bare = (words[url.start() : url.end() + 1] for url in URL.finditer(words))
    if any("{" in target for target in (*targets(tree), *bare)):
        yield "A placeholder stands in the target of a link.", "Link to the page itself, and name the value beside it."
