"""Numbers and calendar dates as they are written in a text, with what they are compared by."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from index.language.calendar import WEEKDAYS
from index.related.terms import REMEMBERED, WORD, term_of

_NAMES = (
    "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, "
    "september sept sep, october oct, november nov, december dec"
)
_MONTHS = {name: at for at, names in enumerate(_NAMES.split(", "), 1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w.-])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})\b"
    r"(?:\.?,? (?P<y1>\d{4})(?!\d))?"
    rf"|\b(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:]|[.,]\d)(?:,? (?P<y2>\d{{4}})(?!\d))?"
    r"|(?<![\w.-])(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\w-])",
    re.IGNORECASE,
)

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: number for number, word in enumerate(_UNITS.split())} | {
    word: (number + 2) * 10 for number, word in enumerate(_TENS.split())
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "bn": 10**9,
}
_NUMBER = re.compile(
    r"(?P<sign>[$€£]\s?)?(?P<digits>(?<![\w.,/:-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,/:]|\.\d|-\d)"
    r"|(?<![\w.,/:-])\d+(?:\.\d+)?(?=(?:bn|mn|%)?(?![\w/:]|[.,-]\d)))"
    rf"|\b(?P<word>{'|'.join(_WORDS)})(?:-(?P<unit>{'|'.join(_UNITS.split()[1:10])}))?\b(?!-)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ -]?(%|per cent\b|percent\b|(?:hundred|thousand|million|billion|trillion|bn|mn)\b)", re.I
)
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
_NOUN = re.compile(r"[ -]")
_DAYS = frozenset(map(term_of, (*WEEKDAYS, "today", "yesterday", "tomorrow", "tonight", *_MONTHS))) - {""}
"""Terms that nothing is counted in: "4 per cent on Thursday"."""
_REACH = 3
"""Words after a number among which the one that it counts is looked for."""


class Date(NamedTuple):
    """A day that a text names by the calendar."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    day: tuple[int, int]
    """Month and day."""
    year: int | None
    """The year, where it is given."""


class Number(NamedTuple):
    """A number that counts or measures something."""

    start: int
    """First code point."""
    end: int
    """One past the last code point of the number and its unit."""
    value: float
    """How much."""
    unit: str
    """`%`, a currency sign, or nothing."""
    counted: dict[str, int]
    """The terms right after it, with where each ends."""
    exact: bool
    """Whether it has so many figures that it is hardly the same by chance; years are not counted."""


@lru_cache(maxsize=REMEMBERED)
def dates(text: str) -> tuple[Date, ...]:
    """The calendar days that are named in a text, in order; a weekday alone is none."""
    found = []
    for match in _DATE.finditer(text):
        name = match["m1"] or match["m2"]
        month = _MONTHS[name.lower()] if name else int(match["m3"])
        day = int(match["d1"] or match["d2"] or match["d3"])
        year = match["y1"] or match["y2"] or match["y3"]
        if 1 <= month <= 12 and 1 <= day <= 31 and not (name and name.islower()):
            found.append(Date(match.start(), match.end(), (month, day), int(year) if year else None))
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers in a text, in order, but for those that are parts of dates and for the word "one"."""
    taken = dates(text)
    ends = [date.end for date in taken]
    found = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        after_it = bisect_right(ends, start)
        if (after_it < len(taken) and taken[after_it].start < end) or _CLOCK.match(text, end):
            continue
        if match["word"]:
            value = float(_WORDS[match["word"].lower()])
            if match["unit"]:
                value += _WORDS[match["unit"].lower()]
            if value <= 1:
                continue
        else:
            value = float(match["digits"].replace(",", ""))
        unit = (match["sign"] or "").strip()
        while after := _AFTER.match(text, end):
            word = after[1].lower()
            scale = _SCALES.get(word)
            value, unit = (value * scale, unit) if scale else (value, "%")
            end = after.end()
        exact = not value.is_integer() or (value >= 1000 and not 1900 <= value <= 2100)
        found.append(Number(start, end, value, unit, _counted(text, end), exact))
    return tuple(found)


def _counted(text: str, end: int) -> dict[str, int]:
    """The terms of the few words after a number, up to a mark of punctuation."""
    found: dict[str, int] = {}
    for _ in range(_REACH):
        blank = _NOUN.match(text, end)
        word = WORD.match(text, blank.end()) if blank else None
        if word is None:
            break
        term = term_of(word.group())
        if word.group()[0].isdigit() or term in _DAYS:
            break
        if term:
            found.setdefault(term, word.end())
        elif found:
            break
        end = word.end()
    return found
