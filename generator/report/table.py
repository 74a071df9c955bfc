"""The addresses as a table for spreadsheets and list programs. Imports its sibling `addresses`."""

import csv
from collections.abc import Callable, Mapping
from typing import TextIO

from generator.report.addresses import Addresses

_BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes UTF-8 for the encoding of the country."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would run."""
COLUMNS = ("address", "action", "reason", "article", "sure", "code", "refused", "last", "meant_domain", "link")


def write(
    addresses: Addresses, reason: Callable[[str | None, bool], str], link: Callable[[str], str], file: TextIO
) -> int:
    """Write a head and a row for each address, and return how many those are.

    `reason`: what is said of an article, or of none (and then whether mail was delivered); `link`: where it lives.
    """
    file.write(_BYTE_ORDER_MARK)
    rows = csv.DictWriter(file, COLUMNS)
    rows.writeheader()
    count = 0
    for one in addresses:
        count += 1
        cells: Mapping[str, str | int] = {
            "address": one.written,
            "action": one.action,
            "reason": reason(one.article, one.delivered),
            "article": one.article or "",
            "sure": one.confidence or "",
            "code": one.code,
            "refused": one.refused,
            "last": one.date,
            "meant_domain": one.meant or "",
            "link": link(one.article) if one.article else "",
        }
        rows.writerow({name: tame(cell) if isinstance(cell, str) else cell for name, cell in cells.items()})
    return count


def tame(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
