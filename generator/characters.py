"""Characters that nobody sees or that steer what shows them: controls, zero width, turned writing, private use.

In the catalogue they are refused; in a message they are shown as their escape, so that a name from outside can't steer
a terminal. Imports the standard library only.
"""

import unicodedata

_LINES = "\n\t"
# Control, format, surrogate, private, line and paragraph separators.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def unseen(text: str, allowed: str = _LINES) -> list[str]:
    """The characters of `text` that nobody sees, each once, in their order; `allowed` ones don't count."""
    return [one for one in dict.fromkeys(text) if one not in allowed and _is_unseen(one)]


def visible(text: str, allowed: str = _LINES) -> str:
    """The text with each such character as its escape: `\\x1b`, `\\u202e`."""
    for one in unseen(text, allowed):
        text = text.replace(one, escape(one))
    return text


def clean(text: str) -> str:
    """The text on one line, without characters that would steer a terminal or turn its writing around."""
    return " ".join("".join(" " if unicodedata.category(one) in _STEERING else one for one in text).split())


_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def escape(character: str) -> str:
    """A character as programs write it."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_unseen(character: str) -> bool:
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or unicodedata.category(character) in _UNSEEN
