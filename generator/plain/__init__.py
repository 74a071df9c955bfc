"""What stands beside the pages of a site: each page as plain Markdown, and `llms.txt`, which lists them.

`plain_files` is all that others need. These are files of the site, not of the docs tree: a builder would take them for
pages. Imports the pages, and of search how a guide is read. Never knows of MkDocs.
"""

from collections.abc import Iterable, Mapping

from generator.catalogue import Catalogue
from generator.pages import Edition, Lang, Page
from generator.pages.urls import plain_path
from generator.plain.guides import plain_guide
from generator.plain.llms import llms_text
from generator.search.guides import is_left_out

__all__ = ["plain_files"]


def plain_files(
    catalogue: Catalogue, lang: Lang, pages: Iterable[Page], guides: Mapping[str, str], site: str = ""
) -> dict[str, str]:
    """Return the files beside the pages of a language, by name; `site` is the address of the language's root, if known.

    `guides` are the texts of the pages that people wrote, by path; those that only lead on have no plain form.
    """
    read = {path: text for path, text in guides.items() if not is_left_out(text)}
    formed = {page.path: page.plain for page in pages if page.plain}
    known = {*formed, *read}
    return {
        "llms.txt": llms_text(Edition(catalogue, lang, site=site), read),
        **{plain_path(path): plain_guide(path, text, known) for path, text in read.items()},
        **{plain_path(path): text for path, text in formed.items()},
    }
