"""Dates of the calendar in English: days and months with or without a year, weekdays, stretches of them."""

import re
from dataclasses import replace

from index.dates import patterns as of
from index.dates.meaning import Between, Day, Meaning, Month, Unclear, Weekday
from index.dates.places import Place, Read
from index.dates.several import listed_days, year_of_next
from index.dates.standing import counts, is_habit, month_stands, weekday_stands
from index.dates.told import Told, date_at, number_in, told_at, year_behind
from index.dates.words import ENGLISH_MONTHS
from index.language.months import MONTHS


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
    meaning = first.meaning
    if not isinstance(meaning, Day) or meaning.year is not None or meaning.years is not None:
        return [Read(at, first.end, meaning)]
    if listed := listed_days(text, Read(at, first.end, meaning), meaning):
        return listed
    return [Read(at, first.end, replace(meaning, year=year_of_next(text, first.end, meaning)))]


def stands(place: Place, told: Told) -> bool:
    """Whether a weekday or a month that stands alone is one."""
    if isinstance(told.meaning, Weekday):
        return weekday_stands(place, told.end)
    return isinstance(told.meaning, Month) and month_stands(place, told.end)


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
    year, end = year_behind(text, bare.end())
    return Told(Day(meaning.month, day, year), end, whole=True)


def _days_before_month(place: Place) -> list[Read]:
    """Two days of one month that is named behind the second."""
    text, at, before = place
    one = of.BARE_DAY.match(text, at)
    if not one:
        return []
    to = of.TO.match(text, one.end())
    joint = to or of.DAY_LIST.match(text, one.end())
    second = date_at(text, joint.end()) if joint else None
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
