"""Sentences made of an article's concepts: a subject and a state of one language, in the orders that servers use.

Imports the catalogue.
"""

import random
from collections.abc import Iterator

from generator.catalogue import Article
from generator.catalogue.concepts import ConceptWords, WordClass
from generator.catalogue.words import Language

_FORMS: dict[Language, tuple[str, ...]] = {
    "en": (
        "{code} {of} {state}",
        "{code} The {of} is {state}",
        "{code} {state}: this {of}",
        "{code} sorry, {of} ({state})",
    ),
    "ja": ("{code} {of}が{state}", "{code} この{of}は、{state}", "{code} {of}：{state}"),
}
_PAIRS = 3


def sentences(article: Article, words: ConceptWords, chance: random.Random) -> Iterator[str]:
    """A few sentences for each rule of two parts."""
    classes = {one.id: one for one in words.classes()}
    code = (article.codes.reply or ("550",))[0]
    for rule in article.says:
        if not rule.is_ or rule.with_ or rule.most:
            continue
        for language, forms in _FORMS.items():
            subjects = _words(rule.of, classes, language)
            states = _words(rule.is_, classes, language)
            for _ in range(_PAIRS if subjects and states else 0):
                form = forms[0] if rule.ordered else chance.choice(forms)
                yield form.format(code=code, of=chance.choice(subjects), state=chance.choice(states))


def _words(named: tuple[str, ...], classes: dict[str, WordClass], language: Language) -> list[str]:
    return [
        word.strip("=")
        for name in named
        if name in classes
        for word in classes[name].words.get(language, ())
        if "*" not in word and "@" not in word
    ]
