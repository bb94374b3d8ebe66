"""Small operations on arrays that the codec is made of."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Ints = NDArray[np.int64]

Runs = tuple[tuple[int, int], ...]
"""Numbers in stretches: the first of each and how many there are, ascending."""


def narrow(largest: int) -> np.dtype[Any]:
    """The smallest type of unsigned numbers that holds a number."""
    for kind in ("u1", "<u2", "<u4"):
        if largest <= np.iinfo(np.dtype(kind)).max:
            return np.dtype(kind)
    return np.dtype("<u8")


def starts(lengths: Array) -> Ints:
    """Where each of some stretches begins that follow one another, and where the last one ends."""
    edges = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=edges[1:])
    return edges


def sizes(edges: Array) -> Ints:
    """How long each of some stretches is, from where they begin and where the last one ends."""
    wide = edges.astype(np.int64)
    return wide[1:] - wide[:-1]


def stretches(begins: Array, lengths: Array) -> Ints:
    """All places of some stretches, one stretch after the other."""
    edges = starts(lengths)
    return np.arange(edges[-1]) + np.repeat(begins - edges[:-1], lengths)


def runs_of(mask: NDArray[np.bool_]) -> Runs:
    """The places at which a mask is set."""
    turns = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    begins, ends = turns[::2], turns[1::2]
    return tuple(zip(begins.tolist(), (ends - begins).tolist(), strict=True))


def order_of(numbers: NDArray[np.uint32]) -> Ints:
    """The stable order of 32-bit numbers: two passes of the radix sort that numpy has for 16 bits."""
    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    high = (numbers >> 16).astype(np.uint16)
    if high.any():
        order = order[np.argsort(high[order], kind="stable")]
    return order


def distinct(numbers: Array) -> Array:
    """Some numbers in ascending order, each once.

    `numpy.unique` hashes numbers before it sorts them, which takes longer where they are many, and very
    long for places, whose hashes collide.
    """
    ordered = np.sort(numbers, kind="stable")
    new = np.ones(len(ordered), dtype=bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def places_of(wanted: Array, among: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Where some numbers stand in an ascending array, and which of them do."""
    if not len(among):
        return np.zeros(len(wanted), dtype=np.int64), np.zeros(len(wanted), dtype=bool)
    at = np.minimum(np.searchsorted(among, wanted), len(among) - 1)
    return at, among[at] == wanted


def numbers_in(listed: str) -> Ints:
    """Whole numbers with commas between."""
    return np.fromstring(listed, np.int64, sep=",") if listed else np.empty(0, np.int64)
