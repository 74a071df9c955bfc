"""What is said in one language whatever the articles are: the pages' words, and the vocabulary's labels.

All that templates see besides what they are given, so that a page depends on nothing else. Imports the catalogue's
model. Never sees an article, a provider or a code.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.catalogue import Text, Vocabulary

Lang = Literal["ja", "en"]
LANGUAGES: tuple[Lang, ...] = ("ja", "en")

_FULL_WIDTH = "[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]"
_FOLD = re.compile(f"(?<={_FULL_WIDTH}) (?={_FULL_WIDTH})|(?<=[。、）」]) ")
_WORDS = Path(__file__).parent.parent / "words"


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
        return japanese(text.ja) if self.lang == "ja" else text.en

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


def japanese(text: str) -> str:
    """Japanese text without the blanks that YAML puts where a folded line ended, which Japanese doesn't have."""
    return _FOLD.sub("", text)


@cache
def words(name: str, lang: Lang) -> dict[str, Any]:
    """The words of `generator/words/<name>.yaml` in one language: the same tree with a string at every leaf."""
    tree = yaml.safe_load((_WORDS / f"{name}.yaml").read_text(encoding="utf-8"))
    result: dict[str, Any] = _in_language(tree, lang)
    return result


def _in_language(tree: Any, lang: Lang) -> Any:
    if isinstance(tree, dict):
        if set(tree) == set(LANGUAGES):
            return tree[lang]
        return {key: _in_language(branch, lang) for key, branch in tree.items()}
    if isinstance(tree, list):
        return [_in_language(branch, lang) for branch in tree]
    return tree
