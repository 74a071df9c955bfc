"""What tells a browser how to search this site from its own bar (OpenSearch). Imports its sibling modules.

The words travel behind the "#" of the home page's address, which no server ever sees; view/find/ takes them from there.
"""

from collections.abc import Iterator

from generator.pages import template
from generator.pages.edition import Edition
from generator.pages.page import Page

PATH = "opensearch.xml"


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the description, which needs the site's address: without one there is none."""
    if edition.site:
        yield template.page("opensearch.xml.j2", PATH, edition, site=edition.site)
