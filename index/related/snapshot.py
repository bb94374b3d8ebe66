"""One state of the passage store, for any number of threads to read.

A passage is known by its number in the snapshot, a term by its number in the vocabulary. Passages
that are no longer in the library keep their number until their segment is written anew, and count
for nothing.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints
from index.columnar.files import let_go
from index.columnar.state import State
from index.columnar.strings import encode
from index.columnar.vocabulary import UNKNOWN
from index.related.schema import TERMS
from index.related.segment import PassageSegment

K1 = 0.9
"""How soon a term that is repeated counts no more (BM25); this and B as Anserini has them for passages,
whose lengths tell less than those of documents (Yang, Fang and Lin 2017)."""

B = 0.4
"""How much a long passage is marked down (BM25)."""


class Stretch(NamedTuple):
    """Passages that follow one another."""

    first: int
    """The first of them."""
    last: int
    """One past the last."""


class Share(NamedTuple):
    """Those of some passages that one segment holds."""

    segment: PassageSegment
    """The segment."""
    which: Ints
    """Their places among all that were asked for."""
    base: int
    """Number of the segment's first passage in the snapshot."""


def brake(lengths: Array, mean: float) -> Array:
    """What holds back the worth of a term in passages of some lengths (BM25)."""
    return K1 * (1 - B + B * lengths / (mean or 1))


class Snapshot:
    """The segments that make up the store."""

    def __init__(self, state: State, before: "Snapshot | None" = None) -> None:
        """Take a state of the index, and the snapshot before it, for what it has found out already."""
        self.state = state
        """The state."""
        known = {one.segment.name: one for one in (before.segments if before else ())}
        segments: list[PassageSegment] = []
        for held in state.held:
            same = known.get(held.segment.name)
            if same is None:
                same = PassageSegment(held.segment, held.listed)
            elif same.removed != held.listed.removed:
                same = same.without(held.listed)
            segments.append(same)
        self.segments: tuple[PassageSegment, ...] = tuple(segments)
        """Its segments in the order of their passages."""
        self.bases: Ints = np.array([held.base for held in state.held], dtype=np.int64)
        """(S,) number of the first passage of each."""
        self.size = state.size
        """Passage numbers, those of removed passages included."""
        self.passages = sum(int(np.count_nonzero(one.live)) for one in segments)
        """Number of passages that are in the library."""
        words = sum(one.words for one in segments)
        self.mean_length = words / self.passages if self.passages else 0.0
        """Words that count in a passage, on average."""
        self.vocabulary = state.vocabulary(TERMS)
        """The terms."""

    def contents(self) -> dict[int, int]:
        """Key and version of every document."""
        found: dict[int, int] = {}
        for one in self.segments:
            keys, versions = one.keys[one.documents], one.versions[one.documents]
            found.update(zip(keys.tolist(), versions.tolist(), strict=True))
        return found

    def find(self, key: int) -> Stretch | None:
        """The passages of a document, if it is here."""
        keys, firsts, lasts = self._documents
        at = int(np.searchsorted(keys, key))
        if at == len(keys) or keys[at] != key:
            return None
        return Stretch(int(firsts[at]), int(lasts[at]))

    @cached_property
    def _documents(self) -> tuple[Ints, Ints, Ints]:
        """The keys of all documents, ascending, the first passage of each, and one past the last."""
        nothing = np.empty(0, dtype=np.int64)
        keys, firsts, lasts = [nothing], [nothing], [nothing]
        for one, base in zip(self.segments, self.bases.tolist(), strict=True):
            keys.append(one.keys[one.documents])
            firsts.append(one.edges[one.documents] + base)
            lasts.append(one.edges[one.documents + 1] + base)
        all_keys = np.concatenate(keys)
        order = np.argsort(all_keys, kind="stable")
        return all_keys[order], np.concatenate(firsts)[order], np.concatenate(lasts)[order]

    def shares(self, passages: Array) -> Iterator[Share]:
        """Go through the segments that hold some passages."""
        owners = np.searchsorted(self.bases, passages, side="right") - 1
        for number in np.unique(owners).tolist():
            which = np.flatnonzero(owners == number)
            yield Share(self.segments[number], which, int(self.bases[number]))

    def lengths_of(self, passages: Array) -> Ints:
        """Words of some passages that count."""
        found = np.zeros(len(passages), dtype=np.int64)
        for one, which, base in self.shares(passages):
            found[which] = one.lengths[passages[which] - base]
        return found

    @cached_property
    def frequencies(self) -> NDArray[np.int32]:
        """(V,) in how many passages each term is."""
        found = np.zeros(len(self.vocabulary), dtype=np.int32)
        for one in self.segments:
            found[one.postings.words] += one.frequencies
        return found

    @cached_property
    def idf(self) -> NDArray[np.float64]:
        """(V,) how telling each term is: ln((N - n + 1/2) / (n + 1/2) + 1) for one in n of N passages."""
        return np.log((self.passages + 1) / (self.frequencies + 0.5))

    @cached_property
    def once(self) -> NDArray[np.float32]:
        """What a term that is once in a passage is worth in each, before its idf (BM25)."""
        found = np.empty(self.size, dtype=np.float32)
        for one, base in zip(self.segments, self.bases.tolist(), strict=True):
            found[base : base + len(one)] = (K1 + 1) / (1 + brake(one.lengths, self.mean_length))
        return found

    def let_go(self) -> None:
        """Give back the memory that was taken by reading here and there all over the files.

        A few answers would come to take as much as all files together, and cost 3 ms more this way.
        """
        for one in self.segments:
            let_go(one.segment.arrays)

    @property
    def idf_unknown(self) -> float:
        """How telling a term is that is nowhere."""
        return math.log((self.passages + 1) / 0.5)

    @property
    def rare(self) -> float:
        """The idf of a term that is in about as many passages as the square root of their number."""
        return self.idf_unknown / 2

    def numbers(self, terms: Sequence[str]) -> Ints:
        """The numbers of terms; UNKNOWN where no passage holds one."""
        found = self.vocabulary.numbers(list(map(encode, terms)))
        known = np.flatnonzero(found != UNKNOWN)
        found[known[self.frequencies[found[known]] == 0]] = UNKNOWN
        return found

    def idf_of(self, term: str) -> float:
        """How telling one term is."""
        number = self.vocabulary.number(term)
        return self.idf_unknown if number == UNKNOWN else float(self.idf[number])
