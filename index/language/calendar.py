"""Stretches of the calendar: a day, the week, month or year around it, and what lies so far back."""

import calendar
import datetime
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]
"""What time is counted in."""

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS.split())}
"""Names of the days of the week, with their number; Monday is 0."""

SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
"""Short names of them."""


class Days(NamedTuple):
    """Days that follow one another."""

    first: datetime.date
    """The first of them."""
    last: datetime.date
    """The last of them."""


def one_day(day: datetime.date) -> Days:
    """A day."""
    return Days(day, day)


def week_of(day: datetime.date) -> Days:
    """The week around a day, from Monday to Sunday; raises OverflowError where the calendar ends."""
    monday = day - datetime.timedelta(day.weekday())
    return Days(monday, monday + datetime.timedelta(6))


def month_of(day: datetime.date) -> Days:
    """The month around a day."""
    last = calendar.monthrange(day.year, day.month)[1]
    return Days(day.replace(day=1), day.replace(day=last))


def year_of(day: datetime.date) -> Days:
    """The year around a day."""
    return Days(day.replace(month=1, day=1), day.replace(month=12, day=31))


def back(day: datetime.date, count: int, unit: Unit) -> datetime.date:
    """The day so many days, weeks, months or years before; of a shorter month the last.

    Raises:
        ValueError: there is no such year.
        OverflowError: the same.
    """
    if unit in ("day", "week"):
        return day - datetime.timedelta(count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    first = datetime.date(months // 12, months % 12 + 1, 1)
    return first.replace(day=min(day.day, month_of(first).last.day))
