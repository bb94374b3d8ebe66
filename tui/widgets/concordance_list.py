"""The lines of a concordance: hits below each other, each asked for when it comes into sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from index.model import Headline, HitClause, KwicLine, KwicSort
from tui.messages import ContextsWanted, OpenHit
from tui.render.arrays import Ints, np
from tui.render.clauses import places
from tui.render.concordance import Columns, columns, heading_line, hit_line
from tui.render.rows import as_chosen
from tui.render.strips import Line
from tui.render.titles import GONE
from tui.sifting import Sifting
from tui.widgets.coming_view import ComingView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class ConcordanceList(ComingView[KwicLine]):
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
        self.forget_contents()
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

    # What it can be asked

    @property
    def rows(self) -> Ints:
        """Hits and headings. Overrides `ComingView.rows`."""
        return self._sifting.rows

    @property
    def current(self) -> int | None:
        """The chosen row, as `Sifting` gives it; None where there is none."""
        rows = self._sifting.rows
        return int(rows[self._cursor]) if 0 <= self._cursor < len(rows) else None

    def headline_of(self, row: int) -> Headline:
        """What is known of the document of a row."""
        return self._headlines.get(self._sifting.key_of(row), GONE)

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each. Overrides `ComingView.heights`."""
        self._shape = columns(width, origin=not self._sifting.grouped)
        return super().heights(width)

    def line(self, item: int, row: int, width: int) -> Line:
        """A hit, or the heading of a document. Overrides `Lines.line`."""
        hit = int(self._sifting.rows[item])
        headline = self.headline_of(hit)
        if hit < 0:
            count, folded = self._sifting.count_of(hit), self._sifting.is_folded(hit)
            line = heading_line(headline, count, width, folded=folded)
        else:
            context, is_coming = self.content_of(hit), self.is_coming(hit)
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

    # What happens

    def ask(self, numbers: tuple[int, ...]) -> None:
        """Ask for the contexts of some hits. Overrides `ComingView.ask`."""
        self.post_message(ContextsWanted(numbers))

    def item_opened(self) -> None:
        """Ask to read at the chosen hit; at the first one of a heading. Overrides `ItemView`."""
        if (row := self.current) is not None:
            self.post_message(OpenHit(self._sifting.first_hit(row)))

    def action_next_hit(self, count: int = 1) -> None:
        """Choose the next hit, past headings."""
        self.walk(self.rows >= 0, count)

    def action_previous_hit(self, count: int = 1) -> None:
        """Choose the hit before, past headings."""
        self.walk(self.rows >= 0, -count)
