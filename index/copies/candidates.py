"""Finds, among the sketches of all articles, the pairs that may be copies of one another."""

from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Array, Ints, starts
from index.copies.alike import TRIMMED

SHARED = 0.35
"""A pair is looked at where so much of the sample of the shorter one is found in the other's."""

FIRSTS = 4
"""Each run of words leads to the longest articles that have it, so many: it takes no longer where many do."""

AT_ONCE = 4_000
"""Articles whose partners are counted at a time."""


class Pairs(NamedTuple):
    """Articles that may be copies, by their ranks: their places in the order of their lengths."""

    shorter: Array
    """(P,) rank of the one, ascending."""
    longer: Array
    """(P,) rank of the other, which is the lower; of those of one article the most promising is first."""

    def longer_than(self, rank: int) -> list[int]:
        """The ranks of those that an article may be a copy of, the most promising first."""
        first, last = np.searchsorted(self.shorter, (rank, rank + 1)).tolist()
        there: list[int] = self.longer[first:last].tolist()
        return there


def candidates(samples: Array, sizes: Array, lengths: Array) -> Pairs:
    """Pairs of articles whose samples have enough in common, and of which none is too short.

    Args:
        samples: The samples of all articles, one after the other, the longest article first.
        sizes: (N,) how many hashes are of each.
        lengths: (N,) how many words each has.
    """
    order = _order_of(samples)
    ordered = samples[order]
    is_first = np.ones(len(ordered), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    del ordered
    begins = np.flatnonzero(is_first).astype(np.int32)
    heads = np.repeat(begins, np.diff(begins, append=np.int32(len(order))))
    places = np.empty(len(order), np.int32)  # by article, then by hash, as the samples are
    places[order] = np.arange(len(order), dtype=np.int32)
    owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[order]
    del order
    edges = starts(sizes)
    shorter, longer = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for first in range(0, len(sizes), AT_ONCE):
        last = min(first + AT_ONCE, len(sizes))
        mine = places[edges[first] : edges[last]]
        one, other = _counted(mine, owners, heads, sizes)
        near = lengths[one] >= TRIMMED * lengths[other]
        shorter.append(one[near].astype(np.int32))
        longer.append(other[near].astype(np.int32))
    return Pairs(np.concatenate(shorter), np.concatenate(longer))


def _order_of(samples: Array) -> Array:
    """The stable order of 32-bit hashes: they are sorted in place, with their places, to save memory."""
    packed = samples.astype(np.uint64) << np.uint64(32)
    packed |= np.arange(len(samples), dtype=np.uint32)
    packed.sort()
    return packed.astype(np.uint32).view(np.int32)


def _counted(mine: Array, owners: Array, heads: Array, sizes: Array) -> tuple[Ints, Ints]:
    """The pairs that some articles are in with longer ones, by the places of their hashes."""
    keys = []
    for step in range(FIRSTS):
        partners = heads[mine] + step
        here = partners < mine
        keys.append(owners[mine[here]].astype(np.int64) * len(sizes) + owners[partners[here]])
    found, counts = np.unique(np.concatenate(keys), return_counts=True)
    one, other = np.divmod(found, len(sizes))
    enough = counts >= np.maximum(np.ceil(SHARED * sizes[one]), 1)
    one, other, counts = one[enough], other[enough], counts[enough]
    best = np.lexsort((other, -counts, one))
    return one[best], other[best]
