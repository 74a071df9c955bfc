"""Both hosts decode alike: every byte and pair of bytes that the engine can ask for, in Chromium and in Python.

What still differs is listed with its reason; it is compared as the engine sees it, normalised (NFKC).
"""

from __future__ import annotations

import unicodedata

import pytest
from playwright.sync_api import Browser

from generator.hosts.decoding import decode

HIGH = range(0x80, 0x100)
TRAIL = [*range(0x40, 0x7F), *range(0x80, 0xFF)]
PAIRS = [chr(a) + chr(b) for a in range(0x81, 0xFF) for b in TRAIL]
SHIFT_JIS = [chr(a) + chr(b) for a in [*range(0x81, 0xA0), *range(0xE0, 0xFD)] for b in TRAIL if b < 0xFD]
JIS_X_0212 = ["\x8f" + chr(a) + chr(b) for a in range(0xA1, 0xFF) for b in range(0xA1, 0xFF)]
SINGLE = [chr(c) for c in HIGH]

# Label: (sequences, how many may differ). Python's tables of Hong Kong's and China's later additions are of another
# year than the WHATWG's; Ukrainian KOI8 gained two letters there; none of them is Japanese.
ENCODINGS: dict[str, tuple[list[str], int]] = {
    "shift_jis": (SHIFT_JIS + [chr(c) for c in range(0xA1, 0xE0)], 0),
    "euc-jp": (JIS_X_0212, 1),
    "euc-kr": (PAIRS, 0),
    "gb18030": (PAIRS, 20),
    "big5": (PAIRS, 210),
    "koi8-u": (SINGLE, 2),
    "windows-1255": (SINGLE, 1),
    **dict.fromkeys(
        (
            *("koi8-r", "ibm866", "macintosh", "x-mac-cyrillic", "windows-874"),
            *(f"iso-8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
            *(f"windows-125{n}" for n in (0, 1, 2, 3, 4, 6, 7, 8)),
        ),
        (SINGLE, 0),
    ),
}
DECODE = """([label, sequences]) => {
  const decoder = new TextDecoder(label);
  return sequences.map((one) => decoder.decode(Uint8Array.from(one, (c) => c.charCodeAt(0))));
}"""


@pytest.mark.parametrize("label", ENCODINGS)
def test_both_hosts_decode_alike(browser: Browser, label: str) -> None:
    sequences, allowed = ENCODINGS[label]
    page = browser.new_page()
    seen = page.evaluate(DECODE, [label, sequences])
    page.close()
    differing = [
        (sequence.encode("latin-1").hex(), there)
        for sequence, there in zip(sequences, seen, strict=True)
        if unicodedata.normalize("NFKC", there) != unicodedata.normalize("NFKC", decode(label, sequence))
    ]
    assert len(differing) <= allowed, differing[:10]
