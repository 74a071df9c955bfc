"""Check `parity`: what must be the same in both languages is: placeholders, addresses, code spans, numbered steps.

A stale translation shows itself this way, without anybody reading it.
"""

import re
from collections.abc import Callable, Iterable

from generator.catalogue import Problem
from generator.checks._context import Context
from generator.checks._texts import CODE_SPAN, PLACEHOLDER, URL, listed

ID = "parity"
DESCRIPTION = "Japanese and English have the same placeholders, URLs, code spans and numbered steps."

_NUMBERED = re.compile(r"^\s*\d{1,2}[.．)）](?!\d)", re.MULTILINE)
# The same page in two languages is the same page.
_LOCALE = re.compile(r"/(?:ja|en)(?:-[a-z]{2})?(?=/|$)|([?&])(?:hl|lang|locale)=[\w-]+", re.IGNORECASE)


def _placeholders(words: str) -> set[str]:
    return {"{" + name + "}" for name in PLACEHOLDER.findall(words)}


def _urls(words: str) -> set[str]:
    return {_LOCALE.sub("", url).rstrip(".,:;?!/") for url in URL.findall(words)}


def _code_spans(words: str) -> set[str]:
    return {found[1].strip() for found in CODE_SPAN.findall(words)}


_SAME: dict[str, Callable[[str], set[str]]] = {"placeholder": _placeholders, "URL": _urls, "code span": _code_spans}


def check(context: Context) -> Iterable[Problem]:
    """Compare the two languages of every text."""
    for leaf in context.leaves:
        for kind, find in _SAME.items():
            ja, en = find(leaf.text.ja), find(leaf.text.en)
            for language, other, extra in (("ja", "en", ja - en), ("en", "ja", en - ja)):
                if extra:
                    message = f"Only {language} has the {kind} {listed(extra)}."
                    mend = f"Put it in {other} too, or take it out of {language}."
                    yield leaf.origin.problem(ID, (*leaf.keys, language), message, mend)
        counts = [len(_NUMBERED.findall(words)) for _, words in leaf.languages()]
        if counts[0] != counts[1]:
            message = f"ja has {counts[0]} numbered lines, en has {counts[1]}."
            yield leaf.origin.problem(ID, (*leaf.keys, "en"), message, "Give both the same numbered steps.")
