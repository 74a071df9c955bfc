"""Variants of what servers say: the catalogue's own examples and concepts, worded as somebody else might word them.

`variants` makes them by a seed, the same each time. Imports its own modules and the catalogue. Never asks the engine.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Article, Catalogue
from generator.variants.sentences import sentences
from generator.variants.ways import WAYS, Synonyms

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
    synonyms = Synonyms(catalogue.concepts)
    for article in catalogue.articles.values():
        chance = random.Random(f"{seed} {article.id}")
        lines = [one.text.strip() for one in article.examples if "\n" not in one.text.strip()]
        for line in chance.sample(lines, min(len(lines), MOST_EXAMPLES)):
            for name, way in WAYS.items():
                varied = way(line, chance, synonyms)
                if varied and varied != line:
                    yield Variant(article, name, varied)
        for text in sentences(article, catalogue.concepts, chance):
            yield Variant(article, "concept", text)
