"""Saved replies of Help Scout: bodies of `POST /v2/mailboxes/{mailboxId}/saved-replies`. Imports its sibling modules.

Help Scout reads no file of saved replies; its API takes one at a time.
https://developer.helpscout.com/mailbox-api/endpoints/inboxes/saved_Replies/saved-replies-create/
"""

from collections.abc import Iterator, Sequence

from generator.macros.html import html
from generator.macros.lines import line
from generator.macros.reply import Reply


def bodies(replies: Sequence[Reply]) -> Iterator[str]:
    """Yield one request a line."""
    for reply in replies:
        yield line({"name": f"{reply.group}: {reply.title}", "text": html(reply.text)})
