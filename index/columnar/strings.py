"""Many strings in two arrays: their bytes one after the other, a line each, and where each begins."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, distinct, sizes, starts
from index.columnar.splices import Splice

_SPARSE = 64
"""Of so many strings one is kept at hand, to find the others from."""


def encode(string: str) -> bytes:
    """A string as it is kept."""
    return string.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> str:
    """A string from what is kept of it."""
    return data.decode("utf-8", "surrogatepass")


def pack(strings: Sequence[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The two arrays of some strings, none of which holds a line end."""
    blob = np.frombuffer(b"".join([string + b"\n" for string in strings]), dtype=np.uint8)
    return blob, starts(np.fromiter(map(len, strings), np.int64, len(strings)) + 1)


class Strings(Sequence[bytes]):
    """Strings by number."""

    def __init__(self, blob: Array, edges: Array) -> None:
        self.blob = blob
        """Their bytes, a line each."""
        self.edges = edges
        """Where each begins, and where the last one ends."""
        self._bytes = memoryview(blob.data)

    def __len__(self) -> int:
        return len(self.edges) - 1

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]
        return bytes(self._bytes[self.edges[number] : self.edges[number + 1] - 1])

    def take(self, numbers: Array) -> list[bytes]:
        """Some of them."""
        view = self._bytes
        begins, ends = self.edges[numbers].tolist(), (self.edges[numbers + 1] - 1).tolist()
        return [bytes(view[begin:end]) for begin, end in zip(begins, ends, strict=True)]

    def all(self) -> list[bytes]:
        """All of them."""
        return bytes(self._bytes).split(b"\n")[:-1]

    def spliced(self, splice: Splice, coming: "Strings") -> "Strings":
        """The same without those that go, and with those that come."""
        lengths = splice.of(sizes(self.edges), sizes(coming.edges))
        return Strings(splice.of_stretches(self.blob, self.edges, coming.blob, coming.edges), starts(lengths))

    def lines_at(self, offsets: "Iterable[int] | Array") -> Array:
        """The numbers of the strings in which some offsets of the blob lie, each once, ascending."""
        found = np.fromiter(offsets, np.int64) if not isinstance(offsets, np.ndarray) else offsets
        return distinct(np.searchsorted(self.edges, found, side="right") - 1)


class SortedStrings(Strings):
    """Strings in the order of their bytes, each once."""

    def __init__(self, blob: Array, edges: Array) -> None:
        super().__init__(blob, edges)
        self._sparse: list[bytes] | None = None

    def place(self, string: bytes) -> int:
        """The number of the first string that is not before this one."""
        from bisect import bisect_left

        if self._sparse is None:
            self._sparse = self.take(np.arange(0, len(self), _SPARSE))
        block = bisect_left(self._sparse, string)
        low, high = max(0, (block - 1) * _SPARSE), min(len(self), block * _SPARSE)
        return bisect_left(self, string, low, high)

    def find(self, string: bytes) -> int | None:
        """The number of a string, if it is among them."""
        at = self.place(string)
        return at if at < len(self) and self[at] == string else None

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """The numbers of the strings with a beginning: the first, and one past the last."""
        return self.place(prefix), self.place(prefix + b"\xff")
