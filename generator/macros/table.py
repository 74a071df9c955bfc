"""A table for every other helpdesk, and for people: CSV as spreadsheets open it. Imports its sibling modules."""

import csv
import io
from collections.abc import Iterator, Sequence

from generator.macros.reply import Reply

_BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes UTF-8 for the encoding of the country."""


def rows(replies: Sequence[Reply]) -> Iterator[str]:
    """Yield the header and one row a reply, texts as plain text."""
    yield _BYTE_ORDER_MARK + _row(Reply._fields)
    for reply in replies:
        yield _row(reply)


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
