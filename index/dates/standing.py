"""Whether a month, a weekday or a number that stands alone is a date: "in May", not "Mrs May"."""

import re
from functools import lru_cache

from index.dates.patterns import BESIDE_NEXT, GAP, OF_ANOTHER, OF_MONTH
from index.dates.places import Place
from index.dates.words import (
    ALWAYS,
    BEFORE_MAY,
    BEFORE_MONTH,
    BEFORE_YEAR,
    CALLED,
    COUNTED,
    CUSTOMS,
    DETERMINERS,
    ENGLISH_MONTHS,
    FULL_MONTHS,
    HAPPENINGS,
    OPENING,
    ORDINALS,
    PAPERS,
    STARTERS,
    WEAK_BEFORE_YEAR,
)

EARLIEST, LATEST = 1800, 2049
"""Years that stand beside words that might mean something else, too."""
_DATED, _RECENT = 1700, 1900
"""Before the one, news tell no days of a year; from the other on, what looks like a year behind one is it."""

_NAMED = re.compile(r"\b([A-Z][a-z]+)\.? (March|April|May|June|August)\b(?! \d)")
_NAME_BEHIND = re.compile(rf"{GAP}[A-Z][a-z]|['’]s{GAP}[A-Z]")
_NOUN_BEHIND = re.compile(rf"{GAP}(?P<noun>[A-Za-z]{{1,24}})")
_OWN_PAPER = re.compile(rf"['’]s?{GAP}(?:Times|Telegraph|Post)")
_LETTER_BEHIND = re.compile(rf"{GAP}[^\W\d_]")
_BRACKETED = re.compile(r"\d{4}(?:[-–—]\d{4})?\)")
_COUNTING = ALWAYS | {"the", "its", "their"}
_SURE = ("in", "since", "until")


def month_stands(place: Place, end: int) -> bool:
    """Whether the name of a month that stands without a day or a year is one."""
    text, at, (_, before) = place
    name = text[at:end].lower().rstrip(".")
    if name not in FULL_MONTHS and text[end : end + 1] != ".":
        return before in (*_SURE, "last", "next", "this") and name in ENGLISH_MONTHS and name != "mar"
    if name in ("may", "march") and text[at + 1].isupper() and _LETTER_BEHIND.match(text, end):
        return False
    if _NAME_BEHIND.match(text, end) and before not in _SURE:
        return False
    if name == "may":
        return before in BEFORE_MAY and not is_name(text, "May")
    if name == "march" and before in ("the", "of", "for", "to", "from", "by", "before", "after"):
        return False
    if text[end : end + 2] in ("'s", "’s"):
        return True
    return before in BEFORE_MONTH and not (before in WEAK_BEFORE_YEAR and is_name(text, name.capitalize()))


def weekday_stands(place: Place, end: int) -> bool:
    """Whether the name of a weekday means a certain one."""
    second, before = place.before
    if not place.text[place.at].isupper() or before in ALWAYS or before in CALLED:
        return False
    if BESIDE_NEXT.match(place.text, end):
        return False
    if before in ORDINALS and (second in _COUNTING or OF_MONTH.match(place.text, end)):
        return False  # but "she finished third Sunday"
    if before in ("the", "last", "next") and OF_ANOTHER.match(place.text, end):
        return False
    return not is_habit(place.text, end)


def is_habit(text: str, end: int) -> bool:
    """Whether a weekday that ends at a place is told in the plural, or belongs to a name or a custom."""
    if text[end : end + 1].lower() == "s" or _OWN_PAPER.match(text, end):
        return True
    behind = _NOUN_BEHIND.match(text, end)
    word = behind["noun"] if behind else ""
    return word in CUSTOMS or (word[:1].isupper() and word.lower() in PAPERS)


def is_name(text: str, month: str) -> bool:
    """Whether a month's name is somebody's in a text: there is a first name or a title before it."""
    return month in _names(text)


@lru_cache(maxsize=2)
def _names(text: str) -> frozenset[str]:
    return frozenset(match[2] for match in _NAMED.finditer(text) if match[1] not in STARTERS)


def counts(text: str, end: int) -> bool:
    """Whether a number before a place counts what stands behind it."""
    behind = _NOUN_BEHIND.match(text, end)
    noun = behind["noun"] if behind else ""
    if not noun.islower():
        return False
    if noun in COUNTED:
        return True
    return (
        len(noun) > 3
        and noun.endswith("s")
        and not noun.endswith(("ss", "us", "is"))
        and noun not in HAPPENINGS
    )


def counts_after_date(text: str, year: int, end: int) -> bool:
    """Whether what may be the year of a day or a month counts what stands behind it.

    There a year is likelier than elsewhere, so that "1789 crowds" is none that is counted: only what is
    always counted is, and what is told by a round number, or by one that no dated day has.
    """
    if not counts(text, end):
        return False
    if year < _DATED or year > LATEST or (year < _RECENT and year % 50 == 0):
        return True
    behind = _NOUN_BEHIND.match(text, end)
    is_likely = year < _RECENT or year % 100 == 0
    return is_likely and behind is not None and behind["noun"] in COUNTED


def year_stands(place: Place, year: int, end: int) -> bool:
    """Whether a number of four figures is a year."""
    before = place.before[1]
    ours = EARLIEST <= year <= LATEST
    if (is_bracketed(place) and ours) or before == "since" or (before == "year" and ours):
        return True
    if counts(place.text, end) and not _opens_clause(place, year, end):
        return False
    if before in BEFORE_YEAR:
        return before not in WEAK_BEFORE_YEAR or (ours and year != 2000)
    return before in DETERMINERS and ours and bool(_LETTER_BEHIND.match(place.text, end))


def _opens_clause(place: Place, year: int, end: int) -> bool:
    """Whether a year stands at the beginning of a clause: "In 2024 prices rose", not "in 2000 people"."""
    second, before = place.before
    is_recent = _RECENT < year <= LATEST and before in BEFORE_YEAR - WEAK_BEFORE_YEAR | {"by"}
    behind = _NOUN_BEHIND.match(place.text, end)
    is_sure = year % 100 > 0 and behind is not None and behind["noun"] not in COUNTED
    return is_recent and is_sure and second in OPENING


def is_bracketed(place: Place) -> bool:
    """Whether a year or two stand alone in brackets."""
    text, at = place.text, place.at
    return at > 0 and text[at - 1] == "(" and bool(_BRACKETED.match(text, at))
