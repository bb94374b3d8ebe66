"""The reader: one article, its hits and marks, and where in it one is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from textual.content import Content

from index.model import Article, Hit, HitClause, Passage, Span
from tui.messages import HitChanged, PassageChanged, ReaderScrolled
from tui.render.layout import Layout
from tui.render.legend import legend
from tui.render.wrap import Range
from tui.widgets.hit_bar import HitBar, Tick
from tui.widgets.ticks import Ticks
from tui.widgets.walk import Walk
from tui.widgets.word_selection import WordSelection

_BORDER: Final = 6
"""Cells of the border beside what is written in it."""


class Place(NamedTuple):
    """Where one is in an article; holds for any width of the window."""

    passage: int
    """The current passage."""
    offset: int
    """The window's first line, counted from the first line of that passage; often negative."""


class Reader(WordSelection):
    """Shows an article to be read. One passage is current, and so may one hit be.

    The current passage is that of the hit last gone to, or the one moved to; scrolled out
    of sight, it gives way to the first that is in sight. Its scroll bar has ticks where hits are.
    """

    DEFAULT_CSS = """
    Reader {
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._walk = Walk()
        self._hit = -1
        self._passage = 0
        self._ticks = Ticks()

    # What it is told

    def on_mount(self) -> None:
        """Draw the scroll bar with ticks."""
        bar = partial(HitBar, ticks=self._ticks_of)
        self.vertical_scrollbar.renderer = bar  # type: ignore[misc, assignment]

    def show_article(
        self, article: Article | None, hits: Sequence[Hit] = (), clauses: Sequence[HitClause] = ()
    ) -> None:
        """Show an article from its beginning, without marks; None shows nothing. All hits are walked.

        Args:
            article: What to read.
            hits: Its hits, those in the title first, in order.
            clauses: The clauses of the query that they are hits of.
        """
        self._hit, self._passage = -1, 0
        self.take_article(article)
        self._take_hits(Walk(hits, clauses))
        if article is not None and article.passages:
            self.post_message(PassageChanged(0, article.id))

    def clear(self) -> None:
        """Show nothing."""
        self.show_article(None)

    def set_hits(self, hits: Sequence[Hit], clauses: Sequence[HitClause] = ()) -> None:
        """Mark the hits of another query, all walked; the place is kept, and the hit if it still is one."""
        old = self._hit
        current = self.hits[old] if old >= 0 else None
        self._take_hits(Walk(hits, clauses))
        if current is not None:
            self._hit = next((i for i, hit in enumerate(hits) if _same(hit, current)), -1)
            self._mark_current(self._hit >= 0)
            if self._hit != old and self.article is not None:
                self.post_message(HitChanged(self._hit, self.article.id))

    @property
    def clause(self) -> int | None:
        """The clause whose hits are walked, by its place among the clauses; None walks all hits."""
        return self._walk.clause

    @clause.setter
    def clause(self, clause: int | None) -> None:
        self._walk.choose(clause)
        self.marks.walk(clause)
        self._mark_current(self.walked_index >= 0)
        self.repaint()
        if self.is_mounted:
            self.vertical_scrollbar.refresh()

    # What it can be asked

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that are marked."""
        return self._walk.hits

    @property
    def hit_index(self) -> int:
        """The current hit, from 0; -1 before one was gone to."""
        return self._hit

    @property
    def clauses(self) -> tuple[HitClause, ...]:
        """The clauses of the query that hits are of."""
        return self._walk.clauses

    @property
    def counts(self) -> Sequence[int]:
        """How many hits each clause has here."""
        return self._walk.counts

    @property
    def legend(self) -> Content:
        """What hits of which clause look like, and how many of each are here, for the border."""
        room = max(0, self.size.width - _BORDER) if self.hits else 0
        return Content.assemble(*legend(self.clauses, self.counts, self.clause, room))

    @property
    def walked_count(self) -> int:
        """Number of the hits that are walked."""
        return len(self._walk.walked)

    @property
    def walked_index(self) -> int:
        """The current hit among those that are walked, from 0; -1 where it is none of them."""
        return self._walk.place_of(self._hit)

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
            return self._go_to_walked(bisect_left(self._walk.walked, self._hit) - count)
        return self._go_to_walked(self._walked_from_here() - count)

    def go_to_walked(self, number: int) -> bool:
        """Go to one of the hits that are walked, from 0; a negative number counts from their end.

        Where none of them is here, all are walked.
        """
        walked = self._walk.walked or range(len(self.hits))
        number += len(walked) if number < 0 else 0
        return 0 <= number < len(walked) and self.go_to_hit(walked[number])

    def go_to_hit(self, index: int) -> bool:
        """Go to a hit by its number, from 0; a negative one counts from the end."""
        if index < 0:
            index += len(self.hits)
        if not 0 <= index < len(self.hits):
            return False
        self._set_hit(index)
        hit = self.hits[index]
        if hit.field == "text" and self.passages:
            self._set_passage(max(0, bisect_right(self.passages, hit.start, key=_start) - 1))
        self.when_laid(partial(self._reveal_hit, hit))
        return True

    def walk_passages(self, count: int) -> None:
        """Go so many passages on, or back, and no further than there are."""
        self.go_to_passage(min(max(0, self._passage + count), len(self.passages) - 1))

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

    def _ticks_of(self, cells: int) -> Sequence[Tick | None]:
        return self._ticks.of(cells, self.laid, self._walk, self.app.theme_variables)

    def _take_hits(self, walk: Walk) -> None:
        self._walk = walk
        self.marks.set_hits(walk.by_clause)
        self.clause = None

    def _mark_current(self, is_seen: bool) -> None:
        """Mark the current hit, or none."""
        hit = self.hits[self._hit] if is_seen else None
        self.marks.set_current(hit, self._walk.clause_of(self._hit) if is_seen else 0)

    def _set_hit(self, index: int) -> None:
        old, self._hit = self._hit, index
        self._mark_current(index >= 0)
        if index != old and self.article is not None:
            self.post_message(HitChanged(index, self.article.id))
        made = self.laid
        for changed in (old, index):
            if made is not None and changed >= 0:
                self.repaint_rows(*made.rows_of(self.hits[changed]))

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
        first, end = made.rows_of(self.hits[self._hit])
        return first < self.top + self.page and end > self.top

    def _walked_from_here(self) -> int:
        """Return which of the walked hits comes next from where one is."""
        made = self.laid
        if self._hit_in_sight():
            return bisect_right(self._walk.walked, self._hit)
        if made is None:
            return 0
        return bisect_left(self._walk.walked, self.top, key=lambda index: made.rows_of(self.hits[index])[0])

    def _go_to_walked(self, number: int) -> bool:
        return 0 <= number < len(self._walk.walked) and self.go_to_hit(self._walk.walked[number])

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
