"""The related passages: what other articles say of the same, and why it is the same."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from index.model import Related
from tui.messages import OpenRelated, RelatedChosen
from tui.render.arrays import np
from tui.render.related import related_lines
from tui.render.rows import BAR
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Place(NamedTuple):
    """Where the list stood."""

    passage: tuple[str, int]
    """Document and number of the chosen passage."""
    top: int
    """The window's first line."""


class RelatedList(ItemView):
    """Passages of other articles, each with where it is and why it is here.

    One is always chosen, whether the list has the focus or not: its reasons are what the
    reader marks. Posts `RelatedChosen` when the cursor comes to stand on another row, and
    whenever other rows are shown; `OpenRelated` on Enter or a click on the chosen row. An
    empty list tells nothing.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Related, ...] = ()
        self._made: list[list[Line]] = []
        self.read: Set[str] = frozenset()
        """Ids of the documents that were read: rows shown from now on say so."""

    def show_read(self, read: Set[str]) -> None:
        """Show which documents have been read."""
        self.read = read
        self.repaint()

    def show_related(self, rows: Sequence[Related], place: Place | None = None) -> None:
        """Show other passages.

        Args:
            rows: The passages, the nearest first.
            place: Where the list stood when it showed them before; None puts the cursor on the first.
        """
        self._rows = tuple(rows)
        places = [at for at, row in enumerate(self._rows) if place and place.passage == _passage(row)]
        self.renew(len(self._rows), places[0] if places else None)
        if places and place is not None:
            self.show_row(place.top)
            self.reveal_cursor()
        self.cursor_moved()

    @property
    def place(self) -> Place | None:
        """Where the list stands; None where it is empty."""
        return Place(_passage(self.current), self.top) if self.current is not None else None

    @property
    def rows(self) -> tuple[Related, ...]:
        """The passages that are shown, the nearest first."""
        return self._rows

    def row(self, index: int) -> Related | None:
        """Return a passage by its place, from 0; None where there is none."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    @property
    def count(self) -> int:
        """Number of passages shown. Overrides `ItemView.count`."""
        return len(self._rows)

    @property
    def current(self) -> Related | None:
        """The chosen passage; None where there is none."""
        return self.row(self.cursor)

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return the lines of each row, and a blank one between rows. Overrides `Lines.heights`."""
        self._made = [
            related_lines(row, number, width, read=row.document.id in self.read)
            for number, row in enumerate(self._rows, 1)
        ]
        if not self._made:
            return ()
        heights = np.fromiter((len(lines) + 1 for lines in self._made), np.int64, len(self._made))
        heights[-1:] -= 1
        return heights

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line of a row. Overrides `Lines.line`."""
        lines = self._made[item]
        if row >= len(lines):
            return Line("")
        if item != self.cursor:
            return lines[row]
        marked = [Run(0, 1, int(Mark.BAR)), *lines[row].runs]
        return replace(lines[row], text=BAR + lines[row].text[1:], runs=marked, marks=int(Mark.CHOSEN))

    def marked_height(self, item: int) -> int:
        """Return the lines of a row without the blank one. Overrides `ItemView.marked_height`."""
        return len(self._made[item])

    # What happens

    def cursor_moved(self) -> None:
        """Tell which passage is chosen. Overrides `ItemView.cursor_moved`."""
        if self.current is not None:
            self.post_message(RelatedChosen(self.cursor))

    def item_opened(self) -> None:
        """Ask to go to the chosen passage. Overrides `ItemView.item_opened`."""
        if self.current is not None:
            self.post_message(OpenRelated(self.cursor))


def _passage(row: Related) -> tuple[str, int]:
    return row.document.id, row.passage
