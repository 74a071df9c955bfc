"""The catalogue in one language, with the questions that pages ask of it.

Imports the catalogue and its sibling modules here. Never makes a page and never reads the catalogue's files.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from generator.catalogue import Article, Catalogue, Code, Host, Provider, Reporter, Text
from generator.pages.page import PageMemory
from generator.pages.tongue import LANGUAGES, Lang, Tongue
from generator.pages.urls import code_path

__all__ = ["LANGUAGES", "Edition", "Lang"]

_T = TypeVar("_T")
MOST_PAGES = 200
"""So many pages a range of codes gets at most."""

_PROJECT = Path(__file__).resolve().parent.parent.parent


class By(NamedTuple):
    """Whose overlay a page comes from, and where to reach them."""

    name: Text
    contact: str | None


class Named(NamedTuple):
    """An article as a list shows it; a page that lists an article depends on no more of it."""

    id: str
    title: Text
    by: By | None


class Edition(Tongue):
    """`catalogue` as readers of `lang` see it. `memory` holds the pages of an earlier edition in the same language.

    `site` is the address of this language's root, ending in a slash, or nothing where it isn't known.
    """

    def __init__(self, catalogue: Catalogue, lang: Lang, memory: PageMemory | None = None, site: str = "") -> None:
        super().__init__(catalogue.vocabulary, lang)
        self.site = site
        self.catalogue = catalogue
        self.tongue = Tongue(catalogue.vocabulary, lang)
        """What templates may see of this."""
        self.memory: PageMemory = {} if memory is None else memory

    def by(self, part: Article | Host | Provider) -> By | None:
        """Whose it is, if it comes from an overlay."""
        overlay = self.catalogue.overlay(part)
        return By(overlay.name, overlay.contact) if overlay else None

    def named(self, articles: Iterable[Article]) -> list[Named]:
        """Articles for a list."""
        return [Named(article.id, article.title, self.by(article)) for article in articles]

    def source_of(self, part: Article | Host | Provider | Reporter) -> str | None:
        """The file of an article, a provider or a reporter, relative to the project; None where it lies elsewhere.

        What an overlay holds has a repository of its own, wherever its folder lies.
        """
        path = part.origin.path.resolve()
        ours = path.is_relative_to(_PROJECT) and not self.catalogue.overlay(part)
        return path.relative_to(_PROJECT).as_posix() if ours else None

    @property
    def articles(self) -> list[Article]:
        """All articles, by id."""
        return [self.catalogue.articles[key] for key in sorted(self.catalogue.articles)]

    @property
    def providers(self) -> list[Provider]:
        """All providers: the ones that most readers look for, then those with the most articles, then by title."""
        well_known: list[str] = self.words["provider"]["first"]

        def place(one: Provider) -> tuple[int, int, str]:
            first = well_known.index(one.id) if one.id in well_known else len(well_known)
            return (first, -len(self._by_provider.get(one.id, [])), self.say(one.title))

        return sorted(self.catalogue.providers.values(), key=place)

    def of_provider(self, provider: str) -> list[Article]:
        """The articles of a provider, in the order of the vocabulary's reasons."""
        order = list(self.reasons)
        known = [article for article in self._by_provider.get(provider, []) if article.reason in self.reasons]
        return sorted(known, key=lambda article: (order.index(article.reason), article.id))

    def codes_of(self, provider: str) -> list[Code]:
        """The codes of a provider's own, or of `general`."""
        return self._codes_by_provider.get(provider, [])

    def of_reason(self, reason: str) -> list[Article]:
        """The articles of a reason, its general article first."""
        general = self.reasons[reason].article
        found = [article for article in self.articles if article.reason == reason]
        return sorted(found, key=lambda one: (one.id != general, one.provider != "general", one.provider, one.id))

    @cached_property
    def code_pages(self) -> Mapping[str, tuple[str, Code]]:
        """For the path of each code's page: the code as a bounce shows it, and what is known of it."""
        pages: dict[str, tuple[str, Code]] = {}
        table = self.catalogue.codes
        for entry in sorted(table.values(), key=code_order):
            for member in entry.members(MOST_PAGES):
                pages.setdefault(code_path(member), (member, table.find(member) or entry))
        return pages

    def path_of_code(self, written: str) -> str | None:
        """The page of a code or range as an article names it, if there is one."""
        path = code_path(written.split("-")[0] if is_status_range(written) else written)
        return path if path in self.code_pages else None

    def with_code(self, code: str) -> list[Article]:
        """The articles that name a code, or a range around it; the code's usual article first."""
        entry = self.catalogue.codes.find(code)
        usual = entry.usual if entry else None
        found = {article.id: article for article in self._by_code.get(code, [])}
        if usual and usual in self.catalogue.articles:
            found[usual] = self.catalogue.articles[usual]
        return sorted(found.values(), key=lambda one: (one.id != usual, one.provider == "general", one.id))

    @cached_property
    def _by_provider(self) -> Mapping[str, list[Article]]:
        return _grouped((article.provider, article) for article in self.articles)

    @cached_property
    def _codes_by_provider(self) -> Mapping[str, list[Code]]:
        return _grouped((code.provider, code) for code in self.catalogue.codes.values())

    @cached_property
    def _by_code(self) -> Mapping[str, list[Article]]:
        return _grouped((code, article) for article in self.articles for code in self._codes_of(article))

    def _codes_of(self, article: Article) -> list[str]:
        codes = [*article.codes.reply, *article.codes.vendor]
        for written in article.codes.status:
            codes += range_members(written) if is_status_range(written) else [written]
        return codes


def is_status_range(written: str) -> bool:
    """Whether this is a range of status codes, as opposed to a vendor's code with a hyphen in it."""
    return "-" in written and written.replace("-", "").replace(".", "").isdigit()


def range_members(written: str) -> list[str]:
    """The codes of a range of status codes, at most as many as have pages."""
    first, last = written.split("-")
    prefix, _, low = first.rpartition(".")
    numbers = range(int(low), int(last.rpartition(".")[2]) + 1)
    return [f"{prefix}.{number}" for number in numbers[:MOST_PAGES]]


def code_order(code: Code) -> tuple[Any, ...]:
    """Reply codes, then status codes, then vendors' own; by number where there are numbers."""
    kind = ("reply", "status", "vendor").index(code.kind)
    if code.kind == "vendor":
        return (kind, code.provider, code.code)
    return (kind, [int(part) for part in code.code.replace("-", ".").split(".")])


def _grouped(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    groups: defaultdict[str, list[_T]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return dict(groups)
