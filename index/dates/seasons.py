"""Seasons, quarters and halves of years: "last summer", "the third quarter of 2024", "Q1 2025"."""

import re
from collections.abc import Mapping

from index.dates import patterns as of
from index.dates.meaning import Part, PartKind, Which
from index.dates.places import Place, Read, Way
from index.dates.standing import counts_after_date
from index.dates.tense import tense_around
from index.dates.told import years_on
from index.dates.words import BUSINESS, FISCAL, GAMES
from index.language.listed import word_set

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_WINTER = 4
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LAST: Mapping[PartKind, int] = {"quarter": 4, "half": 2}
_HELD = word_set("in since until till during through throughout over by for of")
"""Before "the summer", which is a certain one where the words around show what is past or to come."""
_AROUND = 200
"""So many letters on either side say whether a quarter is one of business, or of a game."""
_WHICH: Mapping[str, Which] = {
    "last": "last", "this": "this", "next": "next", "past": "past", "coming": "coming",
}  # fmt: skip

_season = "(?ai:spring|summer|autumn|fall|winter)"
_FIGURES = r"(?:19|20)\d\d"
_YEAR = re.compile(
    rf"(?:,?{of.GAP}(?:(?:of|in){of.GAP})?|[-’'])(?P<year>{_FIGURES})(?![\w%$€£°])(?![.,:/–-]\d)"
)
_YEARS = re.compile(
    rf"{of.GAP}(?:of{of.GAP})?(?P<year>{_FIGURES})[-–/](?P<other>(?:{_FIGURES}|\d\d))(?![\w%/–-])"
)
_SEASON = re.compile(rf"{_season}(?!\w)")
_WHICH_SEASON = re.compile(
    rf"(?:this{of.GAP}(?=past|coming))?(?P<which>(?ai:last|this|next|past|coming)){of.GAP}"
    rf"(?P<season>{_season})(?!\w)"
)
_NAME_BEHIND = re.compile(rf"{of.GAP}[A-Z]|{of.GAP}(?:of|in|from|by|to|on)\b|-")
"""What makes of "fall" what is no season."""
_SEASON_OVER = re.compile(
    rf"\s*(?:[.,;:!?)”\"’'—–]|$)|{of.GAP}(?:and|but|or|so|when|while|which|as|after|before|with|because|if|until)\b"
)
"""What stands behind "the summer", which else may be only one word of a name."""
_PART = re.compile(
    rf"(?P<number>(?ai:first|second|third|fourth|final|last))(?P<joint>-|{of.GAP})"
    r"(?P<kind>(?ai:quarter|half))(?![\w-])"
)
_SHORT_PART = re.compile(r"(?P<kind>[QH])(?P<number>[1-4])(?!\w)")
_WHICH_QUARTER = re.compile(rf"(?P<which>(?ai:last|this|next)){of.GAP}(?ai:quarter)(?![\w-])")
_OF_THE_YEAR = re.compile(rf"{of.GAP}of{of.GAP}(?:the|this){of.GAP}year\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(rf"{of.GAP}(?:of|in){of.GAP}(?:(?:the|its|their){of.GAP})?(?P<word>\w+)")
_WORD = re.compile(r"[^\W\d_]+|[€£$%]")


def _season_named(place: Place) -> Read | None:
    """Reads “summer of 2024”, “winter 2023–24”, “the summer”."""
    text, at, (second, before) = place
    match = _SEASON.match(text, at)
    if match is None or text[at - 1 : at] == "-":
        return None
    number, end = _SEASONS[match[0].lower()], match.end()
    if years := _YEARS.match(text, end):
        year, other = int(years["year"]), int(years["other"])
        is_winter = number == _WINTER and other in (year + 1, (year + 1) % 100)
        return Read(at, years.end(), Part("season", number, year, is_clear=is_winter))
    if year_told := _YEAR.match(text, end):
        if counts_after_date(text, int(year_told["year"]), year_told.end()):
            return None
        part = Part("season", number, int(year_told["year"]), is_clear=number != _WINTER)
        return Read(at, year_told.end(), part)
    on, behind = years_on(text, end)
    if on is not None:
        return Read(at, behind, Part("season", number, None, on, is_clear=number != _WINTER))
    if text[at].isupper() or before != "the" or second not in _HELD or not _SEASON_OVER.match(text, end):
        return None
    tense = tense_around(text, at, end)
    if match[0] == "fall" and tense != "future":
        return None  # of whom or of what
    if not tense and second != "of":
        return None  # what is done each summer
    return Read(at, end, Part("season", number))


def _which_season(place: Place) -> Read | None:
    """Reads “last summer”, “the coming winter”."""
    match = _WHICH_SEASON.match(place.text, place.at)
    if match is None or (match["season"].lower() == "fall" and _NAME_BEHIND.match(place.text, match.end())):
        return None
    part = Part("season", _SEASONS[match["season"].lower()], which=_WHICH[match["which"].lower()])
    return Read(place.at, match.end(), part)


def _part(place: Place) -> Read | None:
    """Reads “third quarter”, “first half of 2024”, “second-quarter profit”."""
    text, at, (second, before) = place
    match = _PART.match(text, at)
    if match is None or before in FISCAL or second in FISCAL:
        return None
    kind: PartKind = "half" if match["kind"].lower() == "half" else "quarter"
    number = _ORDINALS.get(match["number"].lower(), _LAST[kind])
    if kind == "half" and number > _LAST[kind]:
        return None
    is_joined = match["joint"] == "-"
    is_named = match["number"].lower() != "last" and (kind == "quarter" or is_joined)
    return _with_year(place, match.end(), kind, number, is_named=is_named)


def _short_part(place: Place) -> Read | None:
    """Reads “Q1 2025”, “H2 of last year”, “Q3”."""
    text, at, (second, before) = place
    match = _SHORT_PART.match(text, at)
    if match is None or before in FISCAL or second in FISCAL:
        return None
    kind: PartKind = "half" if match["kind"] == "H" else "quarter"
    number = int(match["number"])
    if number > _LAST[kind]:
        return None
    return _with_year(place, match.end(), kind, number, is_named=kind == "quarter")


def _with_year(place: Place, end: int, kind: PartKind, number: int, *, is_named: bool) -> Read | None:
    """A quarter or a half with its year; without one only where it is named, and business is told of."""
    text, at = place.text, place.at
    if year := _YEAR.match(text, end):
        return Read(at, year.end(), Part(kind, number, int(year["year"])))
    on, behind = years_on(text, end)
    if on is not None:
        return Read(at, behind, Part(kind, number, None, on))
    if of_year := _OF_THE_YEAR.match(text, end):
        return Read(at, of_year.end(), Part(kind, number))
    if not is_named or place.before[1] in ("a", "its", "their") or not _is_business(text, at, end):
        return None
    other = _OF_ANOTHER.match(text, end)
    if other and (other["word"].lower() in FISCAL or text[other.start() :].lstrip().startswith("of")):
        return None
    return Read(at, end, Part(kind, number))


def _which_quarter(place: Place) -> Read | None:
    """Reads “last quarter”, “this quarter”."""
    match = _WHICH_QUARTER.match(place.text, place.at)
    if match is None or place.before[1] in ("the", "a", "its", "their", *FISCAL):
        return None
    if not _is_business(place.text, place.at, match.end()):
        return None
    return Read(place.at, match.end(), Part("quarter", None, which=_WHICH[match["which"].lower()]))


def _is_business(text: str, at: int, end: int) -> bool:
    """Whether the words around speak of business, and not of a game."""
    around = text[max(0, at - _AROUND) : at] + " " + text[end : end + _AROUND]
    words = {match[0].lower() for match in _WORD.finditer(around)}
    return bool(words & BUSINESS) and not words & GAMES


PARTS: Mapping[str, tuple[Way, ...]] = {
    **dict.fromkeys(_SEASONS, (_season_named,)),
    **dict.fromkeys(("first", "second", "third", "fourth", "final"), (_part,)),
    "last": (_which_season, _which_quarter, _part),
    **dict.fromkeys(("this", "next"), (_which_season, _which_quarter)),
    **dict.fromkeys(("past", "coming"), (_which_season,)),
    **dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), (_short_part,)),
}
"""What reads an expression by the word that it begins with, in small letters."""
