"""What the hits of each clause look like, and how many there are: a line for the border of the reader."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from index.model import HitClause
from tui.render.clauses import count_mark, hit_mark, look, other_mark, sign
from tui.render.rows import cut
from tui.render.shown import shown
from tui.render.wrap import cells

_NAMES: Final = (40, 24, 16, 11, 7)
_BETWEEN: Final = " · "


class Piece(NamedTuple):
    """A stretch of the line that is written in one way."""

    text: str
    """What it says."""
    style: str = ""
    """How, in words that Textual reads."""


def legend(clauses: Sequence[HitClause], counts: Sequence[int], walked: int | None, room: int) -> list[Piece]:
    """Say which clause has which mark, and how many hits: "1 Fordow 3 · 2 Iran 14 here".

    Nothing is said where there is nothing to be told apart. Names are cut where there is little room;
    where even that is not enough, some clauses are left out, and how many is said.

    Args:
        clauses: The clauses.
        counts: How many hits each has in the open article.
        walked: The one that is walked, which is left out last; None for all.
        room: Cells there are.
    """
    if len(clauses) < 2 or room < 1:
        return []
    for most in _NAMES:
        entries = [
            _entry(place, cut(shown(clause.text), most), counts, walked)
            for place, clause in enumerate(clauses)
        ]
        said = _joined(entries, " here")
        if _width(said) <= room:
            return said
    first = [walked] if walked is not None else []
    order = [*first, *(place for place in range(len(clauses)) if place != walked)]
    for kept in range(len(order) - 1, 0, -1):
        among = [entries[place] for place in sorted(order[:kept])]
        said = _joined(among, f"{_BETWEEN}+{len(order) - kept}")
        if _width(said) <= room:
            return said
    return []


def _entry(place: int, name: str, counts: Sequence[int], walked: int | None) -> list[Piece]:
    count = f" {counts[place]:,}" if place < len(counts) else " 0"
    digit = Piece(f"{sign(place)} ", _style(count_mark(place)))
    if walked is None:
        return [digit, Piece(name, _style(other_mark(place))), Piece(count)]
    return [digit, Piece(name, _style(hit_mark(place)) if walked == place else ""), Piece(count)]


def _style(marks: int) -> str:
    found = look(marks)
    return found.words if found is not None else ""


def _joined(entries: Sequence[Sequence[Piece]], end: str) -> list[Piece]:
    said: list[Piece] = []
    for entry in entries:
        said += [Piece(_BETWEEN), *entry] if said else entry
    return [*said, Piece(end)]


def _width(pieces: Sequence[Piece]) -> int:
    return sum(cells(piece.text) for piece in pieces)
