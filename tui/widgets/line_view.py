"""The base of every view of many lines: moving as in less, the wheel, selecting text."""

import re
from typing import Final

from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from tui.render.wrap import snapped
from tui.widgets.lines import Lines

_WHEEL_LINES: Final = 3
_LINE_END: Final = 1 << 30
_find_words: Final = re.compile(r"[\w’'-]*\w").finditer


class LineView(Lines, can_focus=True):
    """A view of lines that a person moves through.

    Keys are bound by the screen, to the `action_*` methods; each takes how often to do it.
    """

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    LineView {
        background: $paper;
        color: $ink;
        border: round $frame;
        border-title-color: $ink-quiet;
        border-subtitle-color: $ink-quiet;
        border-subtitle-align: right;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 0;
        &:focus {
            border: round $frame-focus;
            border-title-color: $ink;
            border-subtitle-color: $ink;
            & > .line-view--chosen { background: $chosen-focus; }
        }
        & > .line-view--chosen { background: $chosen; }
        & > .line-view--quiet { color: $ink-quiet; }
        & > .line-view--strong { color: $ink-strong; text-style: bold; }
        & > .line-view--entity { color: $entity; }
        & > .line-view--why { color: $reason; }
        & > .line-view--reason { color: $reason; text-style: bold; }
        & > .line-view--mention { color: $entity; text-style: underline; }
        & > .line-view--count { color: $hit-count; }
        & > .line-view--bar { color: $bar; }
    }
    """

    # Selecting text with the mouse

    def selected_in(self, row: int) -> tuple[int, int] | None:
        """Return what of a row's line the mouse has selected. Overrides `Lines.selected_in`."""
        selection = self.text_selection
        if selection is None:
            return None
        start, end = self.selected_rows(selection)
        if not start.y <= row <= end.y:
            return None
        return start.x if row == start.y else 0, end.x if row == end.y else _LINE_END

    def selected_rows(self, selection: Selection) -> tuple[Offset, Offset]:
        """Return where a selection begins and ends, as offsets (code point, row)."""
        last = max(0, self.line_count - 1)
        start, end = selection.start or Offset(0, 0), selection.end or Offset(_LINE_END, last)
        if end.y > last:
            end = Offset(_LINE_END, last)
        return Offset(max(0, start.x), start.y), Offset(max(0, end.x), end.y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text of a selection, and what follows it.

        Overrides `Widget.get_selection`. Lines are given without margin and padding.
        """
        start, end = self.selected_rows(selection)
        texts = []
        for row in range(start.y, end.y + 1):
            line = self.line_at(row)
            text = line.text[line.margin :]
            first, last = start.x if row == start.y else 0, end.x if row == end.y else len(text)
            first, last = snapped(text, min(first, len(text)), min(last, len(text)))
            texts.append(text[first:last].rstrip())
        return "\n".join(texts).strip("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the new selection. Overrides `Widget.selection_updated`."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to where is clicked; a second click selects the word, a third the item."""
        event.prevent_default()
        place = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)[1]
        if place is None or place.y >= self.line_count:
            return
        if event.chain == 1:
            if self.text_selection is None:
                self.clicked(place.y)
        elif event.chain == 2:
            line = self.line_at(place.y)
            for word in _find_words(line.text, line.margin):
                if word.start() <= place.x + line.margin < word.end():
                    self._select(place.y, word.start() - line.margin, place.y, word.end() - line.margin)
        else:
            item = self.item_at(place.y)[0]
            self._select(self.first_row(item), 0, self.first_row(item + 1) - 1, _LINE_END)

    def clicked(self, row: int) -> None:
        """Answer to a click on a row."""

    def _select(self, row: int, start: int, last_row: int, end: int) -> None:
        self.screen.selections = {self: Selection(Offset(start, row), Offset(end, last_row))}

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move a few lines with the wheel."""
        event.stop()
        event.prevent_default()
        self.show_row(self.top + _WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move a few lines back with the wheel."""
        event.stop()
        event.prevent_default()
        self.show_row(self.top - _WHEEL_LINES)

    # Moving, as in less

    def action_cursor_down(self, count: int = 1) -> None:
        """Move a line on."""
        self.show_row(self.top + count)

    def action_cursor_up(self, count: int = 1) -> None:
        """Move a line back."""
        self.show_row(self.top - count)

    def action_page_down(self, count: int = 1) -> None:
        """Move a window on; one line stays in sight."""
        self.show_row(self.top + count * max(1, self.page - 1))

    def action_page_up(self, count: int = 1) -> None:
        """Move a window back; one line stays in sight."""
        self.show_row(self.top - count * max(1, self.page - 1))

    def action_half_page_down(self, count: int = 1) -> None:
        """Move half a window on."""
        self.show_row(self.top + count * max(1, self.page // 2))

    def action_half_page_up(self, count: int = 1) -> None:
        """Move half a window back."""
        self.show_row(self.top - count * max(1, self.page // 2))

    def action_top(self, count: int = 1) -> None:
        """Go to the first line, or to line `count` counted from 1."""
        self.show_row(count - 1)

    def action_bottom(self, count: int = 0) -> None:
        """Go to the last line, or to line `count` counted from 1."""
        self.show_row((count or self.line_count) - 1)
