"""Which days a text has told of so far, and which those are that it tells from them.

"That Sunday" is the last one that was named; the weekdays of a paragraph are those of the date it opens
with; "the next day" follows the day that the sentence before it, or its own, tells of. Where a sentence tells
of two, nobody knows which of them that is.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from index.dates.meaning import ELSEWHERE, After, Day, Meaning, Month, Part, Vague, Weekday
from index.dates.places import Read
from index.dates.resolve import SPAN, Written, days_meant, granularity
from index.dates.tense import Tense
from index.language.calendar import Days, Unit, back, one_day
from index.language.sentences import sentence_ends
from index.model import GRANULARITIES

_PARAGRAPH = re.compile(r"\n\s*\n")
_OPENING = 48
"""A date that begins among so many first letters of a paragraph holds for the weekdays named in it."""
_REMEMBERED = 24
"""So many dates are kept in mind."""


class _Told(NamedTuple):
    start: int
    """Where it stands."""
    days: Days | None
    """Which days; None where that is not known."""
    is_vague: bool
    """Whether it is told from another, and nobody knows how far off."""
    is_back: bool
    """Whether it is told from another that comes after it."""
    fineness: int
    """How exactly it is told, the most exact first."""


class Story:
    """Finds the days of expressions of a text one after another."""

    def __init__(self, text: str, published: date | None, tense: Callable[[str, int, int], Tense]) -> None:
        """Begin with a text, the day on which it was published, and what finds the tense around a place."""
        self._text = text
        self._tense = tense
        self._published = published
        self._paragraphs = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text) + 1]
        self._at = 0
        self._opened: date | None = None
        self._told: list[_Told] = []
        self._from = 0
        self._ends: list[int] | None = None

    def meant(self, one: Read) -> Days | None:
        """The days that an expression means; expressions must come in their order."""
        while self._paragraphs[self._at + 1] <= one.start:
            self._at += 1
            self._opened = None
        days = self._days(one)
        is_opening = self._opened is None and one.start - self._paragraphs[self._at] <= _OPENING
        if is_opening and days is not None and days.first == days.last:
            self._opened = days.first
        if isinstance(one.meaning, After) and one.meaning.offset > 0:
            self._from = one.start  # the story has gone on
        fineness = GRANULARITIES.index(granularity(one.meaning, days))
        told = _Told(one.start, days, isinstance(one.meaning, Vague), _is_back(one.meaning), fineness)
        self._told = [*self._told[1 - _REMEMBERED :], told]
        return days

    def _days(self, one: Read) -> Days | None:
        meaning = one.meaning
        if isinstance(meaning, Vague):
            return None
        written = Written(self._published, lambda: self._tense(self._text, one.start, one.end))
        if isinstance(meaning, After) or (
            isinstance(meaning, Weekday) and meaning.which in ("following", "previous")
        ):
            return self._after(meaning, written)
        if isinstance(meaning, Day | Month | Part) and abs((meaning.years or 0) - ELSEWHERE) <= 1:
            year = self._told_last(After("year", (meaning.years or 0) - ELSEWHERE))
            return year and days_meant(_in_year_of(meaning, year), written)
        return self._told_before(meaning) or days_meant(meaning, written)

    def _told_before(self, meaning: Meaning) -> Days | None:
        """The day of a weekday that the paragraph opens with, or that was named before "that Sunday"."""
        if not isinstance(meaning, Weekday) or meaning.which in ("last", "next"):
            return None
        if self._opened is not None and self._opened.weekday() == meaning.number:
            return one_day(self._opened)
        if meaning.which == "that":
            named = (one.days for one in reversed(self._told) if one.days and one.days.first == one.days.last)
            return next((days for days in named if days.first.weekday() == meaning.number), None)
        return None

    def _after(self, meaning: After | Weekday, written: Written) -> Days | None:
        """The days that are told from others which the text has told of."""
        days = self._told_last(meaning)
        if days is None:
            return None
        try:
            found = _moved(days, meaning) if isinstance(meaning, After) else _weekday_beside(days, meaning)
        except (ValueError, OverflowError):  # the calendar has no such day
            return None
        if self._published is None or not days.first <= self._published < found.first:
            return found
        # What has happened, and yet lies ahead of the report, was told from another day
        return found if written.is_to_come() else None

    def _told_last(self, meaning: After | Weekday) -> Days | None:
        """The days from which others are told: the only ones of the last sentence that tells of any."""
        earliest = max(self._from, self._paragraphs[max(0, self._at - 1)])
        unit: Unit = meaning.unit if isinstance(meaning, After) else "day"
        near = [one for one in self._told if one.start >= earliest and _is_as_exact(one, unit)]
        if _is_back(meaning):  # as others that go back, it is told from where the story is
            near = [one for one in near if not one.is_back]
        if not near or near[-1].is_back:
            return None
        sentence = self._sentence(near[-1].start)
        told = {one.days for one in near if self._sentence(one.start) == sentence}
        (days,) = told if len(told) == 1 else (None,)
        is_that_year = isinstance(meaning, After) and (meaning.unit, meaning.offset) == ("year", 0)
        if is_that_year and days is not None and self._is_of_this_year(days):
            return None  # of its own year a report says "this year"
        return days

    def _is_of_this_year(self, days: Days) -> bool:
        return self._published is not None and self._published.year == days.first.year

    def _sentence(self, at: int) -> int:
        """The number of the sentence around a place."""
        if self._ends is None:
            self._ends = sentence_ends(self._text)
        return bisect_right(self._ends, at)


def _is_back(meaning: Meaning) -> bool:
    """Whether an expression goes back from what was told of."""
    if isinstance(meaning, After):
        return meaning.offset < 0
    return isinstance(meaning, Weekday) and meaning.which == "previous"


def _is_as_exact(one: _Told, unit: Unit) -> bool:
    """Whether what was told may be that from which so many days, weeks, months or years are counted."""
    if one.is_vague:
        return True
    if one.days is None:
        return one.fineness <= GRANULARITIES.index(unit)
    try:
        return SPAN[unit](one.days.first).last >= one.days.last
    except OverflowError:  # the week is cut short by the end of the calendar
        return one.days.first == one.days.last


def _in_year_of(meaning: Day | Month | Part, days: Days) -> Day | Month | Part:
    """What is told by "that year", where it is known which one that is."""
    return replace(meaning, year=days.first.year + (meaning.years or 0) - ELSEWHERE, years=None)


def _moved(days: Days, meaning: After) -> Days:
    return SPAN[meaning.unit](back(SPAN[meaning.unit](days.first).first, -meaning.offset, meaning.unit))


def _weekday_beside(days: Days, meaning: Weekday) -> Days:
    ahead = (meaning.number - days.first.weekday() - 1) % 7 + 1
    return one_day(days.first + timedelta(ahead if meaning.which == "following" else ahead - 7 or -7))
