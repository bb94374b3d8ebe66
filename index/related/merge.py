"""Merges segments into one, leaving out the documents that were removed, in bounded memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.related.files import SegmentWriting
from index.related.segment import Array, Segment, starts, stretches

BLOCK = 2_000_000
"""Pairs of a passage and a term that are held in memory at a time."""


@dataclass(frozen=True)
class Part:
    """A segment to be merged, with what is to be left out."""

    segment: Segment
    """Its arrays."""
    removed: Sequence[int]
    """Numbers of its documents that go."""

    @cached_property
    def kept_documents(self) -> NDArray[np.bool_]:
        """Which documents stay."""
        kept = np.ones(self.segment.documents, dtype=bool)
        kept[list(self.removed)] = False
        return kept

    @cached_property
    def document_sizes(self) -> Array:
        """Passages of each document."""
        return np.diff(self.segment.document_starts)

    @cached_property
    def kept(self) -> NDArray[np.bool_]:
        """Which passages stay."""
        return np.repeat(self.kept_documents, self.document_sizes)

    @cached_property
    def numbers(self) -> Array:
        """For each passage the number of those before it that stay."""
        return starts(self.kept)[:-1]

    @cached_property
    def content_sizes(self) -> Array:
        """Terms of each passage that stays."""
        return np.diff(self.segment.content_starts)[self.kept]

    @cached_property
    def posting_sizes(self) -> Array:
        """Passages of each term that stay."""
        if not self.removed:
            return np.diff(self.segment.posting_starts)
        sizes = np.zeros(len(self.segment.terms), dtype=np.int64)
        for first, last in _blocks(self.segment.posting_starts):
            edges = self.segment.posting_starts[first : last + 1]
            kept = self.kept[self.segment.posting_passages[edges[0] : edges[-1]]]
            sizes[first:last] = np.diff(starts(kept)[edges - edges[0]])
        return sizes


def merge(parts: Sequence[Part], writing: SegmentWriting) -> None:
    """Write the segment that holds what the parts hold, in their order."""
    alive = [part.segment.terms[part.posting_sizes > 0] for part in parts]
    terms = np.unique(np.concatenate(alive))
    places = [np.searchsorted(terms, part.segment.terms) for part in parts]
    sizes = np.zeros(len(terms), dtype=np.int64)
    for part, place in zip(parts, places, strict=True):
        there = part.posting_sizes > 0
        sizes[place[there]] += part.posting_sizes[there]
    pairs = int(sizes.sum())
    columns: dict[str, list[Array]] = {
        "document_keys": [part.segment.document_keys[part.kept_documents] for part in parts],
        "document_versions": [part.segment.document_versions[part.kept_documents] for part in parts],
        "document_starts": [starts(np.concatenate([p.document_sizes[p.kept_documents] for p in parts]))],
        "lengths": [part.segment.lengths[part.kept] for part in parts],
        "content_starts": [starts(np.concatenate([part.content_sizes for part in parts]))],
        "terms": [terms],
        "posting_starts": [starts(sizes)],
    }
    for name, column in columns.items():
        writing.put(name, sum(map(len, column)), column)
    writing.put("content_terms", pairs, _content_terms(parts, places))
    writing.put("content_counts", pairs, _content_counts(parts))
    writing.put("posting_passages", pairs, _postings(parts, terms, sizes, "posting_passages"))
    writing.put("posting_counts", pairs, _postings(parts, terms, sizes, "posting_counts"))


def _blocks(edges: Array) -> Iterator[tuple[int, int]]:
    """Cut a row of stretches into blocks of about BLOCK elements, at least one stretch each."""
    first = 0
    while first < len(edges) - 1:
        last = int(np.searchsorted(edges, edges[first] + BLOCK, side="right")) - 1
        last = max(last, first + 1)
        yield first, last
        first = last


def _content_blocks(part: Part) -> Iterator[tuple[int, int, NDArray[np.bool_] | None]]:
    """Stretches of contents, and which of their elements stay where not all do."""
    edges = part.segment.content_starts
    for first, last in _blocks(edges):
        keep = None
        if part.removed:
            keep = np.repeat(part.kept[first:last], np.diff(edges[first : last + 1]))
        yield int(edges[first]), int(edges[last]), keep


def _content_terms(parts: Sequence[Part], places: Sequence[Array]) -> Iterator[Array]:
    for part, place in zip(parts, places, strict=True):
        for first, last, keep in _content_blocks(part):
            values = part.segment.content_terms[first:last]
            yield place[values if keep is None else values[keep]]


def _content_counts(parts: Sequence[Part]) -> Iterator[Array]:
    for part in parts:
        for first, last, keep in _content_blocks(part):
            values = part.segment.content_counts[first:last]
            yield values if keep is None else values[keep]


def _postings(parts: Sequence[Part], terms: Array, sizes: Array, name: str) -> Iterator[Array]:
    """The postings of block after block of terms: for each term those of the parts in their order."""
    edges = starts(sizes)
    for first, last in _blocks(edges):
        merged = np.empty(edges[last] - edges[first], dtype=np.int64)
        fill = edges[first:last] - edges[first]
        base = 0
        for part in parts:
            segment = part.segment
            low = np.searchsorted(segment.terms, terms[first])
            high = np.searchsorted(segment.terms, terms[last - 1], side="right")
            begin, end = segment.posting_starts[low], segment.posting_starts[high]
            passages = segment.posting_passages[begin:end]
            values = (
                part.numbers[passages] + base
                if name == "posting_passages"
                else segment.posting_counts[begin:end]
            )
            if part.removed:
                values = values[part.kept[passages]]
            counts = part.posting_sizes[low:high]
            there = counts > 0
            places = np.searchsorted(terms[first:last], segment.terms[low:high][there])
            merged[stretches(fill[places], counts[there])] = values
            fill[places] += counts[there]
            base += int(np.count_nonzero(part.kept))
        yield merged
