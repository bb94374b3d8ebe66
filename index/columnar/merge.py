"""Merges segments into one, array by array, leaving out removed documents, in bounded memory.

Words have the same number in every segment, so no word is looked at: for each block of words the
postings of the segments are laid one after the other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, narrow, sizes, starts, stretches
from index.columnar.files import FileWriting, let_go
from index.columnar.segment import Field, Segment

BLOCK = 1_000_000
"""Elements that are held in memory at a time."""


class Source:
    """A segment to be merged, with what is to be left out."""

    def __init__(self, segment: Segment, kept: NDArray[np.bool_], base: int) -> None:
        self.segment = segment
        """Its arrays."""
        self.base = base
        """Number of its first document in the merged segment."""
        self.kept = kept
        """(D,) which of its documents stay."""
        self.size = int(np.count_nonzero(kept))
        """Number of those."""

    @property
    def whole(self) -> bool:
        """Whether all of its documents stay."""
        return self.size == len(self.kept)

    @cached_property
    def numbers(self) -> Ints:
        """(D,) the number of each document in the merged segment, if it stays."""
        return starts(self.kept)[:-1] + self.base


def sources(segments: Sequence[tuple[Segment, NDArray[np.bool_]]]) -> list[Source]:
    """Segments with the documents that stay, in their order."""
    found: list[Source] = []
    base = 0
    for segment, kept in segments:
        found.append(Source(segment, kept, base))
        base += found[-1].size
    return found


def merge(parts: Sequence[Source], writing: FileWriting, poll: Callable[[], None]) -> None:
    """Write the arrays of the segment that holds what the parts hold.

    Args:
        parts: What to merge.
        writing: Where to.
        poll: Called now and then; what it raises ends the work.
    """
    names = list(dict.fromkeys(name for part in parts for name in part.segment.arrays))
    for name in names:
        poll()
        kind = name.rpartition(".")[2]
        if kind in ("column", "lengths"):
            dtype = "<i8" if kind == "column" else "<u4"
            columns = (
                part.segment.arrays[name][part.kept]
                if name in part.segment.arrays
                else np.zeros(part.size, dtype)
                for part in parts
            )
            writing.put(name, dtype, columns)
    for field in dict.fromkeys(name.rpartition(".")[0] for name in names if name.endswith(".words")):
        _Merging(field, parts, writing, poll).run()


class _Part:
    """One field of a segment to be merged."""

    def __init__(self, source: Source, field: Field, poll: Callable[[], None]) -> None:
        self.source = source
        self.field = field
        self.sizes = sizes(field.edges)
        """Postings of each word that stay."""
        self.places = None if field.place_edges is None else sizes(field.place_edges)
        """Places of each word that stay."""
        if not source.whole:
            self._count(poll)

    def _count(self, poll: Callable[[], None]) -> None:
        field = self.field
        postings, places = np.zeros_like(self.sizes), np.zeros_like(self.sizes)
        for first, last in blocks(field.edges):
            poll()
            let_go(self.source.segment.arrays)
            edges = field.edges[first : last + 1].astype(np.int64)
            rows = slice(int(edges[0]), int(edges[-1]))
            kept = self.source.kept[field.documents[rows]]
            postings[first:last] = sizes(starts(kept)[edges - edges[0]])
            places[first:last] = sizes(starts(np.where(kept, field.counts[rows], 0))[edges - edges[0]])
        self.sizes = postings
        if self.places is not None:
            self.places = places


class _Merging:
    """The merging of one field."""

    def __init__(
        self, name: str, parts: Sequence[Source], writing: FileWriting, poll: Callable[[], None]
    ) -> None:
        self._name, self._writing, self._poll = name, writing, poll
        self._parts = [_Part(part, part.segment.field(name), poll) for part in parts]
        words = [part.field.words[part.sizes > 0] for part in self._parts]
        self._words = np.unique(np.concatenate(words))
        self._sizes = self._totals([part.sizes for part in self._parts])

    def run(self) -> None:
        parts, put = self._parts, self._put
        put("words", "<u4", [self._words])
        edges = starts(self._sizes)
        put("edges", narrow(int(edges[-1])), [edges])
        put("documents", "<u4", self._merged(edges, lambda part, rows: self._numbers(part, rows)))
        put("counts", self._widest("counts"), self._merged(edges, lambda part, rows: part.field.counts[rows]))
        if any(part.places is not None for part in parts):
            none = [np.zeros(len(part.sizes), np.int64) for part in parts]
            totals = self._totals(
                [zero if part.places is None else part.places for part, zero in zip(parts, none, strict=True)]
            )
            place_edges = starts(totals)
            put("place_edges", narrow(int(place_edges[-1])), [place_edges])
            put("places", self._widest("places"), self._merged_places(place_edges))
        if any(part.field.span_edges is not None for part in parts):
            self._forward("span_edges", {"spans": np.dtype("u1")})
        if any(part.field.sentence_edges is not None for part in parts):
            self._forward("sentence_edges", {"sentences": self._widest("sentences")})
        if any(part.field.vector_edges is not None for part in parts):
            self._forward(
                "vector_edges", {"vector_words": np.dtype("<u4"), "vector_counts": self._widest("counts")}
            )

    def _pause(self) -> None:
        """Be called off, if so; hold on to no more memory than a block takes."""
        self._poll()
        for part in self._parts:
            let_go(part.source.segment.arrays)

    def _put(self, name: str, kind: "np.dtype[Any] | str", pieces: "Iterator[Array] | list[Array]") -> None:
        self._pause()
        self._writing.put(f"{self._name}.{name}", kind, pieces)

    def _widest(self, name: str) -> np.dtype[Any]:
        arrays = (getattr(part.field, name) for part in self._parts)  # none where no document has the field
        return max(
            (array.dtype for array in arrays if array is not None), key=lambda kind: int(kind.itemsize)
        )

    def _totals(self, amounts: Sequence[Ints]) -> Ints:
        totals = np.zeros(len(self._words), dtype=np.int64)
        for part, amount in zip(self._parts, amounts, strict=True):
            there = part.sizes > 0
            totals[np.searchsorted(self._words, part.field.words[there])] += amount[there]
        return totals

    @staticmethod
    def _numbers(part: _Part, rows: slice) -> Array:
        return part.source.numbers[part.field.documents[rows]]

    def _merged(self, edges: Ints, values: Callable[[_Part, slice], Array]) -> Iterator[Array]:
        """Block after block of words: for each word what the parts have, in their order."""
        for first, last in blocks(edges):
            self._pause()
            merged = np.empty(edges[last] - edges[first], dtype=np.int64)
            fill = edges[first:last] - edges[first]
            for part in self._parts:
                low, high = self._stretch(part, first, last)
                rows = slice(int(part.field.edges[low]), int(part.field.edges[high]))
                found = values(part, rows)
                if not part.source.whole:
                    found = found[part.source.kept[part.field.documents[rows]]]
                self._lay(merged, fill, first, last, part.field.words[low:high], part.sizes[low:high], found)
            yield merged

    def _merged_places(self, edges: Ints) -> Iterator[Array]:
        for first, last in blocks(edges):
            self._pause()
            merged = np.empty(edges[last] - edges[first], dtype=np.int64)
            fill = edges[first:last] - edges[first]
            for part in self._parts:
                field = part.field
                if field.place_edges is None or field.places is None or part.places is None:
                    continue
                low, high = self._stretch(part, first, last)
                found = field.places[int(field.place_edges[low]) : int(field.place_edges[high])]
                if not part.source.whole:
                    rows = slice(int(field.edges[low]), int(field.edges[high]))
                    kept = part.source.kept[field.documents[rows]]
                    found = found[np.repeat(kept, field.counts[rows])]
                self._lay(merged, fill, first, last, field.words[low:high], part.places[low:high], found)
            yield merged

    def _stretch(self, part: _Part, first: int, last: int) -> tuple[int, int]:
        """Which words of a part are among a block of all words."""
        low = int(np.searchsorted(part.field.words, self._words[first]))
        return low, int(np.searchsorted(part.field.words, self._words[last - 1], side="right"))

    def _lay(
        self, merged: Ints, fill: Ints, first: int, last: int, words: Array, lengths: Ints, values: Array
    ) -> None:
        there = lengths > 0
        places = np.searchsorted(self._words[first:last], words[there])
        merged[stretches(fill[places], lengths[there])] = values
        fill[places] += lengths[there]

    def _forward(self, edges_name: str, kinds: Mapping[str, np.dtype[Any]]) -> None:
        """Write arrays that hold something for one document after the other."""
        lengths: list[Ints] = []
        for part in self._parts:
            edges = part.source.segment.arrays.get(f"{self._name}.{edges_name}")
            if edges is None:
                lengths.append(np.zeros(part.source.size, dtype=np.int64))
            else:
                lengths.append(sizes(edges)[part.source.kept])
        merged = starts(np.concatenate(lengths))
        self._put(edges_name, narrow(int(merged[-1])), [merged])
        for name, kind in kinds.items():
            self._put(name, kind, self._in_order(edges_name, name))

    def _in_order(self, edges_name: str, name: str) -> Iterator[Array]:
        for part in self._parts:
            edges = part.source.segment.arrays.get(f"{self._name}.{edges_name}")
            if edges is None:
                continue
            for first, last in blocks(edges):
                self._pause()
                array = part.source.segment.arrays[f"{self._name}.{name}"]
                values = array[int(edges[first]) : int(edges[last])]
                if not part.source.whole:
                    lengths = sizes(edges[first : last + 1])
                    values = values[np.repeat(part.source.kept[first:last], lengths)]
                yield values


def blocks(edges: Array) -> Iterator[tuple[int, int]]:
    """Cut a row of stretches into blocks of about BLOCK elements, at least one stretch each."""
    first = 0
    while first < len(edges) - 1:
        last = int(np.searchsorted(edges, int(edges[first]) + BLOCK, side="right")) - 1
        last = max(last, first + 1)
        yield first, last
        first = last
