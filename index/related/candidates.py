"""Chooses the passages that are worth comparing with a passage in full."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.related.query import Query
from index.related.segment import Array
from index.related.snapshot import K1, Snapshot, brake
from index.related.vectors import Floats, Stretches, Vectors

POSTINGS = 200_000
"""Postings read for the words of a passage, the rarest first, and as many for its neighbourhood."""

CANDIDATES = 600
"""Passages that are chosen, at most."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """C passages of documents in the library."""

    segments: Array
    """(C,) number of the segment."""
    passages: Array
    """(C,) number of the passage in the segment."""
    firsts: Array
    """(C,) first passage of its document."""
    lasts: Array
    """(C,) one past the last passage of its document."""
    keys: Array
    """(C,) catalog key of its document."""
    lengths: Array
    """(C,) words of it that count."""

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def numbers(self) -> Array:
        """(C,) number of the passage in its document."""
        return self.passages - self.firsts

    def take(self, which: Array) -> "Candidates":
        """Some of them."""
        return Candidates(
            self.segments[which],
            self.passages[which],
            self.firsts[which],
            self.lasts[which],
            self.keys[which],
            self.lengths[which],
        )

    def stretches(self, reach: int) -> Stretches:
        """Each with so many passages of its document on either side."""
        begins = np.maximum(self.passages - reach, self.firsts)
        return Stretches(self.segments, begins, np.minimum(self.passages + reach + 1, self.lasts))

    def best(self, scores: Floats) -> Array:
        """The best candidate of each document, the best of all first; keys and numbers settle ties."""
        order = np.lexsort((self.numbers, self.keys, -scores))
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
    own = own_score(snapshot, query)
    terms = _affordable(snapshot, query.own)
    near = _affordable(snapshot, query.near)
    segments, passages, promises = [], [], []
    for number in range(len(snapshot.held)):
        scores = _bm25(snapshot, number, query.own.terms[terms])
        _leave_out(snapshot, number, query.key, scores)
        touched = np.flatnonzero(scores > 0)
        promise = scores[touched] / own
        if len(touched) > CANDIDATES:
            promise = promise + _nearness(snapshot, number, query.near, near, touched)
            kept = np.argpartition(-promise, CANDIDATES)[:CANDIDATES]
            touched, promise = touched[kept], promise[kept]
        segments.append(np.full(len(touched), number))
        passages.append(touched)
        promises.append(promise)
    if not segments:
        return _describe(snapshot, np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    where, which = np.concatenate(segments), np.concatenate(passages)
    if len(which) > CANDIDATES:
        kept = np.argpartition(-np.concatenate(promises), CANDIDATES)[:CANDIDATES]
        where, which = where[kept], which[kept]
    return _describe(snapshot, where, which)


def _affordable(snapshot: Snapshot, vector: Vectors) -> Array:
    """The entries whose postings are read: the rarest terms, and the rarest of all in any case."""
    order = np.argsort(-snapshot.idf[vector.terms], kind="stable")
    cost = np.cumsum(snapshot.frequencies[vector.terms[order]])
    return order[: max(1, int(np.searchsorted(cost, POSTINGS, side="right")))]


def _postings(snapshot: Snapshot, number: int, terms: Array) -> list[slice]:
    """Where a segment has the postings of each of some terms."""
    numbers = snapshot.numbers[number]
    edges = snapshot.held[number].segment.posting_starts
    places = np.minimum(np.searchsorted(numbers, terms), len(numbers) - 1)
    there = numbers[places] == terms if len(numbers) else np.zeros(len(terms), dtype=bool)
    begins = np.where(there, edges[places], 0)
    ends = np.where(there, edges[places + 1], 0)
    return [slice(begin, end) for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]


def _bm25(snapshot: Snapshot, number: int, terms: Array) -> NDArray[np.float32]:
    """For each passage of a segment its BM25 score."""
    segment = snapshot.held[number].segment
    brakes = snapshot.brakes[number]
    scores = np.zeros(segment.passages, dtype=np.float32)
    idf = (snapshot.idf[terms] * (K1 + 1)).astype(np.float32)
    for there, weight in zip(_postings(snapshot, number, terms), idf, strict=True):
        passages = segment.posting_passages[there]
        counts = segment.posting_counts[there]
        scores[passages] += weight * counts / (counts + brakes[passages])
    return scores


def _nearness(snapshot: Snapshot, number: int, near: Vectors, entries: Array, touched: Array) -> Floats:
    """About the cosine of neighbourhoods, as if all were of the same weight and each term once in them."""
    segment = snapshot.held[number].segment
    sums = np.zeros(segment.passages + 2, dtype=np.float32)
    inner = sums[1:-1]
    idf = snapshot.idf[near.terms]
    norm = float((1 + np.log(near.counts[0])) * idf[0] / near.weights[0])
    weights = (near.weights * idf / norm).astype(np.float32)[entries]
    for there, weight in zip(_postings(snapshot, number, near.terms[entries]), weights, strict=True):
        inner[segment.posting_passages[there]] += weight
    return np.asarray(sums[touched] + sums[touched + 1] + sums[touched + 2], dtype=np.float64)


def _leave_out(snapshot: Snapshot, number: int, key: int | None, scores: NDArray[np.float32]) -> None:
    """Take away what documents score that are no longer there, and the query's own."""
    segment = snapshot.held[number].segment
    for document in snapshot.held[number].removed:
        scores[segment.document_starts[document] : segment.document_starts[document + 1]] = 0
    place = snapshot.find(key) if key is not None else None
    if place is not None and place.segment == number:
        first, last = segment.document_starts[place.document : place.document + 2]
        scores[first:last] = 0


def _describe(snapshot: Snapshot, segments: Array, passages: Array) -> Candidates:
    """Look up what is to be known of some passages."""
    firsts, lasts, keys, lengths = (np.zeros(len(passages), dtype=np.int64) for _ in range(4))
    for number, one in enumerate(snapshot.held):
        mine = segments == number
        documents = one.segment.documents_of(passages[mine])
        firsts[mine] = one.segment.document_starts[documents]
        lasts[mine] = one.segment.document_starts[documents + 1]
        keys[mine] = one.segment.document_keys[documents]
        lengths[mine] = one.segment.lengths[passages[mine]]
    return Candidates(segments, passages, firsts, lasts, keys, lengths)
