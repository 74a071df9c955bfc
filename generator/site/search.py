"""Makes the theme's search index lean: one document for an article.

The theme splits a page at its headings. Steps, replies and sources are left out by an attribute in the Markdown; what
remains of an article (title, cause, how the message looks, codes) becomes one document here; the hundreds of codes are
found by their titles. Imports nothing of this project; never changes a page.
"""

import json
from typing import Any

WHOLE = ("a/", "code/", "provider/", "reason/")


def lean(index: str) -> str:
    """Return the theme's `search_index.json` with one document for a generated page, and for a code its title only."""
    data: dict[str, Any] = json.loads(index)
    pages: dict[str, dict[str, Any]] = {}
    for doc in data["docs"]:
        location, _, anchor = doc["location"].partition("#")
        if location.startswith("code/"):
            doc["text"] = ""
        if anchor and location.startswith(WHOLE) and location in pages:
            pages[location]["text"] += " " + doc["text"]
        else:
            pages[doc["location"]] = doc
    data["docs"] = list(pages.values())
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
