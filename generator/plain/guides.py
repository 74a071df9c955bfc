"""Guides as plain Markdown: without front matter, ids and HTML, their links leading to the plain forms of other pages.

Imports where pages live. Never reads a file.
"""

import posixpath
import re
from collections.abc import Set

from generator.front_matter import parted
from generator.pages.urls import plain_path, root_from, url_of

_FENCED = re.compile(r"^( *)(```|~~~).*?^\1\2$\n?", re.DOTALL | re.MULTILINE)
_ID = re.compile(r" *\{[:#][^{}\n]*\}$", re.MULTILINE)
_ELEMENT = re.compile(r"^<\w[^\n]*>\n+", re.MULTILINE)
"""A line of HTML: what a page shows there can't be read."""
_ANCHOR = re.compile(r'<a href="([^"]*)">(.*?)</a>')
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)")


def plain_guide(path: str, text: str, formed: Set[str]) -> str:
    """Return the plain form of the guide at `path`. `formed` are the paths of all pages that have one."""
    _, body = parted(text)
    parts: list[str] = []
    end = 0
    for fence in _FENCED.finditer(body):
        parts += [_prose(body[end : fence.start()], path, formed), fence[0]]
        end = fence.end()
    return "".join([*parts, _prose(body[end:], path, formed)]).strip() + "\n"


def _prose(text: str, path: str, formed: Set[str]) -> str:
    def led(found: re.Match[str]) -> str:
        words, link = found.groups()
        if link.startswith("#"):
            return words
        file = link.partition("#")[0]
        # What has no ending is an address already, as the page has it.
        if ":" in link or not posixpath.splitext(file)[1]:
            return found[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        place = plain_path(target) if target in formed else url_of(target) if target.endswith(".md") else target
        return f"[{words}]({root_from(path)}{place})"

    return _LINK.sub(led, _ANCHOR.sub(r"[\2](\1)", _ID.sub("", _ELEMENT.sub("", text))))
