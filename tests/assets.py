"""The site's own scripts and styles by their plain names: in a built site the mark of their content stands in between."""

import re
from pathlib import Path

ASSETS = "assets/bouncekb"
_MARK = re.compile(r"\.[0-9a-f]{10}(?=\.(?:js|css|svg)\b)")
_CARRIED = re.compile(
    r'<script type="application/json" id="bounce-build">.*?</script>|^\(\(shelf\)=>\{\(shelf\.BounceMarks=.*\n|^document\.currentScript\.marks=.*\n',
    re.MULTILINE,
)


def plain(name: str) -> str:
    """`engine.js` for `engine.0123456789.js`, wherever that stands."""
    return _MARK.sub("", name)


def unmarked(text: str) -> str:
    """A page or a script as it is served to people who write: without the marks of a build."""
    return plain(_CARRIED.sub("", text))


def asset(root: Path, name: str) -> Path:
    """Where the file `engine.js` lives in a language's part of a built site."""
    [found] = [path for path in (root / ASSETS).iterdir() if plain(path.name) == name]
    return found
