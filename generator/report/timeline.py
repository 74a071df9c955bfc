"""Refusals over time as columns of a plot: days, weeks or months, whichever fit.

Imports the standard library only. Never draws.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

MOST_COLUMNS = 62
_OUTLIERS = 100
"""One in so many dates may lie far off, before or after, without any say in what is shown: some clocks are wrong."""

Unit = Literal["day", "week", "month"]


@dataclass(frozen=True)
class Column:
    """What came in a day, a week or a month that starts on this day."""

    start: date
    bounces: int
    delays: int

    @property
    def total(self) -> int:
        return self.bounces + self.delays


@dataclass(frozen=True)
class Timeline:
    """Columns without gaps, and how many refusals lie before or after them."""

    unit: Unit
    columns: tuple[Column, ...]
    outside: int

    @property
    def highest(self) -> int:
        """The largest column, which is at least 1."""
        return max(1, *(one.total for one in self.columns))


def timeline(days: Mapping[str, Counter[str]]) -> Timeline | None:
    """The columns for what came on which day (ISO 8601); None if no date is known."""
    dated = {day: counts for text, counts in days.items() if (day := _day(text))}
    if not dated:
        return None
    first, last = min(dated), max(dated)
    if _unit(first, last) != "day":
        first, last = _span(dated)
    unit = _unit(first, last)
    starts = [_start(last, unit)]
    while starts[-1] > _start(first, unit) and len(starts) < MOST_COLUMNS:
        starts.append(_start(starts[-1] - timedelta(days=1), unit))
    found: dict[date, Counter[str]] = {start: Counter() for start in reversed(starts)}
    outside = 0
    for day, counts in dated.items():
        start = _start(day, unit)
        if start in found:
            found[start].update(counts)
        else:
            outside += counts.total()
    columns = (Column(start, counts["bounce"], counts["delay"]) for start, counts in found.items())
    return Timeline(unit, tuple(columns), outside)


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # Years that nobody means, and whose weeks would start before time does.
    return found if found.year > 1970 else None


def _span(dated: Mapping[date, Counter[str]]) -> tuple[date, date]:
    """The first and the last day, but for the outliers."""
    spare = sum(counts.total() for counts in dated.values()) // _OUTLIERS
    ordered = sorted(dated)
    return _beyond(ordered, dated, spare), _beyond(ordered[::-1], dated, spare)


def _beyond(ordered: list[date], dated: Mapping[date, Counter[str]], spare: int) -> date:
    for day in ordered:
        spare -= dated[day].total()
        if spare < 0:
            return day
    return ordered[-1]


def _unit(first: date, last: date) -> Unit:
    days = (last - first).days + 1
    return "day" if days <= MOST_COLUMNS else "week" if days <= 7 * MOST_COLUMNS else "month"


def _start(day: date, unit: Unit) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "month" else day
