"""The days that a passage means, to be compared with those of another."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from index.dates import find_dates
from index.related.numbers import dates


class Dated(Protocol):
    """A place in a text that names days."""

    @property
    def start(self) -> int:
        """First code point in the document's text."""

    @property
    def end(self) -> int:
        """One past the last."""

    @property
    def date(self) -> str | None:
        """The first day that is meant, as an ISO date; None where that is not known."""

    @property
    def last(self) -> str | None:
        """The last of them."""

    @property
    def granularity(self) -> str:
        """How exactly it is told."""


class DayNamed(NamedTuple):
    """A place in a passage that names a day, or some days in a row."""

    start: int
    """First code point in the passage."""
    end: int
    """One past the last."""
    first: str | None
    """The first day that is meant, as an ISO date; None where that is not known."""
    last: str | None
    """The last of them."""
    calendar: tuple[int, int] | None
    """Month and day as they are written, where they are."""

    def is_same(self, other: "DayNamed") -> bool:
        """Whether another means the same; where it is not known of one of them, whether that may be."""
        if self.first is not None and other.first is not None:
            return (self.first, self.last) == (other.first, other.last)
        return self.calendar is not None and self.calendar == other.calendar

    def may_be(self, other: "DayNamed") -> bool:
        """Whether nothing is known against another being the same."""
        if self.first is None or other.first is None:
            return True
        return (self.first, self.last) == (other.first, other.last)


def days_named(text: str, start: int, known: Sequence[Dated] | None) -> list[DayNamed]:
    """The days that a passage names.

    Args:
        text: The text of the passage.
        start: Its first code point in the document's text.
        known: The dates of the document; None where they are to be found in the text alone.
    """
    written = dates(text)
    starts = [one.start for one in written]
    found = []
    for first, last, day, until in _within(text, start, known):
        at = bisect_left(starts, first)
        is_written = at < len(written) and written[at].end <= last
        found.append(DayNamed(first, last, day, until, written[at].day if is_written else None))
    return found


def _within(
    text: str, start: int, known: Sequence[Dated] | None
) -> Iterator[tuple[int, int, str | None, str | None]]:
    """(start, end, first day, last) of the days in a passage; months and years are none."""
    if known is None:
        for raw in find_dates(text):
            if raw.granularity in ("day", "range"):
                yield raw.start, raw.end, raw.first, raw.last
        return
    for one in known:
        first, last = one.start - start, one.end - start
        if 0 <= first < last <= len(text) and one.granularity in ("day", "range"):
            yield first, last, one.date, one.last
