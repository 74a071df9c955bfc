"""When an input was written: the Date of a mail, the stamp of a line in a log.

Imports its sibling `inputs`. Never judges a mail; a date that can't be read is None.
"""

import re
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from generator.piles.inputs import Input

_DATE = re.compile(rb"^Date:[ \t]*([^\r\n]{1,100})", re.IGNORECASE | re.MULTILINE)
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n|\r\r")
_LONGEST_HEADER = 65536
_MBOX = re.compile(
    rb"\s*From \S[^\r\n]{0,200}? (?:[A-Z][a-z]{2} )?"
    rb"([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d(?::\d\d)?)[^\r\n]{0,20} (\d{4})"
)
_ISO = re.compile(rb"(?:<\d+>\d* )?\[?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?")
_SYSLOG = re.compile(rb"(?:<\d+>)?([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) ")


def written(given: Input) -> str | None:
    """The date and time as ISO 8601, in the time zone of whoever wrote it, if it says in which."""
    found = _of_line(given) if given.of_log else _of_mail(given.content)
    return found.isoformat(timespec="seconds") if found else None


def _of_mail(content: bytes) -> datetime | None:
    head = content[:_LONGEST_HEADER]
    end = _END_OF_HEADER.search(head)
    found = _DATE.search(head[: end.start()] if end else head)
    if found:
        try:
            return parsedate_to_datetime(found[1].decode("ascii", "replace"))
        except (ValueError, OverflowError, TypeError):
            return None
    stamp = _MBOX.match(head)
    return _day(*(part.decode("ascii") for part in stamp.groups())) if stamp else None


def _of_line(given: Input) -> datetime | None:
    dated = _ISO.match(given.content)
    if dated:
        return _parsed("".join([dated[1].decode(), "T", dated[2].decode(), (dated[3] or b"").decode()]))
    stamp = _SYSLOG.match(given.content)
    if not stamp:
        return None
    # The year isn't written there: it is the last one in which that day was over when the file was last changed.
    last = datetime.fromtimestamp(time.time() if given.seen is None else given.seen, UTC).replace(tzinfo=None)
    month, day, hour = (part.decode("ascii") for part in stamp.groups())
    found = [_day(month, day.strip(), hour, str(last.year - back)) for back in range(8)]
    return next((one for one in found if one and one <= last + timedelta(days=1)), None)


def _day(month: str, day: str, hour: str, year: str) -> datetime | None:
    number = _MONTHS.find(month) // 3 + 1
    return _parsed(f"{year}-{number:02}-{int(day):02}T{hour}")


_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


def _parsed(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
