"""Puts holes into what a server said: the machine's first try at a pattern, for an editor to finish.

Imports the standard library only. Never judges whether a pattern is good; `bouncekb check` does.
"""

import re

_CODES = re.compile(
    r"^(?:(?:smtp|x-[\w-]+)\s*;\s*)?(?:[245]\d\d[ -]?)?(?:#?[245]\.\d{1,3}\.\d{1,3}\s*[:,-]?\s*)?", re.IGNORECASE
)
_REPEATED = re.compile(r"\s[245]\d\d-(?:[245]\.\d{1,3}\.\d{1,3}\s)?")
_URL = r"https?://[^\s<>\"]+[^\s<>\".,;)\]]"
_EMAIL = r"[^\s<>()\[\],;:\"'@]+@[\w-]+(?:\.[\w-]+)*"
_IPV4 = r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]|\.\d)"
_IPV6 = r"(?<![\w:])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}(?![\w:])"
_HOST = r"(?<![\w@.{-])(?:[\w-]+\.)+[a-zA-Z]{2,}(?![\w}])"
_NUMBER = r"(?<![\w.{-])\d+(?:[.,]\d+)*(?![\w}])"
_TOKEN = r"(?<![\w{])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{8,}(?![\w}])"
_HOLES = [
    (re.compile(_URL), "{url}"),
    (re.compile(_EMAIL), "{email}"),
    (re.compile(f"{_IPV4}|{_IPV6}"), "{ip}"),
    (re.compile(_HOST), "{host}"),
    (re.compile(_NUMBER), "{number}"),
    (re.compile(_TOKEN), "{word}"),
]


def with_holes(said: str) -> str:
    """A server's sentence as a pattern: without its codes, values replaced by holes, braces and groups escaped."""
    text = _REPEATED.sub(" ", _CODES.sub("", " ".join(said.split())))
    text = re.sub(r"[\\{]", lambda found: "\\" + found[0], text)
    text = re.sub(r"\((?=[^()]*\|[^()]*\))", r"\(", text).replace("...", r"\...")
    for pattern, hole in _HOLES:
        text = pattern.sub(hole, text)
    return text
