"""The day of the catalogue, which stands in for the day of the build, so that equal catalogues give equal sites.

Imports the catalogue. Never looks at a clock.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from generator.catalogue import Catalogue

_NO_SOURCES = date(2026, 1, 1)


def newest(catalogue: Catalogue) -> int:
    """Return the newest day on which somebody checked a source, as seconds since 1970: a SOURCE_DATE_EPOCH."""
    day = max(_checked(catalogue), default=_NO_SOURCES)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _checked(catalogue: Catalogue) -> Iterator[date]:
    for article in catalogue.articles.values():
        yield from (source.checked for source in article.sources)
    for provider in catalogue.providers.values():
        yield from (source.checked for source in provider.sources)
    for code in catalogue.codes.values():
        yield from (source.checked for source in code.sources)
