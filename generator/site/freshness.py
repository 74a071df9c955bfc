"""The day of the catalogue, which stands in for the day of the build, so that equal catalogues give equal sites.

Imports the catalogue. Never looks at a clock.
"""

from datetime import UTC, datetime

from generator.catalogue import Catalogue, newest_day


def newest(catalogue: Catalogue) -> int:
    """Return the newest day that the catalogue names as seconds since 1970: a SOURCE_DATE_EPOCH."""
    day = newest_day(catalogue)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
