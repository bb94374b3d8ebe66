"""A posting list as Whoosh's matchers want it, so that any of Whoosh's queries can be run on arrays."""

from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
from whoosh.matching.mcore import LeafMatcher, ReadTooFar

from index.columnar.arrays import Array

Values = Callable[[int], bytes]
"""Gives what the field's format keeps of a posting, by its number in the list."""


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]
    """Steps through one posting list."""

    made: ClassVar[int] = 0
    """How many there have been in this process: what is answered by arrays makes none."""

    def __init__(
        self, ids: Array, weights: Array, values: Values, format_: Any, term: Any = None, scorer: Any = None
    ) -> None:
        """Take (P,) ascending numbers, (P,) weights, and what gives the value of each posting."""
        self._ids, self._weights, self._values = ids, weights, values
        self.format = format_
        self._term = term
        self.scorer = scorer
        self._at = 0
        ArrayMatcher.made += 1

    def is_active(self) -> bool:
        """Whether there is a current posting."""
        return self._at < len(self._ids)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._at = 0

    def copy(self) -> "ArrayMatcher":
        """Another one at the same place."""
        other = ArrayMatcher(self._ids, self._weights, self._values, self.format, self._term, self.scorer)
        other._at = self._at
        return other

    def id(self) -> int:
        """Number of the current document."""
        return int(self._ids[self._at])

    def next(self) -> bool:
        """Go on by one posting."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return True

    def skip_to(self, id: int) -> bool:
        """Go on to the first document that is not before this one."""
        if not self.is_active():
            raise ReadTooFar
        before = self._at
        self._at += int(np.searchsorted(self._ids[self._at :], id))
        return self._at > before

    def weight(self) -> float:
        """Occurrences in the current document."""
        return float(self._weights[self._at])

    def value(self) -> bytes:
        """What the format keeps of the current posting."""
        return self._values(self._at)

    def all_ids(self) -> Any:
        """Numbers of all documents from here on."""
        return iter(self._ids[self._at :].tolist())

    # The list is one block to Whoosh: it is told the bounds of all of it.

    def block_min_length(self) -> int:
        """Words of the shortest document, at least."""
        return 1

    def block_max_length(self) -> int:
        """Words of the longest document, at most."""
        return 1 << 31

    def block_max_weight(self) -> float:
        """Most occurrences in a document."""
        return float(self._weights.max()) if len(self._weights) else 0.0

    def skip_to_quality(self, minquality: float) -> int:
        """Give up where no document can be worth as much."""
        if self.is_active() and self.block_quality() <= minquality:
            self._at = len(self._ids)
            return 1
        return 0
