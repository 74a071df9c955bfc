"""The pages of providers: one for each, and the list of all. Imports its sibling modules."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue import GENERAL, Article, Provider
from generator.pages import template, urls
from generator.pages.causes import Causes
from generator.pages.code import has_long, shown
from generator.pages.drawing import NO_HOSTS, way
from generator.pages.edition import Edition
from generator.pages.page import Page

KINDS = ("mailbox", "gateway", "blocklist", "sender")
_MOST_DOMAINS = 3


def pages(edition: Edition, causes: Causes) -> Iterator[Page]:
    """Yield the list of all providers and the page of each."""
    yield _list(edition, causes)
    for provider in edition.providers:
        yield _page(edition, causes, provider)


def _page(edition: Edition, causes: Causes, provider: Provider) -> Page:
    own = edition.of_provider(provider.id)
    codes = shown(edition, edition.codes_of(provider.id))
    return template.page(
        "provider.md.j2",
        urls.provider_path(provider.id),
        edition,
        source=edition.source_of(provider),
        plain=True,
        provider=provider,
        by=edition.by(provider),
        picture=_picture(edition, provider, own),
        listed=causes.listed(own or edition.of_provider(GENERAL)),
        has_own=bool(own),
        codes=codes,
        long=has_long(codes),
    )


def _picture(edition: Edition, provider: Provider, own: Iterable[Article]) -> str | None:
    """The way of a mail that stops where most of the provider's articles say."""
    hosts: Mapping[str, Iterable[str]] = {
        "own": (),
        "theirs": [host for host in provider.hosts if "*" not in host][:1] if provider.kind != "sender" else (),
        "recipient": [f"@{domain}" for domain in provider.domains[:1]],
    }
    # A blocklist stops no mail itself: who asks it is somebody else.
    name = None if provider.kind == "blocklist" else edition.short(provider.title)
    return usual_way(edition, own, name, hosts)


def usual_way(
    edition: Edition,
    articles: Iterable[Article],
    provider: str | None = None,
    hosts: Mapping[str, Iterable[str]] = NO_HOSTS,
) -> str | None:
    """The picture that most of these articles have; None where there are no articles."""
    named = {key: tuple(those) for key, those in hosts.items()}
    drawn = Counter(way(edition.lang, one.stage, one.refused_by, one.reason, provider, named) for one in articles)
    # Where two are as many, the server that refuses tells more than the mailbox that was not reached.
    theirs = way(edition.lang, "recipient", None, None, provider, named)
    return max(drawn, key=lambda one: (drawn[one], one == theirs)) if drawn else None


def _list(edition: Edition, causes: Causes) -> Page:
    well_known: list[str] = edition.words["provider"]["first"]
    known = edition.catalogue.providers
    count = {one.id: len(edition.of_provider(one.id)) for one in edition.providers}
    kinds = [(kind, [one for one in edition.providers if one.kind == kind]) for kind in KINDS]
    return template.page(
        "providers.md.j2",
        urls.PROVIDERS,
        edition,
        plain=True,
        tiles=[(one, known[one].title, next(iter(known[one].domains), "")) for one in well_known if one in known],
        kinds=[(kind, [_row(one, count[one.id]) for one in those]) for kind, those in kinds if those],
        total=len(edition.providers),
        general=causes.listed(edition.of_provider(GENERAL)),
    )


def _row(provider: Provider, count: int) -> tuple[object, ...]:
    """A provider as the table shows it: its names, its addresses, other words that it is found by, its causes."""
    shown_ = provider.domains[:_MOST_DOMAINS]
    words = " ".join((*provider.names, *provider.domains, *provider.hosts))
    return (provider.id, provider.title, shown_, len(provider.domains) - len(shown_), words, count)
