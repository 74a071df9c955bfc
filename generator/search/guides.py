"""A page that people wrote, as search knows it: title, description and headings of its Markdown.

Imports the entries' form. Never knows what else there is.
"""

import re
from typing import Any

import yaml

from generator.catalogue.reader import LOADER
from generator.front_matter import parted
from generator.search.entry import Entry

_FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#{1,3}) +(.*?)(?: *\{#[\w-]+\})? *$", re.MULTILINE)


def guide_entry(path: str, text: str) -> Entry:
    """The entry of the page at `path` ("guide/privacy.md"). Its headings are what it is about besides its title."""
    meta = _meta(text)
    headings = [(len(found[1]), found[2]) for found in _HEADING.finditer(_FENCE.sub("", text))]
    first = next((words for level, words in headings if level == 1), path)
    parts = tuple(words for level, words in headings if level > 1)
    return Entry("guide", url(path), str(meta.get("title", first)), str(meta.get("description", "")), more=parts)


def is_left_out(text: str) -> bool:
    """Whether the page says that search leaves it out, as one does that only leads on to another."""
    return bool(_meta(text).get("search", {}).get("exclude"))


def _meta(text: str) -> dict[str, Any]:
    return yaml.load(parted(text)[0], LOADER) or {}


def url(path: str) -> str:
    """The address of a Markdown file below the root of its language: "guide/privacy.md" is "guide/privacy/"."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
