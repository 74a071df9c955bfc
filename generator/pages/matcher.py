"""The matcher as it stands in a page: its elements and the script that brings them to life.

Imports `script`, which makes both, and knows only where they go.
"""

from collections.abc import Mapping

from generator.pages.edition import Edition
from generator.pages.script import matcher_html
from generator.pages.urls import root_from, to_url

PRIVACY = "guide/privacy.md"


def matcher(edition: Edition, path: str, report: Mapping[str, str]) -> str:
    """Return the matcher for the page at `path`, as HTML without a blank line, since Markdown carries it."""
    root = root_from(path)
    words = edition.words["home"]
    elements = matcher_html(
        edition.catalogue,
        edition.lang,
        title=words["title"],
        lead=words["lead"],
        base=root,
        assets=f"{root}assets/bouncekb/",
        privacy=to_url(path, PRIVACY),
        report={"mail": "", "issue_url": "", **report},
    )
    return "\n".join(line for line in elements.splitlines() if line.strip())
