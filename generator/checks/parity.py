"""Check `parity`: what must be the same in both languages is: placeholders, addresses, code spans, numbered steps.

A stale translation shows itself this way, without anybody reading it.
"""

import re
from collections.abc import Callable, Iterable

from generator.catalogue import Problem
from generator.checks._context import Context
from generator.checks._texts import URL, listed
from generator.compiled.nodes import Tree
from generator.compiled.words import code_spans, targets, values, written

ID = "parity"
DESCRIPTION = "Japanese and English have the same placeholders, URLs, code spans and numbered steps."

_NUMBERED = re.compile(r"^\s*\d{1,2}[.．)）](?!\d)", re.MULTILINE)
# The same page in two languages is the same page.
_LOCALE = re.compile(r"/(?:ja|en)(?:-[a-z]{2})?(?=/|$)|([?&])(?:hl|lang|locale)=[\w-]+", re.IGNORECASE)


def _placeholders(tree: Tree) -> set[str]:
    return {f"{{{name}}}" for name in values(tree)}


def _urls(tree: Tree) -> set[str]:
    found = (url for words in (*targets(tree), written(tree)) for url in URL.findall(words))
    return {_LOCALE.sub("", url).rstrip(".,:;?!/") for url in found}


def _code_spans(tree: Tree) -> set[str]:
    return set(code_spans(tree))


_SAME: dict[str, Callable[[Tree], set[str]]] = {"placeholder": _placeholders, "URL": _urls, "code span": _code_spans}


def check(context: Context) -> Iterable[Problem]:
    """Compare the two languages of every text."""
    for leaf in context.leaves:
        (_, japanese), (_, english) = leaf.trees()
        for kind, find in _SAME.items():
            ja, en = find(japanese), find(english)
            for language, other, extra in (("ja", "en", ja - en), ("en", "ja", en - ja)):
                if extra:
                    message = f"Only {language} has the {kind} {listed(extra)}."
                    mend = f"Put it in {other} too, or take it out of {language}."
                    yield leaf.origin.problem(ID, (*leaf.keys, language), message, mend)
        counts = [len(_NUMBERED.findall(words)) for _, words in leaf.languages()]
        if counts[0] != counts[1]:
            message = f"ja has {counts[0]} numbered lines, en has {counts[1]}."
            yield leaf.origin.problem(ID, (*leaf.keys, "en"), message, "Give both the same numbered steps.")
