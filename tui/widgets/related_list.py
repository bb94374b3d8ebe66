"""The related passages: what other articles say of the same, and why it is the same."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from index.model import Related
from tui.messages import OpenRelated, RelatedChosen
from tui.render.related import related_lines
from tui.render.strips import Line
from tui.widgets.block_view import BlockView


class Place(NamedTuple):
    """Where the list stood."""

    passage: tuple[str, int]
    """Document and number of the chosen passage."""
    top: int
    """The window's first line."""


class RelatedList(BlockView[Related]):
    """Passages of other articles, each with where it is and why it is here.

    One is always chosen, whether the list has the focus or not: its reasons are what the
    reader marks. Posts `RelatedChosen` when the cursor comes to stand on another row, and
    whenever other rows are shown; `OpenRelated` on Enter or a click on the chosen row. An
    empty list tells nothing.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
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
        kept = next((at for at, row in enumerate(rows) if place and place.passage == _passage(row)), None)
        self.show_items(rows, kept)
        if kept is not None and place is not None:
            self.show_row(place.top)
            self.reveal_cursor()
        self.cursor_moved()

    @property
    def place(self) -> Place | None:
        """Where the list stands; None where it is empty."""
        return Place(_passage(self.current), self.top) if self.current is not None else None

    def row(self, index: int) -> Related | None:
        """Return a passage by its place, from 0; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def block(self, number: int, item: Related, width: int) -> list[Line]:
        """Return the lines of a passage. Overrides `BlockView.block`."""
        return related_lines(item, number + 1, width, read=item.document.id in self.read)

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
