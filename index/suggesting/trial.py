"""Trying queries: how many documents each finds, within a time."""

import time
from collections.abc import Callable, Sequence

from index.columnar.damage import noticed
from index.errors import Cancelled, QueryError, SearchTooLong
from index.fulltext.evaluate import Evaluation
from index.fulltext.neighbours import Neighbour, halves, neighbours
from index.fulltext.postings import Snapshot
from index.fulltext.query import Label, Lookup, Pattern, Query, resolve
from index.fulltext.scanning import Fetch
from index.fulltext.syntax import parse

SECONDS = 0.5
"""Of the processor, for suggestions; only expressions and very many clauses come near it."""


class Trial:
    """Asks queries of one snapshot."""

    def __init__(
        self,
        snapshot: Snapshot,
        lookup: Lookup,
        cancelled: Callable[[], bool],
        fetch: Fetch,
        seconds: float = SECONDS,
    ) -> None:
        """Take what an engine takes to answer a query, and for how long queries are counted."""
        self.snapshot = snapshot
        """What is asked."""
        self._lookup = lookup
        self._cancelled = cancelled
        self._fetch = fetch
        self._ends = time.thread_time() + seconds
        self._known: dict[str, int] = {}
        self._neighbours: dict[str, list[Neighbour]] = {}

    def read(self, text: str) -> Query:
        """A query that can be asked; raises QueryError."""
        return resolve(parse(text), self._lookup)

    def ask(self, query: Query) -> Evaluation:
        """The answer to a query, however long it takes; raises Cancelled."""
        with noticed():
            return Evaluation(self.snapshot, query, self._cancelled, self._fetch)

    def neighbours(self, key: str) -> list[Neighbour]:
        """The words a key may have been meant for, the likeliest first; none when time has run out."""
        known = [] if self.is_over() else self._neighbours.get(key)
        if known is None:
            with noticed():
                known = self._neighbours[key] = neighbours(self.snapshot.vocabulary, key)
        return known

    def halves(self, key: str) -> list[tuple[str, str]]:
        """The two words that a key may be, written without the blank between them."""
        with noticed():
            return list(halves(self.snapshot.vocabulary, key))

    def label_names(self, label: Label) -> Sequence[str]:
        """All outlets, bylines or addresses."""
        with noticed():
            return self.snapshot.label_names(label)

    def occurs(self, pattern: Pattern) -> bool:
        """Whether a pattern means any word."""
        with noticed():
            return any(len(meaning.words) for meaning in self.snapshot.vocabulary.meanings(pattern))

    def count(self, text: str) -> int:
        """How many documents a query finds; 0 as well where it cannot be read or takes too long."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._counted(text)
        return known

    def _counted(self, text: str) -> int:
        if self.is_over():
            return 0
        try:
            query = self.read(text)
            with noticed():
                found = Evaluation(self.snapshot, query, self.is_over, self._fetch)
        except (QueryError, SearchTooLong):
            return 0
        except Cancelled:
            if self._cancelled():
                raise
            return 0
        return int(found.matches.sum())

    def is_over(self) -> bool:
        """Whether time has run out; raises Cancelled where the answer is no longer wanted."""
        if self._cancelled():
            raise Cancelled("The search for suggestions was called off.")
        return time.thread_time() > self._ends
