"""Plain text as the HTML that helpdesks keep replies in. Imports nothing of this project."""

import re
from html import escape

# Of an address, what a mail program would take: not the full stop or the bracket behind it.
_ADDRESS = re.compile(r"(https?://[!-~]*[A-Za-z0-9/_=#&%+-])")


def html(text: str) -> str:
    """Return the text with its paragraphs, its lines and links where it has addresses."""
    return "".join(f"<p>{_lines(paragraph)}</p>" for paragraph in text.split("\n\n"))


def _lines(paragraph: str) -> str:
    pieces = (
        f'<a href="{escape(piece)}">{escape(piece)}</a>' if odd % 2 else escape(piece)
        for odd, piece in enumerate(_ADDRESS.split(paragraph))
    )
    return "".join(pieces).replace("\n", "<br>")
