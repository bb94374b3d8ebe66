"""Expressions that tell a day from one told of before: "the next day", "two weeks later", "that evening"."""

import re
from collections.abc import Mapping
from typing import cast

from index.dates import patterns as of
from index.dates.meaning import After, Around, Meaning, Vague, Weekday, Which
from index.dates.places import Place, Read, Way
from index.dates.standing import is_habit
from index.dates.told import told_at
from index.dates.words import NUMBERS, VAGUE_NUMBERS, count_in, unit_in
from index.language.calendar import Unit
from index.language.listed import word_set

_OFFSETS = {"next": 1, "following": 1, "same": 0, "previous": -1, "preceding": -1}
_BEGINNING = frozenset(("", "and", "but", "then"))
"""Before "the next week" that follows one which was told of; else it is the one to come."""
_ABOUT = word_set("than nearly almost about around some over least roughly half every each within only")
"""Before "a year later": it is not a year exactly."""
_STANDS_FOR_ITSELF = word_set("when in is will comes may might can could would should one after by")
"""Behind "that day", which is then told of, and not the time of anything."""

_unit = "(?P<unit>(?ai:day|morning|afternoon|evening|night|week|month|year))"
_NEXT = re.compile(
    rf"(?P<which>(?ai:next|following|same|previous|preceding)){of.GAP}{_unit}(?![\w-])"
    rf"(?!{of.GAP}(?:or|as|that|when|for)\b)"
)
_NEXT_WEEKDAY = re.compile(rf"(?P<which>(?ai:next|following|previous|preceding)){of.GAP}(?=[A-Z])")
_THAT = re.compile(
    rf"(?ai:that){of.GAP}(?:(?ai:very|same){of.GAP})?{_unit}(?![\w-])(?:{of.GAP}(?P<behind>[a-z]+))?"
)
_LATER = re.compile(
    rf"(?P<count>\d{{1,3}}|[a-z]+){of.GAP}(?:of{of.GAP})?(?P<unit>(?ai:day|week|month|year))s?{of.GAP}"
    r"(?P<way>(?ai:later|earlier|before|after|afterwards?|beforehand|previously))(?![\w-])",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"{_unit}{of.GAP}(?P<way>(?ai:before|after))(?![\w-])")
_TIMES = re.compile(rf"(?:days|weeks|months|years){of.GAP}(?:later|earlier|after|before)\b", re.IGNORECASE)
_ONE_DAY = re.compile(
    rf"one{of.GAP}(?:day|morning|afternoon|evening|night)(?!{of.GAP}(?:later|earlier|before|after|ago)\b)\b",
    re.IGNORECASE,
)
_NEXT_BUT_ONE = re.compile(rf"{of.GAP}(?P<which>(?ai:last|next))\b")
_OWN = re.compile(rf"{of.GAP}(?:yesterday|tomorrow|than|this|last|that|in)\b", re.IGNORECASE)
_OWN_DAY = re.compile(rf"{of.GAP}(?:yesterday|tomorrow)\b", re.IGNORECASE)
_OVER = re.compile(r"\s*(?:[.,;:!?)”\"—–]|$|-\s)|\s+(?:and|but)\b")
"""What follows where a clause is over."""
_BACK = frozenset(("earlier", "before", "beforehand", "previously"))
_EVENTS = frozenset(("before", "after"))


def _next(place: Place) -> Read | None:
    """Reads “the next day”, “the previous week”, “the same evening”."""
    text, at, (second, before) = place
    match = _NEXT.match(text, at)
    if match is None:
        return None
    which, unit = match["which"].lower(), _day_or(match["unit"])
    if before != "the" and not (which == "next" and unit == "day" and not before):
        return None
    if which == "next" and (
        second not in _BEGINNING if unit != "day" else second in ("over", "within", "for")
    ):
        return None
    return Read(place.with_the(), match.end(), After(unit, _OFFSETS[which]))


def _next_weekday(place: Place) -> Read | None:
    """Reads “the following Monday”; “following Monday's vote” says nothing of which."""
    match = _NEXT_WEEKDAY.match(place.text, place.at)
    told = told_at(place.text, match.end()) if match and place.before[1] == "the" else None
    if match is None or told is None or not isinstance(told.meaning, Weekday):
        return None
    if told.whole or is_habit(place.text, told.end):
        return None
    which: Which = "following" if _OFFSETS[match["which"].lower()] > 0 else "previous"
    return Read(place.with_the(), told.end, Weekday(told.meaning.number, which))


def _that(place: Place) -> Read | None:
    """Reads “that day”, “that same evening”."""
    match = _THAT.match(place.text, place.at)
    if match is None or (match["behind"] or "") in _STANDS_FOR_ITSELF:
        return None
    return Read(place.at, match.end("unit"), After(_day_or(match["unit"]), 0))


def _later(place: Place) -> Read | None:
    """Reads “two days later”, “a week earlier”, “a year before”, and “a few days later”, which is vague."""
    text, at = place.text, place.at
    match = _LATER.match(text, at)
    if match is None:
        return None
    count, (unit, times) = count_in(match["count"]), unit_in(match["unit"])
    way = match["way"].lower()
    if not count and match["count"].lower() not in VAGUE_NUMBERS:
        return None
    if _OWN.match(text, match.end()):
        return Read(at, match.end(), Vague())
    meaning: Meaning = Vague()
    is_exact = count and place.before[1] not in _ABOUT
    if is_exact and (way not in _EVENTS or _OVER.match(text, match.end())):
        meaning = After(unit, (count or 0) * times * (-1 if way in _BACK else 1))
    return Read(at, match.end(), meaning)


def _beside(place: Place) -> Read | None:
    """Reads “the day before”, “the year before last”, and “the day before the vote”, which is vague."""
    text, at = place.text, place.at
    match = _BESIDE.match(text, at)
    if match is None or place.before[1] != "the" or _OWN_DAY.match(text, match.end()):
        return None
    unit, sign = _day_or(match["unit"]), -1 if match["way"].lower() == "before" else 1
    start = place.with_the()
    if other := _NEXT_BUT_ONE.match(text, match.end()):
        is_own = other["which"].lower() == ("last" if sign < 0 else "next")
        return Read(start, other.end(), Around(unit, 2 * sign)) if is_own else None
    is_over = _OVER.match(text, match.end())
    return Read(start, match.end(), After(unit, sign) if is_over else Vague())


def _times(place: Place) -> Read | None:
    """Reads “years later”, “one day”: no one knows which."""
    match = _TIMES.match(place.text, place.at) or _ONE_DAY.match(place.text, place.at)
    return Read(place.at, match.end(), Vague()) if match else None


def _day_or(word: str) -> Unit:
    word = word.lower()
    return cast(Unit, word) if word in ("week", "month", "year") else "day"


TOLD: Mapping[str, tuple[Way, ...]] = {
    **dict.fromkeys(NUMBERS.keys() | VAGUE_NUMBERS, (_later,)),
    **dict.fromkeys(_OFFSETS, (_next, _next_weekday)),
    "one": (_later, _times),
    "that": (_that,),
    **dict.fromkeys(("day", "morning", "afternoon", "evening", "night", "week", "month", "year"), (_beside,)),
    **dict.fromkeys(("days", "weeks", "months", "years"), (_times,)),
}
"""What reads an expression by the word that it begins with, in small letters."""
LATER: tuple[Way, ...] = (_later,)
"""What reads one that begins with a number."""
