"""What is no mail and so is not matched: the same files as on the page, refused in the same words.

The page's rule stands in generator/view/files.js; a test holds the two together. Imports the page's words when a file
is refused. Never looks further than a file's name and first bytes.
"""

from collections.abc import Mapping
from typing import Any

OUTLOOK = b"\xd0\xcf\x11\xe0"
FOREIGN = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"\x1f\x8b")


def refusal(name: str, content: bytes) -> str | None:
    """Why a file is no mail that can be read: `msg` (Outlook's own format), `foreign`, or None."""
    if name.lower().endswith(".msg") or content.startswith(OUTLOOK):
        return "msg"
    return "foreign" if content.startswith(FOREIGN) else None


def words_of(refused: str, name: str, lang: str) -> str:
    """The page's words about it, in one line."""
    # Not at the top: only this needs YAML.
    from generator.words import words

    said: Mapping[str, Any] = words("matcher", "en" if lang == "en" else "ja")["file"]
    if refused == "msg":
        return f"{name}: {said['msg_title']}{'.' if lang == 'en' else '。'} {said['msg_new']}"
    return str(said[refused]).replace("{name}", name)
