"""The reply to a customer about one cause, as it is kept for later: nothing in it belongs to a single mail.

A helpdesk knows the customer, but not which address or server a bounce named: such a value vanishes with its brackets
or its line, as in the browser, and where a sentence needs it, stands what it is. Imports the catalogue, its letters and
where pages live. Never knows of a helpdesk.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urljoin

from generator.catalogue import Article, Catalogue
from generator.compiled.letters import CUSTOMER, in_voice, letter
from generator.compiled.words import letter as plain
from generator.pages.urls import article_path, url_of

Lang = Literal["ja", "en"]

_FOLDER = {"ja": "", "en": "en/"}
_ANYBODY = "general"


class Reply(NamedTuple):
    """What is sent, and what finds it again: `group` is who refused, or the reason where that may be anybody."""

    id: str
    group: str
    title: str
    text: str
    link: str


def replies(catalogue: Catalogue, lang: Lang, voice: str, site: str) -> list[Reply]:
    """Return the replies of all articles in one language and voice, sorted by group and title; `site` ends in "/"."""
    found = _replies(catalogue, lang, voice, site)
    return sorted(found, key=lambda one: (one.group, one.title))


def _replies(catalogue: Catalogue, lang: Lang, voice: str, site: str) -> Iterator[Reply]:
    unknown = {one.id: one.unknown.say(lang) for one in catalogue.vocabulary.placeholders}
    for article in catalogue.articles.values():
        link = urljoin(site, _FOLDER[lang] + url_of(article_path(article.id)))
        text = plain(in_voice(letter(catalogue, article, CUSTOMER, lang), voice), unknown, {"link": link})
        yield Reply(article.id, _group(catalogue, article, lang), article.title.say(lang), text, link)


def _group(catalogue: Catalogue, article: Article, lang: Lang) -> str:
    if article.provider != _ANYBODY:
        return catalogue.providers[article.provider].title.say(lang)
    return next(one.title.say(lang) for one in catalogue.vocabulary.reasons if one.id == article.reason)
