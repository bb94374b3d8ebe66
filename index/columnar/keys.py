"""Maps from keys to the words of a vocabulary: what is equal to a reader is found under one key.

A map grows part by part like the vocabulary it leads into. Each part has its keys in order, so that
a key, a beginning or a shape is found without reading the rest.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from index.columnar.arrays import Array, Ints, distinct, sizes, starts, stretches
from index.columnar.strings import SortedStrings, decode, encode, pack


class Part:
    """Some keys in order, each with the words it leads to."""

    def __init__(self, arrays: dict[str, Array]) -> None:
        self.arrays = arrays
        """What its file holds."""
        self.keys = SortedStrings(arrays["blob"], arrays["edges"])
        """The keys."""
        self.owner_edges = arrays["owner_edges"]
        """Where the words of each begin in `owners`, and where the last ends."""
        self.owners = arrays["owners"]
        """Numbers of words."""

    def __len__(self) -> int:
        return len(self.keys)

    def words(self, key: bytes) -> Array:
        """The words under a key."""
        at = self.keys.find(key)
        return self.owners[:0] if at is None else self.owners[self.owner_edges[at] : self.owner_edges[at + 1]]

    def words_of(self, numbers: Array) -> Array:
        """The words under some of its keys."""
        begins = self.owner_edges[numbers].astype(np.int64)
        return self.owners[stretches(begins, self.owner_edges[numbers + 1] - begins)]

    def pairs(self) -> Iterator[tuple[bytes, list[int]]]:
        """Its keys with the words of each."""
        owners, edges = self.owners.tolist(), self.owner_edges.tolist()
        for at, key in enumerate(self.keys.all()):
            yield key, owners[edges[at] : edges[at + 1]]


class Keys:
    """A map in one state of the index."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        """Its parts, in any order."""

    def words(self, key: str) -> Ints:
        """Numbers of the words under a key, ascending."""
        wanted = encode(key)
        return _sorted([part.words(wanted) for part in self.parts])

    def beginning(self, prefix: str) -> Ints:
        """Numbers of the words under keys with a beginning, ascending."""
        wanted = encode(prefix)
        found = []
        for part in self.parts:
            low, high = part.keys.beginning(wanted)
            found.append(part.owners[part.owner_edges[low] : part.owner_edges[high]])
        return _sorted(found)

    def matching(self, expression: "re.Pattern[bytes]", literal: bytes = b"", prefix: str = "") -> Ints:
        """Numbers of the words under keys that an expression matches as a whole, ascending.

        Args:
            expression: What the bytes of a key have to match.
            literal: Bytes that every line that fits holds; a line is a key and the line end behind it.
            prefix: How every key that fits begins.
        """
        found = []
        for part in self.parts:
            fits = [at for at, key in self._among(part, literal, prefix) if expression.fullmatch(key)]
            found.append(part.words_of(np.array(fits, dtype=np.int64)))
        return _sorted(found)

    def words_holding(self, piece: str, expression: "re.Pattern[bytes] | None" = None) -> Ints:
        """Numbers of the words under keys that hold a piece, ascending.

        Args:
            piece: What the key holds.
            expression: What is to be found in the bytes of the key besides.
        """
        wanted = encode(piece)
        found = []
        for part in self.parts:
            keys = part.keys.lines_at(_offsets(part.keys.blob, wanted))
            if expression is not None:
                fits = [expression.search(key) is not None for key in part.keys.take(keys)]
                keys = keys[np.array(fits, dtype=bool)]
            found.append(part.words_of(keys))
        return _sorted(found)

    def holding(self, pieces: Iterable[str], shortest: int, longest: int) -> Iterator[tuple[Part, int, str]]:
        """The keys that hold one of some pieces and are of about a length, each with its part and number.

        Args:
            pieces: Strings; a key that fits holds one of them or more.
            shortest: Bytes of the shortest key that fits.
            longest: Bytes of the longest.
        """
        for part in self.parts:
            lengths = sizes(part.keys.edges) - 1
            blob = memoryview(part.keys.blob.data)
            offsets = [m.start() for piece in pieces for m in re.finditer(re.escape(encode(piece)), blob)]
            numbers = part.keys.lines_at(np.array(offsets, dtype=np.int64))
            numbers = numbers[(lengths[numbers] >= shortest) & (lengths[numbers] <= longest)]
            for number, key in zip(numbers.tolist(), part.keys.take(numbers), strict=True):
                yield part, number, decode(key)

    def _among(self, part: Part, literal: bytes, prefix: str) -> Iterator[tuple[int, bytes]]:
        low, high = part.keys.beginning(encode(prefix)) if prefix else (0, len(part))
        if literal:
            begin, end = int(part.keys.edges[low]), int(part.keys.edges[high])
            numbers = part.keys.lines_at(_offsets(part.keys.blob[begin:end], literal) + begin)
        else:
            numbers = np.arange(low, high)
        yield from zip(numbers.tolist(), part.keys.take(numbers), strict=True)


def part_of(pairs: Iterable[tuple[bytes, Sequence[int]]]) -> dict[str, Array]:
    """The arrays of a part; of a key that comes more than once all words are kept."""
    gathered: dict[bytes, list[int]] = {}
    for key, words in pairs:
        known = gathered.get(key)
        if known is None:
            gathered[key] = list(words)
        else:
            known.extend(words)
    keys = sorted(gathered)
    blob, edges = pack(keys)
    owners = [gathered[key] for key in keys]
    return {
        "blob": blob,
        "edges": edges,
        "owner_edges": starts(np.fromiter(map(len, owners), np.int64, len(owners))),
        "owners": np.fromiter((word for words in owners for word in words), np.uint32),
    }


def joined(parts: Sequence[Part]) -> dict[str, Array]:
    """The arrays of one part that holds what some parts hold."""
    keys = [key for part in parts for key in part.keys.all()]
    order = np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
    lengths = np.concatenate([sizes(part.owner_edges) for part in parts])
    owners = np.concatenate([part.owners for part in parts])
    begins = starts(lengths)[:-1]
    ordered = [keys[at] for at in order.tolist()]
    new = np.fromiter((key != before for key, before in zip(ordered, [None, *ordered], strict=False)), bool)
    blob, edges = pack([key for key, is_new in zip(ordered, new.tolist(), strict=True) if is_new])
    totals = np.add.reduceat(lengths[order], np.flatnonzero(new)) if len(ordered) else lengths
    return {
        "blob": blob,
        "edges": edges,
        "owner_edges": starts(totals),
        "owners": owners[stretches(begins[order], lengths[order])],
    }


def _sorted(found: Sequence[Array]) -> Ints:
    if not found:
        return np.empty(0, dtype=np.int64)
    return distinct(np.concatenate(found)).astype(np.int64)


def _offsets(blob: Array, literal: bytes) -> Ints:
    """Where some bytes stand; of places that overlap, the first at least."""
    if len(literal) == 1:
        return np.flatnonzero(blob == literal[0])
    found = re.finditer(re.escape(literal), memoryview(blob.data))
    return np.fromiter((match.start() for match in found), dtype=np.int64)
