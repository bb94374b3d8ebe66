"""Hits in their contexts laid out a line each, aligned on the hit."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from index.model import Document, KwicLine
from tui.cli.articles import short_origin
from tui.cli.output import FAINT, HIT, STRONG
from tui.render.cuts import beginning, ending
from tui.render.shown import blanked
from tui.render.wrap import cells

NARROWEST = 40
"""Cells of a line at least, however narrow the terminal is."""
WIDEST_SIDE = 72
"""Cells of context on one side at most: the library gives 80 code points, and may cut them in a word."""
NARROWEST_SIDE = 9
"""Cells of context before the hit at least: room for `TITLE` and the end of a word."""
TITLE = "title: "
"""Stands before the context of a hit in a title."""
GAP = 2
"""Blanks between where a hit is from and its context."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of a line are shared out."""

    origin: int
    """For date and outlet."""
    left: int
    """For what stands before the hit."""
    right: int
    """For the hit and what stands behind it."""


def columns_for(lines: Sequence[KwicLine], width: int) -> Columns:
    """Share out the cells of lines so that hits stand below each other, in the middle of the text."""
    width = max(NARROWEST, width)
    origin = min(width // 3, max((cells("".join(short_origin(line.document))) for line in lines), default=0))
    room = width - origin - GAP
    match = min(room // 3, max((cells(blanked(line.match)) for line in lines), default=0))
    left = min(WIDEST_SIDE, max(NARROWEST_SIDE, (room - match) // 2))
    return Columns(origin, left, min(room - left, match + WIDEST_SIDE))


def laid_out(line: KwicLine, columns: Columns, *, with_origin: bool = True) -> Text:
    """Give a hit in its context as one line of at most the columns' cells, safe for a terminal.

    Args:
        line: The hit.
        columns: How the cells are shared out.
        with_origin: Whether to say where it is from, or to leave that column blank.
    """
    in_title = line.field == "title"
    base, mark, label = (STRONG, f"{HIT} underline", TITLE) if in_title else ("", HIT, "")
    origin = _origin(line.document, columns.origin) if with_origin else ""
    left = ending(blanked(line.left), columns.left - len(label))
    rest = beginning(blanked(line.match + line.right), columns.right).rstrip()
    match, right = rest[: len(line.match)], rest[len(line.match) :]
    return Text.assemble(
        (origin + _padding(origin, columns.origin + GAP), FAINT),
        _padding(label + left, columns.left),
        (label, FAINT),
        (left, base),
        (match, mark),
        (right, base),
    )


def _origin(document: Document, width: int) -> str:
    date, outlet = short_origin(document)
    return beginning(date + beginning(outlet, width - cells(date)), width)


def _padding(text: str, width: int) -> str:
    return " " * max(0, width - cells(text))
