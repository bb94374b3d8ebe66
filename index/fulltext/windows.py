"""Stretches of positions, and what phrases are made of: joining them end to start.

A place is one number, document and position together, so that ascending arrays of places are joined
across all documents at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Ints, stretches
from index.fulltext.query import Arc, Graph

Mask = NDArray[np.bool_]

PLACE_BITS = 32
"""Bits of a place that hold the position; those above hold the document."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Stretches of positions, each within one document."""

    starts: Ints
    """Place of the first word; ascending."""
    ends: Ints
    """Place one past the last."""

    @property
    def nbytes(self) -> int:
        """Memory the arrays take."""
        return self.starts.nbytes + self.ends.nbytes

    def documents(self) -> Ints:
        """The document of each."""
        return self.starts >> PLACE_BITS

    def among(self, documents: Mask) -> "Windows":
        """Those in the documents of a mask."""
        wanted = documents[self.documents()]
        return Windows(self.starts[wanted], self.ends[wanted])


NOWHERE = Windows(np.empty(0, np.int64), np.empty(0, np.int64))


_WIDTH_BITS = 4
"""Windows narrower than this has room for are sorted as one number each."""


def in_order(pieces: Sequence[Windows]) -> Windows:
    """All windows of some lists by start and then by end; a list that comes alone has to be so already."""
    if len(pieces) == 1:
        return pieces[0]
    starts = np.concatenate([NOWHERE.starts, *(piece.starts for piece in pieces)])
    ends = np.concatenate([NOWHERE.ends, *(piece.ends for piece in pieces)])
    widths = ends - starts
    if not len(widths) or widths.max() >> _WIDTH_BITS:
        order = np.lexsort((ends, starts))
        return Windows(starts[order], ends[order])
    # A stable sort is a merge of lists that are sorted already.
    packed = np.sort((starts << _WIDTH_BITS) | widths, kind="stable")
    starts = packed >> _WIDTH_BITS
    return Windows(starts, starts + (packed & ((1 << _WIDTH_BITS) - 1)))


def union(pieces: Sequence[Windows]) -> Windows:
    """All windows of some lists in order, each once."""
    found = in_order([NOWHERE, *pieces])
    new = np.ones(len(found.starts), dtype=bool)
    new[1:] = (found.starts[1:] != found.starts[:-1]) | (found.ends[1:] != found.ends[:-1])
    return Windows(found.starts[new], found.ends[new])


def phrase(graph: Graph, places: Callable[[Arc], Windows]) -> Windows:
    """The minimal windows in which the words of a clause stand one after the other.

    Args:
        graph: The clause.
        places: Gives the places of the words of an arc.
    """
    return minimal(joined(graph, places))


def joined(graph: Graph, places: Callable[[Arc], Windows]) -> Windows:
    """All windows in which the words of a clause stand one after the other; see `phrase`."""
    reached: list[Windows | None] = [None] * (graph.length + 1)
    for arc in graph.arcs:
        if arc.first > 0 and reached[arc.first] is None:
            continue
        found = places(arc)
        before = reached[arc.first]
        longer = found if before is None else _followed(before, found)
        others = reached[arc.last]
        reached[arc.last] = union([longer] if others is None else [others, longer])
    return reached[graph.length] or NOWHERE


def _followed(before: Windows, after: Windows) -> Windows:
    """Windows of the first list followed at once by one of the second."""
    low = np.searchsorted(after.starts, before.ends)
    if (after.starts[1:] == after.starts[:-1]).any():
        count = np.searchsorted(after.starts, before.ends, side="right") - low
        return Windows(np.repeat(before.starts, count), after.ends[stretches(low, count)])
    low[low == len(after.starts)] = 0
    there = after.starts[low] == before.ends if len(after.starts) else np.zeros(len(low), dtype=bool)
    return Windows(before.starts[there], after.ends[low[there]])


def minimal(windows: Windows) -> Windows:
    """The windows that hold no other one, in order; each is given once."""
    if not len(windows.starts):
        return windows
    # Sorted by start, then end: a later one within this one starts no earlier and ends no later.
    ends = windows.ends
    best = np.minimum.accumulate(ends[::-1])[::-1]
    keep = np.ones(len(ends), dtype=bool)
    keep[:-1] = best[1:] > ends[:-1]
    # Of equal starts the shortest comes first and ends before the longer, which must go.
    same_start = np.zeros(len(ends), dtype=bool)
    same_start[1:] = windows.starts[1:] == windows.starts[:-1]
    keep &= ~same_start
    return Windows(windows.starts[keep], windows.ends[keep])
