"""The form in which search knows a page, and a code. Imports nothing of this project."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A page as search knows it.

    `asked` are the words in which people ask for it, or what it is called; `more` words count for less: those of the
    other language, and what else is told of it. `provider` is whose mail it is about; `hosts` are names of servers and
    domains that stand for it. `leads` marks the article that answers for its reason when nothing more special does.
    """

    kind: str
    id: str
    title: str
    line: str = ""
    codes: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    provider: str = ""
    hosts: tuple[str, ...] = ()
    leads: bool = False


class CodeEntry(NamedTuple):
    """A code or a range of codes: its title, the id of the article that it usually means, and whose code it is."""

    code: str
    title: str
    usual: str
    provider: str
