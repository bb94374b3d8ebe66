"""The documents that carry a quotation, the earliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from index.model import Carrier
from tui.render.arrays import np
from tui.render.rows import BAR
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.tracing import carrier_lines
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class CarrierList(ItemView):
    """Who carries a quotation, a few lines each. Posts `Opened` on Enter or a click on the chosen one."""

    @dataclass
    class Opened(Message):
        """A document is to be read where it carries the quotation."""

        index: int
        """Its place in the list, from 0."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._carriers: tuple[Carrier, ...] = ()
        self._made: list[list[Line]] = []

    def show_carriers(self, carriers: Sequence[Carrier]) -> None:
        """Show others; the cursor goes to the first."""
        self._carriers = tuple(carriers)
        self.renew(len(self._carriers), None)

    @property
    def current(self) -> Carrier | None:
        """The chosen one; None where there is none."""
        return self._carriers[self._cursor] if 0 <= self._cursor < len(self._carriers) else None

    @property
    def count(self) -> int:
        """Number of documents shown. Overrides `ItemView.count`."""
        return len(self._carriers)

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return the lines of each, and a blank one between two. Overrides `Lines.heights`."""
        self._made = [carrier_lines(one, width) for one in self._carriers]
        if not self._made:
            return ()
        heights = np.fromiter((len(lines) + 1 for lines in self._made), np.int64, len(self._made))
        heights[-1:] -= 1
        return heights

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line of one. Overrides `Lines.line`."""
        lines = self._made[item]
        if row >= len(lines):
            return Line("")
        if item != self._cursor:
            return lines[row]
        marked = [Run(0, 1, int(Mark.BAR)), *lines[row].runs]
        return replace(lines[row], text=BAR + lines[row].text[1:], runs=marked, marks=int(Mark.CHOSEN))

    def marked_height(self, item: int) -> int:
        """Return the lines of one without the blank one. Overrides `ItemView.marked_height`."""
        return len(self._made[item])

    def item_opened(self) -> None:
        """Ask to read the chosen one. Overrides `ItemView.item_opened`."""
        if self.current is not None:
            self.post_message(self.Opened(self._cursor))
