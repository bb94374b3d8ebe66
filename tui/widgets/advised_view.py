"""A list that, where it is empty, says why, and shows what one can do about it."""

from collections.abc import Sequence

from textual import events
from textual.reactive import reactive

from index.model import Suggestion
from tui.messages import TakeSuggestion
from tui.render.strips import Line
from tui.render.suggestions import Row, laid_out
from tui.widgets.item_view import ItemView


class AdvisedView(ItemView):
    """A view of items that shows suggestions where there are none.

    One of the suggestions is chosen, as items are, and `TakeSuggestion` is posted on Enter or on a click.
    """

    suggestions: reactive[Sequence[Suggestion]] = reactive[Sequence[Suggestion]]((), init=False)
    """What is suggested where there is no item, below `empty_text`."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._advised = 0
        self._laid_out: tuple[object, Sequence[Row]] = ((), ())

    @property
    def is_advising(self) -> bool:
        """Whether there is something to be taken."""
        return bool(self.suggestions) and not self.count

    def watch_suggestions(self) -> None:
        """Show them; the first is chosen."""
        self._advised = 0
        self.repaint()

    def empty_line(self, row: int, width: int) -> Line:
        """Return a line of why there are no items and what is suggested. Overrides `ItemView`."""
        rows = self._rows(width)
        return rows[row].line if 0 <= row < len(rows) else Line("")

    def _rows(self, width: int) -> Sequence[Row]:
        asked = self.empty_text, self.suggestions, self._advised, width, self.page
        if self._laid_out[0] != asked:
            self._laid_out = asked, laid_out(*asked)
        return self._laid_out[1]

    def _choose(self, place: int) -> None:
        self._advised = min(max(place, 0), len(self.suggestions) - 1)
        self.repaint()

    def item_opened(self) -> None:
        """Take the chosen suggestion, where there are no items. Overrides `ItemView.item_opened`."""
        if self.is_advising:
            self.post_message(TakeSuggestion(self._advised))

    def action_open(self) -> None:
        """Open the chosen item, or take the chosen suggestion. Overrides `ItemView.action_open`."""
        if self.cursor >= 0 or self.is_advising:
            self.item_opened()

    def action_cursor_down(self, count: int = 1) -> None:
        """Choose the next item or suggestion. Overrides `ItemView`."""
        if self.is_advising:
            self._choose(self._advised + count)
        else:
            super().action_cursor_down(count)

    def action_cursor_up(self, count: int = 1) -> None:
        """Choose the item or suggestion before. Overrides `ItemView`."""
        if self.is_advising:
            self._choose(self._advised - count)
        else:
            super().action_cursor_up(count)

    def action_top(self, count: int = 1) -> None:
        """Choose the first item or suggestion, or number `count`. Overrides `ItemView`."""
        if self.is_advising:
            self._choose(count - 1)
        else:
            super().action_top(count)

    def action_bottom(self, count: int = 0) -> None:
        """Choose the last item or suggestion, or number `count`. Overrides `ItemView`."""
        if self.is_advising:
            self._choose((count or len(self.suggestions)) - 1)
        else:
            super().action_bottom(count)

    def on_click(self, event: events.Click) -> None:
        """Take the suggestion that is clicked on, where there are no items."""
        offset = event.get_content_offset(self)
        rows = self._rows(self.laid_width) if self.is_advising else ()
        if offset is None or self.text_selection is not None or not 0 <= offset.y < len(rows):
            return
        if (place := rows[offset.y].suggestion) >= 0:
            event.stop()
            self.post_message(TakeSuggestion(place))
