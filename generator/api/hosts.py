"""Hosts as data: the list and one file each. Imports its siblings."""

from collections.abc import Iterator

from generator.api import shapes
from generator.api.written import both, file, item_path, list_path, owned, portal
from generator.catalogue import Host
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.urls import host_path


def files(edition: Edition) -> Iterator[Page]:
    """Yield the list, then the hosts."""
    found = sorted(edition.catalogue.hosts.values(), key=lambda one: one.id)
    yield file(list_path("hosts"), shapes.HostList(items=[_entry(edition, one) for one in found]))
    for host in found:
        yield file(item_path("hosts", host.id), _host(edition, host))


def _entry(edition: Edition, host: Host) -> shapes.HostEntry:
    return {
        **owned(edition, "hosts", host, host_path(host.id)),
        "topics": list(dict.fromkeys(topic for page in host.pages for topic in page.topics)),
    }


def _host(edition: Edition, host: Host) -> shapes.Host:
    return {
        **owned(edition, "hosts", host, host_path(host.id)),
        "names": list(host.names),
        "panel": both(host.panel) if host.panel else None,
        "pages": [{"topics": list(page.topics), **portal(page)} for page in host.pages],
    }
