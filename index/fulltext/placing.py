"""Where the hits of a query stand in the texts of some documents, found in the index alone.

The definition is that of `hits`, which takes the texts apart: here positions are looked up, and where the
words at these positions begin and end.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Array, Ints, distinct
from index.fulltext import analysis
from index.fulltext.evaluate import Evaluation
from index.fulltext.lexicon import FIELDS
from index.fulltext.postings import Snapshot
from index.fulltext.windows import PLACE_BITS, Mask
from index.model import Field, Hit

BATCH = 1_000
"""Documents whose words are looked up at a time."""

_POSITION = (1 << PLACE_BITS) - 1


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
    rank = np.full(snapshot.size, -1, dtype=np.int64)
    rank[documents] = np.arange(len(documents))
    wanted: Mask = rank >= 0
    rows = [np.empty((5, 0), dtype=np.int64)]
    for field in FIELDS:
        standing = [
            (clause.clause, evaluation.standing(clause.clause, field, mask & wanted))
            for clause, mask in evaluation.contributing
            if field in evaluation.found[clause.clause]
        ]
        numbers, windows = (list(column) for column in zip(*standing, strict=True)) if standing else ([], [])
        sizes = [len(found.starts) for found in windows]
        if any(sizes):
            first = np.concatenate([found.starts for found in windows])
            last = np.concatenate([found.ends for found in windows]) - 1
            begins, ends = _spans(snapshot, field, np.concatenate([first, last]))
            kind = np.full(len(first), FIELDS.index(field))
            owners = rank[first >> PLACE_BITS]
            clauses = np.repeat(numbers, sizes)
            rows.append(np.stack([owners, kind, begins[: len(first)], ends[len(first) :], clauses]))
    return in_order(np.concatenate(rows, axis=1))


def _spans(snapshot: Snapshot, field: Field, places: Ints) -> tuple[Ints, Ints]:
    """First code point and one past the last of the words at some places."""
    order = np.argsort(places, kind="stable")
    places = places[order]
    begins, ends = np.empty_like(places), np.empty_like(places)
    for one in snapshot.state.held:
        low, high = np.searchsorted(
            places, [one.base << PLACE_BITS, (one.base + one.segment.documents) << PLACE_BITS]
        )
        part = one.segment.field(field)
        here = places[low:high] >> PLACE_BITS
        documents = distinct(here)
        for first in range(0, len(documents), BATCH):
            some = documents[first : first + BATCH]
            of = slice(*(low + np.searchsorted(here, [some[0], some[-1] + 1])))
            owners = np.searchsorted(some, places[of] >> PLACE_BITS)
            found = part.spans(some - one.base, analysis.PARAGRAPH_GAP, owners, places[of] & _POSITION)
            begins[order[of]], ends[order[of]] = found
    return begins, ends
