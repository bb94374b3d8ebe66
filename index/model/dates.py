"""Dates named in texts."""

from dataclasses import dataclass
from typing import Literal

from index.model.spans import Field

Granularity = Literal["day", "week", "month", "season", "quarter", "half", "year", "decade", "range"]
"""How exactly a text tells the days it means."""

GRANULARITIES: tuple[Granularity, ...] = (
    *("day", "week", "month", "season", "quarter", "half", "year", "decade", "range"),
)
"""All of them."""


@dataclass(frozen=True, slots=True)
class DateMeant:
    """A place in a text or a title that names a day, or several."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    text: str
    """What stands there."""
    date: str | None
    """The first day that is meant, as an ISO date; None where that cannot be told."""
    last: str | None
    """The last of them; of a day the same."""
    granularity: Granularity
    """How exactly it is told."""
    field: Field = "text"
    """The string the offsets count in."""
