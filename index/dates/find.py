"""Find the dates that a text names, and the days they mean.

Each word is looked at once, and only at those that dates begin with anything is tried; what is tried
reads no farther than a date can be long. So the time taken grows with the text and no faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.dates import patterns as of
from index.dates.meaning import Day, Month, Vague
from index.dates.months import read_numeric
from index.dates.places import Place, Read
from index.dates.reading import begins, read
from index.dates.resolve import Written, days_meant, granularity, parse_published
from index.dates.story import Story
from index.dates.tense import headline_tense, tense_around
from index.language.calendar import Days
from index.language.months import MONTHS
from index.model import Field, Granularity

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
"""A word where words may have nothing between them."""


@dataclass(frozen=True, slots=True)
class RawDate:
    """A place in a text that names a day, or several."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    text: str
    """What stands there."""
    first: str | None
    """The first day that is meant, as an ISO date; None where that cannot be told."""
    last: str | None
    """The last of them."""
    granularity: Granularity
    """How exactly it is told."""
    field: Field = "text"
    """The string the offsets count in."""


def find_dates(
    text: str, published: str | None = None, language: str | None = None, field: Field = "text"
) -> tuple[RawDate, ...]:
    """The dates in a text, in order; they do not overlap.

    Args:
        text: The text, or the title.
        published: When it was published, as an ISO date: what is told from that day has no days without it.
        language: ISO 639-1 code; in what is known not to be English, dates of the calendar alone are found.
        field: Which of the two it is: in a headline "to meet" is to come.
    """
    day = parse_published(published)
    if language is not None and not language.lower().startswith("en"):
        written = Written(day, lambda: "")
        return tuple(_as_raw(text, one, days_meant(one.meaning, written), field) for one in _foreign(text))
    story = Story(text, day, headline_tense if field == "title" else tense_around)
    told = ((one, story.meant(one)) for one in _expressions(text))
    return tuple(_as_raw(text, one, days, field) for one, days in told if not isinstance(one.meaning, Vague))


def _as_raw(text: str, one: Read, days: Days | None, field: Field) -> RawDate:
    first, last = (days.first.isoformat(), days.last.isoformat()) if days else (None, None)
    return RawDate(
        one.start, one.end, text[one.start : one.end], first, last, granularity(one.meaning, days), field
    )


def _expressions(text: str) -> Iterator[Read]:
    """The expressions in an English text."""
    done = 0
    second = before = ""
    ended = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match[0].lower()
        if start >= done and begins(word):
            gap = text[ended:start]
            near = before if _is_near(gap) else ""
            for found in read(Place(text, start, (second if near else "", near)), word):
                yield found
                done = found.end
        second, before, ended = (before if _is_near(text[ended:start]) else ""), word, end


def _is_near(gap: str) -> bool:
    """Whether two words that have something between them belong together."""
    return gap in (" ", "-", "'", "’", "\n", "\u00a0", "", " “", ' "', " (", "'s ", "  ")


def _foreign(text: str) -> Iterator[Read]:
    """The dates of the calendar in a text in another language."""
    done = 0
    for match in _PIECE.finditer(text):
        start = match.start()
        word = match[0]
        if start < done:
            continue
        found = _number(text, start) if word[0].isdigit() else _alone(text, start, word)
        if found:
            yield found
            done = found.end


def _number(text: str, at: int) -> Read | None:
    """A day of a month that begins with its number."""
    match = of.FOREIGN_MONTH.match(text, at)
    name = match["month"].lower() if match else ""
    if (
        match
        and name in MONTHS
        and (match["year"] or len(name) > 3 or name in _SHORT_WHOLE)
        and _is_free(text, at)
    ):
        year = int(match["year"]) if match["year"] else None
        end = match.end() if year else match.end("month")
        return Read(at, end, Day(MONTHS[name], int(match["day"]), year))
    return read_numeric(Place(text, at, ("", ""))) if _is_free(text, at) or text[at - 1].isalpha() else None


_SHORT_WHOLE = frozenset(("mai", "mei", "maj", "мая"))
"""Whole names of months that are as short as short ones."""


def _is_free(text: str, at: int) -> bool:
    return not at or text[at - 1].isspace() or text[at - 1] in "([\"'“„«,—–"


def _alone(text: str, at: int, word: str) -> Read | None:
    """A month with its year."""
    if word.lower() not in MONTHS:
        return None
    match = of.FOREIGN_ALONE.match(text, at)
    return Read(at, match.end(), Month(MONTHS[word.lower()], int(match["year"]))) if match else None
