"""Check `repeated`: a list says each thing once."""

from collections.abc import Iterable, Iterator

from generator.catalogue import Article, Problem, Provider
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "repeated"
DESCRIPTION = "No list of an article or provider has the same thing twice."


def check(context: Context) -> Iterable[Problem]:
    """Look for repetitions in every list of words."""
    catalogue = context.catalogue
    parts: list[Article | Provider] = [*context.articles, *catalogue.providers.values()]
    for part in parts:
        origin = catalogue.origin(part)
        for keys, values in _lists(part):
            seen: set[str] = set()
            for index, value in enumerate(values):
                if value in seen:
                    message = f"`{_short(value)}` stands here twice."
                    yield origin.problem(ID, (*keys, index), message, "Remove one of the two.")
                seen.add(value)
    for article in context.articles:
        if article.reason in article.also_reasons:
            message = f"`{article.reason}` is the article's reason already."
            mend = "Remove it from `also_reasons`."
            yield catalogue.origin(article).problem(ID, ("also_reasons",), message, mend)


def _lists(part: Article | Provider) -> Iterator[tuple[tuple[Key, ...], Iterable[str]]]:
    if isinstance(part, Provider):
        for name in ("domains", "hosts", "names"):
            yield (name,), getattr(part, name)
        return
    for name in ("formerly", "also_reasons", "fixers", "see_also"):
        yield (name,), getattr(part, name)
    for kind in ("reply", "status", "vendor"):
        yield ("codes", kind), getattr(part.codes, kind)
    yield ("patterns",), (f"{pattern.text} {pattern.when or ''}".strip() for pattern in part.patterns)
    yield ("examples",), (example.text for example in part.examples)
    yield ("near_misses",), (near_miss.text for near_miss in part.near_misses)
    for index, source in enumerate(part.sources):
        yield ("sources", index, "supports"), source.supports


def _short(value: str) -> str:
    words = " ".join(value.split())
    return words if len(words) <= 60 else words[:57] + "..."
