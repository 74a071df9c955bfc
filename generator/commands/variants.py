"""What `bouncekb coverage --variants` says: how many variants of each article's wordings are answered rightly.

Imports the catalogue, the variants and the engine.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.characters import clean
from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from generator.hosts.types import Result
from generator.variants import Variant, variants

_VERDICTS = ("right", "unanswered", "wrong")
_BATCH = 200


def report(catalogue: Catalogue, seed: int, most: int) -> Iterator[str]:
    """Lines: the share in all, by way and by article, and `most` of those that are not right."""
    made = list(variants(catalogue, seed))
    engine = Engine(match_index(catalogue))
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, Counter[str]] = defaultdict(Counter)
    missed: list[str] = []
    for at in range(0, len(made), _BATCH):
        batch = made[at : at + _BATCH]
        for one, result in zip(batch, engine.match_many({"text": one.text} for one in batch), strict=True):
            verdict = _verdict(one, result)
            ways[one.way][verdict] += 1
            articles[one.article.id][verdict] += 1
            if verdict != "right":
                missed.append(f"{verdict:10} {one.article.id}, {one.way}: {clean(one.text)[:160]}")
    yield _line("all", sum(ways.values(), Counter()))
    yield "\nBy way:"
    yield from (_line(name, ways[name]) for name in sorted(ways))
    yield "\nBy article, the worst first:"
    yield from (
        _line(name, articles[name]) for name in sorted(articles, key=lambda name: (_share(articles[name]), name))
    )
    yield f"\nNot right, {min(most, len(missed))} of {len(missed)}:"
    # One of every so many, so that all articles are among them.
    yield from missed[:: max(1, len(missed) // most)][:most]


def _verdict(one: Variant, result: Result) -> str:
    reasons = {match["reason"] for found in result["recipients"] for match in found["matches"][:1]}
    if not reasons:
        return "unanswered"
    return "right" if reasons & {one.article.reason, *one.article.also_reasons} else "wrong"


def _share(counts: Counter[str]) -> float:
    return counts["right"] / counts.total()


def _line(name: str, counts: Counter[str]) -> str:
    shares = "  ".join(f"{verdict} {100 * counts[verdict] / counts.total():5.1f} %" for verdict in _VERDICTS)
    return f"  {name:40} {counts.total():6}  {shares}"
