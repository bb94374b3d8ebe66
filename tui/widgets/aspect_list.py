"""The list beside an entity's mentions: names and companions, of which one is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive

from index.model import Gathering
from tui.render.arrays import np
from tui.render.aspects import Aspect, aspect_lines
from tui.render.strips import Line
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class AspectList(ItemView):
    """Rows under their headings. Posts `Opened` on Enter or a click on a row."""

    @dataclass
    class Opened(Message):
        """The places of a row are to be shown."""

        aspect: Aspect
        """The row."""

    chosen: reactive[Gathering | None] = reactive[Gathering | None](None, init=False)
    """What is shown beside it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Aspect, ...] = ()

    def show_rows(self, rows: Sequence[Aspect]) -> None:
        """Show other rows; the cursor stays on what it is on, or where it is if that is gone."""
        now, place = self.current, None
        if now is not None and rows:
            # The entity itself may have become another one
            same = [replace(row.wanted, entity=now.wanted.entity) == now.wanted for row in rows]
            place = same.index(True) if True in same else min(self._cursor, len(rows) - 1)
        self._rows = tuple(rows)
        self.renew(len(rows), place)

    def move_to(self, wanted: Gathering) -> None:
        """Put the cursor on a row, where there is one of these places."""
        place = next((place for place, row in enumerate(self._rows) if row.wanted == wanted), None)
        if place is not None:
            self.move_cursor(place)

    @property
    def count(self) -> int:
        """Number of rows. Overrides `ItemView.count`."""
        return len(self._rows)

    @property
    def current(self) -> Aspect | None:
        """The row under the cursor; None where there is none."""
        return self._rows[self._cursor] if 0 <= self._cursor < len(self._rows) else None

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each, and one for a heading. Overrides `Lines.heights`."""
        if not self._rows:
            return ()
        return np.fromiter((2 if row.heading else 1 for row in self._rows), np.int64, len(self._rows))

    def line(self, item: int, row: int, width: int) -> Line:
        """The heading or the row. Overrides `Lines.line`."""
        aspect, pointed = self._rows[item], item == self._cursor and self.has_focus
        return aspect_lines(aspect, width, chosen=aspect.wanted == self.chosen, pointed=pointed)[row]

    def item_opened(self) -> None:
        """Say so. Overrides `ItemView.item_opened`."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def item_clicked(self, item: int, line: int, again: bool) -> None:
        """Open what is clicked on at once; the second click of a pair counts for nothing."""
        if not again:
            self.move_cursor(item)
            self.item_opened()

    def watch_chosen(self) -> None:
        """Show which one is shown now."""
        self.repaint()
