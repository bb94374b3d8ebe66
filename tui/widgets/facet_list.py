"""The list of outlets and languages of the results, of which one is chosen to be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.render.arrays import np
from tui.render.facets import FacetRow, facet_lines
from tui.render.strips import Line
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class FacetList(ItemView):
    """Rows under the headings of their kinds. Posts `Opened` on Enter or a click on the row of the cursor."""

    @dataclass
    class Opened(Message):
        """The row under the cursor is to be asked for, or no more."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[FacetRow, ...] = ()
        self._wanted: tuple[str, str] | None = None

    def show_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show other rows; the cursor stays on what it is on, and comes back to it where that comes later."""
        now = self.current
        wanted = self._wanted or (None if now is None else _identity(now))
        self._rows = tuple(rows)
        place = next((place for place, row in enumerate(rows) if _identity(row) == wanted), None)
        self._wanted = wanted if place is None else None
        self.renew(len(rows), min(max(0, self._cursor), len(rows) - 1) if place is None else place)

    def cursor_moved(self) -> None:
        """Come back to nothing: one has gone on. Overrides `ItemView.cursor_moved`."""
        self._wanted = None

    @property
    def count(self) -> int:
        """Number of rows. Overrides `ItemView.count`."""
        return len(self._rows)

    @property
    def current(self) -> FacetRow | None:
        """The row under the cursor; None where there is none."""
        return self._rows[self._cursor] if 0 <= self._cursor < len(self._rows) else None

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each, and one for a heading. Overrides `Lines.heights`."""
        if not self._rows:
            return ()
        return np.fromiter((2 if row.heading else 1 for row in self._rows), np.int64, len(self._rows))

    def line(self, item: int, row: int, width: int) -> Line:
        """The heading or the row. Overrides `Lines.line`."""
        return facet_lines(self._rows[item], width, pointed=item == self._cursor)[row]

    def item_opened(self) -> None:
        """Say so. Overrides `ItemView.item_opened`."""
        if self.current is not None:
            self.post_message(self.Opened())


def _identity(row: FacetRow) -> tuple[str, str]:
    return row.kind, row.choice or row.name
