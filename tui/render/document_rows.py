"""The rows of the list of articles: title over date and outlet, or one line each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.model import Headline
from tui.render.cuts import ELLIPSIS
from tui.render.dates import iso_date, short_date
from tui.render.rows import BAR, MARGIN, RIGHT, Clip, clip, clipped_line, cut, outlet, sides
from tui.render.shown import shown
from tui.render.spans import Layer, Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

BELOW: Final = "└ "
"""Stands before a copy that stands below the article that leads it."""
_UNREAD: Final = "•"
_DOT: Final = " · "
_ROOM_FOR_TITLE: Final = 12
"""Cells that a compact row keeps for its title before it says how many copies there are."""
_ROOM_FOR_OUTLET: Final = 50
_ROOM_FOR_DATE: Final = 34
_ROOM_FOR_ISO_DATE: Final = 30
_ROOM_FOR_HITS: Final = 22
"""Cells a compact row needs to have these beside its title."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What a row says of an article."""

    headline: Headline
    """Title, outlet and date."""
    hits: int
    """Number of hits; of 0 nothing is said."""
    hits_marks: int
    """`Mark`s that lie on it."""
    is_unread: bool
    """Whether the article is still to be read."""
    is_below: bool
    """Whether it is a copy that stands below the article that leads it."""
    copies: int
    """How many copies it leads."""
    is_open: bool
    """Whether these stand below it."""


def room_of(width: int, indent: int = 0) -> int:
    """Cells that a row of a width has for what it says."""
    return max(1, width - MARGIN - RIGHT - indent)


def roomy_lines(
    row: DocumentRow, width: int, in_title: Sequence[Layer], outlets: Sequence[str | None]
) -> list[Line]:
    """Make the lines of a row: the title on one or two, date and outlet, and of which outlets its copies are.

    Args:
        row: What it says.
        width: Cells from the left edge to the right.
        in_title: What is marked in the title.
        outlets: Those of its copies.
    """
    margin = " " * MARGIN + (BELOW if row.is_below else "")
    room = room_of(width, len(margin) - MARGIN)
    title, marks = shown(row.headline.title), int(Mark.STRONG) if row.is_unread else 0
    pieces = clip(title, room, 2) or [Clip(0, 0)]
    lines = [clipped_line(title, piece, margin, in_title, marks) for piece in pieces]
    count, date = f"{row.hits:,}" if row.hits else "", short_date(row.headline.published)
    name = outlet(shown(row.headline.source or ""), room - cells(date) - len(count) - bool(count) - len(_DOT))
    lines.append(sides(f"{date}{_DOT}{name}" if name else date, count, room, margin, row.hits_marks))
    if row.copies:
        number = _copies_count(row)
        names = ", ".join(shown(one) for one in dict.fromkeys(outlets) if one)
        lines.append(sides(cut(f"{number}: {names}", room) if names else number, "", room, margin))
    return lines


def compact_line(row: DocumentRow, width: int, hits_cells: int) -> Line:
    """Make the one line of a row: date, outlet, hits and title, as there is room for them.

    Args:
        row: What it says.
        width: Cells from the left edge to the right.
        hits_cells: Cells that numbers of hits take in this list; 0 where no article has any.
    """
    room = room_of(width)
    date = _date_column(row.headline.published, room)
    name_room = min(20, room // 4) if room >= _ROOM_FOR_OUTLET else 0
    name = outlet(shown(row.headline.source or ""), name_room)
    name += " " * (name_room - cells(name) + 2) if name_room else ""
    count = f"{row.hits:,}" if row.hits else ""
    count = f"{count:>{hits_cells}}  " if hits_cells and room >= _ROOM_FOR_HITS else ""
    before = " " * MARGIN + date + name
    copies = "  " + _copies_count(row) if row.copies else ""
    copies = copies if len(copies) < room - cells(date + name + count) - _ROOM_FOR_TITLE else ""
    title = (BELOW if row.is_below else "") + shown(row.headline.title)
    piece = (clip(title, max(1, room - cells(date + name + count + copies)), 1) or [Clip(0, 0)])[0]
    title = title[piece.start : piece.end] + (ELLIPSIS if piece.after else "")
    at = len(before) + len(count)
    end = at + len(title)
    return Line(
        before + count + title + copies,
        [
            Run(MARGIN, len(before), int(Mark.QUIET)),
            Run(len(before), at, row.hits_marks),
            Run(at, end, int(Mark.STRONG) if row.is_unread else 0),
            Run(end, end + len(copies), int(Mark.QUIET)),
        ],
        MARGIN,
    )


def with_sign(line: Line, *, is_chosen: bool, is_unread: bool) -> Line:
    """Put the sign of what is chosen or unread at the left of a line, and the ground of the chosen under it.

    Beside a title it takes the title's style, which spares the terminal a change of style.
    """
    sign = BAR if is_chosen else _UNREAD if is_unread else " "
    marks = next((run.marks for run in line.runs), 0)
    sign_marks = int(Mark.BAR) if marks & Mark.QUIET else marks & Mark.STRONG
    marked = [Run(0, 1, sign_marks), *line.runs]
    return replace(line, text=sign + line.text[1:], runs=marked, marks=int(Mark.CHOSEN) if is_chosen else 0)


def _copies_count(row: DocumentRow) -> str:
    """How many copies a row has: "+5 copies" where they are folded."""
    return f"{'' if row.is_open else '+'}{row.copies:,} {'copy' if row.copies == 1 else 'copies'}"


def _date_column(published: str | None, room: int) -> str:
    """Return the date of a compact row as there is room for it, with the gap behind it."""
    if room >= _ROOM_FOR_DATE:
        return f"{short_date(published):>11}  "
    return f"{iso_date(published):>10}  " if room >= _ROOM_FOR_ISO_DATE else ""
