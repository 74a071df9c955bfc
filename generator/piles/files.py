"""Which files are meant by the names that a command is given: folders become the files in them, in a stable order.

Imports its sibling `inputs`. Never opens a file.
"""

import os
import stat
from collections.abc import Iterator, Sequence

from generator.piles.inputs import STDIN, Unread

_MAILDIR = ("cur", "new")
"""What a Maildir has its mails in; the third folder, `tmp`, holds what is not there yet."""


def files(names: Sequence[str]) -> Iterator[str | Unread]:
    """Every file meant, in the order given; what is in a folder by its name, subfolders among the files.

    Of a Maildir only the mails count. Hidden files and folders are left out, but for Maildirs in a Maildir.
    """
    for name in names:
        if name != STDIN and _is_folder(name):
            yield from _below(name)
        else:
            yield name


def size(names: Sequence[str]) -> int | None:
    """How many bytes there are to read; None if standard input is among them."""
    total = 0
    for name in files(names):
        if name == STDIN:
            return None
        if isinstance(name, str):
            try:
                total += os.stat(name).st_size  # noqa: PTH116
            except (OSError, ValueError):
                continue
    return total


def _is_folder(name: str) -> bool:
    # As text, not as a Path: to that, the empty name is the folder one is in.
    try:
        return stat.S_ISDIR(os.stat(name).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def _below(folder: str) -> Iterator[str | Unread]:
    """What is in a folder. A stack instead of calls: folders may be nested deeper than those."""
    stack = [_entries(folder)]
    while stack:
        found = next(stack[-1], None)
        if found is None:
            stack.pop()
        elif isinstance(found, str) and _is_folder(found):
            stack.append(_entries(found))
        else:
            yield found


def _entries(folder: str) -> Iterator[str | Unread]:
    """What counts in a folder, subfolders among it, sorted."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((os.fsencode(one.name), one.name, one.is_dir(), one.is_symlink()) for one in entries)
    except OSError as error:
        yield Unread(folder, f"cannot be read: {error.strerror}.")
        return
    is_maildir = set(_MAILDIR) <= {name for _, name, is_folder, _ in found if is_folder}
    for _, name, is_folder, is_link in found:
        path = f"{folder.rstrip('/')}/{name}"
        if is_folder:
            hidden = name.startswith(".") and not (is_maildir and _is_maildir(path))
            # A link to a folder could lead around in a circle.
            if not hidden and not is_link and not (is_maildir and name == "tmp"):
                yield path
        elif not is_maildir and not name.startswith("."):
            yield path


def _is_maildir(folder: str) -> bool:
    return all(_is_folder(f"{folder}/{name}") for name in _MAILDIR)
