"""The page of an article. Imports its sibling modules; what it shows and in which order is the template's business."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.catalogue import Article
from generator.compiled.evidence import Examples, Marked
from generator.compiled.letters import CUSTOMER, has_voices, letter, letters
from generator.compiled.nodes import Tree
from generator.compiled.steps import WAIT, by_actor
from generator.pages import template, urls
from generator.pages.edition import Edition, Lang, is_status_range, named, source_of
from generator.pages.host import helping
from generator.pages.matcher import matcher
from generator.pages.page import Page
from generator.pages.prose import verbatim

# The station of the picture at which a mail stops, by stage: 1 the sender's server ... 4 the recipient's mailbox.
_STATION = {"auth": 1, "queue": 1, "routing": 2, "connect": 2, "mailbox": 4}
_THEIR_SERVER = 3


def pages(edition: Edition, examples: Examples, report: Mapping[str, str]) -> Iterator[Page]:
    """Yield the page of every article. `examples` are those of each article, marked."""
    # The same on all of them, as they lie in one folder.
    box = matcher(edition, urls.article_path("any"), report, folded=True)
    for article in edition.articles:
        yield _page(edition, article, examples[article.id], box)


def _page(edition: Edition, article: Article, examples: Sequence[Marked], box: str) -> Page:
    known = edition.catalogue.articles
    near = [
        (_one_line(miss.text), named([known[miss.belongs_to]])[0])
        for miss in article.near_misses
        if miss.belongs_to in known
    ]
    return template.page(
        "article.md.j2",
        urls.article_path(article.id),
        edition,
        source=source_of(article),
        article=article,
        at=_STATION.get(article.stage, _THEIR_SERVER),
        checked=max(source.checked for source in article.sources).isoformat(),
        examples=examples,
        bounce=bounce,
        matcher=box,
        actors=by_actor(article),
        near=near,
        see_also=named(_others(edition, article, {other.id for _, other in near})),
        codes=_codes(edition, article),
        provider=edition.catalogue.providers.get(article.provider),
        letters=list(_letters(edition, article)),
        voices=has_voices(letters(article, edition.lang)[CUSTOMER]),
        others=[who for who in article.fixers if who not in (article.first, WAIT)],
        hosts=helping(edition, article),
    )


def bounce(example: Marked) -> str:
    """Return an example as HTML on one line, its telling words in `<mark>`."""
    inside = "".join(f"<mark>{verbatim(text)}</mark>" if telling else verbatim(text) for text, telling in example)
    return f'<pre class="bk-bounce" translate="no">{inside}</pre>'


def _letters(edition: Edition, article: Article) -> Iterator[tuple[str, Lang, Tree]]:
    """What can be sent: the name, language and words of each letter, the reply in both languages."""
    other: Lang = "en" if edition.lang == "ja" else "ja"
    of = [(CUSTOMER, edition.lang), (CUSTOMER, other)]
    of += [(name, edition.lang) for name in letters(article, edition.lang) if name != CUSTOMER]
    for name, lang in of:
        yield name, lang, letter(article, name, lang)


def _one_line(text: str, limit: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _others(edition: Edition, article: Article, shown: set[str]) -> list[Article]:
    known = edition.catalogue.articles
    return [known[other] for other in article.see_also if other in known and other not in shown]


def _codes(edition: Edition, article: Article) -> list[tuple[str, str | None, Any]]:
    to = edition.words["code"]["to"]
    codes = []
    for code in (*article.codes.reply, *article.codes.status, *article.codes.vendor):
        written = code.replace("-", to) if is_status_range(code) else code
        codes.append((written, edition.path_of_code(code), edition.catalogue.codes.find(code)))
    return codes
