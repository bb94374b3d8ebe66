"""The lines of a chronology: the days meant as headings, under them what means them, one a line."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from index.model import DatedLine, Granularity, Headline
from tui.render.cuts import ELLIPSIS, beginning, ending
from tui.render.dates import also_in, days_meant
from tui.render.origin import GAP, origin_columns
from tui.render.rows import MARGIN, RIGHT, cut
from tui.render.shown import blanked
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

INDENT: Final = 2
"""Cells by which entries stand in from their headings."""
_ROOM_FOR_OUTLET: Final = 88
_WIDEST_OUTLET: Final = 24
_ROOM_BESIDE_COPIES: Final = 24
"""Cells that a sentence keeps before it is said in how many copies the day is meant."""
_JOINER: Final = "\u200d"


@dataclass(frozen=True, slots=True)
class Shape:
    """How the cells of an entry are shared out."""

    date: int
    """For the day of publication, with the gap behind it."""
    outlet: int
    """For the outlet, with the gap behind it."""
    text: int
    """For the sentence."""


def shape(width: int, *, origin: bool) -> Shape:
    """Share out the cells of an entry.

    Args:
        width: Cells of the line.
        origin: Whether each entry says where it is from.
    """
    room = max(1, width - MARGIN - INDENT - RIGHT)
    is_wide = origin and room >= _ROOM_FOR_OUTLET
    day = 13 if is_wide else 12 if origin and room >= 2 * 12 else 0
    name = min(_WIDEST_OUTLET, room // 5) + GAP if is_wide else 0
    return Shape(day, name, max(1, room - day - name))


def heading_line(first: int, last: int, granularity: Granularity, entries: int) -> Line:
    """The days that entries mean, and how many do.

    Args:
        first: The first day, counted from 1 January of the year 1, which is 1.
        last: The last one.
        granularity: How exactly they are told.
        entries: How many mean them.
    """
    days = days_meant(date.fromordinal(first), date.fromordinal(last), granularity)
    before = " " * MARGIN + days
    text = f"{before}  {entries:,}"
    return Line(
        text,
        [Run(MARGIN, len(before), int(Mark.STRONG)), Run(len(before), len(text), int(Mark.QUIET))],
        MARGIN,
    )


def entry_line(
    headline: Headline, line: DatedLine | None, cells_of: Shape, *, coming: bool, copies: int = 0
) -> Line:
    """A date in its sentence, beside the day on which that was published.

    Args:
        headline: What is known of its document.
        line: The date; None where it has not come, or is not there any more.
        cells_of: How the cells are shared out.
        coming: Whether it is still to come.
        copies: How many copies of the document mean the same day, too.
    """
    origin = " " * (MARGIN + INDENT) + origin_columns(headline, cells_of.date, cells_of.outlet)
    at = len(origin)
    if line is None:
        said = ELLIPSIS if coming else cut("(no longer in the library)", cells_of.text)
        return Line(origin + said, [Run(MARGIN, at + len(said), int(Mark.QUIET))], MARGIN)
    left, match = blanked(line.left), blanked(line.text)
    also = also_in(copies)
    room = cells_of.text - cells(also)
    if room < _ROOM_BESIDE_COPIES:
        also, room = "", cells_of.text
    most = max(room // 3, room - cells(match + blanked(line.right)))
    if cells(left) > most:
        left = ending(left, most)
    left = left.lstrip(_JOINER)
    rest = beginning(match + blanked(line.right), max(1, room - cells(left))).rstrip()
    start = at + len(left)
    end = start + len(rest)
    marked = [
        Run(MARGIN, at, int(Mark.QUIET)),
        Run(start, start + min(len(match), len(rest)), int(Mark.STRONG)),
        *([Run(end, end + len(also), int(Mark.QUIET))] if also else []),
    ]
    return Line(origin + left + rest + also, marked, MARGIN)
