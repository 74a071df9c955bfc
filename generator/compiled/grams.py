"""How often four characters stand in bounces: what makes one place of a pattern a better anchor than another.

    python -m generator.compiled.grams        writes grams.json anew

A committed list, so that the anchors of a pattern don't change with every other pattern. It only steers speed: make it
anew when the catalogue has grown by half. Imports the catalogue.
"""

import json
import unicodedata
from collections import Counter
from pathlib import Path

from generator.catalogue import Catalogue, load_catalogue

GRAM = 4
_LEAST = 6
_EXAMPLE = 0.3
"""A pattern that is tried in vain costs on every mail that holds its anchor; patterns that share one cost each."""


def weights(catalogue: Catalogue) -> dict[str, int]:
    """The weight of each common four-character sequence: patterns that hold it, and a part of the examples that do."""
    found: Counter[str] = Counter()
    for article in catalogue.articles.values():
        for pattern in article.patterns:
            found.update(dict.fromkeys(_grams(pattern.text), 1.0))
        for example in article.examples:
            found.update(dict.fromkeys(_grams(example.text), _EXAMPLE))
    for reporter in catalogue.reporters.values():
        for frame in reporter.frames:
            found.update(dict.fromkeys(_grams(frame.text), 1.0))
        for report in reporter.examples:
            found.update(dict.fromkeys(_grams(report.text), _EXAMPLE))
    return {gram: round(weight) for gram, weight in sorted(found.items()) if weight >= _LEAST}


def _grams(text: str) -> set[str]:
    folded = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return {folded[at : at + GRAM] for at in range(len(folded) - GRAM + 1)}


def main() -> None:
    """Write the list beside this file."""
    kb = Path(__file__).resolve().parents[2] / "kb"
    text = json.dumps(weights(load_catalogue(kb).catalogue), ensure_ascii=False, indent=0)
    (Path(__file__).parent / "grams.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
