"""Check `documentation-names`: examples name nobody.

Only the names of RFC 2606 and RFC 6761 (and JPRS's example.jp), the addresses of RFC 5737, RFC 3849 and RFC 9637, and
what a server's own wording must name: hosts of the systems in kb/providers/, of the concepts, and of the article's
sources and patterns.
"""

from collections.abc import Iterable

from generator.catalogue import Article, Catalogue, Problem, Provider
from generator.checks._context import Context
from generator.checks._names import (
    addresses,
    domains_in,
    is_documentation_address,
    is_documentation_name,
    mailboxes,
    names,
    registrable,
)

ID = "documentation-names"
DESCRIPTION = "Examples and near misses have only documentation names and addresses (RFC 2606, 5737, 3849)."

_ROLES = {"postmaster", "mailer-daemon", "abuse", "hostmaster", "noreply", "no-reply", "bounce", "bounces"}
_MEND_NAME = "Take example.jp, example.com or *.example."
_MEND_MAILBOX = "Take a mailbox at example.jp or example.com; at a real mail service one with `example` before the @."
_MEND_ADDRESS = "Take 192.0.2.x, 198.51.100.x, 203.0.113.x or 2001:db8::x."


def check(context: Context) -> Iterable[Problem]:
    """Look at every name and address in examples and near misses."""
    systems = {domain for provider in context.catalogue.providers.values() for domain in _of_provider(provider)}
    systems |= {registrable(one.host) for one in context.catalogue.concepts.reading.hosts if "." in one.host}
    for article in context.articles:
        origin = context.catalogue.origin(article)
        allowed = systems | _of_article(article, context.catalogue)
        # A server's own wording may name a mailbox to write to; then it stands in full in a pattern.
        written = {box for pattern in article.patterns for box in mailboxes(pattern.text)}
        for key in ("examples", "near_misses"):
            for index, item in enumerate(getattr(article, key)):
                for name, mend in _real(item.text, allowed, written):
                    message = f"`{name}` may belong to somebody."
                    yield origin.problem(ID, (key, index, "text"), message, mend)
    for reporter in context.catalogue.reporters.values():
        origin = context.catalogue.origin(reporter)
        own = domains_in(" ".join([source.url for source in reporter.sources] + [one.text for one in reporter.frames]))
        for key in ("examples", "near_misses"):
            for index, item in enumerate(getattr(reporter, key)):
                for name, mend in _real(item.text, systems | own, set()):
                    message = f"`{name}` may belong to somebody."
                    yield origin.problem(ID, (key, index, "text"), message, mend)


def _real(text: str, allowed: set[str], written: set[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Each name or address that is not for documentation, with what to write instead."""
    for address in dict.fromkeys(addresses(text)):
        if not is_documentation_address(address):
            yield str(address), _MEND_ADDRESS
    for local, domain in dict.fromkeys(mailboxes(text)):
        if (local, domain) in written or is_documentation_name(domain):
            continue
        if "example" not in local and local not in _ROLES:
            yield f"{local}@{domain}", _MEND_MAILBOX
    for name in dict.fromkeys(names(text)):
        if not is_documentation_name(name) and registrable(name) not in allowed:
            yield name, _MEND_NAME


def _of_provider(provider: Provider) -> set[str]:
    named = (*provider.domains, *provider.hosts, *provider.submission)
    hosts = {registrable(host.removeprefix("*.")) for host in named}
    urls = [portal.url for portal in provider.portals] + [source.url for source in provider.sources]
    return hosts | domains_in(" ".join([*urls, *provider.names]))


def _of_article(article: Article, catalogue: Catalogue) -> set[str]:
    provider = catalogue.providers.get(article.provider)
    sources = [source.url for source in article.sources]
    own = domains_in(" ".join([*sources, *(pattern.text for pattern in article.patterns)]))
    return own | (_of_provider(provider) if provider else set())
