"""The rows of the facets: outlets, languages, names, each with its number of articles."""

from dataclasses import dataclass
from typing import Final, Literal

from index.model import EntityType
from tui.render.rows import MARGIN, RIGHT, cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

Kind = Literal["outlet", "language", "undated"] | EntityType
"""By what articles are chosen."""

Joined = Literal["and", "or", "not"]
"""How a choice stands in the query."""

HEADINGS: Final = {"outlet": "Outlets", "language": "Languages", "undated": "Dates"}
_SIGN: Final = 4
_CURSOR: Final = "›"


@dataclass(frozen=True, slots=True)
class FacetRow:
    """Something by which articles can be chosen."""

    kind: Kind
    """Outlet, language, having no date, or who and what is named."""
    name: str
    """What the row says."""
    documents: int
    """Articles of the results that have it."""
    others: int
    """Articles that the query leaves out by outlet or language."""
    choice: str
    """The filter that asks for it; empty where it cannot be asked for."""
    joined: Joined | None
    """How that stands in the query."""
    heading: str = ""
    """What stands over the row; empty but for the first of a kind."""


def facet_lines(row: FacetRow, width: int, *, pointed: bool) -> list[Line]:
    """Make the lines of a row: how it stands in the query, its name and its numbers.

    Args:
        row: What it is about.
        width: Cells from the left edge to the right.
        pointed: Whether the cursor is on it.
    """
    lines = []
    if row.heading:
        said = cut(row.heading, max(1, width - MARGIN))
        lines.append(Line(" " * MARGIN + said, [Run(MARGIN, MARGIN + len(said), int(Mark.STRONG))], MARGIN))
    numbers = f"{row.documents:,}"
    if row.others:
        numbers = f"{numbers} +{row.others:,}" if row.documents else f"+{row.others:,}"
    sign = (_CURSOR if pointed else " ") + f"{row.joined or '':<{_SIGN}}"
    margin = len(sign)
    room = width - margin - RIGHT
    if len(numbers) + 4 > room:
        numbers = ""
    name = cut(shown(row.name), max(1, room - len(numbers) - bool(numbers)))
    end = margin + len(name)
    text = sign + name
    if numbers:
        text += " " * (width - RIGHT - cells(text) - len(numbers)) + numbers
    faint = 0 if row.documents else int(Mark.QUIET)
    runs = [
        Run(1, margin, int(Mark.BAR)),
        Run(margin, end, int(Mark.STRONG) if row.joined else faint),
        Run(len(text) - len(numbers), len(text), int(Mark.QUIET)),
    ]
    lines.append(Line(text, runs, margin, int(Mark.CHOSEN) if pointed else 0))
    return lines
