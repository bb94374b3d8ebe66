"""Several days of which only one has its month or its year: "June 15 and 16", "June 30 and July 1, 2024"."""

import re
from dataclasses import replace

from index.dates import patterns as of
from index.dates.meaning import Between, Day, Meaning
from index.dates.places import Read
from index.dates.standing import counts
from index.dates.told import date_at, number_in, told_at, year_behind, years_on

_JOINTS = 5
"""So many days more may be told with one."""
_COMPOUND = re.compile(r"-[^\W\d]")
"""What makes of a number one of something: "15-year-old"."""


def listed_days(text: str, one: Read, first: Day) -> list[Read]:
    """The days in "June 15 and 16", "June 5, 6 and 9, 2024": of what belongs together a stretch is made."""
    bare = _bare_days(text, one) if text[one.start].isalpha() else []
    if not bare:
        return []
    stretch = _stretch_behind(text, bare[-1])
    (year, end), years = year_behind(text, (stretch or bare[-1]).end()), None
    if year is None:
        years, end = years_on(text, end)
    months = [first, *(Day(first.month, number_in(match["day"])) for match in bare)]
    days = [replace(day, year=year, years=years) for day in months]
    starts = [one.start, *(match.start() for match in bare)]
    ends = [one.end, *(match.end() for match in bare[:-1]), end]
    found: list[Read] = []
    for day, start, stop in zip(days, starts, ends, strict=True):
        if found and _last_day(found[-1].meaning) == day.day - 1:
            found[-1] = _until(found[-1], stop, day)
        else:
            found.append(Read(start, stop, day))
    if stretch:
        found[-1] = _until(found[-1], end, replace(days[-1], day=number_in(stretch["day"])))
    return found


def _until(one: Read, end: int, day: Day) -> Read:
    """A day or a stretch, with another day as its end."""
    begun = one.meaning.first if isinstance(one.meaning, Between) else one.meaning
    assert isinstance(begun, Day), "only days and stretches of them are listed"
    return Read(one.start, end, Between(begun, day))


def _stretch_behind(text: str, bare: re.Match[str]) -> re.Match[str] | None:
    """The end of the stretch that the last of listed days begins: "June 20 and 25-27"."""
    joint = of.TO.match(text, bare.end())
    end = of.BARE_DAY.match(text, joint.end()) if joint else None
    is_later = end is not None and number_in(end["day"]) > number_in(bare["day"])
    return end if end and is_later and not counts(text, end.end()) else None


def _last_day(meaning: Meaning) -> int | None:
    last = meaning.last if isinstance(meaning, Between) else meaning
    return last.day if isinstance(last, Day) else None


def _bare_days(text: str, one: Read) -> list[re.Match[str]]:
    """The days that stand without a month behind a date, the last of them behind "and" or "or"."""
    found: list[re.Match[str]] = []
    end = one.end
    while len(found) < _JOINTS and text[end - 1].isalnum():
        joint = of.DAY_LIST.match(text, end)
        bare = of.BARE_DAY.match(text, joint.end()) if joint else None
        if joint is None or bare is None or counts(text, bare.end()) or told_at(text, bare.start()):
            return []
        found.append(bare)
        end = bare.end()
        if not joint[0].startswith(","):
            # "June 5, 6 and 9 men" may be none, where neither a year nor the end of a clause shows it
            is_sure = len(found) == 1 or year_behind(text, end)[0] or not of.NOUN_BEHIND.match(text, end)
            return found if is_sure and not _COMPOUND.match(text, end) else []
    return []


def year_of_next(text: str, end: int, meaning: Day, most: int = _JOINTS) -> int | None:
    """The year of a day that stands before another with its year: "June 30 and July 1, 2024"."""
    joint = of.DAY_LIST.match(text, end) if most else None
    told = date_at(text, joint.end()) if joint else None
    if told is None or not isinstance(told.meaning, Day):
        return None
    year = told.meaning.year or year_of_next(text, told.end, told.meaning, most - 1)
    if year is None:
        return None
    if (meaning.month, meaning.day) < (told.meaning.month, told.meaning.day):
        return year
    return year - 1 if (meaning.month, told.meaning.month) == (12, 1) else None
