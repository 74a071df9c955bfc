"""Variants of what servers say: the catalogue's own examples and concepts, worded as somebody else might word them.

`variants` makes them by a seed, the same each time. Imports its own modules, the catalogue and the evidence that was
compiled of its examples.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Article, Catalogue
from generator.compiled.evidence import Marked, marked_examples
from generator.variants.sentences import sentences
from generator.variants.ways import WAYS, Line, Synonyms

MOST_EXAMPLES = 12
"""Examples of an article that are varied: those of the largest would outweigh all others."""


@dataclass(frozen=True)
class Variant:
    """A text that `article` should answer, and how it was made: a way in `ways`, or `concept`."""

    article: Article
    way: str
    text: str


def variants(catalogue: Catalogue, seed: int = 0) -> Iterator[Variant]:
    """Every variant, by article; equal catalogues and seeds give equal variants."""
    examples = marked_examples(catalogue)
    for article in catalogue.articles.values():
        chance = random.Random(f"{seed} {article.id}")
        synonyms = Synonyms(article, catalogue.concepts)
        lines = [line for one in examples[article.id] if (line := _line(one))]
        for line in chance.sample(lines, min(len(lines), MOST_EXAMPLES)):
            for name, way in WAYS.items():
                varied = way(line, chance, synonyms)
                if varied and varied != line.text:
                    yield Variant(article, name, varied)
        for text in sentences(article, catalogue.concepts, chance):
            yield Variant(article, "concept", text)


def _line(example: Marked) -> Line | None:
    """An example of one line, with the place of the words that prove it; None for a longer one."""
    text = "".join(piece for piece, _ in example)
    if "\n" in text.strip():
        return None
    start = end = at = 0
    for piece, telling in example:
        if telling:
            start, end = at, at + len(piece)
        at += len(piece)
    return Line(text, start, end)
