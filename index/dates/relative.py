"""Expressions that tell a day from that of the writing: "yesterday", "two weeks ago", "last Tuesday"."""

import re
from collections.abc import Mapping
from typing import cast

from index.dates import patterns as of
from index.dates.meaning import Around, Day, Lately, Month, Weekday, Weekend, Which, Years
from index.dates.months import read_calendar, stands
from index.dates.places import Place, Read, Way
from index.dates.standing import EARLIEST, LATEST, counts, is_habit, is_name
from index.dates.told import told_at
from index.dates.words import NUMBERS, OFFSETS, count_in, unit_in
from index.language.calendar import WEEKDAYS, Unit

_NAMED_DAYS = (
    ("before", -2),
    ("after tomorrow", 2),
    ("after", 2),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("to", 0),
)
"""What a word in the name of a day says, the first that stands in it."""

_STRETCHING = frozenset(("over", "in", "during", "within", "for"))
"""Before "the last year" that ends on the day of the writing."""

_OF = re.compile(rf"{of.GAP}of\b")
_OF_THE = re.compile(rf"{of.GAP}of{of.GAP}(?:the{of.GAP})?")

_COMPARED = re.compile("(?i:earlier|later)")
"""After these, other than after "early", a number may count something."""

_WAYS_OF_NAMING: Mapping[str, Which] = {"past": "last", "coming": "this", "previous": "last"}


def _named_day(place: Place) -> Read | None:
    """Reads “yesterday”, “the day after tomorrow”."""
    text, at, (_, before) = place
    match = of.NAMED_DAY.match(text, at)
    if not match or (text[at].isupper() and before and text[at - 2 : at - 1].isalpha()):
        return None  # a newspaper's name
    name = match[0].lower()
    offset = next(days for word, days in _NAMED_DAYS if word in name)
    start = place.with_the() if name.startswith("day") else at
    return Read(start, match.end(), Around("day", offset))


def _ago(place: Place) -> Read | None:
    """Reads “two days ago”."""
    return _apart(place, of.AGO.match(place.text, place.at), -1)


def _on(place: Place) -> Read | None:
    """Reads “two days from now”, “in two weeks' time”; “in two weeks” may be how long something takes."""
    match = of.FROM_NOW.match(place.text, place.at)
    if match is None and place.before[1] == "in":
        match = of.IN_TIME.match(place.text, place.at)
    return _apart(place, match, 1)


def _apart(place: Place, match: re.Match[str] | None, sign: int) -> Read | None:
    count = count_in(match["count"]) if match else None
    if match is None or not count:
        return None
    unit, times = unit_in(match["unit"])
    return _on_weekday(place, match.end(), Around(unit, sign * count * times))


def _on_weekday(place: Place, end: int, meaning: Around) -> Read:
    """Two weeks ago, last week; where a weekday stands behind, it is a day of that week."""
    behind = of.ON_WEEKDAY.match(place.text, end) if meaning.unit == "week" else None
    if behind and not is_habit(place.text, behind.end()):
        weekday = Weekday(WEEKDAYS[behind["weekday"].lower()], weeks=meaning.offset)
        return Read(place.at, behind.end(), weekday)
    return Read(place.at, end, meaning)


def _lately(place: Place) -> Read | None:
    """Reads “the past two weeks”, “the coming month”."""
    match = of.LATELY.match(place.text, place.at)
    count = count_in(match["count"]) if match else 1
    if match is None:
        match = of.PAST_UNIT.match(place.text, place.at)
    if match is None or not count:
        return None
    unit, times = unit_in(match["unit"])
    is_ahead = match["which"].lower() in ("next", "coming")
    return Read(place.at, match.end(), Lately(unit, (-1 if is_ahead else 1) * count * times))


def _relative_unit(place: Place) -> re.Match[str] | None:
    """Matches “last week”; “the last week of November” is that of another time than the writing's."""
    match = of.AROUND.match(place.text, place.at)
    is_other = match and place.before[1] == "the" and _OF.match(place.text, match.end())
    return None if is_other else match


def _over(place: Place) -> Read | None:
    """Reads “over the last year”, “in the next month”, which are not those of the calendar."""
    match = _relative_unit(place)
    if match is None or place.before[1] != "the" or place.before[0] not in _STRETCHING:
        return None
    unit, which = match["unit"].lower(), match["which"].lower()
    if unit not in ("week", "month", "year") or which not in ("last", "next"):
        return None
    return Read(place.at, match.end(), Lately(cast(Unit, unit), 1 if which == "last" else -1))


