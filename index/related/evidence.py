"""What tells the same event from another of its kind: the days that are meant, the names, the numbers.

Two strikes on one town share nearly all of their words. What parts them is when they were, who was
there and how many. These figures are taken of the few passages that are ahead, from what the library
knows of their documents; each is 0 where one of the two tells nothing.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.related.days import Dated, days_named
from index.related.numbers import numbers
from index.related.sides import Side

EVIDENCE = ("same day", "days apart", "unknown names", "same number", "other number")
"""The names of the figures: whether both mean a day; how far the days lie apart; how many of the names in
the other passage the document at hand does not know; whether both give a number; whether they count the
same thing and come to another number."""

LONGEST = 7
"""Days in a row that can be those of an event; more of them tell nothing of when it was."""

YEARS = math.log1p(3 * 365)
"""Days that lie so far apart lie apart altogether, on a scale on which the first days count most."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a passage and its document tell of when, who and how many."""

    days: tuple[tuple[int, int], ...]
    """The first and the last day of what is told, as ordinals."""
    names: frozenset[str]
    """Entities named in the passage."""
    known: frozenset[str]
    """Entities named in the document."""
    values: frozenset[tuple[float, str]]
    """The numbers in the passage, with their units."""
    counted: dict[str, set[float]]
    """How many of what, as the passage has it."""


def told(side: Side) -> Told:
    """What a passage tells of when, who and how many.

    Where the passage itself names no day, what it tells was on the day that its document names first, or
    when that was published.
    """
    values = numbers(side.text)
    counted: dict[str, set[float]] = {}
    for number in values:
        for term in number.counted:
            counted.setdefault(term, set()).add(number.value)
    within = [one.entity for one in side.mentions if 0 <= one.start - side.start < len(side.text)]
    return Told(
        _days(side),
        frozenset(within),
        frozenset(one.entity for one in side.mentions) if side.named is None else side.named,
        frozenset((number.value, number.unit) for number in values),
        counted,
    )


def evidence(here: Told, there: Told) -> list[float]:
    """The figures of the passage at hand and another, in the order of `EVIDENCE`, each between 0 and 1."""
    apart = _days_apart(here.days, there.days)
    return [
        float(apart == 0),
        0.0 if apart is None else min(math.log1p(apart) / YEARS, 1.0),
        _unknown(there.names, here.known),
        float(not here.values.isdisjoint(there.values)),
        float(
            any(
                here.counted[term].isdisjoint(there.counted[term])
                for term in here.counted.keys() & there.counted
            )
        ),
    ]


def _unknown(names: frozenset[str], known: frozenset[str]) -> float:
    """How many of some names are not among others; few names tell less than many."""
    return len(names - known) / (len(names) + 1) if known else 0.0


def _days_apart(mine: Iterable[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> int | None:
    """Days between what lies nearest; None where one of the two is not known."""
    gaps = [max(first - until, start - last, 0) for first, last in mine for start, until in theirs]
    return min(gaps, default=None)


def _days(side: Side) -> tuple[tuple[int, int], ...]:
    named = days_named(side.text, side.start, side.dates)
    own = tuple(span for one in named if (span := _span(one.first, one.last)))
    if own:
        return own
    first = min(filter(_is_day, side.dates or ()), key=lambda one: one.start, default=None)
    told = _span(first.date, first.last) if first else _span(side.published, side.published)
    return (told,) if told else ()


def _is_day(one: Dated) -> bool:
    return one.granularity in ("day", "range") and _span(one.date, one.last) is not None


def _span(first: str | None, last: str | None) -> tuple[int, int] | None:
    """Some days in a row as ordinals; None where they are not known, or too many."""
    if first is None or last is None:
        return None
    try:
        span = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    except ValueError:  # a year or a month alone
        return None
    return span if span[1] - span[0] < LONGEST else None
