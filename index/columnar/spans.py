"""Where the words of documents stand in their texts, position by position, packed into bytes.

A document is a row of small numbers: for each word how far behind the one before it begins, plus one,
and its length, both in code points; before the first word of a paragraph a zero for each boundary that
was passed. A number takes one byte, 255 and the next byte go together.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, distinct, starts

_MORE = 255

_PLACE_BITS = 32
"""Bits of a place that hold the position; those above hold the document."""


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


def find(
    edges: Array, packed: Array, documents: Ints, gap: int, owners: Ints, positions: Ints
) -> tuple[Ints, Ints]:
    """First code point and one past the last of the words at some positions: K of them.

    Numbers are added up, not taken apart: a position leads to the place in the row where they are.

    Args:
        edges: (D + 1,) where the bytes of each document of a segment begin.
        packed: The bytes.
        documents: Numbers of the documents.
        gap: Positions that a paragraph boundary covers.
        owners: (K,) which of the documents each word is in, from 0.
        positions: (K,) its position there.
    """
    begins, ends = edges[documents].tolist(), edges[documents + 1].tolist()
    packed = np.concatenate([packed[first:last] for first, last in zip(begins, ends, strict=True)])
    rows = starts(edges[documents + 1].astype(np.int64) - edges[documents])
    first_bytes = rows[:-1]
    is_boundary = packed == 0
    more = np.flatnonzero(packed == _MORE)
    if len(more):
        is_boundary[more + 1] = False
        is_last = np.ones(len(packed), dtype=bool)
        is_last[more] = False
        is_boundary = is_boundary[is_last]
        rows = rows - np.searchsorted(more, rows)
    # Between boundaries there are two numbers a word: from where one is known, the others are counted on.
    boundaries = np.flatnonzero(is_boundary)
    within = np.searchsorted(rows, boundaries, side="right") - 1
    passed = np.arange(1, len(boundaries) + 1) - np.searchsorted(boundaries, rows)[within]
    words = (boundaries + 1 - rows[within] - passed) // 2
    known_in = np.concatenate([np.arange(len(documents)), within])
    known = np.concatenate([np.zeros(len(documents), dtype=np.int64), words + gap * passed])
    order = np.lexsort((known, known_in))
    places = (known_in[order] << _PLACE_BITS) + known[order]
    at = order[np.searchsorted(places, (owners << _PLACE_BITS) + positions, side="right") - 1]
    further = positions - known[at]
    row = np.concatenate([rows[:-1], boundaries + 1])[at] + 2 * further
    before = np.concatenate([np.zeros(len(documents), dtype=np.int64), words])[at] + further
    last_bytes = np.flatnonzero(is_last) if len(more) else np.arange(len(packed))
    gaps, lengths = last_bytes[row] + 1, last_bytes[row + 1] + 1
    up_to = _sums(packed, np.concatenate([first_bytes, gaps, lengths]))
    found = up_to(lengths) - up_to(first_bytes)[owners] - before - 1
    return found - (up_to(lengths) - up_to(gaps)), found


def _sums(numbers: Array, cuts: Ints) -> Callable[[Ints], Ints]:
    """What gives the sum of the numbers before each of some places, which are among those given here."""
    cuts = distinct(cuts)
    inner = cuts[cuts < len(numbers)]
    totals = starts(np.add.reduceat(numbers, inner, dtype=np.int64))
    return lambda places: totals[np.searchsorted(inner, places)]


def _packed(numbers: Ints) -> tuple[NDArray[np.uint8], Ints]:
    """Numbers as bytes, and how many bytes each takes."""
    sizes = numbers // _MORE + 1
    packed = np.full(int(sizes.sum()), _MORE, dtype=np.uint8)
    packed[np.cumsum(sizes) - 1] = numbers % _MORE
    return packed, sizes
