"""The prints of all quotations of a library, as one array: which documents have which of some prints."""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Ints, starts

_BITS = 16
_STRETCH = 1 << 20
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

    def having(self, wanted: Collection[int]) -> tuple[Ints, Ints]:
        """The keys of the documents that have one of some prints or more, and how many of them."""
        if not wanted or not len(self._prints):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        sought = np.array(sorted(wanted), np.uint32)
        may = np.zeros(1 << _BITS, np.bool_)
        may[sought >> np.uint32(32 - _BITS)] = True
        places = []
        for first in range(0, len(self._prints), _STRETCH):
            stretch = self._prints[first : first + _STRETCH]
            near = np.flatnonzero(may[stretch >> np.uint32(32 - _BITS)])
            places.append(near[np.isin(stretch[near], sought)] + first)
        found = np.searchsorted(self._edges, np.concatenate(places), side="right") - 1
        numbers, counts = np.unique(found, return_counts=True)
        return self._keys[numbers], counts.astype(np.int64)
