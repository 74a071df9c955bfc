"""The catalogue for programs: static JSON below `api/v1/`, both languages in each file, one kind of thing a module.

`api_files` is all that others need. Made once, for the root of the site; the pages of either language link to it.
Imports the catalogue, the compiled letters, and from the pages what is listed where and where pages live.
"""

from collections.abc import Iterator, Mapping

from generator.api import articles, codes, hosts, index, providers, reasons, reporters, schema, shapes
from generator.catalogue import Catalogue
from generator.pages.edition import LANGUAGES, Edition
from generator.pages.page import Page

__all__ = ["api_files"]


def api_files(catalogue: Catalogue, site: str = "") -> Iterator[Page]:
    """Yield every file of the API; same catalogue, same bytes. `site` is the address of the site's root, if known."""
    edition = Edition(catalogue, LANGUAGES[0], site=site)
    counts: Mapping[shapes.Kind, int] = {
        "articles": len(edition.articles),
        "codes": len(edition.code_pages),
        "providers": len(catalogue.providers),
        "reporters": sum(not one.general for one in catalogue.reporters.values()),
        "reasons": len(catalogue.vocabulary.reasons),
        "hosts": len(catalogue.hosts),
    }
    yield index.index_file(catalogue, site, counts)
    for room in (articles, codes, providers, reporters, reasons, hosts):
        yield from room.files(edition)
    yield from schema.files()
