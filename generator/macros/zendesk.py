"""Macros of Zendesk: bodies of `POST /api/v2/macros`. Imports its sibling modules.

Zendesk reads no file of macros; its API takes one at a time.
https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/
"""

from collections.abc import Iterator, Sequence

from generator.macros.html import html
from generator.macros.lines import line
from generator.macros.reply import Reply

_LEVEL = "::"


def bodies(replies: Sequence[Reply]) -> Iterator[str]:
    """Yield one request a line. "::" in a title makes a level of the menu; the description holds the article's id."""
    for reply in replies:
        actions = [{"field": "comment_value_html", "value": html(reply.text)}]
        title = _LEVEL.join((reply.group, reply.title))
        yield line({"macro": {"title": title, "description": reply.id, "active": True, "actions": actions}})
