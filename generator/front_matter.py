"""The front matter of a Markdown file: YAML between two lines of dashes, before all else."""

import re

_FRONT_MATTER = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


def parted(text: str) -> tuple[str, str]:
    """The front matter of a text, empty if it has none, and what stands below."""
    found = _FRONT_MATTER.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)
