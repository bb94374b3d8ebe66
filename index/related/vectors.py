"""Vectors of stretches of passages: TF-IDF weights of the terms they hold, counted together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array
from index.related.snapshot import Snapshot

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stretches:
    """R stretches of passages that follow one another, each within one document."""

    begins: Array
    """(R,) first passage."""
    ends: Array
    """(R,) one past the last."""

    def __len__(self) -> int:
        return len(self.begins)


@dataclass(frozen=True, slots=True)
class Vectors:
    """R sparse vectors: E entries in any order, no term twice in a row."""

    size: int
    """R."""
    rows: Array
    """(E,) the row of each entry."""
    terms: Array
    """(E,) its term's number in the snapshot."""
    counts: Array
    """(E,) how often the term is there, as any kind of integer."""
    weights: Floats
    """(E,) (1 + ln count) x idf, each row scaled to length 1."""

    def dot(self, dense: Floats) -> Floats:
        """(R,) products with a vector that has a place for every term of the snapshot."""
        products = np.bincount(self.rows, self.weights * dense[self.terms], minlength=self.size)
        return np.asarray(products, dtype=np.float64)

    def take(self, which: Array) -> "Vectors":
        """Some of the rows, told in ascending order."""
        after = np.full(self.size, -1, dtype=np.int64)
        after[which] = np.arange(len(which))
        rows = after[self.rows]
        kept = np.flatnonzero(rows >= 0)
        return Vectors(len(which), rows[kept], self.terms[kept], self.counts[kept], self.weights[kept])


def together(*parts: Vectors) -> Vectors:
    """The rows of some vectors, one after the other."""
    bases = np.cumsum([0, *(part.size for part in parts)])
    return Vectors(
        int(bases[-1]),
        np.concatenate([part.rows + base for part, base in zip(parts, bases[:-1], strict=True)]),
        np.concatenate([part.terms for part in parts]),
        np.concatenate([part.counts for part in parts]),
        np.concatenate([part.weights for part in parts]),
    )


def read(snapshot: Snapshot, where: Stretches) -> Vectors:
    """The vectors of some stretches."""
    rows, terms, counts = [], [], []
    for one, mine, base in snapshot.shares(where.begins):
        row, term, count = one.contents(where.begins[mine] - base, where.ends[mine] - base)
        rows.append(mine[row])
        terms.append(term)
        counts.append(count)
    if not rows:
        nothing = np.empty(0, dtype=np.int64)
        return weigh(snapshot, len(where), nothing, nothing, nothing)
    parts = np.concatenate(rows), np.concatenate(terms), np.concatenate(counts)
    if int((where.ends - where.begins).max()) > 1:
        parts = _together(*parts)
    return weigh(snapshot, len(where), *parts)


def weigh(snapshot: Snapshot, size: int, rows: Array, terms: Array, counts: Array) -> Vectors:
    """Vectors from rows, terms and counts; no term comes twice in a row."""
    weights = (1 + np.log(counts, dtype=np.float64)) * snapshot.idf[terms]
    norms = np.sqrt(np.bincount(rows, weights * weights, minlength=size))
    return Vectors(size, rows, terms, counts, weights / norms[rows])


def _together(rows: Array, terms: Array, counts: Array) -> tuple[Array, Array, Array]:
    """Count a term that comes in several passages of a row once, with all of its occurrences."""
    packed = np.sort(rows.astype(np.int64) << 40 | terms.astype(np.int64) << 8 | counts)
    first = np.flatnonzero(np.diff(packed >> 8, prepend=-1))
    counts = np.add.reduceat(packed & 0xFF, first) if len(first) else first
    return packed[first] >> 40, packed[first] >> 8 & 0xFFFFFFFF, counts
