"""A view of one article: its lines at any width, its marks, its text selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from textual.selection import Selection
from textual.worker import Worker, WorkerState

from index.model import Article, Passage, Span
from tui.render.arrays import np
from tui.render.article import Marks, article_line
from tui.render.layout import Layout, layout
from tui.render.spans import Mark
from tui.render.strips import Line
from tui.render.wrap import Range, snapped
from tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from numpy.typing import NDArray

MarkName = Literal["reason", "mention", "difference"]
"""What can be marked besides hits."""

_MARKS: Final[dict[MarkName, Mark]] = {
    "reason": Mark.REASON,
    "mention": Mark.MENTION,
    "difference": Mark.SELECTED,
}
_LARGE: Final = 1_000_000
_OPENING: Final = 20_000


class ArticleView(LineView):
    """Shows an article.

    One of more than a million characters is laid out in a thread: its opening is there at
    once, and where one wanted to go is gone to (`when_laid`) when the rest is.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._layout: Layout | None = None
        self._made: Layout | None = None
        self._making: tuple[Article, int] | None = None
        self._waiting: Callable[[Layout], None] | None = None
        self.marks = Marks()
        """What lies on the text and the title."""

    def take_article(self, article: Article | None) -> None:
        """Show an article from its beginning, without marks; None shows nothing."""
        self._article = article
        self._layout = None
        self._waiting = None
        self.marks = Marks()
        self.relayout(keep=False)
        self.show_row(0)

    def set_marks(self, mark: MarkName, spans: Iterable[Span]) -> None:
        """Mark these spans, in text and title, and no others, as reasons or as mentions."""
        self.marks.set(_MARKS[mark], spans)
        self.repaint()

    def barred(self) -> Range:
        """Return the range of the text beside which a bar stands."""
        return 0, 0

    # What it can be asked

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._article

    @property
    def passages(self) -> Sequence[Passage]:
        """The passages of what is shown."""
        return self._article.passages if self._article is not None else ()

    @property
    def laid(self) -> Layout | None:
        """Where its lines are; None as long as only its opening is laid out."""
        made = self._layout
        return made if made is not None and self.laid_width and made.article is self._article else None

    @property
    def is_waiting(self) -> bool:
        """Whether there is somewhere to go to once it is laid out."""
        return self._waiting is not None

    def when_laid(self, go: Callable[[Layout], None]) -> None:
        """Do something with the layout as soon as there is one; the last thing asked for counts."""
        made = self.laid
        if made is not None:
            go(made)
        else:
            self._waiting = go

    # Layout

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return the lines of the head and of each paragraph. Overrides `Lines.heights`."""
        article = self._article
        if article is None:
            self._layout = None
            return ()
        for made in (self._layout, self._made):
            if made is not None and made.article is article and made.width == width:
                self._layout, self._made = made, None
                return made.heights
        if len(article.text) <= _LARGE:
            self._layout = layout(article, width)
        else:
            if self._making != (article, width):
                self._making = (article, width)
                # No `partial`: Textual takes the `repr` of what it runs, and with it the whole text.
                self.run_worker(lambda: layout(article, width), group="layout", thread=True, exclusive=True)
            # Until then: the lines of the old width, or the opening.
            if self._layout is None:
                self._layout = layout(_opening(article), width)
        return self._layout.heights

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take the layout of a very large article."""
        made = event.worker.result
        if event.state is WorkerState.SUCCESS and isinstance(made, Layout):
            event.stop()
            if self._making == (made.article, made.width):
                self._making = None
                if made.article is self._article:
                    self._made = made
                    self.relayout()

    def relayout(self, *, keep: bool = True) -> None:
        """Lay out, then go where one wanted before there was a layout."""
        super().relayout(keep=keep)
        made = self.laid
        if made is not None and self._waiting is not None:
            go, self._waiting = self._waiting, None
            go(made)

    def held(self) -> tuple[int, int]:
        """Return the offset of the first line in sight, or the line of the head."""
        item, line = self.item_at(self.top)
        if self._layout is None or not item:
            return -1, line
        return self._layout.range_at(item, line)[0], 0

    def held_row(self, item: int, line: int) -> int:
        """Return the row in which that offset stands now."""
        return line if item < 0 or self._layout is None else self._layout.row_of(item)

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line of the head or of a paragraph. Overrides `Lines.line`."""
        if self._layout is None:
            return Line("")
        return article_line(self._layout, self.marks, item, row, self.barred())

    # Selecting text

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the article's own text, not its lines. Overrides `LineView.get_selection`."""
        start, end = self.selected_rows(selection)
        head = self.first_row(1) if self.item_count > 1 else self.line_count
        texts = []
        if start.y < head:
            above = super().get_selection(Selection(start, end if end.y < head else end._replace(y=head - 1)))
            texts = [above[0]] if above is not None and above[0] else []
        span = self.selected_span(selection)
        if span is not None and self._article is not None:
            texts.append(self._article.text[span.start : span.end])
        return "\n\n".join(texts), "\n"

    def selected_span(self, selection: Selection | None = None) -> Span | None:
        """Return what of the text is selected; None where nothing is."""
        selection = selection or self.text_selection
        if selection is None or self._layout is None or self.item_count < 2:
            return None
        start, end = self.selected_rows(selection)
        first, last = self._offset_at(start.y, start.x)[0], self._offset_at(end.y, end.x)[1]
        return Span(first, last) if first < last else None

    def _offset_at(self, row: int, column: int) -> Range:
        """Return the edges of the cluster in the text at a code point of a row."""
        if self._layout is None:
            return 0, 0
        start, end = self._layout.range_at(*self.item_at(row))
        column = min(column, end - start)
        first, last = snapped(self._layout.article.text[start:end], column, column)
        return start + first, start + last


def _opening(article: Article) -> Article:
    """Return an article cut after some pages, to show while the whole is laid out."""
    return replace(article, text=article.text[:_OPENING], passages=())
