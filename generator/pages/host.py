"""The pages of hosts: the services people send through, and their own help on what steps ask for.

Imports its sibling modules.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.catalogue import Article, Host, HostPage, Text
from generator.pages import template, urls
from generator.pages.edition import Edition
from generator.pages.page import Page


class Helping(NamedTuple):
    """A host as an article lists it, with its pages that help there."""

    id: str
    title: Text
    pages: Sequence[HostPage]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all hosts and the page of each."""
    hosts = in_order(edition)
    well_known: Sequence[str] = edition.words["host"]["first"]
    yield template.page(
        "hosts.md.j2",
        urls.HOSTS,
        edition,
        plain=True,
        tiles=[(one.id, one.title) for one in hosts if one.id in well_known],
        hosts=[(one.id, one.title, _topics(one)) for one in hosts],
    )
    for host in hosts:
        path, source = urls.host_path(host.id), edition.source_of(host)
        yield template.page("host.md.j2", path, edition, source=source, plain=True, host=host, by=edition.by(host))


def _topics(host: Host) -> list[str]:
    """What a host's pages are about, each topic once, in the order of its pages."""
    return list(dict.fromkeys(topic for page in host.pages for topic in page.topics))


def helping(edition: Edition, article: Article) -> list[Helping]:
    """The hosts with pages that help with an article, and these pages."""
    found = (
        (host, [page for page in host.pages if set(page.topics) & set(article.host)]) for host in in_order(edition)
    )
    return [Helping(host.id, host.title, those) for host, those in found if those]


def in_order(edition: Edition) -> list[Host]:
    """All hosts, those that most readers use first."""
    well_known: Sequence[str] = edition.words["host"]["first"]
    hosts: Mapping[str, Host] = edition.catalogue.hosts

    def place(one: Host) -> tuple[int, str]:
        return (well_known.index(one.id) if one.id in well_known else len(well_known), edition.say(one.title).lower())

    return sorted(hosts.values(), key=place)
