"""The copies of an article, the earliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from index.model import Version
from tui.render.arrays import np
from tui.render.rows import BAR
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.versions import version_lines
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class VersionList(ItemView):
    """Who printed an article, and what each changed. Posts `Opened` on Enter or a click on the chosen one."""

    @dataclass
    class Opened(Message):
        """A copy is to be read."""

        index: int
        """Its place in the list, from 0."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._versions: tuple[Version, ...] = ()
        self._own = ""
        self._made: list[list[Line]] = []

    def show_versions(self, versions: Sequence[Version], own: str = "") -> None:
        """Show copies of an article.

        Args:
            versions: The copies, the one that leads first.
            own: Id of the one from which one came, where the cursor is to stand.
        """
        self._versions, self._own = tuple(versions), own
        here = [number for number, one in enumerate(self._versions) if one.id == own]
        self.renew(len(self._versions), here[0] if here else None)
        self.reveal_cursor()

    @property
    def versions(self) -> tuple[Version, ...]:
        """The copies that are shown."""
        return self._versions

    @property
    def current(self) -> Version | None:
        """The chosen one; None where there is none."""
        return self._versions[self._cursor] if 0 <= self._cursor < len(self._versions) else None

    @property
    def count(self) -> int:
        """Number of copies shown. Overrides `ItemView.count`."""
        return len(self._versions)

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return the lines of each, and a blank one between two. Overrides `Lines.heights`."""
        self._made = [
            version_lines(one, width, is_first=not number, is_here=one.id == self._own)
            for number, one in enumerate(self._versions)
        ]
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
