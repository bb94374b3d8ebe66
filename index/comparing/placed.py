"""Spans of a document that are looked for by their place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Located(Protocol):
    """What has a place in a text."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last."""


One = TypeVar("One", bound=Located)


class Placed(Generic[One]):
    """Some spans that do not overlap."""

    def __init__(self, spans: Sequence[One]) -> None:
        """Take them, in whatever order."""
        self._spans = sorted(spans, key=lambda one: one.start)
        self._starts = [one.start for one in self._spans]
        self._ends = [one.end for one in self._spans]

    def within(self, start: int, end: int) -> list[One]:
        """Those that are all in a stretch, in order."""
        first = bisect_left(self._starts, start)
        return self._spans[first : max(first, bisect_right(self._ends, end))]

    def touching(self, start: int, end: int) -> list[One]:
        """Those of which a part is in a stretch, in order."""
        first = bisect_right(self._ends, start)
        return self._spans[first : max(first, bisect_left(self._starts, end))]
