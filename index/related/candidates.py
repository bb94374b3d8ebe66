"""Chooses the passages that are worth comparing with a passage in full."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints
from index.related.query import NEAR, Query
from index.related.snapshot import K1, Snapshot, brake
from index.related.vectors import Floats, Stretches, Vectors

POSTINGS = 200_000
"""Postings read for the words of a passage, the rarest first, and as many for its neighbourhood."""

CANDIDATES = 600
"""Passages that are chosen, at most."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """C passages of documents in the library."""

    numbers: Array
    """(C,) number of the passage in the snapshot."""
    firsts: Array
    """(C,) first passage of its document."""
    lasts: Array
    """(C,) one past the last passage of its document."""
    keys: Array
    """(C,) catalog key of its document."""
    lengths: Array
    """(C,) words of it that count."""

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def passages(self) -> Array:
        """(C,) number of the passage in its document."""
        return self.numbers - self.firsts

    def take(self, which: Array) -> "Candidates":
        """Some of them."""
        return Candidates(
            self.numbers[which],
            self.firsts[which],
            self.lasts[which],
            self.keys[which],
            self.lengths[which],
        )

    def stretches(self, reach: int) -> Stretches:
        """Each with so many passages of its document on either side."""
        begins = np.maximum(self.numbers - reach, self.firsts)
        return Stretches(begins, np.minimum(self.numbers + reach + 1, self.lasts))

    def best(self, scores: Floats) -> Array:
        """The best candidate of each document, the best of all first; keys and numbers settle ties."""
        order = np.lexsort((self.passages, self.keys, -scores))
        _, first = np.unique(self.keys[order], return_index=True)
        return order[np.sort(first)]


def saturation(snapshot: Snapshot, counts: Array, lengths: Array | int) -> Floats:
    """What counts of a term in passages of some lengths are worth (BM25), between 0 and K1 + 1."""
    brakes = brake(np.asarray(lengths, dtype=np.float64), snapshot.mean_length)
    return np.asarray(counts * (K1 + 1) / (counts + brakes), dtype=np.float64)


def own_score(snapshot: Snapshot, query: Query) -> float:
    """The BM25 score that the query would have among the candidates."""
    known = snapshot.idf[query.own.terms] @ saturation(snapshot, query.own.counts, query.length)
    lost = query.unknown * snapshot.idf_unknown * saturation(snapshot, np.array([1]), query.length)[0]
    return float(known + lost)


def choose(snapshot: Snapshot, query: Query) -> Candidates:
    """The passages that share a word with the query; where there are too many, the most promising."""
    scores, sums = _promises(snapshot, query)
    _leave_out(snapshot, query.key, scores)
    touched = np.flatnonzero(scores > 0)
    if len(touched) > CANDIDATES:
        nearness = sum(sums[touched + at] for at in range(2 * NEAR + 1))
        promise = scores[touched] / np.float32(own_score(snapshot, query)) + nearness
        touched = np.sort(touched[np.argpartition(-promise, CANDIDATES)[:CANDIDATES]])
    return _describe(snapshot, touched)


def _affordable(snapshot: Snapshot, vector: Vectors) -> Array:
    """The entries whose postings are read: the rarest terms, and the rarest of all in any case."""
    order = np.argsort(-snapshot.idf[vector.terms], kind="stable")
    cost = np.cumsum(snapshot.frequencies[vector.terms[order]])
    return order[: max(1, int(np.searchsorted(cost, POSTINGS, side="right")))]


def _promises(snapshot: Snapshot, query: Query) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """What makes passages worth a look, as far as the postings that can be afforded tell.

    Returns:
        (N,) the BM25 score of each passage, and, from the NEAR-th on, what each adds to the
        nearness of its neighbourhood: about its cosine, as if all neighbourhoods were of the same
        weight and each term once in them.
    """
    terms, ours, theirs = _weights(snapshot, query)
    scores = np.zeros(snapshot.size, dtype=np.float32)
    sums = np.zeros(snapshot.size + 2 * NEAR, dtype=np.float32)
    for one, base in zip(snapshot.segments, snapshot.bases.tolist(), strict=True):
        sizes, passages, counts = one.postings_of(terms)
        near = sums[base + NEAR : base + NEAR + len(one)]
        np.add.at(near, passages, np.repeat(theirs, sizes))
        own = slice(0, int(sizes[: len(ours)].sum()))
        worth = snapshot.once[base : base + len(one)].take(passages[own])
        more = np.flatnonzero(counts[own] > 1)
        worth[more] = _repeated(worth[more], counts[more])
        worth *= np.repeat(ours, sizes[: len(ours)])
        np.add.at(scores[base : base + len(one)], passages[own], worth)
    return scores, sums


def _weights(snapshot: Snapshot, query: Query) -> tuple[Array, NDArray[np.float32], NDArray[np.float32]]:
    """The terms whose postings are read, those of the query itself first.

    Returns:
        The terms, the weight in the query of each that is its own, and of each in its neighbourhood.
    """
    own, near = _affordable(snapshot, query.own), _affordable(snapshot, query.near)
    ours, around = query.own.terms[own], query.near.terms[near]
    terms = np.concatenate([ours, np.setdiff1d(around, ours)])
    theirs = np.zeros(len(terms), dtype=np.float32)
    if len(near):
        idf = snapshot.idf[query.near.terms]
        norm = float((1 + np.log(query.near.counts[0])) * idf[0] / query.near.weights[0])
        order = np.argsort(terms)
        places = order[np.searchsorted(terms, around, sorter=order)]
        theirs[places] = (query.near.weights * idf / norm)[near]
    return terms, snapshot.idf[ours].astype(np.float32), theirs


def _repeated(once: NDArray[np.float32], counts: Array) -> NDArray[np.float32]:
    """What several occurrences of a term are worth in passages in which one is worth so much."""
    brakes = np.float32(K1 + 1) / once - 1
    return np.asarray(counts * np.float32(K1 + 1) / (counts + brakes), dtype=np.float32)


def _leave_out(snapshot: Snapshot, key: int | None, scores: NDArray[np.float32]) -> None:
    """Take away what passages score that are no longer there, and those of the query's own document."""
    for one, base in zip(snapshot.segments, snapshot.bases.tolist(), strict=True):
        if one.removed:
            scores[base : base + len(one)] *= one.live
    own = snapshot.find(key) if key is not None else None
    if own is not None:
        scores[own.first : own.last] = 0


def _describe(snapshot: Snapshot, numbers: Ints) -> Candidates:
    """Look up what is to be known of some passages."""
    firsts, lasts, keys = (np.zeros(len(numbers), dtype=np.int64) for _ in range(3))
    for one, which, base in snapshot.shares(numbers):
        documents = one.documents_of(numbers[which] - base)
        firsts[which] = one.edges[documents] + base
        lasts[which] = one.edges[documents + 1] + base
        keys[which] = one.keys[documents]
    return Candidates(numbers, firsts, lasts, keys, snapshot.lengths_of(numbers))
