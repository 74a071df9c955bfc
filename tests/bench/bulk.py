"""Piles of mail through the whole command, beside Sisimai on the same files."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.catalogue import Catalogue
from generator.compiled.index import match_index
from generator.hosts.node import find_node
from generator.hosts.quickjs import Engine
from generator.hosts.types import Index
from tests.bench import cpu
from tests.bench.table import Row
from tests.catalogue.command import PROGRAM
from tests.piles.mails import SEPARATOR
from tests.piles.memory import MB, peaks

ENOUGH = 10_000
"""So many mails, that what a host needs to get warm counts for little."""
HEADED = re.compile(rb"[!-9;-~]+:")
HEADER = """\
From: Mail Delivery System <MAILER-DAEMON@mail.example.jp>
To: hanako@example.jp
Subject: Undelivered Mail Returned to Sender
Date: Mon, 2 Nov 2026 10:00:00 +0900

"""


def rows(catalogue: Catalogue, folder: Path | None, scratch: Path) -> Iterator[Row]:
    """Mails a second of CPU. `folder` has real mails; without one, the reporters' examples are made into mails."""
    mails = _read(folder) if folder else _made(catalogue)
    kind = "real" if folder else "made"
    index = match_index(catalogue)
    yield Row(f"QuickJS, {len(mails)} {kind} mails, a second of CPU", f"{_quickjs(index, mails):.0f}", "40-50", "70")
    pile = scratch / "pile"
    pile.mkdir()
    copies = -(-ENOUGH // len(mails))
    for copy in range(copies):
        for number, mail in enumerate(mails):
            (pile / f"{copy:03}-{number:05}.eml").write_bytes(mail)
    count = copies * len(mails)
    if find_node():
        ours = count / cpu.command([*PROGRAM, "match", "--json", str(pile)])
        theirs = _sisimai(pile, count)
        beside = f"{ours / theirs:.2f} x Sisimai ({theirs:.0f})" if theirs else "Sisimai is not installed"
        yield Row(
            f"`bouncekb match --json` with Node, {count:,} {kind} mails, a second of CPU",
            f"{ours:.0f}: {beside}",
            "0.1-0.8 x Sisimai",
            "1.3 x Sisimai",
        )
        yield from _mbox(scratch / "mbox", mails, copies)
    shutil.rmtree(pile)


def _mbox(path: Path, mails: Sequence[bytes], copies: int) -> Iterator[Row]:
    """The same mails in one file, as far as they have the headers that an mbox needs."""
    whole = [one for one in mails if HEADED.match(one)]
    with path.open("wb") as file:
        for one in whole * copies:
            file.write(SEPARATOR.encode() + one.rstrip() + b"\n\n")
    count = len(whole) * copies
    command = ["match", "--json", str(path)]
    rate = count / cpu.command([*PROGRAM, *command])
    yield Row(f"the same as one mbox, {count:,} mails, a second of CPU", f"{rate:.0f}")
    if sys.platform.startswith("linux"):
        _, own, engine = peaks(command)
        yield Row("its most memory, and its engine's", f"{own // MB} MB, {engine // MB} MB")
    path.unlink()


def _read(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()]


def _made(catalogue: Catalogue) -> list[bytes]:
    texts = [example.text for one in catalogue.reporters.values() for example in one.examples]
    return [(text if "\nSubject: " in f"\n{text[:1000]}" else HEADER + text).encode() for text in texts]


def _quickjs(index: Index, mails: list[bytes]) -> float:
    engine = Engine(index)
    inputs = [{"bytes": mail.decode("latin-1")} for mail in mails]
    start = time.process_time()
    engine.match_many(inputs)
    return len(mails) / (time.process_time() - start)


def _sisimai(pile: Path, count: int) -> float | None:
    """Mails a second of CPU of Sisimai 4 in Perl (Debian: libsisimai-perl), or None where it isn't."""
    perl = shutil.which("perl")
    if not perl or subprocess.run([perl, "-MSisimai", "-e", "1"], capture_output=True).returncode:
        return None
    return count / cpu.command([perl, "-MSisimai", "-e", "print Sisimai->dump(shift)", str(pile)])
