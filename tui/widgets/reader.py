"""The reader: one article, its hits and marks, and where in it one is."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from textual.selection import Selection
from textual.worker import Worker, WorkerState

from index.model import Article, Hit, Passage, Span
from tui.messages import HitChanged, PassageChanged, ReaderScrolled
from tui.render.layout import Layout, layout
from tui.render.shown import shown
from tui.render.spans import Layer, Mark, Run, runs
from tui.render.strips import Line
from tui.render.wrap import snapped
from tui.widgets.line_view import LineView

MarkName = Literal["reason", "mention"]
"""What can be marked besides hits."""

_MARKS: Final[dict[MarkName, Mark]] = {"reason": Mark.REASON, "mention": Mark.MENTION}
_BAR: Final = "▌"
_LARGE: Final = 1_000_000
_OPENING: Final = 20_000


class Place(NamedTuple):
    """Where one is in an article; holds for any width of the window."""

    passage: int
    """The current passage."""
    offset: int
    """The window's first line, counted from the first line of that passage; often negative."""


class Reader(LineView):
    """Shows an article. One passage is current, and so may one hit be.

    The current passage is that of the hit last gone to, or the one moved to; scrolled out
    of sight, it gives way to the first that is in sight.

    An article of more than a million characters is laid out in a thread: its opening is
    there at once, and where one wanted to go is gone to when the rest is.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._layout: Layout | None = None
        self._made: Layout | None = None
        self._making: tuple[Article, int] | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._clause: int | None = None
        self._walked: list[int] = []
        self._passage = 0
        self._layers: dict[Mark, Layer] = {}
        self._title_layers: dict[Mark, Layer] = {}
        self._waiting: Callable[[Layout], None] | None = None

    # What it is told

    def show_article(self, article: Article | None, hits: Sequence[Hit] = ()) -> None:
        """Show an article from its beginning, without marks; None shows nothing.

        Args:
            article: What to read.
            hits: Its hits, those in the title first, in order.
        """
        self._article = article
        self._layout = None
        self._layers, self._title_layers = {}, {}
        self._waiting = None
        self._hit, self._passage, self._clause = -1, 0, None
        self._take_hits(hits)
        self.relayout(keep=False)
        self.show_row(0)
        if article is not None and article.passages:
            self.post_message(PassageChanged(0, article.id))

    def clear(self) -> None:
        """Show nothing."""
        self.show_article(None)

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Mark the hits of another query; the place is kept, and the hit if it still is one."""
        old = self._hit
        current = self._hits[old] if old >= 0 else None
        self._take_hits(hits)
        self.clause = None
        if current is not None:
            self._hit = next((i for i, hit in enumerate(hits) if _same(hit, current)), -1)
            self._mark(Mark.CURRENT, [self._hits[self._hit]] if self._hit >= 0 else [])
            if self._hit != old and self._article is not None:
                self.post_message(HitChanged(self._hit, self._article.id))
        self.repaint()

    def set_marks(self, mark: MarkName, spans: Iterable[Span]) -> None:
        """Mark these spans, in text and title, and no others, as reasons or as mentions."""
        self._mark(_MARKS[mark], tuple(spans))
        self.repaint()

    @property
    def clause(self) -> int | None:
        """The clause of the query whose hits are walked; None walks all of them."""
        return self._clause

    @clause.setter
    def clause(self, clause: int | None) -> None:
        self._clause = clause
        self._walked = [i for i, hit in enumerate(self._hits) if clause in (None, hit.clause)]

    # What it can be asked

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._article

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that are marked."""
        return self._hits

    @property
    def hit_index(self) -> int:
        """The current hit, from 0; -1 before one was gone to."""
        return self._hit

    @property
    def passage(self) -> int:
        """The number of the current passage."""
        return self._passage

    @property
    def place(self) -> Place:
        """Where one is, to come back to with `restore`."""
        made = self._ready
        if made is None or not self._passages:
            return Place(self._passage, 0)
        return Place(self._passage, self.top - made.rows_of_passage(self._passage)[0])

    @property
    def percent(self) -> int:
        """How much of the article lies above the end of the window, 0 to 100."""
        lines = self.line_count
        return 100 if not lines else min(100, 100 * (self.top + self.page) // lines)

    # Going places

    def next_hit(self, count: int = 1) -> bool:
        """Go to the next hit, or where the current one is out of sight, to the first below the top.

        Returns:
            False where there is none further on; nothing has moved then.
        """
        return self._go_to_walked(self._walked_from_here() + count - 1)

    def previous_hit(self, count: int = 1) -> bool:
        """Go to the hit before; False where there is none."""
        if self._hit_in_sight():
            return self._go_to_walked(bisect_left(self._walked, self._hit) - count)
        return self._go_to_walked(self._walked_from_here() - count)

    def go_to_hit(self, index: int) -> bool:
        """Go to a hit by its number, from 0; a negative one counts from the end."""
        if index < 0:
            index += len(self._hits)
        if not 0 <= index < len(self._hits):
            return False
        self._set_hit(index)
        hit = self._hits[index]
        if hit.field == "text" and self._passages:
            self._set_passage(max(0, bisect_right(self._passages, hit.start, key=_start) - 1))
        self._when_laid(partial(self._reveal_hit, hit))
        return True

    def next_passage(self, count: int = 1) -> bool:
        """Go to the next passage; False where there is none."""
        return self.go_to_passage(self._passage + count)

    def previous_passage(self, count: int = 1) -> bool:
        """Go to the passage before; False where there is none."""
        return self.go_to_passage(self._passage - count)

    def go_to_passage(self, number: int) -> bool:
        """Go to a passage by its number, from 0; False where there is none."""
        if not 0 <= number < len(self._passages):
            return False
        self._set_passage(number)
        self._when_laid(partial(self._reveal_passage, number))
        return True

    def restore(self, place: tuple[int, int]) -> None:
        """Go back to a place of this article, as `place` gave it."""
        if self._passages:
            number = min(max(0, place[0]), len(self._passages) - 1)
            self._set_passage(number)
            self._when_laid(partial(self._show_place, number, place[1]))

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64]:
        """Return the lines of the head and of each paragraph. Overrides `LineView.heights`."""
        article = self._article
        if article is None:
            self._layout = None
            return np.zeros(0, np.int64)
        for made in (self._layout, self._made):
            if made is not None and made.article is article and made.width == width:
                self._layout, self._made = made, None
                return made.heights
        if len(article.text) <= _LARGE:
            self._layout = layout(article, width)
        else:
            if self._making != (article, width):
                self._making = (article, width)
                make = partial(layout, article, width)
                self.run_worker(make, group="layout", thread=True, exclusive=True)
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

    def held(self) -> tuple[int, int]:
        """Return the offset of the first line in sight, or the line of the head."""
        item, line = self.item_at(self.top)
        if self._layout is None or not item:
            return -1, line
        return self._layout.range_at(item, line)[0], 0

    def held_row(self, item: int, line: int) -> int:
        """Return the row in which that offset stands now."""
        return line if item < 0 or self._layout is None else self._layout.row_of(item)

    def relayout(self, *, keep: bool = True) -> None:
        """Lay out, then go where one wanted before there was a layout."""
        super().relayout(keep=keep)
        made = self._ready
        if made is not None and self._waiting is not None:
            go, self._waiting = self._waiting, None
            go(made)

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line of the head or of a paragraph. Overrides `LineView.line`."""
        made = self._layout
        if made is None:
            return Line("")
        if not item:
            return self._head_line(made, row)
        start, end = made.range_at(item, row)
        if start == end:
            return Line("")
        bar = _BAR if self._in_current_passage(start, end) else " "
        margin = " " * (made.margin - 2) + bar + " "
        shift = made.margin - start
        marked = [Run(made.margin - 2, made.margin - 1, int(Mark.BAR))]
        for run in runs(start, end, tuple(self._layers.values())):
            marked.append(Run(run.start + shift, run.end + shift, run.marks))
        return Line(margin + made.article.text[start:end], marked, made.margin)

    def _head_line(self, made: Layout, row: int) -> Line:
        kind, start, end = made.head[row]
        margin = made.margin - 2
        if kind == "blank":
            return Line("")
        text = shown(made.article.title) if kind == "title" else made.about
        layers = tuple(self._title_layers.values()) if kind == "title" else ()
        ground = int(Mark.STRONG if kind == "title" else Mark.QUIET)
        shift = margin - start
        marked = [Run(a + shift, b + shift, marks | ground) for a, b, marks in runs(start, end, layers)]
        return Line(" " * margin + text[start:end], marked, margin)

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

    def _offset_at(self, row: int, column: int) -> tuple[int, int]:
        """Return the edges of the cluster in the text at a code point of a row."""
        if self._layout is None:
            return 0, 0
        start, end = self._layout.range_at(*self.item_at(row))
        column = min(column, end - start)
        first, last = snapped(self._layout.article.text[start:end], column, column)
        return start + first, start + last

    # Within

    @property
    def _passages(self) -> Sequence[Passage]:
        return self._article.passages if self._article is not None else ()

    @property
    def _ready(self) -> Layout | None:
        """The layout, if it is of the whole article."""
        made = self._layout
        return made if made is not None and self.laid_width and made.article is self._article else None

    def _when_laid(self, go: Callable[[Layout], None]) -> None:
        made = self._ready
        if made is not None:
            go(made)
        else:
            self._waiting = go

    def _take_hits(self, hits: Sequence[Hit]) -> None:
        self._hits = tuple(hits)
        self.clause = self._clause
        self._mark(Mark.HIT, self._hits)
        self._mark(Mark.CURRENT, ())

    def _mark(self, mark: Mark, spans: Sequence[Span]) -> None:
        self._layers[mark] = Layer.of(mark, [(s.start, s.end) for s in spans if s.field == "text"])
        self._title_layers[mark] = Layer.of(mark, [(s.start, s.end) for s in spans if s.field == "title"])

    def _set_hit(self, index: int) -> None:
        old, self._hit = self._hit, index
        self._mark(Mark.CURRENT, [self._hits[index]] if index >= 0 else [])
        if index != old and self._article is not None:
            self.post_message(HitChanged(index, self._article.id))
        made = self._ready
        for changed in (old, index):
            if made is not None and changed >= 0:
                self.repaint_rows(*made.rows_of(self._hits[changed]))

    def _set_passage(self, number: int) -> None:
        if number == self._passage:
            return
        old, self._passage = self._passage, number
        made = self._ready
        if made is not None:
            for changed in (old, number):
                self.repaint_rows(*made.rows_of_passage(changed), made.margin)
        if self._article is not None:
            self.post_message(PassageChanged(number, self._article.id))

    def _in_current_passage(self, start: int, end: int) -> bool:
        if not self._passages:
            return False
        passage = self._passages[self._passage]
        return start < passage.end and end > passage.start

    def _reveal_hit(self, hit: Hit, made: Layout) -> None:
        first, end = made.rows_of(hit)
        if first < self.top + min(1, first) or end + 1 > self.top + self.page:
            self.show_row(first - self.page // 3)

    def _reveal_passage(self, number: int, made: Layout) -> None:
        first, end = made.rows_of_passage(number)
        if first < self.top or end > self.top + self.page:
            self.show_row(0 if number == 0 and end <= self.page else first - min(3, self.page // 4))

    def _show_place(self, number: int, offset: int, made: Layout) -> None:
        self.show_row(made.rows_of_passage(number)[0] + offset)

    def _hit_in_sight(self) -> bool:
        made = self._ready
        if made is None or self._hit < 0:
            return self._hit >= 0
        first, end = made.rows_of(self._hits[self._hit])
        return first < self.top + self.page and end > self.top

    def _walked_from_here(self) -> int:
        """Return which of the walked hits comes next from where one is."""
        made = self._ready
        if self._hit_in_sight():
            return bisect_right(self._walked, self._hit)
        if made is None:
            return 0
        return bisect_left(self._walked, self.top, key=lambda index: made.rows_of(self._hits[index])[0])

    def _go_to_walked(self, number: int) -> bool:
        return 0 <= number < len(self._walked) and self.go_to_hit(self._walked[number])

    def scrolled(self) -> None:
        """Let the current passage be one in sight, and tell. Overrides `LineView.scrolled`."""
        made = self._ready
        if made is None:
            return
        if self._passages and self._waiting is None:
            first, end = made.rows_of_passage(self._passage)
            if first >= self.top + self.page or end <= self.top:
                item, line = self.item_at(self.top)
                if item and line == self.item_height(item) - 1:
                    item, line = min(item + 1, self.item_count - 1), 0
                self._set_passage(made.passage_at(made.range_at(item, line)[0]))
        self.post_message(ReaderScrolled(self.percent))


def _opening(article: Article) -> Article:
    """Return an article cut after some pages, to show while the whole is laid out."""
    return replace(article, text=article.text[:_OPENING], passages=())


def _same(one: Span, other: Span) -> bool:
    return (one.start, one.end, one.field) == (other.start, other.end, other.field)


def _start(passage: Passage) -> int:
    return passage.start
