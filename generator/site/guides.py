"""The pages that people wrote, for search. Imports nothing of this project."""

from pathlib import Path

FOLDER = "guide"


def read_guides(docs: Path) -> dict[str, str]:
    """The texts of the guides in a docs tree of one language, by path ("guide/privacy.md")."""
    found = sorted((docs / FOLDER).glob("*.md"))
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in found}
