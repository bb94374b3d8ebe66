"""A list of searches: saved ones under their names, or former ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.render.arrays import np
from tui.render.searches import SearchRow, search_lines
from tui.render.strips import Line
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class SearchList(ItemView):
    """Searches, a line or two each. Posts `Opened` on Enter or a click on the chosen one."""

    @dataclass
    class Opened(Message):
        """A search is to be made."""

        index: int
        """Its place in the list, from 0."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[SearchRow, ...] = ()

    def show_rows(self, rows: Sequence[SearchRow], *, chosen: int | None = None) -> None:
        """Show other searches.

        Args:
            rows: The searches.
            chosen: Which one the cursor goes to; None for where it is.
        """
        self._rows = tuple(rows)
        last = len(self._rows) - 1
        self.renew(len(self._rows), min(max(0, self._cursor if chosen is None else chosen), last))

    @property
    def count(self) -> int:
        """Number of searches. Overrides `ItemView.count`."""
        return len(self._rows)

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return one line for each search, and one for a query under a name. Overrides `Lines.heights`."""
        if not self._rows:
            return ()
        return np.fromiter((1 if row.query is None else 2 for row in self._rows), np.int64, len(self._rows))

    def line(self, item: int, row: int, width: int) -> Line:
        """Return the name or the query. Overrides `Lines.line`."""
        return search_lines(self._rows[item], width, chosen=item == self._cursor)[row]

    def item_opened(self) -> None:
        """Tell which one. Overrides `ItemView.item_opened`."""
        self.post_message(self.Opened(self._cursor))