def _around(place: Place) -> Read | None:
    """Reads “last week”, “earlier this month”, “this morning”, “next weekend”."""
    match = _relative_unit(place)
    if not match:
        return None
    which, unit = _which_of(match["which"]), match["unit"].lower()
    if unit == "weekend":
        return Read(place.at, match.end(), Weekend(which))
    if unit in ("week", "month", "year"):
        return _on_weekday(place, match.end(), Around(cast(Unit, unit), OFFSETS[which]))
    if which == "next" or (which == "last" and unit not in ("night", "evening")):
        return None
    return Read(place.at, match.end(), Around("day", OFFSETS[which]))


def _which_of(word: str) -> Which:
    return _WAYS_OF_NAMING.get(word.lower(), cast(Which, word.lower()))


def _which(place: Place) -> Read | None:
    """Reads “last Tuesday”, “next March”, “this Sunday”."""
    match = of.WHICH.match(place.text, place.at)
    told = told_at(place.text, match.end()) if match else None
    if match is None or told is None or not place.text[match.end()].isupper():
        return None
    if place.before[1] == "the" and of.OF_ANOTHER.match(place.text, told.end):
        return None
    which = _which_of(match["which"])
    match told.meaning:
        case Weekday(number, "", None) if not is_habit(place.text, told.end):
            start = match.end() if which == "that" else place.at
            return Read(start, told.end, Weekday(number, which))
        case Month(month, None, None) if which != "that":
            is_person = place.text.startswith("May", match.end()) and is_name(place.text, "May")
            return None if is_person else Read(place.at, told.end, Month(month, which=which))
        case Day(month, day, None, None) if which in ("last", "next"):
            return Read(place.at, told.end, Day(month, day, which=which))
        case _:
            return None


def _early(place: Place) -> Read | None:
    """Reads “early June”, “mid-March”, “late 1980s”, “early Sunday”."""
    match = of.EARLY.match(place.text, place.at)
    if not match:
        return None
    inner = place.behind(match.end(), match[0].rstrip(" -\n").lower())
    told = told_at(place.text, match.end())
    if told is not None:
        return Read(place.at, told.end, told.meaning) if told.whole or stands(inner, told) else None
    decade = of.DECADE.match(place.text, match.end())
    if decade:
        return Read(place.at, decade.end(), Years(int(decade["decade"]), 10))
    year = of.YEAR.match(place.text, match.end())
    is_fit = year is not None and EARLIEST <= int(year["year"]) <= LATEST
    if year and is_fit and not (_COMPARED.match(match[0]) and counts(place.text, year.end())):
        return Read(place.at, year.end(), Years(int(year["year"])))
    return None


def _weekend(place: Place) -> Read | None:
    """Reads “the weekend”."""
    match = of.WEEKEND.match(place.text, place.at)
    if not match or place.before[1] not in ("the", "over", "this"):
        return None
    if is_habit(place.text, match.end()) or _is_of_date(place.text, match.end()):
        return None
    return Read(place.at, match.end(), Weekend())


def _is_of_date(text: str, end: int) -> bool:
    """Whether a date stands behind that tells which weekend it is, or "before last"."""
    if of.BESIDE_NEXT.match(text, end):
        return True
    match = _OF_THE.match(text, end)
    return bool(match and (told_at(text, match.end()) or of.BARE_DAY.match(text, match.end())))


def _night(place: Place) -> Read | None:
    """Reads “night of 21–22 June”, “night between Saturday and Sunday”."""
    match = of.NIGHT_OF.match(place.text, place.at)
    if not match:
        return None
    word = "between" if "between" in match[0].lower() else "of"
    inner = read_calendar(Place(place.text, match.end(), ("night", word)))
    if len(inner) != 1 or isinstance(inner[0].meaning, Month | Years):
        return None
    return Read(place.at, inner[0].end, inner[0].meaning)


COUNTING: tuple[Way, ...] = (_ago, _on)
"""What reads an expression that begins with a number."""

RELATIVE: Mapping[str, tuple[Way, ...]] = {
    **dict.fromkeys(NUMBERS, COUNTING),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight", "day"), (_named_day,)),
    **dict.fromkeys(("last", "past", "previous", "next", "coming"), (_lately, _over, _around, _which)),
    **dict.fromkeys(("this", "that"), (_lately, _around, _which)),
    **dict.fromkeys(("earlier", "later", "early", "late", "mid"), (_around, _early)),
    "weekend": (_weekend,),
    "night": (_night,),
}
"""What reads an expression by the word that it begins with, in small letters."""
