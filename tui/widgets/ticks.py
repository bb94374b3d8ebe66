"""Where the hits of the open article show in its scroll bar, and in which colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rich.style import Style

from tui.render.arrays import np
from tui.render.clauses import count_mark, look
from tui.render.layout import Layout
from tui.render.places import NONE, clauses_by_cell
from tui.widgets.hit_bar import Tick
from tui.widgets.walk import Walk

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WALKED: Final = "━"
_OTHER: Final = "─"


class Ticks:
    """Finds the cells of the bar in which there are hits, anew where something has changed."""

    def __init__(self) -> None:
        self._placed: tuple[object, ...] = ()
        self._rows: list[NDArray[np.int64]] = []
        self._known: tuple[object, ...] = ()
        self._clauses: list[int] = []

    def of(
        self, cells: int, made: Layout | None, walk: Walk, colours: Mapping[str, str]
    ) -> Sequence[Tick | None]:
        """What a bar shows in each of its cells.

        Args:
            cells: Height of the bar.
            made: Where the lines of the article are; None as long as nobody knows.
            walk: The hits, and which are walked.
            colours: The variables of the theme.
        """
        if made is None or not walk.hits:
            return [None] * cells
        if (made, walk) != self._placed:
            self._placed, self._rows = (made, walk), _rows(made, walk)
        known = (cells, made, walk, walk.clause)
        if known != self._known:
            self._known = known
            self._clauses = clauses_by_cell(self._rows, int(made.tops[-1]), cells, walk.clause).tolist()
        ticks = {clause: _tick(clause, walk.clause, colours) for clause in set(self._clauses)}
        return [ticks[clause] for clause in self._clauses]


def _rows(made: Layout, walk: Walk) -> list[NDArray[np.int64]]:
    """For each clause the rows in which its hits stand, about."""
    rows = []
    for those in walk.by_clause:
        above = [made.rows_of(walk.hits[place])[0] for place in those.places[: those.titled]]
        near = made.rows_near(np.array(those.starts[those.titled :], np.int64))
        rows.append(np.concatenate((np.array(above, np.int64), near)))
    return rows


def _tick(clause: int, walked: int | None, colours: Mapping[str, str]) -> Tick | None:
    if clause == NONE:
        return None
    found = look(count_mark(clause))
    if walked in (None, clause) and found is not None:
        return Tick(_WALKED, found.style(colours))
    return Tick(_OTHER, Style(color=colours["scrollbar-active"]))
