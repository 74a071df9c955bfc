"""Check `repeated`: a list says each thing once."""

from collections.abc import Iterable, Iterator

from generator.catalogue import Article, Problem, Provider
from generator.catalogue.mends import Remove
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
            seen: dict[str, object] = {}
            for index, (value, whole) in enumerate(values):
                if value in seen:
                    message = f"`{_short(value)}` stands here twice."
                    mends = [Remove((*keys, index))] if seen[value] == whole else []
                    yield origin.problem(ID, (*keys, index), message, "Remove one of the two.", *mends)
                seen.setdefault(value, whole)
    for article in context.articles:
        if article.reason in article.also_reasons:
            message = f"`{article.reason}` is the article's reason already."
            mend = "Remove it from `also_reasons`."
            remove = Remove(("also_reasons", article.also_reasons.index(article.reason)))
            yield catalogue.origin(article).problem(ID, ("also_reasons",), message, mend, remove)


def _lists(part: Article | Provider) -> Iterator[tuple[tuple[Key, ...], Iterable[tuple[str, object]]]]:
    """Each list: what may stand in it only once, and with it the whole item."""
    words: dict[tuple[Key, ...], tuple[str, ...]] = {}
    if isinstance(part, Provider):
        words |= {(name,): getattr(part, name) for name in ("domains", "hosts", "names")}
    else:
        words |= {(name,): getattr(part, name) for name in ("formerly", "also_reasons", "fixers", "see_also")}
        words |= {("codes", kind): getattr(part.codes, kind) for kind in ("reply", "status", "vendor")}
        words |= {("sources", index, "supports"): source.supports for index, source in enumerate(part.sources)}
        yield ("patterns",), ((f"{pattern.text} {pattern.when or ''}".strip(), pattern) for pattern in part.patterns)
        yield ("examples",), ((example.text, example) for example in part.examples)
        yield ("near_misses",), ((near_miss.text, near_miss) for near_miss in part.near_misses)
    for keys, values in words.items():
        yield keys, ((value, value) for value in values)


def _short(value: str) -> str:
    words = " ".join(value.split())
    return words if len(words) <= 60 else words[:57] + "..."
