"""A catalogue that was spoilt at random is refused with file, line and mend, or is as good as before: never a traceback."""

from pathlib import Path
from random import Random

import pytest

from generator.catalogue import load_catalogue
from tests.catalogue.kb_folder import KbFolder

SPOILERS = [
    b"\x00", b"\xff\xfe", b"\t", b": ", b"- ", b"{", b"]", b"\'", b"!!python/object:os.system ", b"&x ", b"*x", b"<<: ", b"? ",
    b"---\n", b"...\n", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"0x1F", b"~", b".inf", b"12:30:45", b"|\n", b"${x}", b"\r",
]  # fmt: skip


def spoilt(random: Random, data: bytes) -> bytes:
    """A file after an edit or three that no editor would make."""
    for _ in range(random.choice([1, 1, 3])):
        at, lines = random.randrange(len(data) + 1), data.splitlines(keepends=True)
        edit = random.randrange(5)
        if edit == 0:
            data = data[:at] + random.choice(SPOILERS) + data[at:]
        elif edit == 1:
            data = data[:at] + data[at + random.choice([1, 20]) :]
        elif edit == 2:
            data = data[:at]
        elif lines:
            line = random.randrange(len(lines))
            lines[line] = lines[line] * 2 if edit == 3 else b" " * random.choice([1, 2]) + lines[line]
            data = b"".join(lines)
    return data


@pytest.mark.parametrize("seed", range(4))
def test_a_catalogue_that_was_spoilt_is_refused_in_words(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    kb = KbFolder(tmp_path)
    names = sorted(path.relative_to(kb.path).as_posix() for path in kb.path.rglob("*.yaml"))
    refused = 0
    for number in range(40):
        name = random.choice(names)
        whole = (kb.path / name).read_bytes()
        kb.write(name, spoilt(random, whole))
        problems = load_catalogue(kb.path).problems
        # What loads is looked at by every check as well, now and then: the engine takes its time.
        found = problems or (kb.problems() if number % 5 == 0 else ())
        for problem in found:
            assert problem.file and problem.line >= 0 and problem.message and problem.mend, problem
        refused += bool(problems)
        kb.write(name, whole)
    assert refused > 10
