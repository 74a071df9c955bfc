"""Decodes bytes as a browser's TextDecoder does, so that both hosts hand the engine the same text.

Imports encodings.py. Takes names of the WHATWG Encoding Standard; whatever the bytes, it never fails.
"""

import codecs
from functools import cache

from generator.hosts.encodings import MULTI_BYTE, SINGLE_BYTE, SINGLE_BYTE_DIFFERENCES, character

WRONG = "\ufffd"


@cache
def _table(label: str) -> str:
    """The characters of a single-byte encoding, by byte."""
    differences = SINGLE_BYTE_DIFFERENCES.get(label, {})

    def meaning(byte: int) -> str:
        gap = chr(byte) if byte < 0xA0 else WRONG
        return differences.get(byte) or character(bytes([byte]), SINGLE_BYTE[label]) or gap

    return "".join(map(meaning, range(0x100)))


@cache
def _doubtful(label: str) -> frozenset[str]:
    """What the codec answers to bytes that are another character in the standard."""
    encoding = MULTI_BYTE[label]
    answers = {unit: character(unit, encoding.codec) for unit in encoding.differences}
    return frozenset(answer for unit, answer in answers.items() if answer and answer != encoding.differences[unit])


def _by_codec(raw: bytes, label: str) -> str | None:
    """The text if the codec, which is in C, takes all bytes, and none of them for another character."""
    try:
        text = raw.decode(MULTI_BYTE[label].codec)
    except UnicodeDecodeError:
        return None
    return None if any(one in text for one in _doubtful(label)) else text


def _by_units(raw: bytes, label: str) -> str:
    """The text as the standard's own decoder reads it."""
    encoding = MULTI_BYTE[label]

    def meaning(unit: bytes) -> str:
        # ASCII that ends no character is read again, on its own; digits are never ends of pairs.
        again = chr(unit[-1]) if 0x40 <= unit[-1] < 0x80 else ""
        return encoding.differences.get(unit) or character(unit, encoding.codec) or WRONG + again

    return "".join(map(meaning, encoding.units.findall(raw)))


def decode(label: str, data: str) -> str:
    """The text of bytes (Latin-1, one character a byte) in the encoding with this WHATWG name.

    Raises LookupError for an encoding that encodings.py does not list: a defect of ours, not of a mail.
    """
    raw = data.encode("latin-1")
    if label in SINGLE_BYTE:
        return codecs.charmap_decode(raw, "strict", _table(label))[0]
    if label not in MULTI_BYTE:
        raise LookupError(f"{label!r} is no encoding that this host knows. Add it to generator/hosts/encodings.py.")
    text = _by_codec(raw, label)
    if text is not None:
        return text
    # No character holds an end of line, so that one wrong byte costs one slow line.
    return "".join(_by_codec(line, label) or _by_units(line, label) for line in raw.splitlines(keepends=True))
