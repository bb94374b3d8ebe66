"""Numbered things of which some go and others come in between, and what is kept of each in arrays."""

from collections.abc import Collection, Sequence

import numpy as np

from index.columnar.arrays import Array, Ints


class Splice:
    """Which of some things go, and where others come: what is kept of all is put together from stretches."""

    def __init__(self, size: int, gone: Collection[int], places: Sequence[int]) -> None:
        """Say what changes.

        Args:
            size: How many things there were.
            gone: The numbers of those that go.
            places: For each that comes the number of the one before which it comes, ascending; `size` for
                the end.
        """
        self._pieces: list[tuple[bool, int, int]] = []
        at = come = 0
        leaving = set(gone)
        for number in sorted({*leaving, *places, size}):
            self._add(False, at, number)
            first = come
            while come < len(places) and places[come] == number:
                come += 1
            self._add(True, first, come)
            at = number + 1 if number in leaving else number
        origins = self.of(np.arange(size), -1 - np.arange(len(places)))
        was_there = origins >= 0
        self.stayed: Ints = np.full(size, -1, np.int64)
        """(size,) the new number of each that was there; -1 of those that go."""
        self.stayed[origins[was_there]] = np.flatnonzero(was_there)
        self.came: Ints = np.flatnonzero(~was_there)
        """The number of each that comes."""

    def _add(self, is_new: bool, begin: int, end: int) -> None:
        if begin < end:
            self._pieces.append((is_new, begin, end))

    def of(self, old: Array, new: Array) -> Array:
        """What is kept in one place for each: of those that were there, and of those that come."""
        return np.concatenate([old[:0], *((new if is_new else old)[a:b] for is_new, a, b in self._pieces)])

    def of_stretches(self, old: Array, old_edges: Array, new: Array, new_edges: Array) -> Array:
        """What is kept in a stretch for each.

        Args:
            old: What is kept of those that were there, one after the other.
            old_edges: Where the stretch of each begins, and where the last one ends.
            new: The same of those that come.
            new_edges: Where their stretches begin, and where the last one ends.
        """
        pieces = [old[:0]]
        for is_new, first, last in self._pieces:
            values, edges = (new, new_edges) if is_new else (old, old_edges)
            pieces.append(values[edges[first] : edges[last]])
        return np.concatenate(pieces)
