"""Check `style`: texts are written in the words that we agreed on (kb/words/style.yaml), where a machine can see it."""

import re
from collections.abc import Iterable, Iterator

from generator.catalogue import MailWords, Problem
from generator.catalogue.words import Avoided
from generator.checks._context import Context
from generator.checks._texts import Leaf

ID = "style"
DESCRIPTION = "Texts avoid the words in kb/words/style.yaml, and a step's check says what success looks like."

_Rule = tuple[re.Pattern[str], Avoided]


def check(context: Context) -> Iterable[Problem]:
    """Look for words that texts avoid."""
    rules = _rules(context.catalogue.words)
    endings = context.catalogue.words.style.check_endings
    for leaf in context.leaves:
        for language, words in leaf.languages():
            for message, mend in (*_avoided(words, rules[language]), *_ending(leaf, words, endings)):
                yield leaf.origin.problem(ID, (*leaf.keys, language), message, mend)


def _rules(words: MailWords) -> dict[str, list[_Rule]]:
    things = "|".join(map(re.escape, words.style.things))

    def english(one: Avoided) -> re.Pattern[str]:
        behind = rf"(?! (?:{things})s?\b)" if one.before_a_thing and things else ""
        return re.compile(rf"(?<![\w-]){re.escape(one.avoid)}(?![\w-]){behind}", re.IGNORECASE)

    return {
        "ja": [(re.compile(re.escape(one.avoid)), one) for one in words.style.ja],
        "en": [(english(one), one) for one in words.style.en],
    }


def _avoided(words: str, rules: Iterable[_Rule]) -> Iterator[tuple[str, str]]:
    flat = " ".join(words.split())
    for pattern, one in rules:
        if found := pattern.search(flat):
            around = flat[max(0, found.start() - 12) : found.end() + 12]
            yield f"We don't write `{one.avoid}`: ...{around}...", f"Write: {one.write}."


def _ending(leaf: Leaf, words: str, endings: Iterable[Avoided]) -> Iterator[tuple[str, str]]:
    if leaf.keys[0] == "steps" and leaf.keys[-1] == "check":
        for one in endings:
            if words.strip().endswith(one.avoid):
                yield f"A check ends with `{one.avoid}`, and reads like the trouble itself.", f"Write: {one.write}."
