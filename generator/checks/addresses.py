"""Check `addresses`: a web address that a reader may follow leads where it seems to lead.

`https://microsoft.com@example.com/` leads to example.com, and a Cyrillic letter in a name to somebody else's host.
"""

from collections.abc import Iterable, Iterator

from generator.catalogue import Origin, Problem
from generator.catalogue.problem import Key
from generator.checks._context import Context
from generator.checks._hosts import objections

ID = "addresses"
DESCRIPTION = "The host of every web address is a plain name: no user before it, no IP address, only ASCII letters."


def check(context: Context) -> Iterable[Problem]:
    """Look at the addresses of all texts, sources, portals and hosts' pages."""
    for origin, keys, words in _texts(context):
        for message, mend in objections(words):
            yield origin.problem(ID, keys, message, mend)


def _texts(context: Context) -> Iterator[tuple[Origin, tuple[Key, ...], str]]:
    for leaf in context.leaves:
        for language, words in leaf.languages():
            yield leaf.origin, (*leaf.keys, language), words
    catalogue = context.catalogue
    parts = (*context.articles, *catalogue.providers.values(), *catalogue.reporters.values(), *catalogue.code_lists)
    for part in parts:
        for index, source in enumerate(part.sources):
            yield part.origin, ("sources", index, "url"), source.url
    for provider in catalogue.providers.values():
        for index, portal in enumerate(provider.portals):
            yield provider.origin, ("portals", index, "url"), portal.url
    for host in catalogue.hosts.values():
        for index, page in enumerate(host.pages):
            yield host.origin, ("pages", index, "url"), page.url
