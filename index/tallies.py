"""How often each entity is mentioned in each document, as arrays: any set of documents is counted quickly."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, narrow, places_of, sizes, starts
from index.columnar.splices import Splice
from index.copies.groups import Groups


class Counts(NamedTuple):
    """What was counted in some documents, by number of the entity."""

    mentions: Ints
    """How often each is mentioned."""
    documents: Ints
    """In how many of the documents."""
    sources: Ints
    """In how many, when copies of one another count as one."""


class Tallies:
    """One row for each entity of each document, those of one entity after those of another.

    All rows are gone through for any set of documents: 2 million in 5 ms, in the order in which they lie.
    """

    def __init__(self, keys: Ints, documents: Ints, mentions: Array, edges: Ints, groups: Groups) -> None:
        """Take the rows.

        Args:
            keys: (D,) keys of the documents, ascending.
            documents: (R,) which of these each row is about, ascending for each entity.
            mentions: (R,) how often the entity is mentioned there.
            edges: (E + 1,) where the rows of each entity begin, and where those of the last one end.
            groups: Which documents are copies of one another.
        """
        self.keys = keys
        """(D,) keys of the documents, ascending."""
        self._documents = documents
        self._mentions = mentions
        self._edges = edges
        self._groups = groups
        self._size = len(edges) - 1
        self._entities: Ints = np.flatnonzero(np.diff(edges))
        self._firsts: Ints = edges[self._entities]
        self._none: Ints = np.zeros(self._size, np.int64)

    @classmethod
    def of(cls, keys: Ints, documents: Array, entities: Array, size: int, groups: Groups) -> "Tallies":
        """Count mentions.

        Args:
            keys: (D,) keys of the documents, ascending: of all that are mentioned in, and of others.
            documents: (M,) key of the document of each mention, ascending.
            entities: (M,) number of the entity of each.
            size: How many entities there are.
            groups: Which documents are copies of one another.
        """
        count = max(len(keys), 1)
        new = np.diff(documents, prepend=-1) != 0
        places = np.searchsorted(keys, documents[new])
        paired = entities.astype(np.int64) * count + places[np.cumsum(new) - 1]
        paired.sort()
        rows = np.flatnonzero(np.diff(paired, prepend=-1))
        mentions = np.diff(rows, append=len(paired))
        owners, inside = np.divmod(paired[rows], count)
        edges = starts(np.bincount(owners, minlength=size))
        return cls(keys, inside, mentions.astype(narrow(int(mentions.max(initial=0)))), edges, groups)

    def spliced(self, splice: Splice, coming: "Tallies") -> "Tallies":
        """The same without the entities that go, and with those that come, counted in the same documents."""
        edges = starts(splice.of(sizes(self._edges), sizes(coming._edges)))
        between = self._edges, coming._edges
        return Tallies(
            self.keys,
            splice.of_stretches(self._documents, between[0], coming._documents, between[1]),
            splice.of_stretches(self._mentions, between[0], coming._mentions, between[1]),
            edges,
            self._groups,
        )

    @cached_property
    def all(self) -> Counts:
        """What there is in all documents."""
        return self._count(np.ones(max(len(self.keys), 1), np.uint8))

    def within(self, keys: Array) -> Counts:
        """Count in some documents.

        Args:
            keys: (D,) keys of the documents, each once, in any order.
        """
        places, known = places_of(keys, self.keys)
        inside = np.zeros(max(len(self.keys), 1), np.uint8)
        inside[places[known]] = 1
        return self._count(inside)

    @cached_property
    def _rows_of_copies(self) -> tuple[Ints, Ints, Ints]:
        """The rows of entities in two documents of a group or more, group after group.

        Returns:
            The rows, the place of the first of each entity and group, and the entity of each of these.
        """
        groups = self._groups
        rows = np.flatnonzero(groups.has(self.keys)[self._documents])
        entities = self._entities[np.searchsorted(self._firsts, rows, side="right") - 1]
        numbers = groups.of(self.keys[self._documents[rows]])
        order = np.lexsort((numbers, entities))
        rows, entities, numbers = rows[order], entities[order], numbers[order]
        new = (np.diff(entities, prepend=-1) != 0) | (np.diff(numbers, prepend=-1) != 0)
        number = np.cumsum(new) - 1
        several = np.bincount(number)[number] > 1
        firsts = np.flatnonzero(new[several])
        return rows[several], firsts, entities[several][firsts]

    def _count(self, inside: NDArray[np.uint8]) -> Counts:
        """Count in the documents that are marked with 1."""
        is_counted = inside[self._documents]
        counts = Counts(np.zeros(self._size, np.int64), np.zeros(self._size, np.int64), self._none)
        if len(is_counted):
            counts.documents[self._entities] = np.add.reduceat(is_counted, self._firsts, dtype=np.int32)
            counts = counts._replace(sources=counts.documents - self._repeated(is_counted))
            is_counted = is_counted * self._mentions
            counts.mentions[self._entities] = np.add.reduceat(is_counted, self._firsts, dtype=np.int32)
        return counts

    def _repeated(self, is_counted: NDArray[np.uint8]) -> Ints:
        """How many of the documents counted for each entity are copies of others that are counted."""
        rows, firsts, entities = self._rows_of_copies
        if not len(rows):
            return self._none
        many = np.add.reduceat(is_counted[rows], firsts, dtype=np.int64)
        repeated = np.bincount(entities, np.maximum(many - 1, 0), self._size)
        return repeated.astype(np.int64)
