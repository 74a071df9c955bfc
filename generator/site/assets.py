"""The styles and the icon that people write: those need them who name them or put them into something else.

Never changes any.
"""

from collections.abc import Mapping
from pathlib import Path

ASSETS = "assets/bouncekb/"


def read_assets(docs: Path) -> dict[str, bytes]:
    """By their plain names; `docs` is the docs tree of the first language, which both share."""
    return {path.name: path.read_bytes() for path in sorted((docs / ASSETS).iterdir()) if path.is_file()}


def style_sheets(assets: Mapping[str, bytes]) -> Mapping[str, str]:
    """The texts of the style sheets among them."""
    return {name: content.decode() for name, content in assets.items() if name.endswith(".css")}
