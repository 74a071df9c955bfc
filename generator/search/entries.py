"""What search knows of each page: its title, a sentence, and the words that people find it by.

Imports the catalogue, the compiled texts and the words. Never judges how well a page fits a query, and never packs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.catalogue import GENERAL, Article, Catalogue, Code, Host, Provider, Reporter, Text
from generator.catalogue.article import Asked
from generator.catalogue.model import Called, Reason
from generator.compiled.tree import parse
from generator.compiled.words import line, targets
from generator.search.entry import CodeEntry, Entry
from generator.search.guides import guide_entry, is_left_out
from generator.words import words

_T = TypeVar("_T")
_SENTENCE = re.compile(r"(?s).*?(?:。|[.!?](?=\s|$))")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_WEB_HOST = re.compile(r"https?://([^/\s:?#]+)")


class Pages:
    """All pages of a language. `guides` are the texts of the pages that people wrote, by path."""

    def __init__(self, catalogue: Catalogue, lang: str, guides: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._lang = lang
        self._guides = {path: text for path, text in guides.items() if not is_left_out(text)}
        self._words = words("search", lang)
        self._leading = {reason.article for reason in catalogue.vocabulary.reasons}
        self._unknown = {one.id: self._say(one.unknown) for one in catalogue.vocabulary.placeholders}

    def entries(self) -> Iterator[Entry]:
        """Every page but those of codes, in the order in which equals are shown."""
        catalogue = self._catalogue
        yield from self._own_pages()
        yield from map(self._reason, catalogue.vocabulary.reasons)
        yield from map(self._provider, self._providers())
        yield from map(self._host, _by_id(catalogue.hosts))
        yield from (self._reporter(one) for one in _by_id(catalogue.reporters) if not one.general)
        yield from map(self._article, self._articles())

    def codes(self) -> Iterator[CodeEntry]:
        """Every code and range."""
        known = self._catalogue.articles
        for _, code in sorted(self._catalogue.codes.items()):
            usual = code.usual if code.usual in known else None
            yield CodeEntry(code.code, self._say(code.title), usual or "", _unless_general(code))

    def _own_pages(self) -> Iterator[Entry]:
        """Home, the lists and the guides."""
        for path, page in self._words["pages"].items():
            asked = tuple(page.get("asked_as", ()))
            if path in self._guides:
                yield guide_entry(path, self._guides[path])._replace(asked=asked)
            elif "title" in page:
                yield Entry("list" if path else "home", path, page["title"], page["line"], asked=asked)
        for path in sorted(self._guides.keys() - self._words["pages"].keys()):
            yield guide_entry(path, self._guides[path])

    def _articles(self) -> list[Article]:
        """Those of any system first, then by the order of their providers."""
        order = {one.id: n for n, one in enumerate(self._providers())}
        return sorted(self._catalogue.articles.values(), key=lambda one: (order.get(one.provider, -1), one.id))

    def _providers(self) -> list[Provider]:
        """Those that most readers look for first."""
        known: list[str] = words("pages", self._lang)["home"]["providers"]

        def place(one: Provider) -> tuple[int, str]:
            return (known.index(one.id) if one.id in known else len(known), one.id)

        return sorted(self._catalogue.providers.values(), key=place)

    def _article(self, article: Article) -> Entry:
        own, other = self._called(article.asked_as)
        texts = [article.reply, *(step.do for step in article.steps)]
        links = [*([article.next.open] if article.next.open else []), *self._targets(texts)]
        return Entry(
            "article",
            article.id,
            self._say(article.title),
            self._say(article.next.title) + ("。" if self._lang == "ja" else "."),
            (*article.codes.vendor, *article.codes.status, *article.codes.reply),
            own,
            other,
            _unless_general(article),
            _hosts(links),
            article.id in self._leading,
        )

    def _provider(self, one: Provider) -> Entry:
        own, other = self._called(one.asked_as)
        more = (*other, *one.names)
        hosts = (host.removeprefix("*.") for host in (*one.domains, *one.hosts, *one.submission))
        return Entry(
            "provider", one.id, self._say(one.title), self._first(one.summary), (), own, more, one.id, _once(hosts)
        )

    def _reporter(self, one: Reporter) -> Entry:
        own, other = self._called(one.asked_as)
        title = self._words["reporter"].replace("{title}", self._say(one.title))
        look = self._first(one.look) if one.look else ""
        return Entry("reporter", one.id, title, look, (), (self._say(one.title), *own), other)

    def _host(self, one: Host) -> Entry:
        title = self._words["host"].replace("{title}", self._say(one.title))
        topics = dict.fromkeys(topic for page in one.pages for topic in page.topics)
        more = [self._words["topics"][topic] for topic in topics]
        domains = tuple(name for name in one.names if _DOMAIN.fullmatch(name))
        asked = (self._say(one.title), *one.names)
        return Entry("host", one.id, title, self._words["host_line"], (), asked, tuple(more), one.id, domains)

    def _reason(self, one: Reason) -> Entry:
        own, other = self._called(one.asked_as)
        return Entry("reason", one.id, self._say(one.title), self._first(one.summary), (), own, other)

    def _called(self, called: Called | Asked | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if called is None:
            return (), ()
        return (called.ja, called.en) if self._lang == "ja" else (called.en, called.ja)

    def _first(self, text: Text) -> str:
        said = line(parse(self._say(text)), self._unknown)
        found = _SENTENCE.match(said)
        return found[0] if found else said

    def _targets(self, texts: Iterable[Text]) -> Iterator[str]:
        for text in texts:
            yield from targets(parse(self._say(text)))

    def _say(self, text: Text) -> str:
        return text.say(self._lang)


def _hosts(links: Iterable[str]) -> tuple[str, ...]:
    return _once(found[1].lower() for link in links if (found := _WEB_HOST.match(link)))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _unless_general(one: Article | Code) -> str:
    return "" if one.provider == GENERAL else one.provider


def _by_id(things: Mapping[str, _T]) -> Iterator[_T]:
    return (things[key] for key in sorted(things))
