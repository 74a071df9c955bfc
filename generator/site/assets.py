"""The style sheets that people write, as those need them who put them into something else. Never changes any."""

from collections.abc import Mapping
from pathlib import Path

ASSETS = "assets/bouncekb"


def read_styles(docs: Path) -> Mapping[str, str]:
    """The site's style sheets by name; `docs` is the docs tree of the first language, which both share."""
    return {path.name: path.read_text("utf-8") for path in sorted((docs / ASSETS).glob("*.css"))}
