"""The newest day that a catalogue names: it stands in for the day of a build, so equal catalogues give equal files.

Imports the catalogue. Never looks at a clock.
"""

from collections.abc import Iterator
from datetime import date

from generator.catalogue.loader import Catalogue

_NONE = date(2026, 1, 1)


def newest_day(catalogue: Catalogue) -> date:
    """Return the newest day on which somebody checked a source or changed an article."""
    return max(_days(catalogue), default=_NONE)


def _days(catalogue: Catalogue) -> Iterator[date]:
    for article in catalogue.articles.values():
        yield from (source.checked for source in article.sources)
        yield from (change.date for change in article.changed)
    for provider in catalogue.providers.values():
        yield from (source.checked for source in provider.sources)
    for code in catalogue.codes.values():
        yield from (source.checked for source in code.sources)
