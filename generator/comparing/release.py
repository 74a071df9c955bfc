"""The catalogue's part of a release, as Markdown for CHANGELOG.md: what is new, renamed or gone, whose answer changed.

Like `cases`, reads only what the catalogues of all years have. Imports its siblings. Never prints.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from generator.comparing.cases import Names, files
from generator.comparing.comparison import Comparison
from generator.comparing.sides import Side

# Folders with one file for each, in the words of a sentence: one, and several.
_SYSTEMS = {
    "providers": ("provider", "providers"),
    "reporters": ("system that writes bounces", "systems that write bounces"),
    "hosts": ("service to send through", "services to send through"),
}
# What a reader is told when the first article is another one. An input that is new has no answer that could change.
_ANSWERS = ("right-to-wrong", "wrong-to-right", "unanswered", "other-article", "answered")


def release(old: Side, new: Side, names: Names, comparison: Comparison) -> Iterator[str]:
    """Markdown below a heading of its own: a sentence of counts, then a list for each."""
    was, is_ = _content(old), _content(new)
    articles = _Change.between({names.now(name): value for name, value in was.articles.items()}, is_.articles)
    renamed = {name: now for name in was.articles if (now := names.now(name)) != name and now in is_.articles}
    answers = _answers(comparison)
    counts = [
        _counted("+", len(articles.new), "article", "articles"),
        _counted("-", len(articles.gone), "article", "articles"),
        _counted("", len(renamed), "renamed", "renamed"),
        *(_difference(len(was.systems[kind]), len(is_.systems[kind]), *nouns) for kind, nouns in _SYSTEMS.items()),
        _difference(was.codes, is_.codes, "code", "codes"),
        _counted("", answers.total(), "changed answer", "changed answers"),
    ]
    told = ", ".join(filter(None, counts))
    yield "### The catalogue"
    yield ""
    yield f"{told}." if told else "No article, no system and no answer changed."
    yield from _list("New articles", [f"`{name}`: {_title(is_.articles[name])}" for name in articles.new])
    yield from _list("Gone", [f"`{name}`" for name in articles.gone])
    yield from _list("Renamed; the old address leads on", [f"`{name}` is `{now}`" for name, now in renamed.items()])
    yield from _list("Changed", [line for name in articles.kept for line in _notes(name, articles.kept[name])])
    yield from _list("Answered otherwise", [f"{pair} ({count})" for pair, count in answers.most_common()])


@dataclass(frozen=True)
class _Content:
    """What a catalogue has, by id."""

    articles: Mapping[str, Mapping[str, Any]]
    systems: Mapping[str, set[str]]
    codes: int


@dataclass(frozen=True)
class _Change:
    """Ids that only one of two catalogues has; of those in both, the old and the new value."""

    new: Sequence[str]
    gone: Sequence[str]
    kept: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]]

    @classmethod
    def between(cls, was: Mapping[str, Any], is_: Mapping[str, Any]) -> "_Change":
        both = {name: (was[name], is_[name]) for name in sorted(was.keys() & is_.keys())}
        return cls(sorted(is_.keys() - was.keys()), sorted(was.keys() - is_.keys()), both)


def _counted(sign: str, count: int, one: str, several: str) -> str:
    return f"{sign}{count} {one if count == 1 else several}" if count else ""


def _difference(was: int, is_: int, one: str, several: str) -> str:
    return _counted("+" if is_ > was else "-", abs(is_ - was), one, several)


def _content(side: Side) -> _Content:
    articles: dict[str, Mapping[str, Any]] = {}
    systems: dict[str, set[str]] = {kind: set() for kind in _SYSTEMS}
    codes = 0
    for file in files(side):
        kind = PurePath(file.origin.path).relative_to(side.kb).parts[0]
        if file.owner:
            articles[file.owner] = file.value
        elif kind in systems:
            systems[kind].add(str(file.value.get("id")))
        elif kind == "codes":
            listed = file.value.get("codes")
            codes += len(listed) if isinstance(listed, tuple) else 0
    return _Content(articles, systems, codes)


def _notes(name: str, values: tuple[Mapping[str, Any], Mapping[str, Any]]) -> Iterator[str]:
    """What an article says of its own changes, and didn't say before."""
    was, is_ = (value.get("changed") or () for value in values)
    for note in is_:
        if note not in was and isinstance(note, dict):
            yield f"`{name}`: {_english(note.get('what'))}"


def _answers(comparison: Comparison) -> Counter[str]:
    """How many inputs went from which articles to which."""
    moves = (one for one in comparison.moves if one.change in _ANSWERS and one.case.side != "new")
    return Counter(f"{_firsts(one.old.firsts)} → {_firsts(one.new.firsts)}" for one in moves)


def _firsts(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "no article"


def _title(article: Mapping[str, Any]) -> str:
    return _english(article.get("title"))


def _english(text: Any) -> str:
    said = text.get("en") if isinstance(text, dict) else None
    return " ".join(said.split()) if isinstance(said, str) else ""


def _list(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield ""
        yield f"{heading}:"
        yield ""
        yield from (f"- {item}" for item in items)
