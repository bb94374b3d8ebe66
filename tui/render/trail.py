"""A line for each step of a trail, drawn as a tree."""

from typing import Final, NamedTuple

from tui.render.branches import Branch
from tui.render.rows import BAR, RIGHT, cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

HERE: Final = "•"
"""The sign beside the step at which one is."""
MARGIN: Final = 3
WHY: Final = 12
"""Cells for what led to a step."""
_LEAST: Final = 24
"""Cells that where a step leads has at least, before its source gives way."""


class Row(NamedTuple):
    """What is said of a step."""

    why: str
    """What led there."""
    where: str
    """The title of the document, or the query."""
    source: tuple[str, ...]
    """Outlet and date, at length and then shorter."""


def step_line(branch: Branch, row: Row, width: int, *, chosen: bool, here: bool) -> Line:
    """Make the line of a step.

    Args:
        branch: Where it stands in the tree.
        row: What is said of it.
        width: Cells from the left edge to the right.
        chosen: Whether the cursor is on it.
        here: Whether one is there.
    """
    margin = (BAR if chosen else " ") + (HERE if here else " ") + " "
    room = max(1, width - MARGIN - RIGHT)
    stem = branch.stem[-2 * max(1, room // 6) :]
    why = cut(shown(row.why), WHY)
    lead = stem + why + " " * (WHY + 1 - cells(why))
    left = room - cells(lead)
    source = next((one for one in row.source if cells(one) + 2 + _LEAST <= left), "")
    where = cut(shown(row.where), max(1, left - (cells(source) + 2 if source else 0)))
    gap = " " * max(0, left - cells(where) - cells(source)) if source else ""
    text = margin + lead + where + gap + source
    begin = MARGIN + len(lead)
    loud = int(Mark.STRONG) if here else 0 if branch.is_on_line else int(Mark.QUIET)
    return Line(
        text,
        [
            Run(0, 1, int(Mark.BAR) if chosen else 0),
            Run(1, 2, int(Mark.STRONG)),
            Run(MARGIN, begin, int(Mark.QUIET)),
            Run(begin, begin + len(where), loud),
            Run(len(text) - len(source), len(text), int(Mark.QUIET)),
        ],
        MARGIN,
        int(Mark.CHOSEN) if chosen else 0,
    )
