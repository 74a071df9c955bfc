"""What is said in one language whatever the articles are: the pages' words, and the vocabulary's labels.

All that templates see besides what they are given, so that a page depends on nothing else. Imports the catalogue's
model and the compiled texts. Never sees an article, a provider or a code.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from generator.catalogue import Text, Vocabulary
from generator.compiled.facts import short
from generator.compiled.nodes import Tree
from generator.compiled.tree import parse
from generator.words import words

Lang = Literal["ja", "en"]
LANGUAGES: tuple[Lang, ...] = ("ja", "en")


class Tongue:
    """A language, its words and its labels."""

    def __init__(self, vocabulary: Vocabulary, lang: Lang) -> None:
        self.lang: Lang = lang
        self.words = words("pages", lang)
        self.vocabulary = vocabulary
        self.reasons = {one.id: one for one in vocabulary.reasons}
        self.actors = {one.id: one for one in vocabulary.actors}
        self.stages = {one.id: one for one in vocabulary.stages}
        self.permanence = {one.id: one for one in vocabulary.permanence}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tongue) and (self.lang, self.vocabulary) == (other.lang, other.vocabulary)

    __hash__ = None  # type: ignore[assignment]

    def say(self, text: Text) -> str:
        """The text in this language."""
        return text.say(self.lang)

    def short(self, text: Text) -> str:
        """The text without what it says in brackets at its end."""
        return short(self.say(text))

    def bracketed(self, text: Text) -> str:
        """What it says in brackets at its end, or nothing."""
        found = re.search(r"[（(](.*)[）)]$", self.say(text))
        return found[1] if found else ""

    def tree(self, text: Text) -> Tree:
        """The same for texts that are Markdown, as a tree."""
        return parse(self.say(text))

    @property
    def unknown(self) -> Mapping[str, str]:
        """For each placeholder, what stands there while nobody has pasted anything."""
        return self.unknown_in[self.lang]

    @cached_property
    def unknown_in(self) -> Mapping[Lang, Mapping[str, str]]:
        """The same in both languages, for reply texts."""
        placeholders = self.vocabulary.placeholders
        return {
            "ja": {one.id: one.unknown.ja for one in placeholders},
            "en": {one.id: one.unknown.en for one in placeholders},
        }
