"""The days an expression means, told from the day on which it was written.

Where the calendar alone does not tell them, and neither that day nor the words around do, there are none.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import singledispatch

from index.dates.meaning import (
    After,
    Around,
    Between,
    Day,
    Lately,
    Meaning,
    Month,
    Part,
    Point,
    Unclear,
    Weekday,
    Weekend,
    Years,
)
from index.dates.tense import Tense
from index.language.calendar import Days, Unit, back, month_of, one_day, week_of, year_of
from index.model import Granularity

LOOSE = 60
"""A day without a year that names an event ("the June 3 attack") is one of so many days before or after."""

FAR = 240
"""Another day without a year is one of so many."""

FAR_AHEAD = 60
"""Where the words do not show that it is to come, one of so many ahead."""

SLACK = 3
"""A report may be dated so many days before or after what it tells as past or to come."""

SOON = 60
"""This winter is the one that begins within so many days, whatever is told of it."""

RUNNING = 31
"""Nobody tells how a quarter went that has more days than this before it."""

WEEK = timedelta(7)


class Unknown(Exception):
    """It cannot be told which days are meant."""


class Written:
    """When something was written, and of what the words around a date speak."""

    def __init__(self, published: date | None, tense: Callable[[], Tense]) -> None:
        """Take the day of publication, and what finds out the tense where that matters."""
        self._published = published
        self._tense = tense

    @property
    def day(self) -> date:
        """The day of publication; raises Unknown where there is none."""
        if self._published is None:
            raise Unknown
        return self._published

    def is_to_come(self) -> bool | None:
        """Whether what is told is to come; None where the words do not show it."""
        tense = self._tense()
        return tense == "future" if tense else None


def days_meant(meaning: Meaning, written: Written) -> Days | None:
    """The days that an expression means; None where that cannot be told."""
    try:
        return _days(meaning, written)
    except (Unknown, ValueError, OverflowError):  # there is no such day
        return None


def granularity(meaning: Meaning, days: Days | None) -> Granularity:
    """How exactly an expression tells the days it means; one day is a day however it is told."""
    if days is not None and days.first == days.last:
        return "day"
    match meaning:
        case Day() | Weekday() | Unclear():
            return "day"
        case Month():
            return "month"
        case Years(count=count):
            return "year" if count == 1 else "decade"
        case Around(unit=unit) | After(unit=unit):
            return unit
        case Part(kind=kind):
            return kind
        case _:
            return "range"


@singledispatch
def _days(meaning: Meaning, written: Written) -> Days:
    raise Unknown


@_days.register
def _day(meaning: Day, written: Written) -> Days:
    if meaning.year is not None:
        return one_day(date(meaning.year, meaning.month, meaning.day))
    now = written.day
    if meaning.years is not None:
        return one_day(date(now.year + meaning.years, meaning.month, meaning.day))
    if meaning.which in ("last", "next"):
        wanted = [
            one for one in _around(meaning, now) if (one < now) == (meaning.which == "last") and one != now
        ]
        return one_day(max(wanted) if meaning.which == "last" else min(wanted))
    found = _nearest(list(_around(meaning, now)), now, written)
    ahead = (found - now).days
    if abs(ahead) > (LOOSE if meaning.loose else FAR):
        raise Unknown
    if ahead > FAR_AHEAD and not written.is_to_come():
        raise Unknown
    return one_day(found)


def _around(meaning: Day, now: date) -> Iterator[date]:
    """A day of the year before, of this year and the next, where they have it."""
    for year in (now.year - 1, now.year, now.year + 1):
        try:
            yield date(year, meaning.month, meaning.day)
        except ValueError:
            continue


def _nearest(days: list[date], now: date, written: Written) -> date:
    """The one of some days that is meant: the nearest, if the tense does not tell another."""
    if not days:
        raise Unknown
    nearest = min(days, key=lambda one: (abs((one - now).days), one > now))
    if abs((nearest - now).days) <= SLACK:
        return nearest
    to_come = written.is_to_come()
    if to_come is None:
        return nearest
    fitting = [one for one in days if (one > now) == to_come]
    return min(fitting, key=lambda one: abs((one - now).days), default=nearest)


@_days.register
def _month(meaning: Month, written: Written) -> Days:
    if meaning.year is not None:
        return month_of(date(meaning.year, meaning.month, 1))
    now = written.day
    year = now.year
    if meaning.years is not None:
        year += meaning.years
    elif meaning.which == "last":
        year -= meaning.month >= now.month
    elif meaning.which == "next":
        year += meaning.month <= now.month
    elif meaning.which != "this" and meaning.month != now.month:
        to_come = written.is_to_come()
        if meaning.month > now.month and not to_come:
            # What is past was a year ago, but for "talks in July" in June, which nobody says of a year ago
            year -= to_come is False or meaning.month - now.month > 3
        elif meaning.month < now.month and to_come:
            year += 1
    return month_of(date(year, meaning.month, 1))


@_days.register
def _part(meaning: Part, written: Written) -> Days:
    if not meaning.is_clear:
        raise Unknown
    if meaning.year is not None:
        return _part_in(meaning, meaning.year)[0]
    now = written.day
    if meaning.years is not None:
        return _part_in(meaning, now.year + meaning.years)[0]
    near = [one for on in range(-2, 3) for one in _part_in(meaning, now.year + on)]
    begun = [one for one in near if one.first <= now][-1]
    still = next(one for one in near if one.last >= now)
    match meaning.which:
        case "last":
            return [one for one in near if one.last < now][-1]
        case "next":
            return next(one for one in near if one.first > now)
        case "past":
            return begun
        case "coming":
            return still
    if begun == still and meaning.which == "this":
        return begun
    to_come = written.is_to_come()
    if meaning.which == "this":
        is_soon = (still.first - now).days <= SOON
        return still if to_come or is_soon or (to_come is None and still.first.year == now.year) else begun
    if to_come:
        return still
    if meaning.kind == "season" and to_come is None and begun != still:
        raise Unknown
    if meaning.kind != "season" and (begun.last - now).days > RUNNING:
        raise Unknown
    return begun


def _part_in(meaning: Part, year: int) -> list[Days]:
    """A part of a year; all four quarters of it where any may be meant."""
    months = 6 if meaning.kind == "half" else 3
    numbers = range(1, 5) if meaning.number is None else (meaning.number,)
    firsts = [number * 3 if meaning.kind == "season" else (number - 1) * months + 1 for number in numbers]
    begins = [date(year, first, 1) for first in firsts]
    return [Days(first, month_of(back(first, 1 - months, "month")).last) for first in begins]


@_days.register
def _years(meaning: Years, written: Written) -> Days:
    last = meaning.first + meaning.count - 1
    return Days(date(meaning.first, 1, 1), date(last, 12, 31))


@_days.register
def _weekday(meaning: Weekday, written: Written) -> Days:
    now = written.day
    ago = (now.weekday() - meaning.number) % 7
    on = -ago % 7
    if meaning.weeks is not None:
        return one_day(week_of(now).first + meaning.weeks * WEEK + timedelta(meaning.number))
    if meaning.which == "last":
        return one_day(now - timedelta(ago or 7))
    if meaning.which == "next":
        # The one of the next week: who means that of this week says only its name
        return one_day(week_of(now).first + WEEK + timedelta(meaning.number))
    to_come = written.is_to_come()
    if to_come is None:
        to_come = meaning.which == "this"
    return one_day(now + timedelta(on) if to_come else now - timedelta(ago))


@_days.register
def _unit(meaning: Around, written: Written) -> Days:
    day = back(written.day, -meaning.offset, meaning.unit)
    return SPAN[meaning.unit](day)


SPAN: dict[Unit, Callable[[date], Days]] = {
    "day": one_day, "week": week_of, "month": month_of, "year": year_of,
}  # fmt: skip
"""What gives the day, week, month or year around a day."""


@_days.register
def _weekend(meaning: Weekend, written: Written) -> Days:
    now = written.day
    this = week_of(now).first + timedelta(5)
    if meaning.which == "next":
        first = this + WEEK
    elif meaning.which == "last":
        first = this - WEEK
    else:
        to_come = written.is_to_come()
        if to_come is None:
            to_come = meaning.which == "this"
        first = this if to_come or now >= this else this - WEEK
    return Days(first, first + timedelta(1))


@_days.register
def _lately(meaning: Lately, written: Written) -> Days:
    now = written.day
    if meaning.count > 0:
        return Days(back(now, meaning.count, meaning.unit) + timedelta(1), now)
    return Days(now + timedelta(1), back(now, meaning.count, meaning.unit))


@_days.register
def _between(meaning: Between, written: Written) -> Days:
    first, last = meaning.first, meaning.last
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return _weekdays(first, last, written)
    if isinstance(first, Day | Month) and isinstance(last, Day | Month) and first.year is None:
        return _within_years(first, last, written)
    if isinstance(last, Day | Month) and last.year is None and isinstance(first, Day | Month):
        end = _days(_in_year(last, first.year or 0), written)
        begin = _days(first, written)
        if end.last < begin.first:
            end = _days(_in_year(last, (first.year or 0) + 1), written)
        return _ordered(begin, end)
    return _ordered(_days(first, written), _days(last, written))


def _within_years(first: Day | Month, last: Day | Month, written: Written) -> Days:
    """A stretch of which only the end has a year, or neither end."""
    end = _days(last, written)
    begin = _days(_in_year(first, end.first.year), written)
    if begin.first > end.last:
        begin = _days(_in_year(first, end.first.year - 1), written)
    return _ordered(begin, end)


def _in_year(point: Point, year: int) -> Point:
    if isinstance(point, Month):
        return Month(point.month, year)
    assert isinstance(point, Day), "only days and months are put into a year"
    return Day(point.month, point.day, year)


def _weekdays(first: Weekday, last: Weekday, written: Written) -> Days:
    """From one day of the week to another: its end tells which is past, its beginning which is to come."""
    length = timedelta((last.number - first.number) % 7 or 7)
    if written.is_to_come():
        (begin, _) = _days(first, written)
        return Days(begin, begin + length)
    (end, _) = _days(last, written)
    return Days(end - length, end)


def _ordered(begin: Days, end: Days) -> Days:
    if begin.first > end.last:
        raise Unknown
    return Days(begin.first, end.last)


def parse_published(published: str | None) -> date | None:
    """The day of publication; None where only a month or a year is known, or nothing."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
