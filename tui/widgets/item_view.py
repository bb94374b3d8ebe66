"""The base of the lists: a line view with a cursor that stands on one item."""

from textual import events
from textual.reactive import reactive

from tui.render.rows import MARGIN, RIGHT, said
from tui.render.strips import Line
from tui.widgets.line_view import LineView


class ItemView(LineView):
    """A view of items of which one is chosen.

    A step of the cursor paints the item left and the one reached, and no other line; one that leaves
    the window scrolls on by half of it.
    """

    empty_text: reactive[str] = reactive("", init=False)
    """What is said where there are no items; lines are parted by line ends."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._cursor = -1

    def cursor_moved(self) -> None:
        """Answer to the cursor standing on another item than before."""

    def marked_height(self, item: int) -> int:
        """Return how many of an item's lines look different when it is chosen."""
        return self.item_height(item)

    def item_opened(self) -> None:
        """Answer to the wish to open the item under the cursor."""

    def item_clicked(self, item: int, line: int, again: bool) -> None:
        """Answer to a click on an item: choose it, or open it where it was chosen already.

        Args:
            item: What was clicked on.
            line: Which of its lines, from 0.
            again: Whether this is the second click of a pair. It means what the first one
                chose, wherever that went.
        """
        if again or item == self._cursor:
            self.item_opened()
        else:
            self.move_cursor(item)

    def empty_line(self, row: int, width: int) -> Line:
        """Return a line of `empty_text`, below a blank one. Overrides `Lines.empty_line`."""
        lines = [Line(""), *said(self.empty_text, max(1, width - MARGIN - RIGHT), " " * MARGIN)]
        return lines[row] if 0 <= row < len(lines) else Line("")

    def watch_empty_text(self) -> None:
        """Say something else."""
        self.repaint()

    @property
    def count(self) -> int:
        """Number of items, also of those that wait for a size to be laid out in."""
        return self.item_count

    @property
    def cursor(self) -> int:
        """The chosen item, from 0; -1 in a view without items."""
        return self._cursor

    def move_cursor(self, item: int) -> None:
        """Choose an item, or the nearest there is, and bring it into sight."""
        item = min(max(item, 0), self.count - 1)
        old, self._cursor = self._cursor, item
        if item < 0:
            return
        if item != old:
            for changed in (old, item):
                if 0 <= changed < self.item_count:
                    row = self.first_row(changed)
                    self.repaint_rows(row, row + self.marked_height(changed))
        self._follow_cursor()
        if item != old:
            self.cursor_moved()

    def renew(self, count: int, kept: int | None) -> None:
        """Lay out other items.

        Args:
            count: How many there are.
            kept: The one on which the cursor is to stay, in the row of the window where it
                is; None where the cursor goes to the first.
        """
        place = self.place_in_window
        self._cursor = min(0, count - 1) if kept is None else kept
        self.relayout(keep=False)
        if self._cursor >= 0:
            self.show_row(0 if kept is None or not self.laid_width else self.first_row(kept) - place)
            self.reveal_cursor()

    @property
    def place_in_window(self) -> int:
        """The line of the window in which the chosen item begins; 0 where there is none."""
        return self.first_row(self._cursor) - self.top if 0 <= self._cursor < self.item_count else 0

    def relayout(self, *, keep: bool = True) -> None:
        """Take heights anew; a view that had no size yet shows its cursor. Overrides `Lines`."""
        unseen = not self.laid_width
        super().relayout(keep=keep)
        if unseen:
            self.reveal_cursor()

    def reveal_cursor(self) -> None:
        """Scroll as little as needed to see the chosen item."""
        if 0 <= self._cursor < self.item_count:
            self.reveal(self.first_row(self._cursor), self.first_row(self._cursor + 1))

    def _follow_cursor(self) -> None:
        """Where the chosen item is out of sight, scroll so that it stands in the middle of the window.

        A window that scrolled along with each step would be sent anew with each, which is what one
        waits for over a slow line; so it is sent once for half a window of steps.
        """
        if not 0 <= self._cursor < self.item_count:
            return
        first, end = self.first_row(self._cursor), self.first_row(self._cursor + 1)
        if first < self.top or end > self.top + self.page:
            self.show_row(first - max(0, self.page - (end - first)) // 2)

    def _page(self, lines: int) -> None:
        """Move the cursor about so many lines; it stays where it is in the window."""
        if not 0 <= self._cursor < self.item_count:
            return
        row = self.first_row(self._cursor)
        item = self.item_at(row + lines)[0]
        if item == self._cursor:
            item += 1 if lines > 0 else -1
        item = min(max(item, 0), self.item_count - 1)
        self.show_row(self.top + self.first_row(item) - row)
        self.reveal(self.first_row(item), self.first_row(item + 1))  # no page is skipped
        self.move_cursor(item)

    def action_cursor_down(self, count: int = 1) -> None:
        """Choose the next item."""
        self.move_cursor(self._cursor + count)

    def action_cursor_up(self, count: int = 1) -> None:
        """Choose the item before."""
        self.move_cursor(self._cursor - count)

    def action_page_down(self, count: int = 1) -> None:
        """Choose the item a window further on."""
        self._page(count * max(1, self.page - 1))

    def action_page_up(self, count: int = 1) -> None:
        """Choose the item a window further back."""
        self._page(-count * max(1, self.page - 1))

    def action_half_page_down(self, count: int = 1) -> None:
        """Choose the item half a window further on."""
        self._page(count * max(1, self.page // 2))

    def action_half_page_up(self, count: int = 1) -> None:
        """Choose the item half a window further back."""
        self._page(-count * max(1, self.page // 2))

    def action_top(self, count: int = 1) -> None:
        """Choose the first item, or item `count` counted from 1."""
        self.move_cursor(count - 1)

    def action_bottom(self, count: int = 0) -> None:
        """Choose the last item, or item `count` counted from 1."""
        self.move_cursor((count or self.count) - 1)

    def action_open(self) -> None:
        """Open the chosen item."""
        if self._cursor >= 0:
            self.item_opened()

    def on_click(self, event: events.Click) -> None:
        """Tell the item that is clicked on."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        row = self.top + offset.y if offset is not None else self.line_count
        if self.text_selection is None and row < self.line_count:
            self.item_clicked(*self.item_at(row), event.chain > 1)
