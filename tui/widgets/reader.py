"""The reader: one article, its hits and marks, and where in it one is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from index.model import Article, Hit, Passage, Span
from tui.messages import HitChanged, PassageChanged, ReaderScrolled
from tui.render.layout import Layout
from tui.render.spans import Mark
from tui.render.wrap import Range
from tui.widgets.word_selection import WordSelection


class Place(NamedTuple):
    """Where one is in an article; holds for any width of the window."""

    passage: int
    """The current passage."""
    offset: int
    """The window's first line, counted from the first line of that passage; often negative."""


class Reader(WordSelection):
    """Shows an article to be read. One passage is current, and so may one hit be.

    The current passage is that of the hit last gone to, or the one moved to; scrolled out
    of sight, it gives way to the first that is in sight.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._clause: int | None = None
        self._walked: Sequence[int] = ()
        self._passage = 0

    # What it is told

    def show_article(self, article: Article | None, hits: Sequence[Hit] = ()) -> None:
        """Show an article from its beginning, without marks; None shows nothing.

        Args:
            article: What to read.
            hits: Its hits, those in the title first, in order.
        """
        self._hit, self._passage = -1, 0
        self.take_article(article)
        self._take_hits(hits)
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
        if current is not None:
            self._hit = next((i for i, hit in enumerate(hits) if _same(hit, current)), -1)
            self.marks.set(Mark.CURRENT, [self._hits[self._hit]] if self._hit >= 0 else [])
            if self._hit != old and self.article is not None:
                self.post_message(HitChanged(self._hit, self.article.id))

    @property
    def clause(self) -> int | None:
        """The clause of the query whose hits are walked; None walks all of them."""
        return self._clause

    @clause.setter
    def clause(self, clause: int | None) -> None:
        self._clause = clause
        every = range(len(self._hits))
        self._walked = every if clause is None else [i for i in every if self._hits[i].clause == clause]

    # What it can be asked

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
    def percent(self) -> int:
        """How much of the article lies above the end of the window, 0 to 100."""
        lines = self.line_count
        return 100 if not lines else min(100, 100 * (self.top + self.page) // lines)

    @property
    def place(self) -> Place:
        """Where one is, to come back to with `restore`."""
        made = self.laid
        if made is None or not self.passages:
            return Place(self._passage, 0)
        return Place(self._passage, self.top - made.rows_of_passage(self._passage)[0])

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
        if hit.field == "text" and self.passages:
            self._set_passage(max(0, bisect_right(self.passages, hit.start, key=_start) - 1))
        self.when_laid(partial(self._reveal_hit, hit))
        return True

    def next_passage(self, count: int = 1) -> bool:
        """Go to the next passage; False where there is none."""
        return self.go_to_passage(self._passage + count)

    def previous_passage(self, count: int = 1) -> bool:
        """Go to the passage before; False where there is none."""
        return self.go_to_passage(self._passage - count)

    def go_to_passage(self, number: int) -> bool:
        """Go to a passage by its number, from 0; False where there is none."""
        if not 0 <= number < len(self.passages):
            return False
        self._set_passage(number)
        self.when_laid(partial(self._reveal_passage, number))
        return True

    def restore(self, place: tuple[int, int]) -> None:
        """Go back to a place of this article, as `place` gave it."""
        if self.passages:
            number = min(max(0, place[0]), len(self.passages) - 1)
            self._set_passage(number)
            self.when_laid(partial(self._show_place, number, place[1]))

    # Within

    def barred(self) -> Range:
        """Return the range of the current passage. Overrides `ArticleView.barred`."""
        if not self.passages:
            return 0, 0
        passage = self.passages[self._passage]
        return passage.start, passage.end

    def _take_hits(self, hits: Sequence[Hit]) -> None:
        self._hits = tuple(hits)
        self.clause = None
        self.marks.set(Mark.HIT, self._hits)
        self.marks.set(Mark.CURRENT, ())
        self.repaint()

    def _set_hit(self, index: int) -> None:
        old, self._hit = self._hit, index
        self.marks.set(Mark.CURRENT, [self._hits[index]] if index >= 0 else [])
        if index != old and self.article is not None:
            self.post_message(HitChanged(index, self.article.id))
        made = self.laid
        for changed in (old, index):
            if made is not None and changed >= 0:
                self.repaint_rows(*made.rows_of(self._hits[changed]))

    def _set_passage(self, number: int) -> None:
        if number == self._passage:
            return
        old, self._passage = self._passage, number
        made = self.laid
        if made is not None:
            for changed in (old, number):
                self.repaint_rows(*made.rows_of_passage(changed), made.margin)
        if self.article is not None:
            self.post_message(PassageChanged(number, self.article.id))

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
        made = self.laid
        if made is None or self._hit < 0:
            return self._hit >= 0
        first, end = made.rows_of(self._hits[self._hit])
        return first < self.top + self.page and end > self.top

    def _walked_from_here(self) -> int:
        """Return which of the walked hits comes next from where one is."""
        made = self.laid
        if self._hit_in_sight():
            return bisect_right(self._walked, self._hit)
        if made is None:
            return 0
        return bisect_left(self._walked, self.top, key=lambda index: made.rows_of(self._hits[index])[0])

    def _go_to_walked(self, number: int) -> bool:
        return 0 <= number < len(self._walked) and self.go_to_hit(self._walked[number])

    def clicked(self, row: int) -> None:
        """Make the passage clicked on the current one. Overrides `LineView.clicked`."""
        made = self.laid
        item, line = self.item_at(row)
        if made is not None and item and self.passages:
            self._set_passage(made.passage_at(made.range_at(item, line)[0]))

    def scrolled(self) -> None:
        """Let the current passage be one in sight, and tell. Overrides `Lines.scrolled`."""
        made = self.laid
        if made is None:
            return
        if self.passages and not self.is_waiting:
            first, end = made.rows_of_passage(self._passage)
            if first >= self.top + self.page or end <= self.top:
                item, line = self.item_at(self.top)
                if item and line == self.item_height(item) - 1:
                    item, line = min(item + 1, self.item_count - 1), 0
                self._set_passage(made.passage_at(made.range_at(item, line)[0]))
        self.post_message(ReaderScrolled(self.percent))


def _same(one: Span, other: Span) -> bool:
    return (one.start, one.end, one.field) == (other.start, other.end, other.field)


def _start(passage: Passage) -> int:
    return passage.start
