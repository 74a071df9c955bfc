"""Where files of the API stand, and how they are written. Imports the catalogue's model and where pages live."""

import json
from collections.abc import Iterable
from typing import Any

from generator.api.shapes import Both, By, Entry, Kind, Names, Owned, Portal, Source
from generator.catalogue import Article, Host, Provider, Text
from generator.catalogue import Source as CatalogueSource
from generator.catalogue.article import Asked
from generator.catalogue.host import HostPage
from generator.catalogue.model import Called
from generator.catalogue.model import Portal as CataloguePortal
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.urls import url_of

VERSION = "v1"
ROOT = f"api/{VERSION}/"


def list_path(kind: Kind) -> str:
    """Return the path of a list, from the root of the site."""
    return f"{ROOT}{kind}.json"


def item_path(kind: Kind, identity: str) -> str:
    """Return the path of one thing's file; `identity` is how it stands in the address of its page."""
    return f"{ROOT}{kind}/{identity}.json"


def schema_path(name: str) -> str:
    """Return the path of a JSON Schema."""
    return f"{ROOT}schema/{name}.json"


def pages(path: str) -> Both:
    """Return the addresses of the page at a path, in both languages: English lives below the root."""
    return {"ja": url_of(path), "en": f"en/{url_of(path)}"}


def head(kind: Kind, identity: str, title: Text, page: str) -> Entry:
    """Return what every thing of a list begins with; `page` is the path of its page."""
    return {"id": identity, "title": both(title), "page": pages(page), "data": item_path(kind, identity)}


def owned(edition: Edition, kind: Kind, part: Article | Host | Provider, page: str) -> Owned:
    """Likewise of what an overlay may have, with whose it is."""
    return {**head(kind, part.id, part.title, page), "by": _by(edition, part)}


def _by(edition: Edition, part: Article | Host | Provider) -> By | None:
    whose = edition.by(part)
    return {"name": both(whose.name), "contact": whose.contact} if whose else None


def both(text: Text) -> Both:
    """Return a text as it is written in the catalogue."""
    return {"ja": text.ja, "en": text.en}


def names(called: Called | Asked) -> Names:
    """Return the words by which people look for something."""
    return {"ja": list(called.ja), "en": list(called.en)}


def portal(page: CataloguePortal | HostPage) -> Portal:
    """Return a page of a service's own, with what it is good for and the day somebody looked there."""
    return {
        "title": both(page.title),
        "url": page.url,
        "use": both(page.use),
        "checked": page.checked.isoformat(),
    }


def sources(found: Iterable[CatalogueSource]) -> list[Source]:
    """Return sources with the day somebody looked there."""
    return [_source(one) for one in found]


def _source(source: CatalogueSource) -> Source:
    written: Source = {"title": source.title, "url": source.url, "checked": source.checked.isoformat()}
    supports = getattr(source, "supports", None)
    return {**written, "supports": list(supports)} if supports else written


def file(path: str, value: Any) -> Page:
    """Return a file with a value as JSON, on one line."""
    return Page(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")
