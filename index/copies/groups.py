"""The groups of copies in a library as arrays: any set of documents is counted quickly by groups."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, places_of


class Groups:
    """Which documents are copies of one another, by their keys in the catalog."""

    def __init__(self, grouped: Sequence[tuple[int, int]]) -> None:
        """Take the (document, number of its group) of those that are not alone.

        What comes before its copies leads them.
        """
        pairs = np.array(grouped, np.int64).reshape(-1, 2)
        order = np.argsort(pairs[:, 0], kind="stable")
        self._documents: Ints = pairs[order, 0]
        self._numbers: Ints = pairs[order, 1]
        self._ranks: Ints = order

        order = np.argsort(pairs[:, 1], kind="stable")
        self._by_group: Ints = pairs[order, 0]
        self._group_numbers: Ints = pairs[order, 1]
        self._firsts: Ints = np.flatnonzero(np.diff(self._group_numbers, prepend=-1))

    def __len__(self) -> int:
        """How many documents have copies."""
        return len(self._documents)

    def of(self, keys: Array) -> Ints:
        """The number of the group of each of some documents: for one that is alone its own key."""
        found = keys.astype(np.int64)
        places, known = places_of(found, self._documents)
        found[known] = self._numbers[places[known]]
        return found

    def has(self, keys: Array) -> NDArray[np.bool_]:
        """Which of some documents have copies."""
        return places_of(keys.astype(np.int64), self._documents)[1]

    def count(self, keys: Array) -> int:
        """How many some documents are, each once, when copies of one another count as one."""
        if not len(self) or not len(keys):
            return len(keys)
        inside = np.zeros(max(int(keys.max()), int(self._documents[-1])) + 1, np.uint8)
        inside[keys] = 1
        many = np.add.reduceat(inside[self._by_group], self._firsts, dtype=np.int64)
        return len(keys) - int(np.maximum(many - 1, 0).sum())

    def is_first(self, keys: Array) -> NDArray[np.bool_]:
        """Which of some documents are the first of their group among them: as many as there are sources."""
        found = np.ones(len(keys), np.bool_)
        _, known = places_of(keys.astype(np.int64), self._documents)
        some = np.flatnonzero(known)
        firsts = np.unique(self.of(keys[some]), return_index=True)[1]
        found[some] = False
        found[some[firsts]] = True
        return found

    def ranks(self, keys: Array) -> Ints:
        """Of some documents that have copies, what is lower for that which leads."""
        return self._ranks[places_of(keys.astype(np.int64), self._documents)[0]]

    def leaders(self, keys: Array) -> Ints:
        """For each of some documents the place among them of that which leads its copies, maybe its own."""
        found = np.arange(len(keys), dtype=np.int64)
        places, known = places_of(keys.astype(np.int64), self._documents)
        some = np.flatnonzero(known)
        in_order = some[np.argsort(self._ranks[places[some]], kind="stable")]
        _, firsts, group = np.unique(self.of(keys[in_order]), return_index=True, return_inverse=True)
        found[in_order] = in_order[firsts][group]
        return found

    def together(self, key: int) -> Ints:
        """The documents of a document's group, that which leads first; itself where it is alone."""
        number = self.of(np.array([key]))
        low, high = np.searchsorted(self._group_numbers, (number[0], number[0] + 1))
        return self._by_group[low:high] if low < high else number
