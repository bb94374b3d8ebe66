"""Days as people write them in a query: `2025-06`, `20 June 2025`, `last week`, `3 days ago`.

What is written stands for one day or for several: a month for all of its days. Where it depends on the
day on which it is read (`yesterday`, `monday`), it means the past: `june` is the last June that has begun.
What could be read in two ways (`05/06/2025`) is not read at all.
"""

import datetime
import re
from collections.abc import Callable
from typing import cast

from index.language.calendar import (
    SHORT_WEEKDAYS,
    WEEKDAYS,
    Days,
    Unit,
    back,
    month_of,
    one_day,
    week_of,
    year_of,
)
from index.language.months import MONTHS

NO_DAY = 0
"""The day of a document that has no date."""

FIRST_DAY = 1
"""Before every date."""

AFTER_ALL = 99999999
"""After every date."""

HOW_TO_WRITE = (
    "write 2025, 2025-06, 2025-06-20, yesterday or monday; what has blanks goes in quotes: "
    "“20 June 2025”, “last week”, “3 days ago”"
)
"""What can be written, for those who wrote something else."""

_WEEKDAYS = WEEKDAYS | SHORT_WEEKDAYS
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})(?:([-./])(\d{1,2})(?:\2(\d{1,2}))?)?", re.ASCII)
_YEAR_LAST = re.compile(r"(?:(\d{1,2})([-./]))?(\d{1,2})[-./](\d{4})", re.ASCII)
_SPAN = re.compile(r"\s+to\s+|\s*\.\.\s*|\s*–\s*|\s+-\s+", re.IGNORECASE)
_TO = "\0"
_WORD = r"[^\W\d_]{3,12}"
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)? ?(?:of |de |del )?({_WORD})\.?,?(?: (?:de |del )?(\d{{4}}))?"
)
_MONTH_FIRST = re.compile(rf"({_WORD})\.? (\d{{1,2}})(?:st|nd|rd|th|\.)?(?:(?:, ?| )(\d{{4}}))?")
_MONTH = re.compile(rf"({_WORD})\.?,?(?: (?:de |del )?(\d{{4}}))?")
_AGO = re.compile(r"(\d{1,5}|[a-z]+) (day|week|month|year)s? ago")
_UP_TO_TODAY = re.compile(
    r"(?:last|past) (\d{1,5}|[a-z]+) (day|week|month|year)s?|past (day|week|month|year)"
)
_AROUND = re.compile(r"(this|last|previous) (week|month|year)")
_WEEKDAY = re.compile(r"(?:(last|this) )?([a-z]+)")
_NAMED = {"today": 0, "yesterday": 1, "the day before yesterday": 2, "tomorrow": -1}


def today() -> datetime.date:
    """The day it is; a test may put another one in its place."""
    return datetime.date.today()


def day_number(date: str | None) -> int | None:
    """The first day of 2025, 2025-06 or 2025-06-20 as the number yyyymmdd; None where it is no date."""
    match = _ISO.fullmatch(date or "")
    days = _span(*match.groups()) if match else None
    return number_of(days.first) if days else None


def number_of(day: datetime.date) -> int:
    """A day as the number yyyymmdd."""
    return day.year * 10000 + day.month * 100 + day.day


def read_days(written: str, now: datetime.date | None = None) -> Days | None:
    """The days that a person means; None where that is no date, or could be one of two.

    Args:
        written: What stands in the query.
        now: The day on which it is read.
    """
    text = " ".join(written.casefold().split())
    try:
        return next((days for read in _WAYS if (days := read(text, now or today())) is not None), None)
    except (ValueError, OverflowError):  # there is no such day
        return None


def read_span(written: str, now: datetime.date | None = None) -> Days | None:
    """The days from one that a person means to another ("13 June 2025 to 2025-07"), or those of one.

    Args:
        written: What was written.
        now: The day on which it is read.
    """
    first, _, last = _SPAN.sub(_TO, written, count=1).partition(_TO)
    begin = read_days(first, now)
    end = read_days(last, now) if last else begin
    if begin is None or end is None or begin.first > end.last:
        return None
    return Days(begin.first, end.last)


def _span(year: str, month: str | None = None, day: str | None = None) -> Days | None:
    """A year, a month or a day, from its digits."""
    try:
        if month is None:
            return year_of(datetime.date(int(year), 1, 1))
        if day is None:
            return month_of(datetime.date(int(year), int(month), 1))
        return one_day(datetime.date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _year_first(text: str, now: datetime.date) -> Days | None:
    match = _YEAR_FIRST.fullmatch(text)
    return _span(match[1], match[3], match[4]) if match else None


def _year_last(text: str, now: datetime.date) -> Days | None:
    match = _YEAR_LAST.fullmatch(text)
    if not match:
        return None
    one, mark, other, year = match.groups()
    if one is None:
        return _span(year, other)
    if mark == "." or int(one) > 12 or one == other:
        return _span(year, other, one)
    return _span(year, one, other) if int(other) > 12 else None


def _named_month(text: str, now: datetime.date) -> Days | None:
    for expression, day_at, month_at in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1), (_MONTH, None, 1)):
        match = expression.fullmatch(text)
        month = MONTHS.get(match[month_at]) if match else None
        if not match or month is None:
            continue
        day = match[day_at] if day_at else None
        year = match[match.re.groups]
        if year:
            return _span(year, str(month), day)
        return _last_begun(month, int(day) if day else None, now)
    return None


def _last_begun(month: int, day: int | None, now: datetime.date) -> Days | None:
    """A month or a day of which the year is not said: the last one that has begun."""
    for year in range(now.year, now.year - 9, -1):  # a leap day may be eight years away
        found = _span(str(year), str(month), str(day) if day else None)
        if found and found.first <= now:
            return found
    return None


def _named_day(text: str, now: datetime.date) -> Days | None:
    if text in _NAMED:
        return one_day(now - datetime.timedelta(_NAMED[text]))
    match = _WEEKDAY.fullmatch(text)
    wanted = _WEEKDAYS.get(match[2]) if match else None
    if not match or wanted is None:
        return None
    back = (now.weekday() - wanted) % 7
    return one_day(now - datetime.timedelta(7 if match[1] == "last" and not back else back))


def _ago(text: str, now: datetime.date) -> Days | None:
    match = _AGO.fullmatch(text)
    count = _count(match[1]) if match else None
    return one_day(back(now, count, cast(Unit, match[2]))) if match and count is not None else None


def _up_to_today(text: str, now: datetime.date) -> Days | None:
    match = _UP_TO_TODAY.fullmatch(text)
    count = _count(match[1] or "one") if match else None
    if not match or not count:
        return None
    return Days(back(now, count, cast(Unit, match[2] or match[3])) + datetime.timedelta(1), now)


def _around(text: str, now: datetime.date) -> Days | None:
    match = _AROUND.fullmatch(text)
    if not match:
        return None
    day = now if match[1] == "this" else back(now, 1, cast(Unit, match[2]))
    if match[2] == "week":
        return week_of(day)
    return month_of(day) if match[2] == "month" else _span(str(day.year))


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else _NUMBERS.get(text)


_WAYS: tuple[Callable[[str, datetime.date], Days | None], ...] = (
    _year_first, _year_last, _named_month, _named_day, _ago, _up_to_today, _around,
)  # fmt: skip
