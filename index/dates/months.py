"""Dates of the calendar in English: days and months with or without a year, weekdays, stretches of them."""

import re
from typing import NamedTuple

from index.dates import patterns as of
from index.dates.meaning import ELSEWHERE, Between, Day, Meaning, Month, Point, Unclear, Weekday
from index.dates.places import Place, Read
from index.dates.standing import counts, is_habit, month_stands, weekday_stands
from index.dates.words import ENGLISH_MONTHS, OFFSETS
from index.language.calendar import WEEKDAYS
from index.language.months import MONTHS

_YEAR_BEHIND = re.compile(rf",?{of.GAP}(\d{{4}})(?!\d)")


class Told(NamedTuple):
    """A day, a month or a weekday."""

    meaning: Point
    """What it says."""
    end: int
    """Where it ends."""
    whole: bool
    """Whether it is a date that nothing else needs to confirm."""


def read_numeric(place: Place) -> Read | None:
    """A date in figures alone, or in those of East Asia."""
    text, at = place.text, place.at
    if match := of.YEAR_FIRST.match(text, at):
        return Read(at, match.end(), Day(int(match["month"]), int(match["day"]), int(match["year"])))
    if match := of.YEAR_LAST.match(text, at):
        return Read(at, match.end(), _year_last(match))
    if match := of.EASTERN.match(text, at):
        month, year = int(match["month"]), int(match["year"])
        meaning = Day(month, int(match["day"]), year) if match["day"] else Month(month, year)
        return Read(at, match.end(), meaning)
    return None


def _year_last(match: re.Match[str]) -> Meaning:
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    if match["mark"] == "." or one > 12 or one == other:
        return Day(other, one, year)
    return Day(one, other, year) if other > 12 else Unclear()


def read_calendar(place: Place) -> list[Read]:
    """A date of the calendar, a month or a weekday, a stretch of such, or two days of one month."""
    text, at, before = place
    first = told_at(text, at)
    if first is None:
        return _days_before_month(place) or _foreign(place)
    until = _until(text, first, before[1])
    if until:
        return [Read(at, until.end, Between(first.meaning, until.meaning))]
    if not first.whole and not stands(place, first):
        return []
    one = Read(at, first.end, first.meaning)
    second = _second_day(text, one)
    if second is None:
        return [one]
    assert isinstance(one.meaning, Day), "only after a day stands another of its month"
    if second.meaning.day == one.meaning.day + 1:
        return [Read(at, second.end, Between(one.meaning, second.meaning))]
    return [one, Read(second.start, second.end, second.meaning)]


class _Second(NamedTuple):
    start: int
    end: int
    meaning: Day


def _second_day(text: str, one: Read) -> _Second | None:
    """The second of two days in "June 15 and 16"."""
    if not isinstance(one.meaning, Day) or one.meaning.year is not None or not text[one.start].isalpha():
        return None
    joint = of.AND.match(text, one.end) if text[one.end - 1].isalnum() else None
    bare = of.BARE_DAY.match(text, joint.end()) if joint else None
    if bare is None or counts(text, bare.end()) or told_at(text, bare.start()):
        return None
    return _Second(bare.start(), bare.end(), Day(one.meaning.month, number_in(bare["day"])))


def stands(place: Place, told: Told) -> bool:
    """Whether a weekday or a month that stands alone is one."""
    if isinstance(told.meaning, Weekday):
        return weekday_stands(place, told.end)
    return isinstance(told.meaning, Month) and month_stands(place, told.end)


def told_at(text: str, at: int) -> Told | None:
    """A day, a month or a weekday that begins at a place."""
    if named := of.BEFORE_DATE.match(text, at):
        date = _date(text, named.end())
        if date:
            closed = "(" in named[0] and text[date.end : date.end + 1] == ")"
            return date._replace(end=date.end + closed)
    if date := _date(text, at):
        return date
    if match := of.WEEKDAY.match(text, at):
        number = WEEKDAYS[match[0].lower()]
        if week := of.OF_WEEK.match(text, match.end()):
            return Told(Weekday(number, weeks=OFFSETS[week["which"].lower()]), week.end(), whole=True)
        part = of.DAY_PART.match(text, match.end())
        return Told(Weekday(number), part.end() if part else match.end(), whole=False)
    match = of.MONTH_ALONE.match(text, at)
    return _month(text, match) if match else None


