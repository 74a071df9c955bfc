"""The theme's search index, page by page, and lean: one document for a generated page.

The theme splits a page at its headings. Steps, replies and sources are left out by an attribute in the Markdown; what
remains of an article (title, cause, how the message looks, codes) becomes one document here. Imports nothing of this
project; never changes a page.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

WHOLE = ("a/", "code/", "provider/", "reason/", "host/")

Doc = dict[str, Any]
"""What search knows of a page or of a part of it: `location`, `title`, `text`."""


class Index:
    """The theme's `search_index.json`."""

    def __init__(self, text: str) -> None:
        data = json.loads(text)
        self._config = data["config"]
        self.docs: Mapping[str, tuple[Doc, ...]] = _by_page(data["docs"])
        """The documents of each page, by its address."""

    def write(self, docs: Iterable[Doc]) -> str:
        """Return it with these documents."""
        data = {"config": self._config, "docs": list(docs)}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _by_page(docs: Iterable[Doc]) -> dict[str, tuple[Doc, ...]]:
    pages: dict[str, tuple[Doc, ...]] = {}
    for doc in docs:
        page, _, part = doc["location"].partition("#")
        known = pages.get(page, ())
        if known and part and page.startswith(WHOLE):
            known[0]["text"] += " " + doc["text"]
        else:
            pages[page] = (*known, doc)
    return pages
