"""Canned responses of Freshdesk: bodies of `POST /api/v2/canned_responses`. Imports its sibling modules.

Freshdesk reads no file of canned responses; its API takes one at a time.
https://developers.freshdesk.com/api/#canned-responses
"""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.macros.html import html
from generator.macros.lines import line
from generator.macros.reply import Reply

_EVERY_AGENT, _ONLY_ME = 0, 1


def bodies(replies: Sequence[Reply], folder: int | None = None) -> Iterator[str]:
    """Yield one request a line. What all agents see lies in a folder; without one it is only for who sends it."""
    place: dict[str, Any] = {"visibility": _ONLY_ME}
    if folder is not None:
        place = {"visibility": _EVERY_AGENT, "folder_id": folder}
    for reply in replies:
        yield line({"title": f"{reply.group}: {reply.title}", "content_html": html(reply.text), **place})
