"""The days of the results as bars, among which a span is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui.render.arrays import np
from tui.render.histogram import Histogram, histogram, histogram_lines, span_text
from tui.render.rows import said
from tui.render.strips import Line
from tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from numpy.typing import NDArray

NO_DAYS = "None of these articles has a date."


class HistogramView(LineView):
    """Bars, a cursor on one of them, and a span from where it was begun to the cursor.

    What is counted is articles, unless it is said to be something else.

    The mouse chooses a span by being dragged over it. Posts `Moved` when another span is chosen.
    """

    ALLOW_SELECT = False

    @dataclass
    class Moved(Message):
        """Another span is chosen."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters where several wait."""
            return isinstance(message, HistogramView.Moved)

    def __init__(self, *, id: str | None = None, noun: str = "article") -> None:
        super().__init__(id=id)
        self._noun = noun
        self._days: Sequence[int] = ()
        self._articles: Sequence[int] = ()
        self._drawn: Histogram | None = None
        self._lines: list[Line] = []
        self._cursor = 0
        self._anchor: int | None = None

    def show_days(self, days: Sequence[int], articles: Sequence[int]) -> None:
        """Show other days, given as ordinals, with the articles of each; the same stay as they are."""
        if (days, articles) == (self._days, self._articles):
            return
        self._days, self._articles = days, articles
        self._anchor, self._cursor = None, 1 << 30  # the last bar
        self.relayout(keep=False)
        self.post_message(self.Moved())

    # What is chosen

    @property
    def is_begun(self) -> bool:
        """Whether a span was begun."""
        return self._anchor is not None

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last day that are chosen, as ordinals; None where there are no days."""
        return self._drawn.days(*self._bars) if self._drawn is not None else None

    @property
    def said(self) -> str:
        """The span and its articles, in words."""
        if self._drawn is None or self.span is None:
            return ""
        first, last = self._bars
        articles = sum(self._drawn.articles[first : last + 1])
        return f"{span_text(*self.span)} · {articles:,} {self._noun}{'' if articles == 1 else 's'}"

    @property
    def scale(self) -> str:
        """What a bar stands for, and how many articles the highest, in words."""
        if self._drawn is None:
            return ""
        unit = "several years" if self._drawn.unit == "years" else self._drawn.unit
        return f"by {unit}, up to {max(self._drawn.articles):,}"

    @property
    def _bars(self) -> tuple[int, int]:
        other = self._cursor if self._anchor is None else self._anchor
        return min(self._cursor, other), max(self._cursor, other)

    def begin(self) -> None:
        """Begin a span at the cursor, or let go of the one begun."""
        self._choose(self._cursor, None if self.is_begun else self._cursor)

    def drop(self) -> None:
        """Let go of the span that was begun."""
        self._choose(self._cursor, None)

    def move(self, step: int) -> None:
        """Move the cursor by some bars."""
        self._choose(self._cursor + step, self._anchor)

    def _choose(self, cursor: int, anchor: int | None) -> None:
        if self._drawn is None:
            return
        last = len(self._drawn.firsts) - 1
        self._cursor = min(max(0, cursor), last)
        self._anchor = None if anchor is None else min(max(0, anchor), last)
        self._draw()
        self.repaint()
        self.post_message(self.Moved())

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """All of it is one item, as high as the view. Overrides `Lines.heights`."""
        before = self._drawn
        held = None if before is None or self._cursor >= len(before.firsts) else before.days(*self._bars)
        self._drawn = drawn = histogram(self._days, self._articles, width)
        if drawn is None:
            return ()
        if held is not None and self._anchor is not None:
            self._anchor, self._cursor = drawn.bar_of(held[0]), drawn.bar_of(held[1])
        elif held is not None:
            self._cursor = drawn.bar_of(held[0])
        self._cursor = min(self._cursor, len(drawn.firsts) - 1)
        self._draw()
        return np.array([self.page], np.int64)

    def _draw(self) -> None:
        if self._drawn is not None:
            width = self.scrollable_content_region.width
            self._lines = histogram_lines(self._drawn, self.page, width, self._bars, self._cursor)

    def line(self, item: int, row: int, width: int) -> Line:
        """A line of the bars. Overrides `Lines.line`."""
        return self._lines[row] if row < len(self._lines) else Line("")

    def empty_line(self, row: int, width: int) -> Line:
        """That there are no days. Overrides `Lines.empty_line`."""
        lines = said(NO_DAYS, max(1, width - 2), " ")
        return lines[row] if row < len(lines) else Line("")

    def on_resize(self, event: events.Resize) -> None:
        """Draw for another size. Overrides `Lines`."""
        self.relayout(keep=False)
        self.post_message(self.Moved())

    # Keys and mouse

    def action_cursor_left(self, count: int = 1) -> None:
        """Go to the bar before."""
        self.move(-count)

    def action_cursor_right(self, count: int = 1) -> None:
        """Go to the next bar."""
        self.move(count)

    # Up and down lead along the days, too, and a page is a bar as a line is

    def action_cursor_down(self, count: int = 1) -> None:
        """Go to the next bar. Overrides `LineView`."""
        self.move(count)

    def action_cursor_up(self, count: int = 1) -> None:
        """Go to the bar before. Overrides `LineView`."""
        self.move(-count)

    action_page_down = action_half_page_down = action_cursor_down
    action_page_up = action_half_page_up = action_cursor_up

    def action_top(self, count: int = 1) -> None:
        """Go to the first bar. Overrides `LineView`."""
        self.move(-(1 << 30))

    def action_bottom(self, count: int = 0) -> None:
        """Go to the last bar. Overrides `LineView`."""
        self.move(1 << 30)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a span where the mouse is pressed."""
        bar = self._bar_under(event)
        if bar is not None:
            self.capture_mouse()
            self._choose(bar, bar)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the span out to where the mouse is."""
        bar = self._bar_under(event)
        if bar is not None and self.app.mouse_captured is self and bar != self._cursor:
            self._choose(bar, self._anchor)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the span; a single bar is none that was begun."""
        if self.app.mouse_captured is self:
            self.release_mouse()
            if self._anchor == self._cursor:
                self._choose(self._cursor, None)

    def on_click(self, event: events.Click) -> None:
        """Nothing more than what pressing the mouse did. Overrides `LineView`."""
        event.prevent_default()

    def _bar_under(self, event: events.MouseEvent) -> int | None:
        if self._drawn is None:
            return None
        return self._drawn.bar_at(max(0, event.x - self.gutter.left))
