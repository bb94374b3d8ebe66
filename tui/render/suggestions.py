"""How the suggestions stand below the words on why nothing was found: by what they change, with numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.model import Suggestion, SuggestionKind
from tui.render.cuts import ELLIPSIS
from tui.render.rows import MARGIN, RIGHT, as_chosen, clip, said
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

HEADINGS: Final[dict[SuggestionKind, str]] = {
    "spelling": "Did you mean",
    "outlet": "Did you mean",
    "name": "Did you mean",
    "nearness": "Less strictly",
    "form": "Less strictly",
    "field": "Less strictly",
    "undated": "At other times",
    "date": "At other times",
    "without": "Without a part of it",
}
"""What stands above suggestions that change something of a kind."""

LAYOUTS: Final = ((True, 4), (True, 2), (False, 2), (False, 1))
"""Whether there are headings, and how many lines a suggestion may take: the first that fits is taken."""

MOST: Final = 9
"""Suggestions that have a digit."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and what it belongs to."""

    line: Line
    """The line."""
    suggestion: int = -1
    """Place of the suggestion, from 0; -1 for a line that belongs to none."""


def laid_out(why: str, suggestions: Sequence[Suggestion], chosen: int, width: int, height: int) -> list[Row]:
    """Lay out why nothing was found and the suggestions, by what they change.

    Where that takes more lines than there are, the ends of long queries go, and the headings.

    Args:
        why: Why nothing was found; it may have line ends.
        suggestions: Queries that find something.
        chosen: Place of the one that Enter takes; -1 for none.
        width: Cells of a line.
        height: Lines there are.
    """
    room = max(1, width - MARGIN - RIGHT)
    above = [Row(Line("")), *(Row(line) for line in said(why, room, " " * MARGIN))]
    for headings, most in LAYOUTS:
        below = _below(suggestions[:MOST], chosen, room, headings=headings, most=most)
        if len(above) + len(below) <= height:
            break
    return above + below


def _below(
    suggestions: Sequence[Suggestion], chosen: int, room: int, *, headings: bool, most: int
) -> list[Row]:
    rows = list[Row]()
    digits = max((len(f"{one.documents:,}") for one in suggestions), default=0)
    before = ""
    for place, one in enumerate(suggestions):
        heading = HEADINGS[one.kind]
        if heading != before and (headings or not before):
            rows.append(Row(Line("")))
            rows += [Row(line) for line in said(f"{heading}:", room, " " * MARGIN)] if headings else []
        before = heading
        lines = _lines(place, one, room, digits, most)
        if place == chosen:
            lines = [as_chosen(line) for line in lines]
        rows += [Row(line, place) for line in lines]
    return rows


def _lines(place: int, suggestion: Suggestion, room: int, digits: int, most: int) -> list[Line]:
    """The digit that takes a suggestion, the query, and at the right how many articles it finds."""
    number, count = f"{place + 1}  ", f"{suggestion.documents:>{digits},}"
    query = shown(suggestion.query)
    pieces = clip(query, max(1, room - len(number) - digits - 1), most)
    lines = []
    for row, piece in enumerate(pieces):
        text = query[piece.start : piece.end] + (ELLIPSIS if piece.after else "")
        lead = " " * MARGIN + (number if not row else " " * len(number))
        gap = " " * (room - len(number) - digits - cells(text))
        marked = [
            Run(MARGIN, len(lead), int(Mark.QUIET)),
            Run(len(lead), len(lead) + len(text), int(Mark.STRONG)),
        ]
        if row:
            lines.append(Line(lead + text, marked, MARGIN))
            continue
        lines.append(Line(lead + text + gap + count, marked, MARGIN))
    return lines
