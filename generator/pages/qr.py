"""A text as a QR code: the one path of an SVG, for the printed sheet of a page.

Imports segno. Never decides which text, and knows nothing of pages.
"""

from itertools import groupby

import segno

__all__ = ["qr_path"]

_QUIET = 4
"""The empty modules that the standard (ISO/IEC 18004) asks for on each side; readers need them next to other ink."""


def qr_path(text: str) -> tuple[int, str]:
    """Return the side of the picture in modules, quiet zone included, and its `d`, a line of width 1 for each run.

    Drawn as `<svg viewBox="0 0 {size} {size}"><path class="qrline" stroke="#000" d="{d}"/></svg>`. Error correction is
    M or better: enough for a folded or smudged sheet, and still as few modules as a phone reads from a small print.
    """
    code = segno.make_qr(text, error="m")
    lines = (_line(row, y) for y, row in enumerate(code.matrix, start=_QUIET))
    return len(code.matrix) + 2 * _QUIET, "".join(lines)


def _line(row: bytearray, y: int) -> str:
    """Return the dark runs of one row: an absolute start, since what follows in a row is shorter when relative."""
    path = ""
    x = end = _QUIET
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            path += f"m{x - end} 0h{length}" if path else f"M{x} {y}.5h{length}"
            end = x + length
        x += length
    return path
