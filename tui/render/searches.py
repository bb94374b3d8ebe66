"""The rows of lists of searches: what a search is called or asks, and what it found."""

from dataclasses import dataclass
from typing import Final

from tui.render.rows import BAR, MARGIN, RIGHT, cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

_INDENT: Final = 2
_LEAST: Final = 12
"""Cells that what a search is called has at least, before what is said of it gives way."""


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A search in a list."""

    title: str
    """What it is called, or what it asks."""
    said: tuple[str, ...] = ()
    """What it found, at length and then ever shorter; the longest that fits is shown."""
    query: str | None = None
    """What it asks, where that is not its title: a line of its own."""
    is_new: bool = False
    """Whether there is something new in it."""


def search_lines(row: SearchRow, width: int, *, chosen: bool = False) -> list[Line]:
    """Make the lines of a search: one, or two where it has a name.

    Args:
        row: The search.
        width: Cells from the left edge to the right.
        chosen: Whether the cursor is on it.
    """
    room = max(1, width - MARGIN - RIGHT)
    said = next((one for one in row.said if cells(one) + 2 + _LEAST <= room), "")
    title = cut(shown(row.title), max(1, room - (cells(said) + 2 if said else 0)))
    gap = " " * max(0, room - cells(title) - cells(said)) if said else ""
    margin = f"{BAR} " if chosen else " " * MARGIN
    text = margin + title + gap + said
    runs = [
        Run(0, 1, int(Mark.BAR) if chosen else 0),
        Run(MARGIN, MARGIN + len(title), int(Mark.STRONG) if row.is_new else 0),
        Run(len(text) - len(said), len(text), int(Mark.STRONG if row.is_new else Mark.QUIET)),
    ]
    marks = int(Mark.CHOSEN) if chosen else 0
    lines = [Line(text, runs, MARGIN, marks)]
    if row.query is not None:
        under = " " * (MARGIN + _INDENT) + cut(shown(row.query), max(1, room - _INDENT))
        lines.append(Line(under, [Run(MARGIN, len(under), int(Mark.QUIET))], MARGIN, marks))
    return lines
