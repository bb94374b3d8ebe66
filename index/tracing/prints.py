"""The prints of all quotations of a library, as arrays: which documents have which of some prints."""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Ints, starts, stretches

_HALF = 16
"""Bits by which prints are put together; the others are looked through."""
_AT_ONCE = 1 << 20
"""Prints that are put in their places in one go."""


class Prints:
    """The prints of each document, those with the same upper half side by side."""

    def __init__(self, kept: Iterable[tuple[int, bytes]]) -> None:
        """Take (document, prints as little-endian numbers of four bytes) in the order of the keys."""
        pairs = list(kept)
        self._keys = np.array([key for key, _ in pairs], np.int64)
        sizes = np.array([len(prints) // 4 for _, prints in pairs], np.int64)
        halves: NDArray[np.uint16] = np.frombuffer(b"".join(prints for _, prints in pairs), "<u2")
        lower, upper = halves[::2], halves[1::2]
        owners = np.repeat(np.arange(len(pairs), dtype=np.uint32), sizes)
        ranges = [slice(first, first + _AT_ONCE) for first in range(0, len(lower), _AT_ONCE)]
        counts = [np.bincount(upper[some], minlength=1 << _HALF) for some in ranges]
        self._edges = starts(np.sum([np.zeros(1 << _HALF, np.int64), *counts], axis=0))
        self._lower = np.empty(len(lower), np.uint16)
        self._owners = np.empty(len(lower), np.uint32)
        free = self._edges[:-1].copy()
        for some, count in zip(ranges, counts, strict=True):
            order = np.argsort(upper[some], kind="stable")
            places = stretches(free, count)
            self._lower[places] = lower[some][order]
            self._owners[places] = owners[some][order]
            free += count

    @property
    def nbytes(self) -> int:
        """Memory that it takes."""
        return self._keys.nbytes + self._edges.nbytes + self._lower.nbytes + self._owners.nbytes

    def having(self, *wanted: Collection[int]) -> list[tuple[Ints, Ints]]:
        """For each of some sets of prints the keys of the documents that have any, and how many of them."""
        found = []
        for one in wanted:
            sought = np.array(sorted(one), np.uint32)
            upper = (sought >> _HALF).astype(np.int64)
            sizes = self._edges[upper + 1] - self._edges[upper]
            places = stretches(self._edges[upper], sizes)
            places = places[self._lower[places] == np.repeat(sought.astype(np.uint16), sizes)]
            numbers, counts = np.unique(self._owners[places], return_counts=True)
            found.append((self._keys[numbers], counts.astype(np.int64)))
        return found
