"""The hits of an open article, and which of them `n` walks: all, or those of one clause."""

from bisect import bisect_left
from collections.abc import Sequence

from index.model import Hit, HitClause
from tui.render.clauses import places, standing


class Walk:
    """Hits in order, and the way through them."""

    def __init__(self, hits: Sequence[Hit] = (), clauses: Sequence[HitClause] = ()) -> None:
        """Walk all hits.

        Args:
            hits: The hits, those in the title first, in order.
            clauses: The clauses of the query that they are hits of.
        """
        self.hits = tuple(hits)
        """The hits."""
        self.clauses = tuple(clauses)
        """The clauses."""
        self.by_clause = standing(self.hits, self.clauses)
        """Where the hits of each stand."""
        self.counts = tuple(len(those.starts) for those in self.by_clause)
        """Number of them."""
        self.clause: int | None = None
        """The clause that is walked, by its place among the clauses; None for all."""
        self.walked: Sequence[int] = range(len(self.hits))
        """The hits that are walked, by their places among all, in order."""
        self._places = places(clauses)

    def clause_of(self, hit: int) -> int:
        """The clause of a hit, by its place among the clauses."""
        number = self.hits[hit].clause
        return self._places.get(number, number)

    def choose(self, clause: int | None) -> None:
        """Walk the hits of one clause, or all."""
        self.clause = clause
        if clause is None:
            self.walked = range(len(self.hits))
        else:
            self.walked = self.by_clause[clause].places if clause < len(self.by_clause) else ()

    def place_of(self, hit: int) -> int:
        """Which of the walked hits this is, from 0; -1 where it is none of them."""
        at = bisect_left(self.walked, hit)
        return at if at < len(self.walked) and self.walked[at] == hit else -1
