"""A day, a month or a weekday that begins at a place, with its year where that is told."""

import re
from typing import NamedTuple

from index.dates import patterns as of
from index.dates.meaning import ELSEWHERE, Day, Month, Point, Weekday
from index.dates.standing import counts_after_date
from index.dates.words import ENGLISH_MONTHS, OFFSETS
from index.language.calendar import WEEKDAYS

_YEAR_BEHIND = re.compile(rf",?{of.GAP}{of.YEAR.pattern}")


class Told(NamedTuple):
    """A day, a month or a weekday."""

    meaning: Point
    """What it says."""
    end: int
    """Where it ends."""
    whole: bool
    """Whether it is a date that nothing else needs to confirm."""


def told_at(text: str, at: int) -> Told | None:
    """A day, a month or a weekday that begins at a place."""
    if named := of.BEFORE_DATE.match(text, at):
        date = date_at(text, named.end())
        if date:
            closed = "(" in named[0] and text[date.end : date.end + 1] == ")"
            return date._replace(end=date.end + closed)
    if date := date_at(text, at):
        return date
    if match := of.WEEKDAY.match(text, at):
        number = WEEKDAYS[match[0].lower()]
        if week := of.OF_WEEK.match(text, match.end()):
            return Told(Weekday(number, weeks=OFFSETS[week["which"].lower()]), week.end(), whole=True)
        part = of.DAY_PART.match(text, match.end())
        return Told(Weekday(number), part.end() if part else match.end(), whole=False)
    match = of.MONTH_ALONE.match(text, at)
    return _month(text, match) if match else None


def date_at(text: str, at: int) -> Told | None:
    """A day of a month that begins at a place, with its year where that is told."""
    match = of.DAY_FIRST.match(text, at) or of.MONTH_FIRST.match(text, at)
    if not match:
        return None
    year, end = _year_told(text, match, match.end(_last_of(match)))
    years, end = years_on(text, end) if year is None else (None, end)
    loose = text[max(0, at - 4) : at].lower() == "the " and bool(of.NOUN_BEHIND.match(text, end))
    return Told(
        Day(_month_number(match["month"]), number_in(match["day"]), year, years, loose), end, whole=True
    )


def _month(text: str, match: re.Match[str]) -> Told:
    month = _month_number(match["month"])
    year, end = _year_told(text, match, match.end("month"))
    if year is not None:
        return Told(Month(month, year), end, whole=True)
    years, end = years_on(text, end)
    if years is not None:
        return Told(Month(month, None, years), end, whole=True)
    return Told(Month(month), match.start() + len(match["month"].rstrip(".")), whole=False)


def _year_told(text: str, match: re.Match[str], bare: int) -> tuple[int | None, int]:
    """The year in a date, and where the date ends: at a given place where that is no year."""
    if match["year"] is None or counts_after_date(text, int(match["year"]), match.end()):
        return None, bare
    return int(match["year"]), match.end()


def _last_of(match: re.Match[str]) -> str:
    """What stands last in a date but for its year."""
    return max(("day", "month"), key=match.end)


def years_on(text: str, at: int) -> tuple[int | None, int]:
    """How many years on a date is by the words behind it ("last year"), and where these end."""
    match = of.OF_YEAR.match(text, at)
    if match is None:
        return None, at
    if match["which"]:
        return OFFSETS[match["which"].lower()], match.end()
    return ELSEWHERE + bool(match["after"]) - bool(match["before"]), match.end()


def year_behind(text: str, at: int) -> tuple[int | None, int]:
    """The year behind a day, and where it ends."""
    match = _YEAR_BEHIND.match(text, at)
    if match is None or counts_after_date(text, int(match["year"]), match.end()):
        return None, at
    return int(match["year"]), match.end()


def number_in(digits: str) -> int:
    """The number that figures write, with an ending behind them or not."""
    return int(digits.rstrip("stndrh"))


def _month_number(name: str) -> int:
    return ENGLISH_MONTHS[name.lower().rstrip(".")]
