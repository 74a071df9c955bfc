"""Every bilingual text of the catalogue with its place, as it is written and as a tree.

Imports the catalogue and the compiled texts. Never judges a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.catalogue import Article, Catalogue, CodeList, Host, Origin, Provider, Reporter, Text, Vocabulary
from generator.catalogue.problem import Key
from generator.compiled.nodes import Tree
from generator.compiled.tree import parse, parse_plain

Kind = Literal["plain", "markdown", "reply"]

URL = re.compile(r"https?://[^\s<>()\[\]{}「」（）、。*`\"'’”]+", re.IGNORECASE)
"""A web address in running words."""


@dataclass(frozen=True)
class Leaf:
    """One bilingual text. `keys` lead to it in the file; `article` is set where the text belongs to one."""

    origin: Origin
    keys: tuple[Key, ...]
    text: Text
    kind: Kind
    article: Article | None = None

    def languages(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Both languages with their words."""
        return ("ja", self.text.ja), ("en", self.text.en)

    def trees(self) -> tuple[tuple[str, Tree], tuple[str, Tree]]:
        """Both languages with their trees. Only Markdown has links and code spans, every text may have values."""
        read = parse if self.kind == "markdown" else parse_plain
        return ("ja", read(self.text.ja)), ("en", read(self.text.en))


def leaves(catalogue: Catalogue, articles: tuple[Article, ...]) -> Iterator[Leaf]:
    """Every bilingual text of the given articles, and of all providers, codes and the vocabulary."""
    for article in articles:
        origin = catalogue.origin(article)
        for keys, text, kind in _article(article):
            yield Leaf(origin, keys, text, kind, article)
    for provider in catalogue.providers.values():
        origin = catalogue.origin(provider)
        yield from (Leaf(origin, *found) for found in _provider(provider))
    for host in catalogue.hosts.values():
        origin = catalogue.origin(host)
        yield from (Leaf(origin, *found) for found in _host(host))
    for reporter in catalogue.reporters.values():
        origin = catalogue.origin(reporter)
        yield from (Leaf(origin, *found) for found in _reporter(reporter))
    for code_list in catalogue.code_lists:
        origin = catalogue.origin(code_list)
        yield from (Leaf(origin, *found) for found in _codes(code_list))
    if not catalogue.is_broken("vocabulary"):
        origin = catalogue.origin(catalogue.vocabulary)
        yield from (Leaf(origin, *found) for found in _vocabulary(catalogue.vocabulary))


_Found = tuple[tuple[Key, ...], Text, Kind]


def _article(article: Article) -> Iterator[_Found]:
    yield ("title",), article.title, "plain"
    yield ("headline",), article.headline, "plain"
    yield ("summary",), article.summary, "markdown"
    yield ("next", "title"), article.next.title, "plain"
    yield ("next", "text"), article.next.text, "markdown"
    for index, text in enumerate(article.prepare):
        yield ("prepare", index), text, "markdown"
    for index, step in enumerate(article.steps):
        yield ("steps", index, "do"), step.do, "markdown"
        yield ("steps", index, "check"), step.check, "markdown"
    yield ("how_long",), article.how_long, "reply"
    yield ("if_not",), article.if_not, "reply"
    for index, text in enumerate(article.cautions):
        yield ("cautions", index), text, "markdown"
    yield ("reply",), article.reply, "reply"
    for addressee, text in article.forward.items():
        yield ("forward", addressee), text, "reply"
    yield ("inside",), article.inside, "reply"
    for index, change in enumerate(article.changed):
        yield ("changed", index, "what"), change.what, "plain"


def _provider(provider: Provider) -> Iterator[_Found]:
    yield ("title",), provider.title, "plain"
    yield ("summary",), provider.summary, "markdown"
    for index, portal in enumerate(provider.portals):
        yield ("portals", index, "title"), portal.title, "plain"
        yield ("portals", index, "use"), portal.use, "markdown"


def _host(host: Host) -> Iterator[_Found]:
    yield ("title",), host.title, "plain"
    if host.panel:
        yield ("panel",), host.panel, "plain"
    for index, page in enumerate(host.pages):
        yield ("pages", index, "title"), page.title, "plain"
        yield ("pages", index, "use"), page.use, "markdown"


def _reporter(reporter: Reporter) -> Iterator[_Found]:
    yield ("title",), reporter.title, "plain"
    for key in ("look", "cause"):
        if text := getattr(reporter, key):
            yield (key,), text, "markdown"


def _codes(code_list: CodeList) -> Iterator[_Found]:
    for index, code in enumerate(code_list.codes):
        yield ("codes", index, "title"), code.title, "plain"
        yield ("codes", index, "meaning"), code.meaning, "markdown"


def _vocabulary(vocabulary: Vocabulary) -> Iterator[_Found]:
    for name in ("reasons", "actors", "stages", "permanence"):
        for index, word in enumerate(getattr(vocabulary, name)):
            yield (name, index, "title"), word.title, "plain"
            for key in ("summary", "note"):
                if hasattr(word, key):
                    yield (name, index, key), getattr(word, key), "plain"
    for index, placeholder in enumerate(vocabulary.placeholders):
        yield ("placeholders", index, "unknown"), placeholder.unknown, "plain"


def listed(names: object) -> str:
    """Names in backticks, for a message: `a`, `b`."""
    return ", ".join(f"`{name}`" for name in sorted(names))  # type: ignore[call-overload]
