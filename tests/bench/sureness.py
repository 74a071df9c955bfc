"""How often an answer is right, by how sure it is: on variants of the catalogue's wordings, and on labelled texts.

A file of labelled texts has a JSON object a line: `text`, and `reason` or `reasons`; a reason may be written `a|b`.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.catalogue import Catalogue
from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from generator.variants import variants
from tests.bench.table import Row

Labelled = tuple[str, set[str]]
BATCH = 200


def rows(catalogue: Catalogue, labelled: list[Path]) -> Iterator[Row]:
    """A row for the variants, and one for each file."""
    engine = Engine(match_index(catalogue))
    made = [(one.text, {one.article.reason, *one.article.also_reasons}) for one in variants(catalogue)]
    yield Row(f"right of {len(made):,} variants", _shares(engine, made))
    for path in labelled:
        texts = [_labelled(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
        yield Row(f"right of {len(texts):,} texts of {path.name}", _shares(engine, texts))


def _labelled(row: dict[str, str | list[str]]) -> Labelled:
    reasons = row.get("reasons") or str(row["reason"]).split("|")
    return str(row["text"]), set(reasons)


def _shares(engine: Engine, texts: list[Labelled]) -> str:
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for at in range(0, len(texts), BATCH):
        batch = texts[at : at + BATCH]
        for (_, reasons), result in zip(batch, engine.match_many({"text": text} for text, _ in batch), strict=True):
            for recipient in result["recipients"]:
                for match in recipient["matches"][:1]:
                    said[match["confidence"]] += 1
                    right[match["confidence"]] += match["reason"] in reasons
    shares = [
        f"{word} {100 * right[word] / said[word]:.1f} % of {said[word]}"
        for word in ("certain", "likely", "possible")
        if said[word]
    ]
    return f"{', '.join(shares)}; answered {100 * said.total() / len(texts):.1f} %"
