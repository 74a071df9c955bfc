"""Catalogue text on its way into a page: Markdown that can hold no HTML, with a span for each value.

Placeholders become `<span data-value="sender_ip">wording</span>` here, before Markdown runs: left in braces, Markdown's
attribute lists would eat them. What only leads up to a value ("Server: {remote_mta}", "your server ({sender_ip})") is
hidden with it, in a `<span data-slot hidden>`, until somebody's paste says what the value is. Whatever could turn into
an element, an attribute, a picture or a script is made harmless at the same place, so a hostile catalogue yields
strange text and nothing else.
Imports nothing of this project; never decides what a text says.
"""

import re
from collections.abc import Callable, Mapping

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_NAME = r"(\*{0,2})\{[a-z][a-z0-9_]*\}"
# A value in brackets with at most a few words before it, or behind a colon. `view-slots.js` knows the same two.
_SLOT = re.compile(rf" ?[（(][^（()）{{}}\n]{{0,30}}?{_NAME}\1[)）]|[：:] ?{_NAME}\2")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_UNSAFE_LINK = re.compile(r"\]\((?!(?:https?://|mailto:)[^\s<>{}\"'\\)]+\))")
_REFERENCE = re.compile(r"^(\s*)\[(?=[^\]]*\]:)", re.MULTILINE)
_HARMLESS = str.maketrans({"<": "&lt;", "{": "&#123;", "}": "&#125;", "`": "&#96;"})
_PLAIN = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"} | {mark: f"&#{ord(mark)};" for mark in "'\\`*_{}[]#"}
)


def prose(text: str, unknown: Mapping[str, str]) -> str:
    """Return catalogue Markdown as Markdown for a page. `unknown` is the wording of each value that isn't known yet."""
    parts: list[str] = []
    end = 0
    for found in _CODE_SPAN.finditer(text):
        parts.append(_spans(text[end : found.start()], unknown, _running))
        parts.append(f"<code>{_spans(found[2].strip(), unknown, plain)}</code>")
        end = found.end()
    parts.append(_spans(text[end:], unknown, _running))
    return "".join(parts).strip()


def plain(text: str) -> str:
    """Return text on one line that shows letter for letter, in Markdown as in HTML and its attributes."""
    return " ".join(text.split()).translate(_PLAIN) if text.strip() else text


def verbatim(text: str, unknown: Mapping[str, str] | None = None) -> str:
    """Return plain text as the inside of a `<pre>`, with a span for each value.

    Its line breaks are references, since Markdown may trip over a blank line in the middle of an element.
    """
    return _spans(text, unknown or {}, lambda part: part.translate(_PLAIN).replace("\n", "&#10;"))


def value(name: str, wording: str) -> str:
    """Return the place of a value, holding its wording until somebody's paste says what it is."""
    return f'<span data-value="{name}">{plain(wording)}</span>'


def in_one_line(text: str, limit: int = 120) -> str:
    """Return the text without Markdown, on one line, cut after `limit` characters: for search engines."""
    line = " ".join(re.sub(r"\]\([^)]*\)", "]", text).translate(dict.fromkeys(map(ord, "*`[]"))).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _running(text: str) -> str:
    text = _UNSAFE_LINK.sub("]&#40;", text).translate(_HARMLESS).replace("![", "&#33;[")
    return _REFERENCE.sub(r"\1&#91;", text)


def _spans(text: str, unknown: Mapping[str, str], rest: Callable[[str], str]) -> str:
    parts: list[str] = []
    end = 0
    for slot in _SLOT.finditer(text):
        [name] = _PLACEHOLDER.findall(slot[0])
        if name in unknown:
            parts += [
                _values(text[end : slot.start()], unknown, rest),
                f"<span data-slot hidden>{_values(slot[0], unknown, rest)}</span>",
            ]
            end = slot.end()
    return "".join([*parts, _values(text[end:], unknown, rest)])


def _values(text: str, unknown: Mapping[str, str], rest: Callable[[str], str]) -> str:
    parts: list[str] = []
    end = 0
    for found in _PLACEHOLDER.finditer(text):
        if found[1] in unknown:
            parts += [rest(text[end : found.start()]), value(found[1], unknown[found[1]])]
            end = found.end()
    return "".join([*parts, rest(text[end:])])
