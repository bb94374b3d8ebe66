"""Where the words of documents stand in their texts, position by position, packed into bytes.

A document is a row of small numbers: for each word how far behind the one before it begins, plus one,
and its length, both in code points; before the first word of a paragraph a zero for each boundary that
was passed. A number takes one byte, 255 and the next byte go together.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, starts, stretches

_MORE = 255


class Spans(NamedTuple):
    """The words of some documents in order: W of them, each at a position of its own."""

    owners: Ints
    """(W,) which of the documents each is in, from 0."""
    positions: Ints
    """(W,) its position there."""
    starts: Ints
    """(W,) its first code point."""
    ends: Ints
    """(W,) one past its last."""


def pack(spans: Spans, documents: int, gap: int) -> tuple[Ints, NDArray[np.uint8]]:
    """The bytes of some documents, and where those of each begin: (D + 1,).

    Args:
        spans: Their words; positions follow one another but for boundaries.
        documents: How many there are: D.
        gap: Positions that a paragraph boundary covers.
    """
    owners, positions = spans.owners, spans.positions
    new = np.ones(len(owners), dtype=bool)
    new[1:] = owners[1:] != owners[:-1]
    before, passed = np.zeros_like(spans.ends), positions.copy()
    before[1:] = spans.ends[:-1]
    passed[1:] -= positions[:-1] + 1
    before[new], passed[new] = 0, positions[new]
    boundaries = passed // gap
    # Two numbers a word, behind as many zeros as there are boundaries.
    last = np.cumsum(boundaries + 2) - 1
    numbers = np.zeros(int(last[-1]) + 1 if len(last) else 0, dtype=np.int64)
    numbers[last - 1] = spans.starts - before + 1
    numbers[last] = spans.ends - spans.starts
    edges = np.zeros(documents + 1, dtype=np.int64)
    edges[1:] = np.append(0, last + 1)[np.searchsorted(owners, np.arange(documents), side="right")]
    packed, sizes = _packed(numbers)
    return starts(sizes)[edges], packed


def unpack(edges: Array, packed: Array, documents: Ints, gap: int) -> Spans:
    """The words of some documents.

    Args:
        edges: (D + 1,) where the bytes of each document of a segment begin.
        packed: The bytes.
        documents: Numbers of the documents.
        gap: Positions that a paragraph boundary covers.
    """
    begins = edges[documents].astype(np.int64)
    sizes = edges[documents + 1].astype(np.int64) - begins
    numbers = packed[stretches(begins, sizes)].astype(np.int64)
    owners = np.repeat(np.arange(len(documents)), sizes)
    new = np.ones(len(numbers), dtype=bool)
    new[1:] = numbers[:-1] != _MORE
    if not new.all():
        first = np.flatnonzero(new)
        numbers, owners = np.add.reduceat(numbers, first), owners[first]
    boundaries = np.cumsum(numbers == 0)
    words = np.flatnonzero(numbers)
    boundaries, owners, gaps, lengths = (
        boundaries[words][::2],
        owners[words][::2],
        *numbers[words].reshape(-1, 2).T,
    )
    first = np.searchsorted(owners, np.arange(len(documents)))[owners]

    def counted_on(totals: Ints) -> Ints:
        """Totals from the beginning of each document."""
        found: Ints = totals - np.append(0, totals)[first]
        return found

    positions = np.arange(len(owners)) - first + gap * counted_on(boundaries)
    ends = counted_on(np.cumsum(gaps - 1 + lengths))
    return Spans(owners, positions, ends - lengths, ends)


def _packed(numbers: Ints) -> tuple[NDArray[np.uint8], Ints]:
    """Numbers as bytes, and how many bytes each takes."""
    sizes = numbers // _MORE + 1
    packed = np.full(int(sizes.sum()), _MORE, dtype=np.uint8)
    packed[np.cumsum(sizes) - 1] = numbers % _MORE
    return packed, sizes
