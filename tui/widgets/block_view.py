"""The base of the lists whose items take a few lines each, with a blank line between two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from tui.render.arrays import np
from tui.render.rows import as_chosen
from tui.render.strips import Line
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray

Item = TypeVar("Item")


class BlockView(ItemView, Generic[Item]):
    """A view of items each of which is a block of lines.

    All blocks are made when the view is laid out, since only then is it known how high they are: so it
    serves hundreds of items, not thousands. A subclass says what stands in one (`block`).
    """

    KEEPS_BLOCKS: ClassVar[bool] = False
    """Whether the blocks of items that stay where they are stay, too, so that more can come behind them."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._items: tuple[Item, ...] = ()
        self._blocks: list[list[Line]] = []
        self._made: tuple[tuple[Item, ...], int] = ((), 0)

    def block(self, number: int, item: Item, width: int) -> list[Line]:
        """Return the lines of an item, at least one.

        Args:
            number: Its place in the list, from 0.
            item: The item.
            width: Cells from the left edge to the right.
        """
        raise NotImplementedError

    def show_items(self, items: Sequence[Item], kept: int | None = None) -> None:
        """Show other items.

        Args:
            items: The items.
            kept: The one on which the cursor is to stay, in the row of the window where it is;
                None where the cursor goes to the first.
        """
        self._items = tuple(items)
        self.renew(len(self._items), kept)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that are shown."""
        return self._items

    @property
    def count(self) -> int:
        """Number of items. Overrides `ItemView.count`."""
        return len(self._items)

    @property
    def current(self) -> Item | None:
        """The chosen item; None where there is none."""
        return self._items[self._cursor] if 0 <= self._cursor < len(self._items) else None

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return the lines of each item, and a blank one between two. Overrides `Lines.heights`."""
        made, made_for = self._made
        same = takewhile(lambda pair: pair[0] is pair[1], zip(made, self._items, strict=False))
        kept = sum(1 for _ in same) if self.KEEPS_BLOCKS and made_for == width else 0
        new = [self.block(number, self._items[number], width) for number in range(kept, len(self._items))]
        self._blocks, self._made = [*self._blocks[:kept], *new], (self._items, width)
        if not self._blocks:
            return ()
        heights = np.fromiter((len(block) + 1 for block in self._blocks), np.int64, len(self._blocks))
        heights[-1] -= 1
        return heights

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line of an item, or the blank one behind it. Overrides `Lines.line`."""
        block = self._blocks[item]
        if row >= len(block):
            return Line("")
        return as_chosen(block[row]) if item == self._cursor else block[row]

    def marked_height(self, item: int) -> int:
        """Return the lines of an item without the blank one. Overrides `ItemView.marked_height`."""
        return len(self._blocks[item])
