"""Both hosts decode alike: what the engine can ask for, right bytes and wrong ones, in Chromium and in Python.

Left out is only what Chromium decodes otherwise than the WHATWG Encoding Standard: `CHROMIUM_ERRS`.
"""

from __future__ import annotations

import json
import random
import re
from encodings.aliases import aliases
from itertools import product

import pytest
from playwright.sync_api import Browser

from generator.hosts.decoding import decode
from generator.hosts.encodings import MULTI_BYTE, SINGLE_BYTE
from tests.engine.source_reading import SourceReader

BYTES = [chr(byte) for byte in range(0x100)]
PAIRS = [first + second for first in BYTES for second in BYTES]
DIGITS = "0123456789"
LEADS = BYTES[0x81:0xFF]
MORE = {
    "euc-jp": ["\x8f" + second + third for second in BYTES[0xA1:0xFF] for third in BYTES[0xA1:0xFF]],
    # All that could stand for the first 65,536 characters, and of each further first half a few.
    "gb18030": list(map("".join, product(LEADS[:4], DIGITS, LEADS, DIGITS)))
    + list(map("".join, product([*LEADS[4:], "\xff"], DIGITS, "\x80\x81\x9c\xfe\xff", "/05:"))),
}

# Chromium makes half a surrogate pair of the four characters that are two code points; and what follows a wrong third
# byte of JIS X 0212 it takes for JIS X 0212 as well, but the engine never hands such bytes over.
CHROMIUM_ERRS = {
    "big5": re.compile("\x88[\x62\x64\xa3\xa5]"),
    "euc-jp": re.compile("\x8f[\xa1-\xfe](?![\xa1-\xfe])"),
}
THE_STANDARD = [
    ("big5", b"\x88\x62\x88\x64\x88\xa3\x88\xa5.", "Ê̄Ê̌ê̄ê̌."),
    ("euc-jp", b"\x8f\xa1A\xa4\xa2", "\ufffdAあ"),
    ("euc-jp", b"\x8f\xa1\x80\xa4\xa2", "\ufffdあ"),
    ("euc-jp", b"\x8f\xa1", "\ufffd"),
]

# As the view does it: a decoder for each, which takes a byte order mark for text.
DECODE = """([label, sequences]) => JSON.stringify(JSON.parse(sequences).map((one) =>
  new TextDecoder(label, { ignoreBOM: true }).decode(Uint8Array.from(one, (c) => c.charCodeAt(0)))))"""


def mixed(label: str, count: int) -> list[str]:
    """Strings of 1 to 8 bytes, and a few long ones, of any bytes, bytes of pairs, and ASCII."""
    chance = random.Random(label)
    kinds = [BYTES, BYTES[:0x80], DIGITS, LEADS, LEADS]
    sizes = [*(chance.randint(1, 8) for _ in range(count)), *[300] * (count // 100)]
    return ["".join(chance.choice(chance.choice(kinds)) for _ in range(size)) for size in sizes]


@pytest.mark.parametrize("label", [*MULTI_BYTE, *SINGLE_BYTE])
def test_both_hosts_decode_alike(browser: Browser, label: str) -> None:
    sequences = BYTES + (PAIRS + mixed(label, 20_000) if label in MULTI_BYTE else mixed(label, 1_000))
    sequences += MORE.get(label, [])
    if label in CHROMIUM_ERRS:
        sequences = [sequence for sequence in sequences if not CHROMIUM_ERRS[label].search(sequence)]
    page = browser.new_page()
    seen = json.loads(page.evaluate(DECODE, [label, json.dumps(sequences)]))
    page.close()
    differing = [
        (sequence.encode("latin-1").hex(), there, here)
        for sequence, there in zip(sequences, seen, strict=True)
        if there != (here := decode(label, sequence))
    ]
    assert not differing, (len(differing), differing[:10])


@pytest.mark.parametrize(("label", "given", "wanted"), THE_STANDARD)
def test_python_follows_the_standard_where_chromium_errs(label: str, given: bytes, wanted: str) -> None:
    assert CHROMIUM_ERRS[label].search(given.decode("latin-1"))
    assert decode(label, given.decode("latin-1")) == wanted


def needs(reader: SourceReader, label: str, text: bytes) -> list[list[str]]:
    return reader.needs(f"Received: x\nContent-Type: text/plain; charset={label}\n\n".encode() + text)


def test_the_engine_asks_for_nothing_else() -> None:
    reader = SourceReader()
    labels = {*MULTI_BYTE, *SINGLE_BYTE, *aliases, *aliases.values(), "iso-2022-jp-2", "hz-gb-2312", "x-unknown"}
    texts = [b"\x8f\xb0\xa1\xb0\xa1", b"\x1b$(D0!\x1b$A0!\x1b$(C0!\x1b$B0!\x1b(B", b"\xcd\xce\xc1 \xcb\xcf\xd4"]
    asked = {charset for label in labels for text in texts for charset, _ in needs(reader, label, text)}
    assert asked == {*MULTI_BYTE, *SINGLE_BYTE}


def test_the_engine_never_hands_over_a_wrong_byte_of_jis_x_0212() -> None:
    reader = SourceReader()
    texts = [text.encode("latin-1") for text in mixed("euc-jp", 3_000)]
    asked = [given for text in texts for charset, given in needs(reader, "euc-jp", text) if charset == "euc-jp"]
    assert asked
    for given in asked:
        assert re.fullmatch(r"(?:\x8f[\xa1-\xfe]{2})+", given)


def test_an_encoding_that_nobody_listed_is_a_defect() -> None:
    with pytest.raises(LookupError, match=r"'utf-7' is no encoding .* Add it to generator/hosts/encodings\.py"):
        decode("utf-7", "+AGE-")
