"""Which hits of a concordance are shown, and in which order: grouped, folded, rejected.

Hits have numbers: document by document as these were listed, within one in the title first and then by
place. A row of what is shown is a number of a hit, or -1 - d for the heading of document d.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from tui.render.arrays import Ints, np


class Place(NamedTuple):
    """Where a hit is, whatever the order of the documents."""

    key: int
    """Catalog key of its document."""
    number: int
    """Which of the hits there it is, from 0."""


class Sifting:
    """The hits of one query, as a reader sifts them."""

    def __init__(self, keys: Sequence[int], counts: Sequence[int]) -> None:
        """Show all hits in the order of the documents.

        Args:
            keys: Catalog keys of the documents.
            counts: Number of hits in each.
        """
        self.keys: Ints = np.asarray(keys, np.int64)
        """(D,) catalog keys of the documents."""
        counts_ = np.asarray(counts, np.int64)
        self.total = int(counts_.sum())
        """Number of hits: H."""
        self.grouped = False
        """Whether the hits of a document stand together under its heading."""
        self._first: Ints = np.concatenate(([0], np.cumsum(counts_)))
        self._documents: Ints = np.repeat(np.arange(len(self.keys)), counts_)
        self._order: Ints = np.arange(self.total)
        self._folded = np.zeros(len(self.keys), dtype=bool)
        self._rejected = np.zeros(self.total, dtype=bool)
        self._steps: list[Ints] = []
        self._rows: Ints | None = None

    # What is shown

    @property
    def rows(self) -> Ints:
        """What is shown, from the first row to the last."""
        if self._rows is None:
            kept = self._order[~self._rejected[self._order]]
            self._rows = self._in_groups(kept) if self.grouped else kept
        return self._rows

    @property
    def kept(self) -> int:
        """Number of hits that are not rejected."""
        return self.total - self.rejected

    @property
    def rejected(self) -> int:
        """Number of hits that are."""
        return int(self._rejected.sum())

    @property
    def documents(self) -> int:
        """Number of documents that have a hit left."""
        left = np.zeros(len(self.keys), dtype=bool)
        left[self._documents[~self._rejected]] = True
        return int(left.sum())

    def _in_groups(self, hits: Ints) -> Ints:
        """Hits by document, behind the headings; a document stands where the first of its hits stood."""
        owners = self._documents[hits]
        rank = np.empty(len(self.keys), np.int64)
        rank[owners[::-1]] = np.arange(len(hits))[::-1]  # of several the last stays, which is the first
        hits = hits[np.argsort(rank[owners], kind="stable")]
        owners = self._documents[hits]
        new = np.flatnonzero(np.append(True, owners[1:] != owners[:-1])) if len(hits) else hits
        rows = np.insert(hits, new, -1 - owners[new])
        return rows[(rows < 0) | ~self._folded[self.document_of(rows)]]

    def document_of(self, rows: Ints) -> Ints:
        """The document of each row, counted from 0."""
        if not len(self._documents):
            return rows
        return np.where(rows < 0, -1 - rows, self._documents[np.maximum(rows, 0)])

    def place_of(self, hit: int) -> Place:
        """Where a hit is."""
        document = int(self._documents[hit])
        return Place(int(self.keys[document]), hit - int(self._first[document]))

    def number_of(self, place: Place) -> int | None:
        """The number of a hit by where it is; None where there is no such hit."""
        document = self._by_key.get(place.key)
        if document is None:
            return None
        number = int(self._first[document]) + place.number
        return number if number < self._first[document + 1] else None

    @cached_property
    def _by_key(self) -> dict[int, int]:
        """The documents by catalog key."""
        return {key: number for number, key in enumerate(self.keys.tolist())}

    def key_of(self, row: int) -> int:
        """Catalog key of the document of a row."""
        return int(self.keys[-1 - row if row < 0 else self._documents[row]])

    def count_of(self, row: int) -> int:
        """Number of hits, those rejected left out, in the document of a row."""
        return len(self._left_in(-1 - row if row < 0 else int(self._documents[row])))

    def is_folded(self, row: int) -> bool:
        """Whether the hits of the document of a row do not show."""
        return bool(self._folded[-1 - row if row < 0 else self._documents[row]])

    def first_hit(self, row: int) -> int:
        """The hit of a row; of a heading the first in the order that is shown."""
        if row >= 0:
            return row
        left = self._left_in(-1 - row)
        place = np.empty(self.total, np.int64)
        place[self._order] = np.arange(self.total)
        return int(left[np.argmin(place[left])])

    def find(self, row: int) -> int:
        """Where a row is shown, or the heading it is folded under; -1 where it is not."""
        found = np.flatnonzero(self.rows == row)
        if not len(found) and row >= 0 and self.grouped and not self._rejected[row]:
            found = np.flatnonzero(self.rows == -1 - self._documents[row])
        return int(found[0]) if len(found) else -1

    def _left_in(self, document: int) -> Ints:
        """The hits of a document that are not rejected."""
        first, last = int(self._first[document]), int(self._first[document + 1])
        return first + np.flatnonzero(~self._rejected[first:last])

    # What the reader does

    def sort(self, order: Ints) -> None:
        """Show the hits in another order: all their numbers."""
        self._order = np.asarray(order, np.int64)
        self._rows = None

    def group(self, grouped: bool) -> None:
        """Put the hits of a document together, or each in its place."""
        self.grouped = grouped
        self._rows = None

    def fold(self, row: int) -> None:
        """Hide the hits of the document of a row, or show them again."""
        document = -1 - row if row < 0 else self._documents[row]
        self._folded[document] = not self._folded[document]
        self._rows = None

    def fold_all(self) -> None:
        """Show nothing but headings, or where that is so, everything again."""
        self._folded[:] = not self._folded[self._documents[~self._rejected]].all()
        self._rows = None

    def reject(self, row: int) -> int:
        """Take out a hit, or by its heading a document; gives the number of hits taken out."""
        gone = self._left_in(-1 - row) if row < 0 else np.array([row])
        return self._reject(gone)

    def _reject(self, hits: Ints) -> int:
        self._rejected[hits] = True
        self._steps.append(hits)
        self._rows = None
        return len(hits)

    def undo(self) -> Ints | None:
        """Put back what was taken out last, and give it; None where nothing is out."""
        if not self._steps:
            return None
        back = self._steps.pop()
        self._rejected[back] = False
        self._rows = None
        return back

    def take_over(self, other: Sifting) -> None:
        """Reject what another sifting of the same query has rejected, where it is still there."""
        for step in other._steps:
            found = (self.number_of(other.place_of(hit)) for hit in step.tolist())
            hits = [hit for hit in found if hit is not None]
            if hits:
                self._reject(np.array(hits, np.int64))
        self.group(other.grouped)
