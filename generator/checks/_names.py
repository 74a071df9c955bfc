"""Finds host names, mailboxes and IP addresses in a report, and knows which of them are kept for documentation.

Imports the standard library only. Never asks the network.
"""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_FREE = [
    ip_network(block)
    for block in (
        "192.0.2.0/24",  # RFC 5737
        "198.51.100.0/24",
        "203.0.113.0/24",
        "2001:db8::/32",  # RFC 3849
        "3fff::/20",  # RFC 9637
        "127.0.0.0/8",  # this host, and the answers of blocklists
        "::1/128",
    )
]
# RFC 2606, RFC 6761, RFC 6762 and the names that JPRS keeps free.
_FREE_NAMES = re.compile(
    r"(?:.*\.)?(?:example\.(?:com|net|org)|example\d?\.(?:(?:co|ne|or|ac|go|ad|ed|gr|lg)\.)?jp"
    r"|example|test|invalid|localhost|local|internal)"
)
# A dotted word is taken for a host name only with one of these at its end: `delivery-status.txt` is none.
_TOP = (
    "com|net|org|edu|gov|mil|int|info|biz|name|io|dev|app|cloud|online|site|shop|xyz|email|me|tv|cc|co|"
    "jp|us|uk|de|fr|it|es|pt|nl|be|ch|at|se|no|fi|dk|pl|cz|ru|ua|cn|tw|hk|kr|sg|in|id|th|vn|my|ph|au|nz|ca|br|mx|ar|eu"
)
# Exchange names its own parts this way: RESOLVER.RST.SendSizeLimit.Org.
_EXCHANGE = re.compile(r"(?:resolver|routing|storedrv|smtpsend|agents?)\.")
_LABELS = r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+"
_NAME = re.compile(rf"(?<![\w@.+=-])({_LABELS}(?:{_TOP}))(?![\w@-]|\.\w)", re.IGNORECASE)
_HOST_OF_URL = re.compile(r"https?://(?:[^\s/@]*@)?([a-z0-9_.-]*[a-z0-9])", re.IGNORECASE)
_MAILBOX = re.compile(r"([a-z0-9._%+=~-]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
_V4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\w)")
_V6 = re.compile(r"(?:(?<![\w:])|(?<=IPv6:))[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])", re.IGNORECASE)
_SECOND_LEVEL = {"co", "ne", "or", "ac", "go", "ad", "ed", "gr", "lg", "com", "net", "org", "gov", "edu"}


def addresses(text: str) -> Iterator[Address]:
    """Every IP address in the text; what only looks like one is left out."""
    for found in (*_V4.finditer(text), *_V6.finditer(text)):
        try:
            yield ip_address(found.group())
        except ValueError:
            continue


def mailboxes(text: str) -> Iterator[tuple[str, str]]:
    """Every mail address in the text, as the parts before and after the @, in lower case."""
    for found in _MAILBOX.finditer(text):
        yield found[1].lower(), found[2].lower()


def names(text: str) -> Iterator[str]:
    """Every host name in the text, in lower case: bare, in a URL, or behind an @."""
    for pattern, group in ((_NAME, 1), (_HOST_OF_URL, 1), (_MAILBOX, 2)):
        for found in pattern.finditer(text):
            name = found[group].lower()
            if not name.replace(".", "").isdigit() and "." in name and not _EXCHANGE.match(name):
                yield name


def is_documentation_address(address: Address) -> bool:
    """Whether nobody can own this IP address."""
    return any(address.version == block.version and address in block for block in _FREE)


def is_documentation_name(name: str) -> bool:
    """Whether nobody can own this host name."""
    return _FREE_NAMES.fullmatch(name) is not None


def registrable(name: str) -> str:
    """The part of a host name that its owner registered: `example.co.jp` of `mx.example.co.jp`."""
    labels = name.lower().split(".")
    size = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])


def is_public_suffix(name: str) -> bool:
    """Whether names are registered below this one: `com`, `co.jp`."""
    labels = name.lower().split(".")
    return len(labels) == 1 or (len(labels) == 2 and len(labels[1]) == 2 and labels[0] in _SECOND_LEVEL)


def domains_in(text: str) -> set[str]:
    """The registrable parts of all host names in the text."""
    return {registrable(name) for name in names(text)}
