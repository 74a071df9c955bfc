"""An mbox file taken apart as it is read: one mail at a time is held, however large the file.

Where mails begin is written twice: here for streams, in `engine/mail/mbox.js` for what a page holds whole. Tests hold
the two against each other. Imports the standard library only.
"""

import re
from collections.abc import Iterable, Iterator

_START = re.compile(rb"\s*From \S")
_STAMPED = re.compile(rb"\s*From \S[^\r\n]{0,200} \d\d:\d\d")
_SEPARATOR = re.compile(
    rb"(?P<blank>\r\n\r\n|\n\n|\r\r)From \S[^\r\n]{0,200} \d\d:\d\d[^\r\n]{0,40}(?:\r\n?|\n)[!-9;-~]+:"
)
_LONGEST_SEPARATOR = 4096
"""So far back a separator may have begun that isn't whole yet; names of header fields are far shorter."""


def may_be_mbox(head: bytes) -> bool:
    """Whether a file that begins so can hold several mails."""
    return bool(_START.match(head))


def is_mbox(head: bytes) -> bool:
    """Whether a file that begins so is an mbox for sure, were there only one mail in it."""
    return bool(_STAMPED.match(head))


def messages(pieces: Iterable[bytes], most: int) -> Iterator[bytes | None]:
    """Each mail of an mbox that comes in pieces; None in the place of one with more than `most` bytes."""
    held = bytearray()
    looked = 0
    dropping = False
    for piece in pieces:
        held += piece
        while cut := _cut(held, looked):
            end, start = cut
            if not dropping:
                yield bytes(held[:end]) if end <= most else None
            dropping = False
            del held[:start]
            looked = 0
        looked = max(looked, len(held) - _LONGEST_SEPARATOR)
        if len(held) > most + _LONGEST_SEPARATOR:
            if not dropping:
                yield None
            dropping = True
            del held[:looked]
            looked = 0
    if not dropping:
        yield bytes(held) if len(held) <= most else None


def _cut(held: bytearray, looked: int) -> tuple[int, int] | None:
    """Where the first mail ends and the next one starts, as far as what is held tells."""
    found = _SEPARATOR.search(held, looked)
    return (found.start(), found.end("blank")) if found else None
