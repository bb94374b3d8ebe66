"""The copies of an article, the earliest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message

from index.model import Version
from tui.render.strips import Line
from tui.render.versions import version_lines
from tui.widgets.block_view import BlockView


class VersionList(BlockView[Version]):
    """Who printed an article, and what each changed. Posts `Opened` on Enter or a click on the chosen one."""

    KEEPS_BLOCKS: ClassVar[bool] = True

    @dataclass
    class Opened(Message):
        """The chosen copy is to be read."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._own = ""
        self._put = 0

    def show_versions(self, versions: Sequence[Version], own: str) -> None:
        """Show copies of an article.

        Args:
            versions: The copies, the one that leads first.
            own: Id of the one from which one came, where the cursor is to stand.
        """
        wanted = self._wanted(versions, own)
        self._own = own
        self.show_items(versions, wanted)
        self.reveal_cursor()

    def _wanted(self, versions: Sequence[Version], own: str) -> int | None:
        """On which the cursor is to stand: the own one, once it comes, or where the reader has put it."""
        place = next((place for place, one in enumerate(versions) if one.id == own), None)
        if not self.items or self.cursor == self._put:
            self._put = place or 0
            return place
        return self.cursor

    def block(self, number: int, item: Version, width: int) -> list[Line]:
        """Return the lines of one. Overrides `BlockView.block`."""
        return version_lines(item, width, is_first=number == 0, is_here=item.id == self._own)

    def item_opened(self) -> None:
        """Ask to read the chosen one. Overrides `ItemView.item_opened`."""
        if self.current is not None:
            self.post_message(self.Opened())
