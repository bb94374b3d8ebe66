"""Numbers and calendar dates as they are written in a text, with what they are compared by."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from index.dates.words import ENGLISH_MONTHS
from index.language.calendar import WEEKDAYS
from index.related.terms import REMEMBERED, WORD, term_of

_MONTH = "|".join(sorted(ENGLISH_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w.-])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:[ \n]of)?[ \n](?P<m1>{_MONTH})\b"
    r"(?:\.?,?[ \n](?P<y1>\d{4})(?!\d))?"
    rf"|\b(?P<m2>{_MONTH})\.?[ \n](?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:]|[.,]\d)"
    r"(?:,?[ \n](?P<y2>\d{4})(?!\d))?"
    r"|(?<![\w.-])(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\w-])",
    re.IGNORECASE,
)

_DIGIT = re.compile(r"\d")

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: number for number, word in enumerate(_UNITS.split())} | {
    word: (number + 2) * 10 for number, word in enumerate(_TENS.split())
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "bn": 10**9,
}
_SMALL = rf"(?:{'|'.join(_WORDS)})\b"
_LARGE = rf"(?:{'|'.join(name for name in _SCALES if len(name) > 2)})\b"
_NUMBER = re.compile(
    r"(?P<sign>[$€£]\s?)?(?P<digits>(?<![\w.,/:-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,/:]|\.\d|-\d)"
    r"|(?<![\w.,/:-])\d+(?:\.\d+)?(?=(?:bn|mn|m|%)?(?![\w/:]|[.,-]\d)))"
    rf"|\b(?P<words>(?:(?<!half[ \n])(?<!of[ \n])a(?=[ \n]{_LARGE})|{_SMALL})"
    rf"(?:[ \n-](?:{_SMALL}|{_LARGE}(?:[ \n]and\b(?=[ \n]{_SMALL}))?))*+)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[ \n-]?(%|per cent\b|percent\b|(?:bn|mn)\b|{_LARGE})", re.IGNORECASE)
_MILLIONS = re.compile(r"m\b", re.IGNORECASE)
_PARTS = re.compile(
    r"[ \n-](?:and[ \n-]an?[ \n-](?:half|third|quarter)|(?:third|quarter|fifth|sixth|tenth)s?|halves)\b",
    re.IGNORECASE,
)
"""Makes another number of the one before: two and a half, two thirds."""
_AWAY = re.compile(
    r"[ \n-](?:second|minute|hour|day|week|month|year|decade)s?[ \n](ago|later|earlier|before|after)\b", re.I
)
"""Says that the number before is the way to another time."""
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
_NOUN = re.compile(r"[ \n-]")
_BETWEEN = re.compile(r"[ \n-]")
_TEENS = range(10, 20)
_DAYS = frozenset(map(term_of, (*WEEKDAYS, "today", "yesterday", "tomorrow", "tonight", *ENGLISH_MONTHS))) - {
    ""
}
"""Terms that nothing is counted in: "4 per cent on Thursday"."""
_NUMERALS = _WORDS.keys() | _SCALES.keys()
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
    """`%`, a currency sign, which way a time lies from another (`ago`), or nothing."""
    counted: dict[str, int]
    """The terms right after it, with where each ends."""
    exact: bool
    """Whether it has so many figures that it is hardly the same by chance; years are not counted."""

    def may_be(self, other: "Number") -> bool:
        """Whether another is as much, and is not known to count something else: 20 seconds, 20 minutes."""
        is_as_much = (self.value, self.unit) == (other.value, other.unit)
        return is_as_much and not (
            self.counted and other.counted and self.counted.keys().isdisjoint(other.counted)
        )


@lru_cache(maxsize=REMEMBERED)
def dates(text: str) -> tuple[Date, ...]:
    """The calendar days that are named in a text, in order; a weekday alone is none."""
    found = []
    for match in _DATE.finditer(text) if _DIGIT.search(text) else ():
        name = match["m1"] or match["m2"]
        month = ENGLISH_MONTHS[name.lower()] if name else int(match["m3"])
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
        value = _in_words(match["words"]) if match["words"] else float(match["digits"].replace(",", ""))
        if value is None or _PARTS.match(text, end):
            continue
        unit = (match["sign"] or "").strip()
        if match["digits"] and (millions := _MILLIONS.match(text, end)):
            if not unit:
                continue  # millions of something, or metres
            value, end = value * _SCALES["million"], millions.end()
        while after := _AFTER.match(text, end):
            word = after[1].lower()
            scale = _SCALES.get(word)
            value, unit = (value * scale, unit) if scale else (value, "%")
            end = after.end()
        if match["words"] and value <= 1 and not unit:
            continue
        if way := _AWAY.match(text, end):
            unit = way[1].lower()
        exact = not value.is_integer() or (value >= 1000 and not 1900 <= value <= 2100)
        found.append(Number(start, end, value, unit, _counted(text, end), exact))
    return tuple(found)


def _in_words(phrase: str) -> float | None:
    """The number that some words say; None where they are no single one: "nineteen eighty-four"."""
    whole = part = 0
    least = 10**15
    for word in _BETWEEN.split(phrase.lower()):
        if word == "a":
            part = 1
        elif word in _WORDS:
            small = _WORDS[word]
            if (part % 100 if small > 9 else part % 10) or part % 100 in _TEENS:
                return None
            part += small
        elif word in ("dozen", "hundred"):
            part *= _SCALES[word]
        elif word in _SCALES:
            if not part or _SCALES[word] >= least:
                return None
            least = _SCALES[word]
            whole, part = whole + part * least, 0
    return float(whole + part)


def _counted(text: str, end: int) -> dict[str, int]:
    """The terms of the few words after a number, up to a mark of punctuation."""
    found: dict[str, int] = {}
    for _ in range(_REACH):
        blank = _NOUN.match(text, end)
        word = WORD.match(text, blank.end()) if blank else None
        if word is None:
            break
        term = term_of(word.group())
        if word.group()[0].isdigit() or word.group().lower() in _NUMERALS or term in _DAYS:
            break  # what a number counts does not stand behind another
        if term:
            found.setdefault(term, word.end())
        elif found:
            break
        end = word.end()
    return found
