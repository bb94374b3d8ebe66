"""What every view of many lines rests on: only what is to be seen is ever made.

A view shows items (articles of a list, paragraphs of a text), each some lines high. What
is kept for all of them is one array of numbers; lines are made when they come into sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.render.arrays import np
from tui.render.clauses import look
from tui.render.shown import shown
from tui.render.spans import Mark
from tui.render.strips import Line, strip

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COMPONENTS = (
    (Mark.CHOSEN, "line-view--chosen"),
    (Mark.QUIET, "line-view--quiet"),
    (Mark.STRONG, "line-view--strong"),
    (Mark.ENTITY, "line-view--entity"),
    (Mark.WHY, "line-view--why"),
    (Mark.REASON, "line-view--reason"),
    (Mark.MENTION, "line-view--mention"),
    (Mark.COUNT, "line-view--count"),
    (Mark.BAR, "line-view--bar"),
)
_KEPT_STRIPS = 1024


class Lines(ScrollView):
    """A view of items whose lines are made one by one, when they are seen.

    A subclass says how high its items are (`heights`) and what stands in a line (`line`),
    and calls `relayout` when heights change, `repaint` when only what is shown does.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {name for _, name in _COMPONENTS}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._labelling = False
        super().__init__(id=id, classes=classes)
        self._tops: NDArray[np.int64] | tuple[int] = (0,)
        self._laid_width = 0
        self._generation = 0
        self._labels: tuple[str | Content, str] = ("", "")
        self._styles: dict[int, Style] = {}
        self._strips: LRUCache[tuple[int, int, int, tuple[int, int] | None], Strip] = LRUCache(_KEPT_STRIPS)

    # What a subclass says

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return how many lines each item takes at a width in cells; of no items, an empty tuple."""
        raise NotImplementedError

    def line(self, item: int, row: int, width: int) -> Line:
        """Return the line `row` (from 0) of an item; quick, and without side effects."""
        raise NotImplementedError

    def empty_line(self, row: int, width: int) -> Line:
        """Return the line `row` of a view without items."""
        return Line("")

    def held(self) -> tuple[int, int]:
        """Return what stands at the top now, in two numbers that outlive this layout.

        They are the item and its line, where a subclass does not know better ones.
        """
        return self.item_at(self.top)

    def held_row(self, item: int, line: int) -> int:
        """Return the row of the new layout in which stands what `held` said."""
        if not self.item_count:
            return 0
        item = min(item, self.item_count - 1)
        return self.first_row(item) + min(line, self.item_height(item) - 1)

    def scrolled(self) -> None:
        """Answer to another part being in sight, or to the view having another size."""

    def selected_in(self, row: int) -> tuple[int, int] | None:
        """Return what of a row's line is selected, as code points behind its margin."""
        return None

    # Where things are

    @property
    def item_count(self) -> int:
        """Number of items."""
        return len(self._tops) - 1

    @property
    def line_count(self) -> int:
        """Number of lines of all items."""
        return int(self._tops[-1])

    @property
    def top(self) -> int:
        """The first row that is seen."""
        return round(self.scroll_y)

    @property
    def page(self) -> int:
        """Number of lines that are seen at once, at least 1."""
        return max(1, self.scrollable_content_region.height)

    @property
    def laid_width(self) -> int:
        """The width in cells the lines are made for; 0 before the view is first shown."""
        return self._laid_width

    def first_row(self, item: int) -> int:
        """Return the row of an item's first line."""
        return int(self._tops[item])

    def item_height(self, item: int) -> int:
        """Return the number of lines of an item."""
        return int(self._tops[item + 1] - self._tops[item])

    def item_at(self, row: int) -> tuple[int, int]:
        """Return the item whose line stands in a row, and which of its lines that is.

        Rows before the first and behind the last item give its nearest line; a view
        without items gives (0, 0).
        """
        if not self.line_count:
            return 0, 0
        row = min(max(row, 0), self.line_count - 1)
        item = int(np.searchsorted(self._tops, row, "right")) - 1
        return item, row - self.first_row(item)

    # Layout and painting

    def relayout(self, *, keep: bool = True) -> None:
        """Take the heights of all items anew; what stood at the top stays there if `keep`.

        Does nothing before the view has a size: its first size lays it out.
        """
        width = self.scrollable_content_region.width
        if width <= 0:
            self._laid_width = 0
            return
        held = self.held() if keep and self._laid_width else None
        self._laid_width = width
        heights = self.heights(width)
        self._tops = np.concatenate(([0], np.cumsum(heights))) if len(heights) else (0,)
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.virtual_size = Size(width, self.line_count)
        if held is not None:
            self.show_row(self.held_row(*held))
        self.repaint()
        self.scrolled()

    def repaint(self) -> None:
        """Paint everything anew that is seen."""
        self._generation += 1
        self.refresh()

    def repaint_rows(self, first: int, end: int, columns: int | None = None) -> None:
        """Paint the rows from `first` up to `end` anew, and nothing else.

        Args:
            first: The first row.
            end: One past the last.
            columns: How many cells from the left have changed; all where it is None.
        """
        first, end = max(first, self.top), min(end, self.top + self.page)
        if first >= end:
            return
        width = self._laid_width
        for row in range(first, end):
            self._strips.discard((row, width, self._generation, None))
        self.refresh(Region(0, first - self.top, columns or width, end - first))

    def show_row(self, row: int) -> None:
        """Scroll so that `row` is the first one seen, as far as there are lines."""
        if self._laid_width:
            self.scroll_to(y=max(0, row), animate=False, immediate=True, force=True)

    def reveal(self, first: int, end: int, *, margin: int = 0) -> None:
        """Scroll as little as needed to see the rows from `first` up to `end`."""
        if end - first >= self.page or first - margin < self.top:
            self.show_row(first - margin)
        elif end + margin > self.top + self.page:
            self.show_row(min(first, end + margin - self.page))

    def style_of(self, marks: int) -> Style:
        """Return the style of text that bears these marks."""
        style = self._styles.get(marks)
        if style is None:
            style = self.rich_style
            for mark, name in _COMPONENTS:
                if marks & mark:
                    style += self.get_component_rich_style(name, partial=True)
            if (found := look(marks)) is not None:
                style += found.style(self.app.theme_variables)
            if marks & Mark.SELECTED:
                selected = self.screen.get_component_rich_style("screen--selection", partial=True)
                style += selected + Style(reverse=False)
            self._styles[marks] = style
        return style

    def label(self, title: str | Content, status: str = "") -> None:
        """Write a title and a status into the border, as they stand: nothing in them is markup."""
        if (title, status) == self._labels:
            return
        self._labels = (title, status)
        self._labelling = True
        self.border_title = title if isinstance(title, Content) else Content(shown(title))
        self.border_subtitle = Content(shown(status))
        self._labelling = False

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint anew. Overrides `Widget.refresh`: a new label does not paint the lines."""
        if self._labelling:
            left, top = self.content_offset
            width, height = self.outer_size
            regions = (Region(-left, -top, width, 1), Region(-left, height - top - 1, width, 1))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Return a line of the window; made from the line's text once, then kept."""
        row = self.top + y
        width = self._laid_width or self.size.width
        span = self.selected_in(row)
        key = (row, width, self._generation, span)
        painted = self._strips.get(key)
        if painted is None:
            line = self.line_at(row)
            line = line if span is None else line.selected(*span)
            painted = strip(line, width, row, self.style_of)
            self._strips[key] = painted
        return painted

    def line_at(self, row: int) -> Line:
        """Return the line that stands in a row."""
        if not self._laid_width:
            return Line("")  # it was hidden, and what it holds now was not laid out yet
        if not self.item_count:
            return self.empty_line(row, self._laid_width)
        if not 0 <= row < self.line_count:
            return Line("")
        item, within = self.item_at(row)
        return self.line(item, within, self._laid_width)

    # What Textual tells

    def notify_style_update(self) -> None:
        """Forget colours. Called by Textual when the theme or the focus changes."""
        super().notify_style_update()
        self._styles.clear()
        self._generation += 1

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width; the same text stays at the top."""
        if self.scrollable_content_region.width != self._laid_width:
            self.relayout()
        else:
            self.scrolled()

    def on_show(self) -> None:
        """Lay out what was changed while the view was hidden."""
        if not self._laid_width:
            self.relayout()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the subclass that another part is seen. Overrides `ScrollView`."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.scrolled()
