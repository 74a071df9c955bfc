"""Providers as data: the list and one file each. Imports its siblings."""

from collections.abc import Iterator

from generator.api import shapes
from generator.api.written import both, file, item_path, list_path, names, owned, portal, sources
from generator.catalogue import Provider
from generator.pages.edition import Edition, code_order
from generator.pages.page import Page
from generator.pages.urls import code_slug, provider_path


def files(edition: Edition) -> Iterator[Page]:
    """Yield the list, then the providers."""
    found = sorted(edition.catalogue.providers.values(), key=lambda one: one.id)
    yield file(list_path("providers"), shapes.ProviderList(items=[_entry(edition, one) for one in found]))
    for provider in found:
        yield file(item_path("providers", provider.id), _provider(edition, provider))


def _entry(edition: Edition, provider: Provider) -> shapes.ProviderEntry:
    return {
        **owned(edition, "providers", provider, provider_path(provider.id)),
        "kind": provider.kind,
        "domains": list(provider.domains),
        "hosts": list(provider.hosts),
    }


def _provider(edition: Edition, provider: Provider) -> shapes.Provider:
    members = (code for entry in sorted(edition.codes_of(provider.id), key=code_order) for code in entry.members())
    return {
        **_entry(edition, provider),
        "summary": both(provider.summary),
        "asked_as": names(provider.asked_as) if provider.asked_as else None,
        "submission": list(provider.submission),
        "names": list(provider.names),
        "portals": [portal(page) for page in provider.portals],
        "codes": [code_slug(code) for code in members],
        "articles": [article.id for article in edition.of_provider(provider.id)],
        "sources": sources(provider.sources),
    }
