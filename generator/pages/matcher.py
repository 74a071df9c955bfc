"""The matcher as it stands in a page: its elements and the script that brings them to life.

Imports `script`, which makes both, and knows only where they go.
"""

from collections.abc import Mapping

from generator.pages.edition import Edition
from generator.pages.script import matcher_html
from generator.pages.urls import root_from, to_url

PRIVACY = "guide/privacy.md"


def matcher(edition: Edition, path: str, report: Mapping[str, str], *, folded: bool) -> str:
    """Return the matcher for the page at `path`, as HTML without a blank line, since Markdown carries it."""
    root = root_from(path)
    assets = f"{root}assets/bouncekb/"
    elements = matcher_html(
        edition.catalogue,
        edition.lang,
        base=root,
        assets=assets,
        folded=folded,
        privacy=to_url(path, PRIVACY),
        report={"mail": "", "issue_url": "", **report},
    )
    lines = [line for line in elements.splitlines() if line.strip()]
    script = f'<script src="{assets}matcher.js" defer></script>'
    return "\n".join(['<div class="bk-matcher">', *lines, "</div>", script])
