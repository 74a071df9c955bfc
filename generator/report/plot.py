"""Where the columns of a timeline stand in a drawing, its scale and its labels. Imports its sibling `timeline`."""

from dataclasses import dataclass
from datetime import date

from generator.report.timeline import Column, Timeline, Unit

WIDTH, HEIGHT = 720, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 6, 10, 26
_MOST_LABELS = 9
_GAP = 0.22
_WIDEST = 32


@dataclass(frozen=True)
class Bar:
    """A column: bounces from the ground, delays on top of them; `label` is empty below most."""

    x: float
    width: float
    bounces_y: float
    bounces_height: float
    delays_y: float
    delays_height: float
    middle: float
    label: str
    title: str


@dataclass(frozen=True)
class Plot:
    """A drawing of WIDTH by HEIGHT. `scale`: the lines across, each with its number."""

    bars: tuple[Bar, ...]
    scale: tuple[tuple[float, int], ...]
    ground: float
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT


def plot(shown: Timeline) -> Plot:
    """The drawing of a timeline."""
    step = _step(shown.highest)
    top = step * -(-shown.highest // step)
    ground = HEIGHT - _BOTTOM
    unit_height = (ground - _TOP) / top
    width = (WIDTH - _LEFT - _RIGHT) / len(shown.columns)
    drawn = min(_WIDEST, width * (1 - _GAP))
    every = -(-len(shown.columns) // _MOST_LABELS)

    def bar(number: int, column: Column) -> Bar:
        bounces, delays = column.bounces * unit_height, column.delays * unit_height
        middle = _LEFT + width * (number + 0.5)
        return Bar(
            x=_short(middle - drawn / 2),
            width=_short(drawn),
            bounces_y=_short(ground - bounces),
            bounces_height=_short(bounces),
            delays_y=_short(ground - bounces - delays),
            delays_height=_short(delays),
            middle=_short(middle),
            label=label(column.start, shown.unit) if number % every == 0 else "",
            title=f"{label(column.start, shown.unit)}: {column.total:,}",
        )

    bars = tuple(bar(number, column) for number, column in enumerate(shown.columns))
    scale = tuple((_short(ground - value * unit_height), value) for value in range(0, top + 1, step))
    return Plot(bars, scale, ground)


def label(start: date, unit: Unit) -> str:
    """A day as people write it below a plot: the month and the day, or the year and the month."""
    return f"{start.year}/{start.month}" if unit == "month" else f"{start.month}/{start.day}"


def _step(highest: int) -> int:
    """The distance of lines: 1, 2 or 5 and zeros, so that there are five at most."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= 5 * step * factor:
                return step * factor
        step *= 10


def _short(value: float) -> float:
    return round(value, 2)
