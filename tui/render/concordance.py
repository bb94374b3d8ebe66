"""A hit in its context as one line, aligned on the hit."""

import re
from dataclasses import dataclass
from typing import Final

from index.model import Headline, KwicLine, KwicSort, Pairs
from tui.render.clauses import hit_mark
from tui.render.cuts import ELLIPSIS, beginning, ending
from tui.render.dates import short_date
from tui.render.origin import GAP, origin_columns
from tui.render.rows import MARGIN, RIGHT, cut, outlet
from tui.render.shown import blanked, shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

TITLE: Final = "title: "
"""Stands before the context of a hit in a title."""
FOLDED, OPEN = "▸", "▾"
"""The sign of a heading whose hits do not show, and of one whose hits do."""
_ROOM_FOR_OUTLET: Final = 96
_ROOM_FOR_DATE: Final = 72
"""Cells that a line needs to have these before its context."""
_WIDEST_OUTLET: Final = 24
_JOINER: Final = "\u200d"
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of a line are shared out."""

    date: int
    """For the date, with the gap behind it."""
    outlet: int
    """For the outlet, with the gap behind it."""
    left: int
    """For what stands before the hit."""
    right: int
    """For the hit and what stands behind it."""


def columns(width: int, *, origin: bool) -> Columns:
    """Share out the cells of a line so that hits stand in the middle of what is left for them.

    Args:
        width: Cells of the line.
        origin: Whether each line says where it is from.
    """
    room = max(1, width - MARGIN - RIGHT)
    date = 0 if not origin or room < _ROOM_FOR_DATE else 13 if room >= _ROOM_FOR_OUTLET else 12
    name = min(_WIDEST_OUTLET, room // 6) + GAP if origin and room >= _ROOM_FOR_OUTLET else 0
    context = room - date - name
    left = max(1, context * 9 // 20)
    return Columns(date, name, left, max(1, context - left))


def hit_line(
    headline: Headline,
    line: KwicLine | None,
    shape: Columns,
    *,
    sort: KwicSort,
    coming: bool,
    clause: int = 0,
    mark: int = 0,
) -> Line:
    """A hit in its context.

    What is marked within a hit that is too long for its line is seen still: what is left out stands between.

    Args:
        headline: What is known of its document.
        line: The hit; None where it has not come, or is not there any more.
        shape: How the cells are shared out.
        sort: The order; the word sorted by is marked.
        coming: Whether it is still to come.
        clause: The clause that it is a hit of, by its place among those that have hits.
        mark: What marks it; 0 for the mark of a hit.
    """
    origin = " " * MARGIN + origin_columns(headline, shape.date, shape.outlet)
    if line is None:
        said = ELLIPSIS if coming else cut("(no longer in the library)", shape.right)
        before = origin + " " * shape.left
        return Line(before + said, [Run(MARGIN, len(before) + len(said), int(Mark.QUIET))], MARGIN)
    in_title = line.field == "title"
    label = TITLE if in_title and shape.left > 2 * len(TITLE) else ""
    # What joins its neighbours would join the blanks before it
    left = ending(blanked(line.left), shape.left - len(label)).lstrip(_JOINER)
    whole, named = _fitting(blanked(line.match), line.marks or ((0, len(line.match)),), shape.right)
    if line.marks and cells(whole) <= shape.right:
        rest = (whole + beginning(blanked(line.right), shape.right - cells(whole))).rstrip()
    else:
        rest = beginning(whole + blanked(line.right), shape.right).rstrip()
    padding = " " * (shape.left - cells(label + left))
    at = len(origin) + len(padding)
    start = at + len(label) + len(left)
    match = min(len(whole), len(rest))
    marked = [Run(MARGIN, at + len(label), int(Mark.QUIET))]
    if sort == "left" and (words := list(_WORD.finditer(left))):
        marked.append(
            Run(start - len(left) + words[-1].start(), start - len(left) + words[-1].end(), int(Mark.STRONG))
        )
    mark = mark or hit_mark(clause)
    marked += [Run(start + low, start + min(high, match), mark) for low, high in named if low < match]
    if sort == "right" and (word := _WORD.search(rest[match:])):
        first, last = word.span()
        marked.append(Run(start + match + first, start + match + last, int(Mark.STRONG)))
    return Line(origin + padding + label + left + rest, marked, MARGIN)


def _fitting(match: str, marks: Pairs, room: int) -> tuple[str, Pairs]:
    """A hit of which all that is marked fits, and where that stands; as it is where it cannot be made to."""
    begin, end = marks[-1]
    last = match[begin:end]
    left = room - cells(last) - 1
    if len(marks) < 2 or cells(match) <= room or left < cells(match[: marks[0][1]]) + 2:
        return match, marks
    head = beginning(match[:begin].rstrip(), left)
    seen = tuple((low, high) for low, high in marks[:-1] if high < len(head))
    return f"{head} {last}", (*seen, (len(head) + 1, len(head) + 1 + len(last)))


def heading_line(headline: Headline, hits: int, width: int, *, folded: bool) -> Line:
    """The heading over the hits of a document: how many, its title, where it is from."""
    room = max(1, width - MARGIN - RIGHT)
    before = f"{' ' * MARGIN}{FOLDED if folded else OPEN} {hits:,}  "
    date = short_date(headline.published)
    name = outlet(shown(headline.source or ""), room // 4) if room >= _ROOM_FOR_DATE else ""
    origin = f"{name} · {date}" if name else date
    left = room + MARGIN - cells(before) - cells(origin) - GAP
    whole = shown(headline.title).lstrip(_JOINER)
    title = cut(whole, max(0, left))
    if not title:
        origin, title = "", cut(whole, max(0, room + MARGIN - cells(before)))
    gap = " " * (GAP + left - cells(title)) if origin else ""
    text = before + title + gap + origin
    at = len(before)
    return Line(
        text,
        [
            Run(MARGIN, MARGIN + 1, int(Mark.QUIET)),
            Run(MARGIN + 1, at, int(Mark.COUNT)),
            Run(at, at + len(title), int(Mark.STRONG)),
            Run(at + len(title), len(text), int(Mark.QUIET)),
        ],
        MARGIN,
    )
