"""The lines of a concordance: hits below each other, each asked for when it comes into sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from textual.cache import LRUCache

from index.model import Headline, HitClause, KwicLine, KwicSort
from tui.messages import ContextsWanted, OpenHit
from tui.render.arrays import np
from tui.render.clauses import places
from tui.render.concordance import Columns, columns, heading_line, hit_line
from tui.render.rows import as_chosen
from tui.render.strips import Line
from tui.render.titles import GONE
from tui.sifting import Sifting
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEPT: Final = 4096
"""Contexts that are remembered."""
_FIRST: Final = 24
"""Lines of a window that has no size yet; twice as many are asked for."""


class ConcordanceList(ItemView):
    """Hits of any number of documents, one a line, aligned on the hit.

    Posts `ContextsWanted` for the hits in sight whose contexts it does not have, and `OpenHit` on
    Enter or a click on the chosen row. What is sifted out is decided elsewhere: it is told by `sifted`.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._sifting = Sifting((), ())
        self._headlines: Mapping[int, Headline] = {}
        self._place_of: Mapping[int, int] = {}
        self._mark = 0
        self._sort: KwicSort = "relevance"
        self._contexts: LRUCache[int, KwicLine | None] = LRUCache(_KEPT)
        self._is_waiting = False
        self._shape = Columns(0, 0, 1, 1)

    # What it is told

    def show(
        self,
        sifting: Sifting,
        headlines: Mapping[int, Headline],
        clauses: Sequence[HitClause] = (),
        mark: int = 0,
    ) -> None:
        """Show the hits of another query.

        Args:
            sifting: Which, and in which order.
            headlines: What is known of each document, by catalog key.
            clauses: The clauses that hits are of.
            mark: What marks them; 0 for the marks of hits.
        """
        self._sifting, self._headlines, self._mark = sifting, headlines, mark
        self._place_of = places(clauses)
        self._contexts.clear()
        self._is_waiting = False
        self.sifted(None)

    def sifted(self, kept: int | None, sort: KwicSort | None = None) -> None:
        """Show what the sifting shows now.

        Args:
            kept: Where the row is that the cursor stays on, in the line of the window where it is;
                None for the first row.
            sort: The order, where it is another one.
        """
        self._sort = sort or self._sort
        if kept is not None:
            kept = min(max(0, kept), len(self._sifting.rows) - 1)
        self.renew(len(self._sifting.rows), kept)

    def give(self, contexts: Mapping[int, KwicLine | None]) -> None:
        """Take the contexts of some hits; None for one that is not there any more."""
        for hit, line in contexts.items():
            self._contexts[hit] = line
        self._is_waiting = False
        self.repaint()
        self.scrolled()

    # What it can be asked

    @property
    def count(self) -> int:
        """Number of rows. Overrides `ItemView.count`."""
        return len(self._sifting.rows)

    @property
    def current(self) -> int | None:
        """The chosen row, as `Sifting` gives it; None where there is none."""
        rows = self._sifting.rows
        return int(rows[self._cursor]) if 0 <= self._cursor < len(rows) else None

    def context_of(self, row: int) -> KwicLine | None:
        """A hit in its context; None where that has not come, or is not there any more."""
        return self._contexts.get(row)

    def headline_of(self, row: int) -> Headline:
        """What is known of the document of a row."""
        return self._headlines.get(self._sifting.key_of(row), GONE)

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each. Overrides `Lines.heights`."""
        self._shape = columns(width, origin=not self._sifting.grouped)
        return np.ones(self.count, np.int64) if self.count else ()

    def line(self, item: int, row: int, width: int) -> Line:
        """A hit, or the heading of a document. Overrides `Lines.line`."""
        hit = int(self._sifting.rows[item])
        headline = self.headline_of(hit)
        if hit < 0:
            count, folded = self._sifting.count_of(hit), self._sifting.is_folded(hit)
            line = heading_line(headline, count, width, folded=folded)
        else:
            context, is_coming = self._contexts.get(hit), hit not in self._contexts
            clause = 0 if context is None else self._place_of.get(context.clause, context.clause)
            line = hit_line(
                headline,
                context,
                self._shape,
                sort=self._sort,
                coming=is_coming,
                clause=clause,
                mark=self._mark,
            )
        return as_chosen(line) if item == self.cursor else line

    def scrolled(self) -> None:
        """Ask for what is in sight now, and a window before and behind it. Overrides `Lines.scrolled`."""
        if self.laid_width and (wanted := self.wanted()):
            self.post_message(ContextsWanted(wanted))

    def wanted(self) -> tuple[int, ...]:
        """Give the hits whose contexts are to be fetched now; they are waited for from here on."""
        if self._is_waiting:
            return ()  # what is in sight when the answer comes is asked for then
        top, page, rows = self.top, self.page if self.laid_width else _FIRST, self._sifting.rows
        if not self._lacking(rows[top : top + page]):
            return ()
        self._is_waiting = True
        return self._lacking(rows[max(0, top - page) : top + 2 * page])

    def _lacking(self, rows: NDArray[np.int64]) -> tuple[int, ...]:
        return tuple(row for row in rows.tolist() if row >= 0 and row not in self._contexts)

    # What happens

    def item_opened(self) -> None:
        """Ask to read at the chosen hit; at the first one of a heading. Overrides `ItemView`."""
        if (row := self.current) is not None:
            self.post_message(OpenHit(self._sifting.first_hit(row)))

    def action_next_hit(self, count: int = 1) -> None:
        """Choose the next hit, past headings."""
        self._walk(np.flatnonzero(self._sifting.rows[self.cursor + 1 :] >= 0) + self.cursor + 1, count)

    def action_previous_hit(self, count: int = 1) -> None:
        """Choose the hit before, past headings."""
        self._walk(np.flatnonzero(self._sifting.rows[: max(0, self.cursor)] >= 0)[::-1], count)

    def _walk(self, hits: NDArray[np.int64], count: int) -> None:
        if len(hits):
            self.move_cursor(int(hits[min(count, len(hits)) - 1]))