def _date(text: str, at: int) -> Told | None:
    """A day of a month that begins at a place, with its year where that is told."""
    match = of.DAY_FIRST.match(text, at) or of.MONTH_FIRST.match(text, at)
    if not match:
        return None
    year = number_in(match["year"]) if match["year"] else None
    years, end = years_on(text, match.end()) if year is None else (None, match.end())
    loose = text[max(0, at - 4) : at].lower() == "the " and bool(of.NOUN_BEHIND.match(text, end))
    return Told(
        Day(_month_number(match["month"]), number_in(match["day"]), year, years, loose), end, whole=True
    )


def _month(text: str, match: re.Match[str]) -> Told:
    month = _month_number(match["month"])
    if match["year"]:
        return Told(Month(month, number_in(match["year"])), match.end(), whole=True)
    years, end = years_on(text, match.end())
    if years is not None:
        return Told(Month(month, None, years), end, whole=True)
    return Told(Month(month), match.start() + len(match["month"].rstrip(".")), whole=False)


def years_on(text: str, at: int) -> tuple[int | None, int]:
    """How many years on a date is by the words behind it ("last year"), and where these end."""
    match = of.OF_YEAR.match(text, at)
    if match is None:
        return None, at
    if match["which"]:
        return OFFSETS[match["which"].lower()], match.end()
    return ELSEWHERE + bool(match["after"]) - bool(match["before"]), match.end()


def _until(text: str, first: Told, before: str) -> Told | None:
    """The end of a stretch that begins with a date."""
    joint = of.TO.match(text, first.end) or (of.AND.match(text, first.end) if before == "between" else None)
    if joint is None and isinstance(first.meaning, Weekday):
        joint = of.INTO.match(text, first.end)
    if joint is None:
        return None
    second = told_at(text, joint.end())
    if second is not None and type(second.meaning) is type(first.meaning):
        is_weekday = isinstance(second.meaning, Weekday)
        return None if is_weekday and is_habit(text, second.end) else second
    return _until_day(text, first, joint.end())


def _until_day(text: str, first: Told, at: int) -> Told | None:
    """The end of a stretch where only its day is told: "June 13 to 24"."""
    bare = of.BARE_DAY.match(text, at)
    meaning = first.meaning
    if bare is None or not isinstance(meaning, Day) or meaning.year is not None:
        return None
    if not text[first.end - 1].isalnum() or counts(text, bare.end()):
        return None
    day = number_in(bare["day"])
    if day <= meaning.day:
        return None
    year = _YEAR_BEHIND.match(text, bare.end())
    if year:
        return Told(Day(meaning.month, day, int(year[1])), year.end(), whole=True)
    return Told(Day(meaning.month, day), bare.end(), whole=True)


def _days_before_month(place: Place) -> list[Read]:
    """Two days of one month that is named behind the second."""
    text, at, before = place
    one = of.BARE_DAY.match(text, at)
    if not one:
        return []
    to = of.TO.match(text, one.end())
    joint = to or of.DAY_LIST.match(text, one.end())
    second = _date(text, joint.end()) if joint else None
    if joint is None or second is None or not isinstance(second.meaning, Day):
        return []
    if not text[joint.end()].isdigit():
        return []
    last = second.meaning
    first = Day(last.month, number_in(one["day"]), last.year, last.years)
    is_stretch = to is not None or before[1] == "between"
    if (is_stretch and first.day < last.day) or first.day + 1 == last.day:
        return [Read(at, second.end, Between(first, last))]
    return [] if is_stretch else [Read(at, one.end(), first), Read(joint.end(), second.end, last)]


def _foreign(place: Place) -> list[Read]:
    """A whole date with the month in another language."""
    match = of.FOREIGN_MONTH.match(place.text, place.at)
    month = MONTHS.get(match["month"].lower()) if match and match["year"] else None
    if match is None or month is None or match["month"].lower() in ENGLISH_MONTHS:
        return []
    return [Read(place.at, match.end(), Day(month, number_in(match["day"]), number_in(match["year"])))]


def number_in(digits: str) -> int:
    """The number that figures write, with an ending behind them or not."""
    return int(digits.rstrip("stndrh"))


def _month_number(name: str) -> int:
    return ENGLISH_MONTHS[name.lower().rstrip(".")]
