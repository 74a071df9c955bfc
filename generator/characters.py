"""Characters that nobody sees or that steer what shows them: controls, zero width, turned writing, private use.

In the catalogue they are refused, and with them what is blank or only changes how others look; in a message they are
shown as their escape, so that a name from outside can't steer a terminal. Imports the standard library only.
"""

import re
import unicodedata

_LINES = "\n\t"
# Control, format, surrogate, private, line and paragraph separators.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def unseen(text: str, allowed: str = _LINES) -> list[str]:
    """The characters of `text` that nobody sees, each once, in their order; `allowed` ones don't count."""
    return [one for one in dict.fromkeys(text) if one not in allowed and _is_unseen(one)]


def hidden(text: str) -> list[str]:
    """Likewise, with those that are blank or only change how their neighbours look: fillers, selectors, joiners."""
    return [one for one in dict.fromkeys(text) if one not in _LINES and (_is_unseen(one) or _is_blank(one))]


def has_ink(text: str) -> bool:
    """Whether anything is to be seen of it: a mark that stands on no character is nothing."""
    return any(unicodedata.category(one)[0] not in "ZCM" and not _is_blank(one) for one in text)


def most_marks(text: str) -> int:
    """How many combining marks are heaped on one character at most."""
    marks = "".join(one for one in set(text) if unicodedata.category(one) in ("Mn", "Me"))
    return max(map(len, re.findall(f"[{marks}]+", text))) if marks else 0


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


# Of Unicode's Default_Ignorable_Code_Point those that aren't `_UNSEEN`, and the empty Braille pattern.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U000e0000-\U000e0fff]"
)


def _is_blank(character: str) -> bool:
    return _BLANK.match(character) is not None


def _is_unseen(character: str) -> bool:
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or unicodedata.category(character) in _UNSEEN
