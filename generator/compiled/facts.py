"""The three facts that head every answer and article, as far as they are decided here; short names for pictures.

Imports the catalogue's model. Never says anything in words: who acts, whether waiting helps and what is said of the
address are named by ids, which the words of pages and matcher put into a sentence.
"""

import re

from generator.catalogue import Article

_ABOUT_ADDRESS = ("user-unknown", "mailbox-disabled")
_BRACKETED = re.compile(r"\s*[（(].*")


def address_fact(article: Article) -> str:
    """What is said of the recipient's address: `check` it where it may be wrong or dead, else it is `not-it`."""
    doubted = article.address == "remove" or (article.address == "pause" and article.reason in _ABOUT_ADDRESS)
    return "check" if doubted else "not-it"


def short(title: str) -> str:
    """A title without what stands in brackets at its end: what something is called below a picture."""
    return _BRACKETED.sub("", title) or title
