"""Expressions of time in English, each read from its first word on."""

from index.dates.from_another import LATER, TOLD
from index.dates.months import read_calendar, read_numeric
from index.dates.places import Place, Read, Way
from index.dates.relative import COUNTING, RELATIVE
from index.dates.seasons import PARTS
from index.dates.words import ENGLISH_MONTHS, SHORT_WEEKDAY_WORDS, WEEKDAY_WORDS
from index.dates.years import read_years

_CALENDAR = WEEKDAY_WORDS | SHORT_WEEKDAY_WORDS | ENGLISH_MONTHS.keys()
_NUMBERED: tuple[Way, ...] = (*COUNTING, *LATER)
_WAYS: dict[str, tuple[Way, ...]] = {
    word: (*TOLD.get(word, ()), *RELATIVE.get(word, ()), *PARTS.get(word, ()))
    for word in TOLD.keys() | RELATIVE.keys() | PARTS.keys()
}
"""What reads an expression by the word that it begins with; the first that can is right."""
_BEGINNINGS = _CALENDAR | _WAYS.keys()
_JOINED = frozenset("$€£#@_+%")
_JOINING = frozenset("/-.,:–")


def begins(word: str) -> bool:
    """Whether expressions begin with a word in small letters."""
    return word in _BEGINNINGS or word[0].isdigit()


def read(place: Place, word: str) -> list[Read]:
    """The expressions that begin with a word: one, seldom two of which the second has no month of its own."""
    if word in _CALENDAR:
        return read_calendar(place)
    if word[0].isdigit():
        if _is_joined(place.text, place.at):
            return []
        found = _read_number(place)
        if found:
            return found
    for way in _WAYS.get(word, _NUMBERED):
        one = way(place)
        if one:
            return [one]
    return []


def _read_number(place: Place) -> list[Read]:
    numeric = read_numeric(place)
    if numeric:
        return [numeric]
    found = read_calendar(place)
    if found:
        return found
    years = read_years(place)
    return [years] if years else []


def _is_joined(text: str, at: int) -> bool:
    """Whether a number belongs to what stands right before it: a price, a version, another number."""
    mark = text[at - 1 : at]
    return mark in _JOINED or (mark in _JOINING and at > 1 and not text[at - 2].isspace())
