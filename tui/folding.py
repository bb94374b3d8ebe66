"""Which articles of a list are shown: copies of one article fold into one row, and open again.

A place is one in the list as it was found; a row is one in what is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.render.arrays import Ints, np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Folding:
    """The rows of a list. It is never changed: what folds or opens something gives another one."""

    def __init__(
        self,
        keys: Sequence[int] | Ints = (),
        leaders: Ints | None = None,
        *,
        opened: frozenset[int] = frozenset(),
        is_on: bool = True,
    ) -> None:
        """Fold a list.

        Args:
            keys: Catalog keys of the articles, in order.
            leaders: For each the place of the one that leads its copies; None where none is a copy.
            opened: Keys of those that lead whose copies are shown.
            is_on: Whether copies are folded at all.
        """
        self.keys: Ints = np.asarray(keys, np.int64)
        """The articles of the list as it was found."""
        self.opened = opened
        """Keys of those that lead whose copies are shown."""
        self.is_on = is_on
        """Whether copies are folded at all, unless they are opened."""
        self._leaders: Ints = np.arange(len(self.keys)) if leaders is None else leaders

    @cached_property
    def _leads(self) -> NDArray[np.bool_]:
        return np.equal(self._leaders, np.arange(len(self.keys)))

    @cached_property
    def copies(self) -> int:
        """How many articles of the list are copies of others in it."""
        return len(self.keys) - int(self._leads.sum())

    @cached_property
    def rows(self) -> Ints:
        """The places of the articles that are shown, in order; opened copies stand below the leading one."""
        if not self.is_on or not self.copies:
            return np.arange(len(self.keys))
        shown = self._leads
        if self.opened:
            shown = shown | np.isin(self.keys[self._leaders], np.fromiter(self.opened, np.int64))
        places = np.flatnonzero(shown)
        if not self.opened:
            return places
        return places[np.lexsort((places, ~self._leads[places], self._leaders[places]))]

    @property
    def folded(self) -> int:
        """How many copies are not shown."""
        return len(self.keys) - len(self.rows)

    @cached_property
    def counts(self) -> Ints:
        """How many copies each row has that leads some, where copies are folded."""
        if not self.is_on:
            return np.zeros(len(self.rows), np.int64)
        sizes = np.bincount(self._leaders, minlength=len(self.keys))[self.rows]
        return np.maximum(sizes - 1, 0)

    @cached_property
    def below(self) -> NDArray[np.bool_]:
        """Which rows are copies that stand below the one that leads them."""
        return ~self._leads[self.rows] if self.is_on else np.zeros(len(self.rows), np.bool_)

    def copies_of(self, row: int) -> list[int]:
        """Keys of the copies of an article that leads, in the order of the list."""
        place = self.rows[row]
        found = np.flatnonzero(np.equal(self._leaders, place))
        keys: list[int] = self.keys[found[found != place]].tolist()
        return keys

    def is_open(self, row: int) -> bool:
        """Whether the copies of a row that leads are shown."""
        return int(self.keys[self.rows[row]]) in self.opened

    def leader_of(self, key: int) -> int | None:
        """Key of the article that leads another of the list; None where that is not in it."""
        found = np.flatnonzero(np.equal(self.keys, key))
        return int(self.keys[self._leaders[found[0]]]) if len(found) else None

    def turned(self, key: int) -> Folding:
        """With the copies of an article opened, or folded where they are open."""
        leader = self.leader_of(key)
        return self if leader is None else self._with(self.opened ^ {leader})

    def revealed(self, key: int) -> Folding:
        """With an article shown; the same where it is shown anyway, or not in the list."""
        leader = self.leader_of(key) if self.is_on and self.copies else None
        return self if leader in (None, key) or leader in self.opened else self._with(self.opened | {leader})

    def switched(self, *, is_on: bool) -> Folding:
        """With all copies folded, or none."""
        return Folding(self.keys, self._leaders, is_on=is_on)

    def _with(self, opened: frozenset[int]) -> Folding:
        return Folding(self.keys, self._leaders, opened=opened, is_on=self.is_on)
