"""What a generated file is. Imports nothing of this project; knows nothing of MkDocs."""

from typing import Any, NamedTuple


class Page(NamedTuple):
    """A generated file of one language's docs tree.

    `path` is relative to that tree, with slashes, and ends in `.md` for a page ("a/general-mailbox-full.md") or in
    anything else for a plain file ("assets/bouncekb/matcher.js"). `text` is its whole content. `source` is the
    catalogue file it was made from, relative to the project ("kb/articles/general/general-mailbox-full.yaml"), or None
    where it was made from many. `alike` marks one of many pages that look alike and of which nothing in the site needs
    more than the address: they are HTML below their front matter, and a builder may make them all from one. `plain` is
    what a page says as Markdown without HTML, which a site has beside the page (`urls.plain_path`).
    """

    path: str
    text: str
    source: str | None = None
    alike: bool = False
    plain: str | None = None


PageMemory = dict[str, tuple[Any, Page]]
"""Pages by their path, each with what it was made from: who makes them again takes those for which that is equal."""
