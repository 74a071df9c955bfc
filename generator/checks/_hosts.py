"""What may stand as a host: in an address that a reader follows, and in a provider's file.

Imports its neighbour `_names`. Never asks the network.
"""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import NamedTuple

from generator.checks._names import is_public_suffix

_AUTHORITY = re.compile(r"https?://(\[[^\]\s]*\]|[^\s/?#<>()\[\]{}「」（）、。*`\"'’”]*)", re.IGNORECASE)
_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*(?::\d{1,5})?", re.IGNORECASE)


class Objection(NamedTuple):
    """What is wrong, and what to do."""

    message: str
    mend: str


def objections(text: str) -> Iterator[Objection]:
    """What is wrong with the hosts of all web addresses in the text: each must be what it seems to be."""
    # In running text a full stop may follow.
    for authority in dict.fromkeys(found.rstrip(".,:;!") for found in _AUTHORITY.findall(text)):
        objection = _objection(authority)
        if objection:
            yield objection


def _objection(authority: str) -> Objection | None:
    if "@" in authority:
        message = f"The address of a page has a name before its host: `{authority}`."
        return Objection(message, f"Write the host alone: `{authority.rpartition('@')[2]}`.")
    if not authority.isascii():
        message = f"The host `{authority}` has letters that may look like others."
        return Objection(message, "Write it in ASCII, as the browser's address bar does (xn--...).")
    if is_address(authority):
        return Objection(f"The page is on the IP address `{authority}`.", "Name a host that its owner answers for.")
    if not _NAME.fullmatch(authority):
        return Objection(f"`{authority}` is no host of a page.", "Write the page's full address, from https:// on.")
    return None


def is_address(host: str) -> bool:
    """Whether this is an IP address, in any of the forms that browsers take for one: 127.0.0.1, 0x7f.1, 2130706433."""
    bare = host if host.endswith("]") else host.partition(":")[0]
    if re.fullmatch(r"(?:0x[0-9a-f]*|\d+)", bare.split(".")[-1], re.IGNORECASE):
        return True
    try:
        ip_address(bare.strip("[]"))
    except ValueError:
        return False
    return True


def is_everybodys(host: str) -> bool:
    """Whether a provider's host (`*.com`) would take in machines that have nothing to do with the provider."""
    return is_public_suffix(host.removeprefix("*."))
