"""The prints of all quotations of a library, as one array: which documents have which of some prints."""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Ints, starts

_BITS = 16
_STRETCH = 1 << 16
"""Prints that are looked at in one go."""


class Prints:
    """The prints of each document, in the order of the documents' keys."""

    def __init__(self, kept: Iterable[tuple[int, bytes]]) -> None:
        """Take (document, prints as little-endian numbers of four bytes) in the order of the keys."""
        pairs = list(kept)
        self._keys = np.array([key for key, _ in pairs], np.int64)
        self._edges = starts(np.array([len(prints) // 4 for _, prints in pairs], np.int64))
        self._prints: NDArray[np.uint32] = np.frombuffer(b"".join(prints for _, prints in pairs), "<u4")

    @property
    def nbytes(self) -> int:
        """Memory that it takes."""
        return self._keys.nbytes + self._edges.nbytes + self._prints.nbytes

    def having(self, *wanted: Collection[int]) -> list[tuple[Ints, Ints]]:
        """For each of some sets of prints the keys of the documents that have any, and how many of them.

        All prints are looked at once, whatever the number of sets.
        """
        nothing = np.zeros(0, np.int64)
        if not any(wanted) or not len(self._prints):
            return [(nothing, nothing) for _ in wanted]
        sets = [np.array(sorted(one), np.uint32) for one in wanted]
        sought = np.concatenate(sets)
        may = np.zeros(1 << _BITS, np.bool_)
        may[sought >> np.uint32(32 - _BITS)] = True
        # The upper half of each number: to take it apart from the lower one costs more than all else
        upper = self._prints.view("<u2")[1::2]
        near = np.concatenate(
            [
                np.flatnonzero(may[upper[first : first + _STRETCH]]) + first
                for first in range(0, len(upper), _STRETCH)
            ]
        )
        near = near[np.isin(self._prints[near], sought)]
        documents = np.searchsorted(self._edges, near, side="right") - 1
        found = []
        for one in sets:
            numbers, counts = np.unique(documents[np.isin(self._prints[near], one)], return_counts=True)
            found.append((self._keys[numbers], counts.astype(np.int64)))
        return found
