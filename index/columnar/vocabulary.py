"""A vocabulary: the words of an index under numbers that never change.

It grows part by part; a part holds words with consecutive numbers, and a table of their hashes to
find them by. Segments know words by number alone, so they are merged without looking at one, and a
vocabulary of a million words is opened without reading it. Words that no document holds any more
keep their number until the index is made anew.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, sizes, starts
from index.columnar.strings import Strings, decode, encode, pack

UNKNOWN = -1
"""Stands for a word that the vocabulary does not hold."""

Measure = Callable[[str], int]
"""Tells of a word how many positions it covers."""


def one(word: str) -> int:
    """For vocabularies in which every word covers one position."""
    return 1


class Part:
    """Words with consecutive numbers."""

    def __init__(self, first: int, arrays: dict[str, Array]) -> None:
        self.first = first
        """Number of its first word."""
        self.arrays = arrays
        """What its file holds."""
        self.words = Strings(arrays["blob"], arrays["edges"])
        """The words in the order of their numbers."""
        self.widths = arrays["widths"]
        """Positions that each covers."""

    def __len__(self) -> int:
        return len(self.words)

    def find(self, hashed: int, word: bytes) -> int:
        """The number of a word, or UNKNOWN."""
        hashes = self.arrays["hashes"]
        at = int(np.searchsorted(hashes, np.uint64(hashed)))
        while at < len(hashes) and int(hashes[at]) == hashed:  # two words may have one hash
            number = int(self.arrays["hashed"][at])
            if self.words[number] == word:
                return self.first + number
            at += 1
        return UNKNOWN

    def find_all(self, hashes: NDArray[np.uint64], words: Sequence[bytes], found: Ints) -> None:
        """Note the numbers of those of some words that are here."""
        mine = self.arrays["hashes"]
        at = np.minimum(np.searchsorted(mine, hashes), max(0, len(mine) - 1))
        for index in np.flatnonzero(mine[at] == hashes).tolist() if len(mine) else ():
            number = self.find(int(hashes[index]), words[index])
            if number != UNKNOWN:
                found[index] = number


class Vocabulary:
    """The words of an index, in one state of it."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        """Its parts in the order of their numbers."""
        self._firsts = np.array([part.first for part in self.parts], dtype=np.int64)

    def __len__(self) -> int:
        return self.parts[-1].first + len(self.parts[-1]) if self.parts else 0

    def number(self, word: str) -> int:
        """The number of a word, or UNKNOWN."""
        data = encode(word)
        hashed = hash_of(data)
        for part in self.parts:
            number = part.find(hashed, data)
            if number != UNKNOWN:
                return number
        return UNKNOWN

    def numbers(self, words: Sequence[bytes]) -> Ints:
        """The numbers of some words, UNKNOWN for those that are not here."""
        found = np.full(len(words), UNKNOWN, dtype=np.int64)
        hashes = hashes_of(words)
        for part in self.parts:
            part.find_all(hashes, words, found)
        return found

    def words(self, numbers: Array) -> list[str]:
        """The words of some numbers."""
        wanted = np.asarray(numbers, dtype=np.int64)
        owners = np.searchsorted(self._firsts, wanted, side="right") - 1
        if len(wanted) and (owners == owners[0]).all():
            part = self.parts[owners[0]]
            return list(map(decode, part.words.take(wanted - part.first)))
        found = [""] * len(wanted)
        for which, part in enumerate(self.parts):
            mine = np.flatnonzero(owners == which)
            for index, word in zip(mine.tolist(), part.words.take(wanted[mine] - part.first), strict=True):
                found[index] = decode(word)
        return found

    def widths(self, numbers: Array) -> Ints:
        """How many positions each of some words covers."""
        wanted = np.asarray(numbers, dtype=np.int64)
        owners = np.searchsorted(self._firsts, wanted, side="right") - 1
        widths = np.ones(len(wanted), dtype=np.int64)
        for which, part in enumerate(self.parts):
            mine = owners == which
            widths[mine] = part.widths[wanted[mine] - part.first]
        return widths


def hash_of(word: bytes) -> int:
    """The 64 bits by which a word is looked up."""
    return int.from_bytes(blake2b(word, digest_size=8).digest(), "little")


def hashes_of(words: Iterable[bytes]) -> NDArray[np.uint64]:
    """The same for many words."""
    data = b"".join([blake2b(word, digest_size=8).digest() for word in words])
    return np.frombuffer(data, dtype="<u8")


def part_of(words: Sequence[str], measure: Measure) -> dict[str, Array]:
    """The arrays of a part that holds some words, none of which the vocabulary has yet."""
    encoded = list(map(encode, words))
    blob, edges = pack(encoded)
    hashes = hashes_of(encoded)
    order = np.argsort(hashes, kind="stable")
    widths = np.fromiter((min(255, measure(word)) for word in words), np.uint8, len(words))
    return {"blob": blob, "edges": edges, "hashes": hashes[order], "hashed": order, "widths": widths}


def joined(parts: Sequence[Part]) -> dict[str, Array]:
    """The arrays of one part that holds what some neighbouring parts hold."""
    shifts = starts(np.array([len(part) for part in parts]))[:-1].tolist()
    hashes = np.concatenate([part.arrays["hashes"] for part in parts])
    hashed = np.concatenate(
        [part.arrays["hashed"].astype(np.int64) + shift for part, shift in zip(parts, shifts, strict=True)]
    )
    order = np.argsort(hashes, kind="stable")
    lengths = np.concatenate([sizes(part.words.edges) for part in parts])
    return {
        "blob": np.concatenate([part.words.blob for part in parts]),
        "edges": starts(lengths),
        "hashes": hashes[order],
        "hashed": hashed[order],
        "widths": np.concatenate([part.widths for part in parts]),
    }
