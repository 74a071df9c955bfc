"""Where each page lives, and how one page links to another.

Paths are those of the docs tree ("a/general-mailbox-full.md"); URLs are relative, so that the site works under any
address and from a disk. Imports nothing of this project; never looks at what a page says.
"""

import posixpath
import re
from functools import cache

HOME = "index.md"
DESK = "desk.md"
CODES = "code/index.md"
PROVIDERS = "provider/index.md"
REASONS = "reason/index.md"
REPORTERS = "reporter/index.md"
HOSTS = "host/index.md"

_UPWARDS = re.compile(r'(<[a-z][^<>]*?\s(?:href|src)=")\.\./([^"#?]*)([^"]*")')


def article_path(article_id: str) -> str:
    """Return the path of an article's page."""
    return f"a/{article_id}.md"


def provider_path(provider_id: str) -> str:
    """Return the path of a provider's page."""
    return f"provider/{provider_id}.md"


def reporter_path(reporter_id: str) -> str:
    """Return the path of a reporter's page."""
    return f"reporter/{reporter_id}.md"


def host_path(host_id: str) -> str:
    """Return the path of a host's page."""
    return f"host/{host_id}.md"


def reason_path(reason_id: str) -> str:
    """Return the path of a reason's page."""
    return f"reason/{reason_id}.md"


def code_slug(code: str) -> str:
    """Return how a code is written in its URL.

    Letters, digits, dots and underscores stay as they are; whatever else there is between two of them becomes one
    hyphen: `5.7.606` stays, `AS(1430)` becomes `AS-1430`, `AUP#CXDNS` becomes `AUP-CXDNS`.
    """
    return re.sub(r"[^A-Za-z0-9._]+", "-", code).strip("-.")


def code_path(code: str) -> str:
    """Return the path of a code's page. A range has none of its own: its first code stands for it."""
    return f"code/{code_slug(code)}.md"


def url_of(path: str) -> str:
    """Return the URL of a path, relative to its language's root: "a/x.md" is "a/x/", "code/index.md" is "code/"."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return stem + "/"


def plain_path(path: str) -> str:
    """Return where the plain form of a page stands in its language's site: "a/x.md" has it in "a/x/index.md"."""
    return f"{url_of(path)}index.md"


def root_from(path: str) -> str:
    """Return the way from a page to its language's root: "" for the home page, "../../" for an article."""
    return "../" * url_of(path).count("/")


def to_file(here: str, there: str) -> str:
    """Return the relative path from one Markdown file to another, as Markdown links want it."""
    return _from_folder(posixpath.dirname(here) or ".", there)


@cache
def _from_folder(folder: str, there: str) -> str:
    return posixpath.relpath(there, folder)


def from_source(path: str, text: str) -> str:
    """Return a page's text with its HTML's links as they lead from the file at `path`, not from the page's address.

    Most builders leave links in HTML alone, so pages have them as browsers want them. Some move them as if they were
    Markdown's: from a file "a/x.md", which becomes the page "a/x/", they put one more "../" before each.
    """
    if path == plain_path(path):
        return text
    return _UPWARDS.sub(lambda link: link[1] + (link[2] or "./") + link[3], text)


def to_url(here: str, there: str) -> str:
    """Return the relative URL from one page to another, as HTML wants it."""
    return (root_from(here) + url_of(there)) or "./"
