"""What is looked for: a passage of the library with what stands around it, or a text."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array
from index.columnar.vocabulary import UNKNOWN
from index.related.names import names_in
from index.related.segment import MOST
from index.related.snapshot import Snapshot
from index.related.terms import terms
from index.related.vectors import Stretches, Vectors, read, weigh

NEAR = 2
"""Passages on either side that belong to the neighbourhood."""

AROUND = 30
"""Passages on either side that belong to the context."""


@dataclass(frozen=True, slots=True)
class Query:
    """A passage or a text, as vectors of one row each."""

    own: Vectors
    """Itself."""
    near: Vectors
    """Its neighbourhood."""
    around: Vectors
    """Its context."""
    length: int
    """Words of it that count."""
    names: NDArray[np.bool_]
    """Which of its own terms, in the order of `own`, name something."""
    key: int | None = None
    """The document it is from, which is left out."""
    unknown: int = 0
    """Different words of it that are nowhere in the library."""


def passage_query(snapshot: Snapshot, key: int, passage: int, names: Collection[str] = ()) -> Query | None:
    """Look for what a passage of the library says; None where the store does not have it.

    Args:
        snapshot: Where to look.
        key: Catalog key of the document.
        passage: Number of the passage in it.
        names: Terms of the passage that name something.
    """
    found = snapshot.find(key)
    if found is None or not 0 <= passage < found.last - found.first:
        return None
    first, last = found
    at = first + passage

    def around(reach: int) -> Vectors:
        begin, end = max(first, at - reach), min(last, at + reach + 1)
        return read(snapshot, Stretches(np.array([begin]), np.array([end])))

    own = around(0)
    length = int(snapshot.lengths_of(np.array([at]))[0])
    return Query(own, around(NEAR), around(AROUND), length, _among(snapshot, own.terms, names), key)


def text_query(snapshot: Snapshot, text: str, key: int | None = None) -> Query:
    """Look for what a text says; words that are nowhere make all else less similar to it.

    Args:
        snapshot: Where to look.
        text: Any text.
        key: A document to leave out.
    """
    held = Counter(term.term for term in terms(text))
    distinct = sorted(held)
    numbers = snapshot.numbers(distinct)
    known = numbers != UNKNOWN
    counts = np.array([min(held[term], MOST) for term in distinct], dtype=np.int64)[known]
    own = weigh(snapshot, 1, np.zeros(len(counts), dtype=np.int64), numbers[known], counts)
    unknown = len(distinct) - len(counts)
    if len(counts):
        weights = (1 + np.log(own.counts)) * snapshot.idf[own.terms]
        square = float(weights @ weights)
        scale = (square / (square + unknown * snapshot.idf_unknown**2)) ** 0.5
        own = Vectors(1, own.rows, own.terms, own.counts, own.weights * scale)
    named = _among(snapshot, own.terms, names_in(text))
    return Query(own, own, own, held.total(), named, key, unknown)


def _among(snapshot: Snapshot, terms: Array, names: Collection[str]) -> NDArray[np.bool_]:
    """Which terms are among some names."""
    return np.isin(terms, snapshot.numbers(sorted(names)))
