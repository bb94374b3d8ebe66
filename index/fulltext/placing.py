"""Where the hits of a query stand in the texts of some documents, found in the index alone.

The definition is that of `hits`, which takes the texts apart: here positions are looked up, and where the
words at these positions begin and end.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Array, Ints
from index.columnar.spans import Spans
from index.fulltext import analysis
from index.fulltext.evaluate import Evaluation
from index.fulltext.lexicon import FIELDS
from index.fulltext.postings import Snapshot
from index.fulltext.windows import PLACE_BITS, Mask, Windows
from index.model import Field, Hit


class Hits(NamedTuple):
    """The hits in some documents, by document, then field, then place: H of them, each place once."""

    documents: Ints
    """(H,) which of the documents each is in, from 0."""
    fields: Ints
    """(H,) its field: where in FIELDS it stands."""
    starts: Ints
    """(H,) its first code point."""
    ends: Ints
    """(H,) one past its last."""
    clauses: Ints
    """(H,) its clause; of several that reach it, the first."""

    def by_document(self, documents: int) -> Iterator[tuple[Hit, ...]]:
        """Those of each of so many documents."""
        hits = [
            Hit(start, end, FIELDS[field], clause)
            for field, start, end, clause in zip(*(column.tolist() for column in self[1:]), strict=True)
        ]
        edges = np.searchsorted(self.documents, np.arange(documents + 1)).tolist()
        return (tuple(hits[first:last]) for first, last in pairwise(edges))


def in_order(rows: Array) -> Hits:
    """Hits given as columns of a (5, K) array, in order and each place once."""
    rows = rows[:, np.lexsort(rows[::-1])]
    new = np.ones(rows.shape[1], dtype=bool)
    new[1:] = (rows[:4, 1:] != rows[:4, :-1]).any(axis=0)
    return Hits(*rows[:, new])


def place(snapshot: Snapshot, evaluation: Evaluation, documents: Ints) -> Hits:
    """The hits of a query that asks for no expression.

    Args:
        snapshot: Where the documents are.
        evaluation: The answer to the query on it.
        documents: The numbers of some documents, each once, in any order.
    """
    page = _Page(snapshot, documents)
    rows = [np.empty((5, 0), dtype=np.int64)]
    for clause, mask in evaluation.contributing:
        for field in evaluation.found[clause.clause]:
            windows = evaluation.standing(clause.clause, field, mask & page.mask)
            if len(windows.starts):
                spans = page.spans(field, windows)
                rows.append(_columns(spans, FIELDS.index(field), clause.clause))
    return in_order(np.concatenate(rows, axis=1))


def _columns(spans: tuple[Ints, Ints, Ints], field: int, clause: int) -> Array:
    documents, begins, ends = spans
    kind = np.full(len(documents), field)
    return np.stack([documents, kind, begins, ends, np.full(len(documents), clause)])


class _Page:
    """Some documents, and where the words of their titles and texts stand."""

    def __init__(self, snapshot: Snapshot, documents: Ints) -> None:
        self._snapshot = snapshot
        self._rank = np.argsort(documents)
        self._documents = documents[self._rank]
        self.mask: Mask = np.zeros(snapshot.size, dtype=bool)
        """Which of all documents they are."""
        self.mask[documents] = True
        self._words: dict[Field, tuple[Ints, Spans]] = {}

    def spans(self, field: Field, windows: Windows) -> tuple[Ints, Ints, Ints]:
        """For each window the rank of its document, its first code point and one past its last."""
        if field not in self._words:
            self._words[field] = self._read(field)
        places, words = self._words[field]
        first = np.searchsorted(places, windows.starts)
        last = np.searchsorted(places, windows.ends - 1)
        return self._rank[words.owners[first]], words.starts[first], words.ends[last]

    def _read(self, field: Field) -> tuple[Ints, Spans]:
        """The places of all words of a field, ascending, and where they stand."""
        pieces = []
        for one in self._snapshot.state.held:
            low, high = np.searchsorted(self._documents, [one.base, one.base + one.segment.documents])
            if low == high:
                continue
            found = one.segment.field(field).spans(
                self._documents[low:high] - one.base, analysis.PARAGRAPH_GAP
            )
            pieces.append(found._replace(owners=found.owners + low))
        words = Spans(*(np.concatenate(columns) for columns in zip(*pieces, strict=True)))
        return (self._documents[words.owners] << PLACE_BITS) + words.positions, words
