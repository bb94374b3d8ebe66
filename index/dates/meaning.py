"""What an expression says of the calendar, before it is known when it was written."""

from dataclasses import dataclass
from typing import Literal

from index.language.calendar import Unit

ELSEWHERE = 9999
"""So many years on is what stands in the year of another date: "that year"; one more or less is the next."""

Which = Literal["", "last", "next", "this", "that", "past", "coming", "following", "previous"]
"""The word before a weekday, a month, a weekend, a season."""

PartKind = Literal["season", "quarter", "half"]
"""Parts of a year that have numbers: four seasons from spring on, four quarters, two halves."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month."""

    month: int
    """1 to 12."""
    day: int
    """1 to 31."""
    year: int | None = None
    """The year, where it is given."""
    years: int | None = None
    """How many years on it is, where that is given: -1 for "last year"; ELSEWHERE for "that year"."""
    loose: bool = False
    """Whether it stands before a noun, as a name that an event may have for years: "the June 3 attack"."""
    which: Which = ""
    """Whether it is told by "last" or "next"."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month."""

    month: int
    """1 to 12."""
    year: int | None = None
    """The year, where it is given."""
    years: int | None = None
    """How many years on it is, where that is given."""
    which: Which = ""
    """Which, where that is given: "last March"."""


@dataclass(frozen=True, slots=True)
class Years:
    """One year of the calendar, or ten that have a name."""

    first: int
    """The first."""
    count: int = 1
    """How many."""


@dataclass(frozen=True, slots=True)
class Part:
    """A season, a quarter or a half of a year."""

    kind: PartKind
    """What it is."""
    number: int | None
    """Which of the year, from 1; None for any: "last quarter"."""
    year: int | None = None
    """The year, where it is given; of a winter that in which it begins."""
    years: int | None = None
    """How many years on it is, where that is given."""
    which: Which = ""
    """Which, where that is given: "last summer"."""
    is_clear: bool = True
    """Whether it could not be another one as well: "winter of 1941" could."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week."""

    number: int
    """Monday is 0."""
    which: Which = ""
    """Which of them, where that is given."""
    weeks: int | None = None
    """How many weeks on it is, where that is given: -1 for "Wednesday of last week"."""


@dataclass(frozen=True, slots=True)
class Around:
    """The week, month, year or day that lies so many from that of the writing."""

    unit: Unit
    """What is counted."""
    offset: int
    """How many on; negative for those that are past."""


@dataclass(frozen=True, slots=True)
class After:
    """The day, week, month or year that lies so many from one that was told of before."""

    unit: Unit
    """What is counted."""
    offset: int
    """How many on; negative for those before."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that is told from another, and not exactly: "a few days later"; it is no date."""


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and the Sunday after it."""

    which: Which = ""
    """Which, where that is given."""


@dataclass(frozen=True, slots=True)
class Lately:
    """So many days, weeks, months or years up to the day of the writing, or from it on."""

    unit: Unit
    """What is counted."""
    count: int
    """How many."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A date that could be one of two."""


Point = Day | Month | Years | Weekday
"""What a stretch may begin or end with."""


@dataclass(frozen=True, slots=True)
class Between:
    """From one day, month or year to another."""

    first: Point
    """The first."""
    last: Point
    """The last."""


Meaning = Point | Part | Around | After | Vague | Weekend | Lately | Between | Unclear
"""What an expression says."""
