"""Where the hits of the open article show in its scroll bar, and in which colours."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.style import Style

from tui.render.arrays import np
from tui.render.clauses import count_mark, look
from tui.render.layout import Layout
from tui.render.places import NONE, clauses_by_cell
from tui.widgets.hit_bar import Tick
from tui.widgets.walk import Walk

_WALKED: Final = "━"
_OTHER: Final = "─"


class Ticks:
    """Finds the cells of the bar in which there are hits, anew where something has changed."""

    def __init__(self) -> None:
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
        known = (cells, made, walk, walk.clause)
        if known != self._known:
            self._known = known
            self._clauses = _found(cells, made, walk) if made is not None and walk.hits else [NONE] * cells
        ticks = {clause: _tick(clause, walk.clause, colours) for clause in set(self._clauses)}
        return [ticks[clause] for clause in self._clauses]


def _found(cells: int, made: Layout, walk: Walk) -> list[int]:
    """The clause that shows in each cell."""
    rows = []
    for hits in walk.by_clause:
        starts = np.fromiter((hit.start for hit in hits if hit.field == "text"), np.int64)
        above = [made.rows_of(hit)[0] for hit in hits if hit.field == "title"]
        rows.append(np.concatenate((np.array(above, np.int64), made.rows_near(starts))))
    lines = int(made.tops[-1])
    found: list[int] = clauses_by_cell(rows, lines, cells, walk.clause).tolist()
    return found


def _tick(clause: int, walked: int | None, colours: Mapping[str, str]) -> Tick | None:
    if clause == NONE:
        return None
    found = look(count_mark(clause))
    if walked in (None, clause) and found is not None:
        return Tick(_WALKED, found.style(colours))
    return Tick(_OTHER, Style(color=colours["scrollbar-active"]))
