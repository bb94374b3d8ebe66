"""A segment of the passage store: a share of the library's passages, in arrays that never change.

There are two ways in: the postings of a term (which passages hold it) and the contents of a passage
(which terms it holds). The passages of a document follow one another, so that the document and the
neighbourhood of a passage are each one stretch of contents.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, places_of, sizes, stretches
from index.columnar.contents import ListedSegment
from index.columnar.segment import Segment
from index.related.schema import TERMS

MOST = 255
"""A term that is more often in a passage counts so often."""


BATCH = 50_000
"""Passages whose contents are looked at at a time."""


class PassageSegment:
    """N passages of D documents, those since removed included, which hold T terms."""

    def __init__(self, segment: Segment, listed: ListedSegment) -> None:
        """Take the arrays, and what the table of contents says of them."""
        self.segment = segment
        """The arrays as the codec keeps them."""
        self.removed = listed.removed
        """Passages that are no longer in the library."""
        self.postings = segment.field(TERMS)
        """Which passages hold each term."""
        self.lengths: Array = self.postings.lengths
        """(N,) words of each passage that count."""
        self.live = listed.live()
        """(N,) which passages are in the library."""

    def __len__(self) -> int:
        return self.segment.documents

    @cached_property
    def edges(self) -> Ints:
        """(D + 1,) first passage of each document, and one past the last passage of all."""
        return np.append(np.flatnonzero(self.segment.column("passage") == 0), len(self))

    @cached_property
    def keys(self) -> Ints:
        """(D,) catalog keys of the documents."""
        return self.segment.column("document")[self.edges[:-1]]

    @cached_property
    def versions(self) -> Ints:
        """(D,) versions of the documents."""
        return self.segment.column("version")[self.edges[:-1]]

    @cached_property
    def documents(self) -> Ints:
        """Numbers of the documents that are in the library, ascending."""
        return np.flatnonzero(self.live[self.edges[:-1]])

    @cached_property
    def words(self) -> int:
        """How many words of passages in the library count."""
        return int(self.lengths[self.live].sum(dtype=np.int64))

    @cached_property
    def frequencies(self) -> NDArray[np.int32]:
        """(T,) in how many passages of the library each term is."""
        return sizes(self.postings.edges).astype(np.int32) - self._held_by(~self.live)

    def without(self, listed: ListedSegment) -> "PassageSegment":
        """The same segment when more of its passages are no longer in the library."""
        after = PassageSegment(self.segment, listed)
        after.edges, after.keys, after.versions = self.edges, self.keys, self.versions
        after.frequencies = self.frequencies - self._held_by(self.live & ~after.live)
        return after

    def _held_by(self, some: NDArray[np.bool_]) -> NDArray[np.int32]:
        """(T,) in how many of some passages each term is."""
        words = self.postings.words
        found = np.zeros(len(words), dtype=np.int32)
        width = int(words.max(initial=0)) + 1
        passages = np.flatnonzero(some)
        for first in range(0, len(passages), BATCH):
            batch = passages[first : first + BATCH]
            terms = self.contents(batch, batch + 1)[1]
            found += np.bincount(terms, minlength=width)[words].astype(np.int32)
        return found

    @property
    def _vectors(self) -> tuple[Array, Array, Array]:
        """Where the contents of each passage begin, their terms, and how often each is there."""
        found = self.postings
        assert found.vector_edges is not None
        assert found.vector_words is not None
        assert found.vector_counts is not None
        return found.vector_edges, found.vector_words, found.vector_counts

    def documents_of(self, passages: Array) -> Ints:
        """The number in this segment of each passage's document."""
        return np.searchsorted(self.edges, passages, side="right") - 1

    def contents(self, begins: Array, ends: Array) -> tuple[Ints, Array, Array]:
        """What some stretches of passages hold, one after the other.

        Args:
            begins: (R,) first passage of each.
            ends: (R,) one past the last.

        Returns:
            The number of the stretch, the term, and how often it is in the passage.
        """
        edges, terms, counts = self._vectors
        firsts = edges[begins].astype(np.int64)
        lengths = edges[ends] - firsts
        places = stretches(firsts, lengths)
        return np.repeat(np.arange(len(begins)), lengths), terms[places], np.minimum(counts[places], MOST)

    def postings_of(self, terms: Array) -> tuple[Ints, Ints, Array]:
        """The postings of some terms, one after the other.

        Returns:
            How many each term has, the passages that hold it, and how often it is in each.
        """
        field = self.postings
        at, there = places_of(terms, field.words)
        begins = field.edges[at[there]].astype(np.int64)
        ends = field.edges[at[there] + 1].astype(np.int64)
        each = np.zeros(len(terms), dtype=np.int64)
        each[there] = ends - begins
        passages, counts = np.empty(each.sum(), dtype=np.int64), np.empty(each.sum(), field.counts.dtype)
        first = 0
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
            last = first + end - begin
            passages[first:last] = field.documents[begin:end]
            counts[first:last] = field.counts[begin:end]
            first = last
        return each, passages, counts
