"""What an expression says of the calendar, before it is known when it was written."""

from dataclasses import dataclass
from typing import Literal

from index.language.calendar import Unit

ELSEWHERE = 9999
"""So many years on is what is told from another date: nobody knows which year that is."""

Which = Literal["", "last", "next", "this", "that"]
"""The word before a weekday, a month, a weekend."""


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


Meaning = Point | Around | Weekend | Lately | Between | Unclear
"""What an expression says."""
