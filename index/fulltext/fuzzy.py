"""Words that are nearly another: within so many edits of it (Damerau 1964, Levenshtein 1966).

An edit puts in, takes out or replaces one letter, or swaps two that stand side by side; the first
letter may be wrong like any other. Compared are keys, so that case and accents cost nothing.

Most keys are ruled out by arrays alone: by their length, and by which letters are in them. An edit
brings at most one new letter into a word and takes at most one out of it, and a swap none.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Ints, distinct
from index.columnar.keys import Keys, Part
from index.columnar.strings import decode, encode

LEAST_LETTERS = {1: 3, 2: 5}
"""How long a word must be for so many edits: a shorter one would be nearly everything."""

_LONGEST = 255
"""Lengths are told apart up to here, like those of words."""


def distances(text: str, others: list[str], edits: int) -> NDArray[np.uint8]:
    """How many edits away each of some words is; a larger number than `edits` for those further off."""
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import cdist

    table = cdist([text], others, scorer=DamerauLevenshtein.distance, score_cutoff=edits, dtype=np.uint8)
    found: NDArray[np.uint8] = table[0]
    return found


def nearly(text: str, edits: int) -> Callable[[Iterable[str]], bool]:
    """Tells whether one of the keys of a word is within some edits of a text."""
    from rapidfuzz.distance import DamerauLevenshtein

    distance = DamerauLevenshtein.distance

    def fits(keys: Iterable[str]) -> bool:
        return any(
            abs(len(key) - len(text)) <= edits and distance(text, key, score_cutoff=edits) <= edits
            for key in keys
        )

    return fits


def words_like(keys: Keys, text: str, edits: int) -> Ints:
    """Numbers of the words under keys within some edits of a text, ascending."""
    found = [np.empty(0, dtype=np.int64)]
    for part in keys.parts:
        numbers = _traits_of(part).possible(text, edits)
        if len(numbers):
            near = distances(text, list(map(decode, part.keys.take(numbers))), edits) <= edits
            found.append(part.words_of(numbers[near]).astype(np.int64))
    return distinct(np.concatenate(found))


def keys_near(part: Part, text: str, edits: int) -> list[tuple[int, str, int]]:
    """The keys of a part within some edits of a text: number, key and edits of each."""
    numbers = _traits_of(part).possible(text, edits)
    keys = list(map(decode, part.keys.take(numbers)))
    near = distances(text, keys, edits).tolist() if keys else []
    return [
        (number, key, distance)
        for number, key, distance in zip(numbers.tolist(), keys, near, strict=True)
        if distance <= edits
    ]


def keys_of_letters(
    part: Part, needed: Iterable[str], allowed: str, shortest: int, longest: int
) -> list[tuple[int, str]]:
    """The keys of a part that are made of some letters of ASCII: number and key of each.

    Args:
        part: Where they are looked for.
        needed: Sets of letters, one of each of which a key has to have.
        allowed: All letters that it may have. Other characters may be overlooked.
        shortest: Letters that it has at least.
        longest: Letters that it has at most.
    """
    numbers = _traits_of(part).made_of(list(map(_mask, needed)), _mask(allowed), shortest, longest)
    return list(zip(numbers.tolist(), map(decode, part.keys.take(numbers)), strict=True))


def _mask(letters: str) -> int:
    mask = 0
    for byte in encode(letters):
        mask |= int(_bits()[byte])
    return mask


@lru_cache(maxsize=1)
def _bits() -> NDArray[np.uint32]:
    """For each byte the bit of the letter that ends in it: one for a letter of Latin or a digit.

    The first bytes of other letters have none, so that every letter has one bit and no more.
    """
    bits = np.zeros(256, dtype=np.uint32)
    for byte in range(0xC0):
        bits[byte] = 1 << (byte % 32)
    for digit in range(10):
        bits[ord("0") + digit] = 1 << (27 + digit % 5)
    return bits


class _Traits:
    """Which letters the keys of a part have, and how many."""

    def __init__(self, blob: NDArray[np.uint8], edges: Ints) -> None:
        """Take bytes in UTF-8, a line each, and where each line begins and the last one ends."""
        inner = (blob & 0xC0) == 0x80
        bits = _bits()[blob]
        bits[:-1][inner[1:]] = 0  # the letter goes on
        bits[blob == ord("\n")] = 0
        lengths = np.diff(edges) - 1
        if inner.any():
            lengths -= np.add.reduceat(inner, edges[:-1], dtype=np.int64)
        self._letters: NDArray[np.uint32] = np.bitwise_or.reduceat(bits, edges[:-1])
        self._lengths = np.minimum(lengths, _LONGEST).astype(np.uint8)

    def possible(self, text: str, edits: int) -> Ints:
        """Numbers of the keys that can be within some edits of a text."""
        data = np.frombuffer(encode(text) + b"\n", dtype=np.uint8)
        asked = _Traits(data, np.array([0, len(data)]))
        letters, length = asked._letters[0], int(asked._lengths[0])
        low, high = max(0, length - edits), length + edits
        near = np.flatnonzero((self._lengths >= low) & (self._lengths <= high))
        longer = self._lengths[near].astype(np.int64) - length
        # Every letter that a key has more was put in, and brings none of the others out.
        missing = np.bitwise_count(letters & ~self._letters[near]) <= edits - np.maximum(longer, 0)
        added = np.bitwise_count(self._letters[near] & ~letters) <= edits + np.minimum(longer, 0)
        possible: Ints = near[missing & added]
        return possible

    def made_of(self, needed: list[int], allowed: int, shortest: int, longest: int) -> Ints:
        """Numbers of the keys that have a letter of each of some sets, and none beside those allowed."""
        fits = (self._lengths >= shortest) & (self._lengths <= min(longest, _LONGEST))
        fits &= (self._letters & np.uint32(~allowed & 0xFFFFFFFF)) == 0
        for one in needed:
            fits &= (self._letters & np.uint32(one)) != 0
        return np.flatnonzero(fits)


_KNOWN: WeakKeyDictionary[Part, _Traits] = WeakKeyDictionary()
"""Parts never change and serve one state of the index after the other; so do their traits."""


def _traits_of(part: Part) -> _Traits:
    known = _KNOWN.get(part)
    if known is None:
        edges = part.keys.edges.astype(np.int64)
        known = _KNOWN[part] = _Traits(np.asarray(part.keys.blob), edges)
    return known
