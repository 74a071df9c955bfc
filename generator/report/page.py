"""The report as one HTML file: its styles in it, no script, nothing from anywhere else.

Imports the catalogue, the pages' addresses, the words and its sibling modules. Never counts.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import jinja2
from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages import urls
from generator.pages.tongue import Lang, Tongue
from generator.report.addresses import ACTIONS, Address
from generator.report.plot import plot
from generator.report.tally import Tally
from generator.report.timeline import timeline
from generator.words import words

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
_SHEETS = Path(__file__).resolve().parent.parent.parent / "docs" / "assets" / "bouncekb"
_STYLES = (_SHEETS / "tokens.css", _SHEETS / "base.css", _SHEETS / "tables.css", _TEMPLATES / "report.css")
MOST_ADDRESSES = 200
MOST_DOMAINS = 15
_UNNAMED: Literal["unknown"] = "unknown"


@dataclass(frozen=True)
class Row:
    """A line of a table: what was counted, how often, and how wide its bar is of 100. `beside` depends on the table."""

    title: str
    url: str
    count: int
    share: float
    width: float
    beside: tuple[str, ...] = ()


class Report:
    """A pile's report in one language. `site` is the address of the site; `most`: so many wordings are listed.

    `redact`: leaves out addresses, domains and names of files, and is asked for each wording without what identifies
    anybody.
    """

    def __init__(
        self,
        tally: Tally,
        catalogue: Catalogue,
        lang: Lang,
        site: str,
        most: int,
        redact: Callable[[str], str] | None = None,
    ) -> None:
        self._tally = tally
        self._catalogue = catalogue
        self._tongue = Tongue(catalogue.vocabulary, lang)
        self._site = site if lang == "ja" else f"{site}en/"
        self._words = words("report", lang)
        self._sure = words("matcher", lang)["confidence"]
        self._most = most
        self._redact = redact

    def html(self) -> str:
        """The page. The same pile and catalogue, the same bytes."""
        style = "\n".join(path.read_text(encoding="utf-8") for path in _STYLES)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        return environment.get_template("report.html.j2").render(
            # The sheets are our own; what is escaped in them would be another style.
            style=Markup(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            lang=self._tongue.lang,
            w=self._words,
            **self._parts(),
        )

    def reason(self, article: str | None, delivered: bool) -> str:
        """What is said of an address whose cause is this article, or none."""
        if article:
            return self._tongue.say(self._catalogue.articles[article].headline)
        return str(self._words["delivered" if delivered else _UNNAMED])

    def link(self, article: str) -> str:
        """Where an article lives."""
        return self._site + urls.url_of(urls.article_path(article))

    def _parts(self) -> dict[str, Any]:
        tally = self._tally
        shown = timeline(tally.days)
        dated = sorted(tally.days)
        return {
            "span": (dated[0], dated[-1]) if dated else None,
            "redacted": self._redact is not None,
            "mails": tally.mails,
            "refusals": tally.refusals,
            "kinds": self._kinds(),
            "causes": [self._cause(article, count) for article, count in _ranked(tally.causes)],
            "timeline": shown,
            "plot": plot(shown) if shown else None,
            "undated": tally.undated,
            "providers": self._providers(),
            "domains": [] if self._redact else self._domains(),
            "more_domains": max(0, len(tally.domains) - MOST_DOMAINS),
            "actors": self._actors(),
            "addresses": self._addresses(),
            "wordings": self._wordings(),
            "more_wordings": max(0, len(tally.wordings) - self._most),
            "failed": tally.failed,
            "failures": [] if self._redact else tally.failures,
        }

    def _row(self, title: str, url: str, count: int, counts: Iterable[int], *beside: str) -> Row:
        found = list(counts)
        return Row(title, url, count, 100 * count / sum(found), 100 * count / max(found), beside)

    def _kinds(self) -> list[Row]:
        counts = Counter(self._tally.kinds)
        if self._tally.failed:
            counts["failed"] = self._tally.failed
        # In the order of the words: bounces stand first, however few they are.
        listed = [(kind, counts[kind]) for kind in self._words["kinds"] if counts[kind]]
        return [self._row(self._words["kinds"][kind], "", count, counts.values()) for kind, count in listed]

    def _cause(self, article: str | None, count: int) -> Row:
        counts = self._tally.causes.values()
        if article is None:
            return self._row(self._words["unknown"], "", count, counts, "", "")
        sure = self._tally.sure[article]
        one = self._words["causes"]["sure_of"]
        said = self._words["and"].join(
            one.replace("{how}", self._sure[how]).replace("{n}", f"{sure[how]:,}") for how in self._sure if sure[how]
        )
        who = self._actor(self._catalogue.articles[article].first)
        return self._row(self.reason(article, False), self.link(article), count, counts, who, said)

    def _actor(self, actor: str) -> str:
        return self._tongue.short(self._tongue.actors[actor].title)

    def _providers(self) -> list[Row]:
        counts = {name: causes.total() for name, causes in self._tally.providers.items()}
        return [
            self._row(
                self._tongue.say(self._catalogue.providers[name].title),
                self._site + urls.url_of(urls.provider_path(name)),
                count,
                counts.values(),
                self._most_frequent(self._tally.providers[name]),
            )
            for name, count in _ranked(counts)
        ]

    def _domains(self) -> list[Row]:
        counts = {name: causes.total() for name, causes in self._tally.domains.items()}
        return [
            self._row(name, "", count, counts.values(), self._most_frequent(self._tally.domains[name]))
            for name, count in _ranked(counts)[:MOST_DOMAINS]
        ]

    def _most_frequent(self, causes: Mapping[str | None, int]) -> str:
        return self.reason(_ranked(causes)[0][0], False)

    def _actors(self) -> list[Row]:
        counts: Counter[str] = Counter()
        for article, count in self._tally.causes.items():
            counts[self._actor(self._catalogue.articles[article].first) if article else self._words["unknown"]] += count
        return [self._row(actor, "", count, counts.values()) for actor, count in _ranked(counts)]

    def _addresses(self) -> list[dict[str, Any]]:
        groups = []
        for action in ACTIONS:
            found = self._tally.addresses.of(action)
            listed = [] if self._redact else [self._address(one) for one in found[:MOST_ADDRESSES]]
            groups.append({"action": action, "count": len(found), "rows": listed})
        return groups if any(group["count"] for group in groups) else []

    def _address(self, one: Address) -> dict[str, Any]:
        return {
            "written": one.written,
            "reason": self.reason(one.article, one.delivered),
            "url": self.link(one.article) if one.article else "",
            "code": one.code,
            "refused": one.refused,
            "last": one.date[:10],
            "meant": one.meant,
        }

    def _wordings(self) -> list[tuple[str, int, str]]:
        said = _ranked(self._tally.wordings)[: self._most]
        if self._redact:
            return [(self._redact(text).strip() if text else "", count, "") for text, count in said]
        return [(text, count, self._tally.first_with[text]) for text, count in said]


def _ranked(counts: Mapping[Any, int]) -> list[tuple[Any, int]]:
    """The most frequent first, then by name; what has no name last of those."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0] is None, one[0] or ""))
