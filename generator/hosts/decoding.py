"""Decodes bytes as a browser's TextDecoder does, so that both hosts hand the engine the same text.

Imports the standard library only. WHATWG labels in, text out; never fails.
"""

import codecs

# Encodings that Python knows by another name, or decodes as a browser does only under another name.
_PYTHON_NAMES = {
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "gbk": "gb18030",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
}
_ERRORS = "bouncekb-browser"


def _as_browsers_do(error: UnicodeError) -> tuple[str, int]:
    """U+FFFD for a whole wrong character, and C1 controls for the gaps of the windows-125x encodings."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    raw = error.object
    first = raw[error.start]
    if error.encoding == "charmap":
        return (chr(first) if first < 0xA0 else "\ufffd"), error.start + 1
    size = 3 if first == 0x8F and error.encoding == "euc_jp" else 2
    end = error.start + 1
    while end < min(len(raw), error.start + size) and raw[end] >= 0x80:
        end += 1
    return "\ufffd", end


codecs.register_error(_ERRORS, _as_browsers_do)


def decode(label: str, data: str) -> str:
    """The text of bytes (Latin-1, one character a byte) in the encoding with this WHATWG label."""
    raw = data.encode("latin-1")
    try:
        return raw.decode(_PYTHON_NAMES.get(label, label), _ERRORS)
    except LookupError:
        return raw.decode("cp1252", _ERRORS)
