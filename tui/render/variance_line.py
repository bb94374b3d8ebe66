"""The line of something on which two articles differ."""

from typing import Final

from index.model import Comparison, Variance
from tui.render.rows import BAR, MARGIN, RIGHT, cut
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.variances import KINDS, both
from tui.render.wrap import cells

_KIND: Final = 10
"""Cells of the column that says on what they differ."""
_BETWEEN: Final = " │ "


def variance_line(comparison: Comparison, variance: Variance, width: int, *, chosen: bool) -> Line:
    """Make the line of a difference: on what, what the first says, what the second.

    Args:
        comparison: Has the two.
        variance: On what they differ.
        width: Cells from the left edge to the right.
        chosen: Whether the cursor is on it.
    """
    here, there = both(comparison, variance)
    kind = f"{KINDS[variance.kind]:<{_KIND}}" if width >= MARGIN + _KIND + 30 else ""
    room = max(2, width - MARGIN - RIGHT - cells(kind) - len(_BETWEEN))
    left = cut(here, max(1, room // 2))
    right = cut(there, max(1, room - room // 2))
    gap = " " * max(0, room // 2 - cells(left))
    margin = f"{BAR} " if chosen else " " * MARGIN
    lead = margin + kind
    text = lead + left + gap + _BETWEEN + right
    edge = len(lead) + len(left)
    return Line(
        text,
        [
            Run(0, 1, int(Mark.BAR) if chosen else 0),
            Run(MARGIN, len(lead), int(Mark.QUIET)),
            Run(len(lead), edge, 0),
            Run(edge, edge + len(gap) + len(_BETWEEN), int(Mark.QUIET)),
        ],
        MARGIN,
        int(Mark.CHOSEN) if chosen else 0,
    )
