"""Publication dates in the many ways news sites write them.

A date is read only where it is certain: a day, a month and a year, in an order that leaves
no doubt. `05/06/2025` is none.
"""

import re
from dataclasses import dataclass
from datetime import date

from index.ingest.lexicon import DATE_LABELS, TIME_ZONES, TIMED, UPDATE_LABELS, WEEKDAYS
from index.language.months import MONTHS

_DATE = re.compile(
    r"(?<![\d./-])(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?=T\d|\b)"
    r"|(?<![\d./-])(?P<a>\d{1,2})(?P<s2>[-/.])(?P<b>\d{1,2})(?P=s2)(?P<y2>\d{4})(?!\d)"
    r"|(?:(?<!\d)|(?<=\D\d{4}))(?P<d3>\d{1,2})(?:[snrt][tdh]|er|\.|º|°)?[ -]{1,2}(?:of |de |del )?"
    r"(?P<n3>[^\W\d_]{3,12})\.?,?[ -]{1,2}(?:de |del )?(?P<y3>\d{4})(?!\d(?!\d? ?[^\W\d_]{3}))"
    r"|\b(?P<n4>[^\W\d_]{3,12})\.? (?P<d4>\d{1,2})(?:[snrt][tdh])?,? {0,2}(?P<y4>\d{4})(?!\d)"
    r"|(?<!\d)(?P<y5>\d{4}) ?[年년] ?(?P<m5>\d{1,2}) ?[月월] ?(?P<d5>\d{1,2}) ?[日일]",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"T?\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d{1,6})?\s?(?:[ap]\.?m\b\.?)?(?:Z\b|[+-]\d{2}:?\d{2}\b)?|\bT\d{2}:\d{2}\S{0,20}"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{1,2}h\d{2}\b|\b\d{1,2} (?:minutes?|mins?|hours?|days?) ago\b"
    r"|\(?\b(?:GMT|UTC)\s?(?:[+-]\d{1,2}(?::?\d{2})?)?\)?",
    re.IGNORECASE,
)
_FILLER = TIME_ZONES | WEEKDAYS | DATE_LABELS
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_EDGE = " \t,;:.()[]|/–—-•·*@"
_GAP = "\0"


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line with dates in it says."""

    published: str | None
    """ISO date, where one could be read with certainty."""
    rest: tuple[str, ...]
    """What the line says besides dates, times and words such as "Published"."""
    dated: bool
    """Whether there is a date at all, be it one that could be read in two ways."""
    labelled: bool
    """Whether it calls itself a date of publication, or gives the time of day."""


def read_date_line(text: str) -> DateLine:
    """Takes a short line apart into its publication date and the rest.

    Where the line gives several dates, the first that is not one of a later update counts.
    """
    if not _DIGIT.search(text):
        return DateLine(None, (text,), dated=False, labelled=False)
    first: str | None = None
    later: str | None = None
    dated = False
    begin = 0
    gapped: list[str] = []
    for found in _DATE.finditer(text):
        number = _month(found)
        if number == 0:
            continue
        dated = True
        between = text[begin : found.start()]
        gapped += [between, _GAP]
        iso = _iso(found, number)
        if iso and UPDATE_LABELS.isdisjoint(word.lower() for word in _WORD.findall(between)):
            first = first or iso
        else:
            later = later or iso
        begin = found.end()
    gapped.append(text[begin:])
    marked, times = _TIME.subn(_GAP, "".join(gapped))
    words = {word.lower() for word in _WORD.findall(marked)}
    rest = tuple(piece for piece in map(_bare, marked.split(_GAP)) if piece) if dated or times else (text,)
    labelled = times > 0 or not DATE_LABELS.isdisjoint(words)
    # A mere time of day may be a heading of the text, one that is "updated" may not.
    timed = times > 0 and not rest and not TIMED.isdisjoint(word.lower() for word in _WORD.findall(text))
    return DateLine(first or later, rest, dated or timed, labelled)


def parse_date(text: str) -> str | None:
    """The ISO date that a text gives, if it gives one and says nothing else."""
    if len(text) > 200:
        return None
    compact = re.fullmatch(r"\s*(\d{4})(\d\d)(\d\d)\s*", text)
    if compact:
        return _valid(int(compact[1]), int(compact[2]), int(compact[3]))
    line = read_date_line(text)
    return line.published if not line.rest else None


def is_date_word(word: str) -> bool:
    """Whether a word is a weekday, a month or a word that goes with dates, and so no name."""
    return word.lower() in _FILLER or word.lower() in MONTHS


def _bare(piece: str) -> str:
    """A piece of a line without punctuation and words that go with dates at its ends."""
    words = piece.strip(_EDGE).split()
    first, last = 0, len(words)
    while first < last and _is_filler(words[first], last - first == 1):
        first += 1
    while first < last and _is_filler(words[last - 1], last - first == 1):
        last -= 1
    return " ".join(words[first:last]).strip(_EDGE)


def _is_filler(word: str, alone: bool) -> bool:
    """Whether a word goes with dates; a short one with a capital may belong to a name ("El País")."""
    bare = word.strip(_EDGE)
    if len(bare) > 2 or alone or bare.islower():
        return not bare or bare.lower() in _FILLER
    return bare.lower() in TIME_ZONES


def _month(found: re.Match[str]) -> int:
    """The month that a match names; 0 if the word is none, -1 if it is in doubt."""
    name = found["n3"] or found["n4"]
    if name:
        return MONTHS.get(name.lower(), 0)
    if found["y2"]:
        day, month = int(found["a"]), int(found["b"])
        if found["s2"] == "." or day > 12 or day == month:
            return month
        return day if month > 12 else -1
    return int(found["m1"] or found["m5"])


def _iso(found: re.Match[str], month: int) -> str | None:
    """The ISO date of a match."""
    year = int(found["y1"] or found["y2"] or found["y3"] or found["y4"] or found["y5"])
    day = found["d1"] or found["d3"] or found["d4"] or found["d5"]
    if day is None:
        day = found["a"] if int(found["b"]) == month else found["b"]
    return _valid(year, month, int(day))


def _valid(year: int, month: int, day: int) -> str | None:
    """The ISO date, if there is such a day in the time that newspapers have existed."""
    if not 1600 <= year < 2100:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
