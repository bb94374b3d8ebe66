"""One state of the passage store, for any number of threads to read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.related.segment import Array, Segment, hash_terms

K1 = 1.2
"""How soon a term that is repeated counts no more (BM25)."""

B = 0.75
"""How much a long passage is marked down (BM25)."""

UNKNOWN = -1
"""The number of a term that no passage holds."""


@dataclass(frozen=True, slots=True)
class Held:
    """A segment as part of a snapshot."""

    segment: Segment
    """Its arrays."""
    removed: tuple[int, ...] = ()
    """Numbers of its documents that are no longer in the library."""

    def live(self) -> NDArray[np.bool_]:
        """(D,) which of its documents are in the library."""
        live = np.ones(self.segment.documents, dtype=bool)
        live[list(self.removed)] = False
        return live


class Place(NamedTuple):
    """Where the store has a document."""

    segment: int
    """Number of the segment in the snapshot."""
    document: int
    """Number of the document in the segment."""


def brake(lengths: Array, mean: float) -> Array:
    """What holds back the worth of a term in passages of some lengths (BM25)."""
    return K1 * (1 - B + B * lengths / (mean or 1))


class Snapshot:
    """The segments that make up the store, under one numbering of terms.

    How many passages hold a term is counted over all that is on disk: documents that were removed
    or replaced count on until their segment is written anew.
    """

    def __init__(self, held: Sequence[Held]) -> None:
        self.held = tuple(held)
        """The segments."""
        self.live = tuple(one.live() for one in held)
        """For each of them, which documents are in the library."""
        self.passages = sum(one.segment.passages for one in held)
        """Number of passages."""
        words = sum(int(one.segment.lengths.sum(dtype=np.int64)) for one in held)
        self.mean_length = words / self.passages if self.passages else 0.0
        """Words that count in a passage, on average."""

    def contents(self) -> dict[int, int]:
        """Key and version of every document."""
        found: dict[int, int] = {}
        for one, live in zip(self.held, self.live, strict=True):
            keys, versions = one.segment.document_keys[live], one.segment.document_versions[live]
            found.update(zip(keys.tolist(), versions.tolist(), strict=True))
        return found

    def find(self, key: int) -> Place | None:
        """Where a document is, if it is here."""
        if not self.held:
            return None
        keys, places = self._keys
        at = int(np.searchsorted(keys, key))
        if at == len(keys) or keys[at] != key:
            return None
        return Place(*map(int, places[at]))

    @cached_property
    def _keys(self) -> tuple[Array, Array]:
        """The keys of all documents, ascending, and where each is."""
        live = [np.flatnonzero(mask) for mask in self.live]
        keys = np.concatenate(
            [one.segment.document_keys[documents] for one, documents in zip(self.held, live, strict=True)]
        )
        places = np.concatenate(
            [np.column_stack([np.full(len(documents), n), documents]) for n, documents in enumerate(live)]
        )
        order = np.argsort(keys, kind="stable")
        return keys[order], places[order]

    @cached_property
    def _vocabulary(self) -> tuple[NDArray[np.uint64], Array, tuple[Array, ...]]:
        """The terms of all segments, in how many passages each is, and the number of each segment's terms."""
        if not self.held:
            return np.empty(0, np.uint64), np.empty(0, np.int64), ()
        if len(self.held) == 1:
            segment = self.held[0].segment
            return (
                segment.terms,
                np.diff(segment.posting_starts),
                (np.arange(len(segment.terms), dtype=np.int32),),
            )
        hashes = np.unique(np.concatenate([one.segment.terms for one in self.held]))
        frequencies = np.zeros(len(hashes), dtype=np.int64)
        numbers = []
        for one in self.held:
            places = np.searchsorted(hashes, one.segment.terms).astype(np.int32)
            frequencies[places] += np.diff(one.segment.posting_starts)
            numbers.append(places)
        return hashes, frequencies, tuple(numbers)

    @property
    def numbers(self) -> tuple[Array, ...]:
        """For each segment, the number in this snapshot of each of its terms."""
        return self._vocabulary[2]

    @property
    def frequencies(self) -> Array:
        """In how many passages each term is."""
        return self._vocabulary[1]

    @cached_property
    def idf(self) -> NDArray[np.float64]:
        """How telling each term is: ln((N - n + 1/2) / (n + 1/2) + 1) for a term in n of N passages."""
        return np.log((self.passages + 1) / (self.frequencies + 0.5))

    @cached_property
    def brakes(self) -> tuple[NDArray[np.float32], ...]:
        """For each segment what holds back the worth of a term in each of its passages."""
        return tuple(brake(one.segment.lengths, self.mean_length).astype(np.float32) for one in self.held)

    @property
    def idf_unknown(self) -> float:
        """The same for a term that is nowhere."""
        return math.log((self.passages + 1) / 0.5)

    @property
    def rare(self) -> float:
        """The idf of a term that is in about as many passages as the square root of their number."""
        return self.idf_unknown / 2

    def number(self, terms: Sequence[str]) -> Array:
        """The numbers of terms; UNKNOWN where no passage holds one."""
        known = self._vocabulary[0]
        hashes = hash_terms(terms)
        if not len(known):
            return np.full(len(hashes), UNKNOWN)
        places = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
        return np.where(known[places] == hashes, places, UNKNOWN)

    def idf_of(self, term: str) -> float:
        """How telling one term is."""
        number = int(self.number([term])[0])
        return self.idf_unknown if number == UNKNOWN else float(self.idf[number])
