"""The replies of all articles as helpdesks take them: one format a module.

Every format is a function from replies to the pieces of a file, in order. Imports the catalogue, its letters and where
pages live. Never writes a file, never asks a helpdesk anything.
"""

from collections.abc import Callable, Iterator, Sequence

from generator.macros import freshdesk, helpscout, table, zendesk
from generator.macros.reply import Lang, Reply, replies

__all__ = ["FORMATS", "IN_FOLDERS", "Lang", "Reply", "Written", "freshdesk", "replies"]

Written = Callable[[Sequence[Reply]], Iterator[str]]

FORMATS: dict[str, Written] = {
    "zendesk": zendesk.bodies,
    "freshdesk": freshdesk.bodies,
    "helpscout": helpscout.bodies,
    "csv": table.rows,
}
"""By name, what writes a format."""

IN_FOLDERS = frozenset({"freshdesk"})
"""Formats that take the number of a folder, too."""
