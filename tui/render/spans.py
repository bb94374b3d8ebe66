"""Which marks lie on each stretch of a line: layers of spans made into runs."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntFlag
from itertools import pairwise
from operator import lt
from typing import NamedTuple


class Mark(IntFlag):
    """What a stretch of text is, from the lowest layer to the highest.

    A higher mark wins where two say something of the same kind (a colour); what only one
    of them says (an underline) stays.
    """

    CHOSEN = 1
    """Belongs to the chosen row."""
    QUIET = 2
    """Says something about the text: dates, sources."""
    STRONG = 4
    """A title."""
    ENTITY = 8
    """Says something of people, places and the like: headings of their list."""
    WHY = 16
    """Names why a passage is related."""
    REASON = 32
    """Is why a passage is related, where it stands in a text."""
    MENTION = 64
    """Names the chosen entity."""
    COUNT = 128
    """A number of hits."""
    BAR = 256
    """The sign beside the current passage or the chosen row."""
    HIT = 512
    """Makes the document match."""
    CURRENT = 1024
    """The hit that was last gone to."""
    SELECTED = 2048
    """Selected for copying."""
    OTHER = 4096
    """Makes the document match by a clause of the query that is not the one walked; lies below `HIT`."""


class Run(NamedTuple):
    """A stretch on which the same marks lie from end to end."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    marks: int
    """The `Mark`s, as bits."""


@dataclass(frozen=True, slots=True)
class Layer:
    """All places that bear one mark: disjoint, not touching, in order."""

    mark: int
    """The `Mark`, or several as bits."""
    starts: tuple[int, ...]
    """First code points."""
    ends: tuple[int, ...]
    """One past the last of each."""

    @classmethod
    def of(cls, mark: int, spans: Iterable[tuple[int, int]]) -> "Layer":
        """Make a layer of any spans: overlapping, touching and empty ones, in any order."""
        spans = list(spans)
        return cls.between(mark, [start for start, _ in spans], [end for _, end in spans])

    @classmethod
    def between(cls, mark: int, starts: Sequence[int], ends: Sequence[int]) -> "Layer":
        """Make a layer of any spans, given by where they start and where they end.

        Quick where they are disjoint and in order, as a hundred thousand hits are.
        """
        if all(map(lt, starts, ends)) and all(map(lt, ends, starts[1:])):
            return cls(int(mark), tuple(starts), tuple(ends))
        firsts: list[int] = []
        lasts: list[int] = []
        for start, end in sorted(zip(starts, ends, strict=True)):
            if start >= end:
                continue
            if lasts and start <= lasts[-1]:
                lasts[-1] = max(lasts[-1], end)
            else:
                firsts.append(start)
                lasts.append(end)
        return cls(int(mark), tuple(firsts), tuple(lasts))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what of this layer lies in `start` to `end`, cut to it."""
        at = bisect_right(self.ends, start)
        while at < len(self.starts) and self.starts[at] < end:
            yield max(start, self.starts[at]), min(end, self.ends[at])
            at += 1


def runs(start: int, end: int, layers: Sequence[Layer]) -> list[Run]:
    """Merge layers over `start` to `end` into runs that follow each other without a gap."""
    cuts = [(layer.mark, *span) for layer in layers for span in layer.within(start, end)]
    if not cuts:
        return [Run(start, end, 0)] if start < end else []
    edges = sorted({start, end, *(cut[1] for cut in cuts), *(cut[2] for cut in cuts)})
    merged: list[Run] = []
    for first, last in pairwise(edges):
        marks = 0
        for mark, low, high in cuts:
            if low <= first and last <= high:
                marks |= mark
        if merged and merged[-1].marks == marks:
            merged[-1] = Run(merged[-1].start, last, marks)
        else:
            merged.append(Run(first, last, marks))
    return merged
