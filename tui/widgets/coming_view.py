"""The base of the lists of many lines each of which is asked for when it comes into sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from textual.cache import LRUCache

from tui.render.arrays import Ints, np
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEPT: Final = 4096
"""Contents that are remembered."""
_FIRST: Final = 24
"""Lines of a window that has no size yet; twice as many are asked for."""

Content = TypeVar("Content")


class ComingView(ItemView, Generic[Content]):
    """Rows of one line each: numbers of things whose contents may still be to come, and headings.

    A row that is a heading is a negative number; nothing is asked for it. A subclass says which rows there
    are (`rows`), makes their lines, and posts what is asked for (`ask`).
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._contents: LRUCache[int, Content | None] = LRUCache(_KEPT)
        self._is_waiting = False

    # What a subclass says

    @property
    def rows(self) -> Ints:
        """The rows that are shown, from the first to the last."""
        raise NotImplementedError

    def ask(self, numbers: tuple[int, ...]) -> None:
        """Ask for the contents of some rows; `give` takes them."""
        raise NotImplementedError

    # What comes

    def forget_contents(self) -> None:
        """Wait for nothing any more, and remember nothing: the numbers are those of other things now."""
        self._contents.clear()
        self._is_waiting = False

    def give(self, contents: Mapping[int, Content | None]) -> None:
        """Take the contents of some rows by their numbers; None for what is not there any more."""
        for number, content in contents.items():
            self._contents[number] = content
        self._is_waiting = False
        self.repaint()
        self.scrolled()

    # What it can be asked

    @property
    def count(self) -> int:
        """Number of rows. Overrides `ItemView.count`."""
        return len(self.rows)

    @property
    def is_waiting(self) -> bool:
        """Whether contents are on their way."""
        return self._is_waiting

    def content_of(self, number: int) -> Content | None:
        """What stands in a row; None where that has not come, or is not there any more."""
        return self._contents.get(number)

    def is_coming(self, number: int) -> bool:
        """Whether the contents of a row have not come yet."""
        return number not in self._contents

    # What is in sight

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each. Overrides `Lines.heights`."""
        return np.ones(self.count, np.int64) if self.count else ()

    def scrolled(self) -> None:
        """Ask for what is in sight now, and a window before and behind it. Overrides `Lines.scrolled`."""
        if self.laid_width and (wanted := self.wanted()):
            self.ask(wanted)

    def wanted(self) -> tuple[int, ...]:
        """Give the rows whose contents are to be fetched now; they are waited for from here on."""
        if self._is_waiting:
            return ()  # what is in sight when the answer comes is asked for then
        top, page, rows = self.top, self.page if self.laid_width else _FIRST, self.rows
        if not self._lacking(rows[top : top + page]):
            return ()
        self._is_waiting = True
        return self._lacking(rows[max(0, top - page) : top + 2 * page])

    def _lacking(self, rows: Ints) -> tuple[int, ...]:
        return tuple(row for row in rows.tolist() if row >= 0 and self.is_coming(row))

    def walk(self, is_goal: NDArray[np.bool_], step: int) -> None:
        """Go to the next of some rows, as many on as `step` says, or back where it is negative.

        Args:
            is_goal: Which rows may be gone to.
            step: How many of them; where there are fewer, the cursor goes to the last.
        """
        if step > 0:
            goals = np.flatnonzero(is_goal[self.cursor + 1 :]) + self.cursor + 1
        else:
            goals = np.flatnonzero(is_goal[: max(0, self.cursor)])[::-1]
        if len(goals):
            self.move_cursor(int(goals[min(abs(step), len(goals)) - 1]))
