"""The pages of providers: one for each, and the list of all. Imports its sibling modules."""

from collections.abc import Iterator
from itertools import groupby

from generator.catalogue import GENERAL, Provider
from generator.pages import template, urls
from generator.pages.code import shown
from generator.pages.edition import Edition, named, source_of
from generator.pages.page import Page

KINDS = ("mailbox", "gateway", "blocklist", "sender")


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all providers and the page of each."""
    yield _list(edition)
    for provider in edition.providers:
        yield _page(edition, provider)


def _page(edition: Edition, provider: Provider) -> Page:
    own = edition.of_provider(provider.id)
    return template.page(
        "provider.md.j2",
        urls.provider_path(provider.id),
        edition,
        source=source_of(provider),
        provider=provider,
        groups=[(edition.reasons[reason], named(found)) for reason, found in groupby(own, lambda one: one.reason)],
        general=[] if own else named(edition.of_provider(GENERAL)),
        codes=shown(edition, edition.codes_of(provider.id)),
    )


def _list(edition: Edition) -> Page:
    kinds = [(kind, [one for one in edition.providers if one.kind == kind]) for kind in KINDS]
    return template.page(
        "providers.md.j2",
        urls.PROVIDERS,
        edition,
        kinds=[(kind, providers) for kind, providers in kinds if providers],
        general=named(edition.of_provider(GENERAL)),
    )
