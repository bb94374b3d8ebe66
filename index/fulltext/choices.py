"""What can be chosen among the facets of results, written as filters."""

import datetime

from index.fulltext import filters
from index.fulltext.syntax import UNKNOWN
from index.model import EntityType


def outlet(name: str) -> str:
    """The filter for the outlet of just this name; empty for one without a letter or digit."""
    words = filters.writable(name)
    return f'source:="{words}"' if words else ""


def language(code: str | None) -> str:
    """The filter for a language by its ISO 639-1 code; None for texts of which it is not known."""
    return f"language:{code or UNKNOWN}"


def named(type: EntityType, name: str) -> str:
    """The filter for an entity; empty for a name without a letter or digit."""
    return filters.entity(type, name)


def days(first: datetime.date, last: datetime.date) -> str:
    """The filter for the days from the first to the last, both included."""
    next_day = _day_after(last)
    if first == last:
        return f"on:{first.isoformat()}"
    if next_day is not None and (first.day, next_day.day) == (1, 1):
        months = (next_day.year - first.year) * 12 + next_day.month - first.month
        if months == 1:
            return f"on:{first.isoformat()[:7]}"
        if months == 12 and first.month == 1:
            return f"on:{first.isoformat()[:4]}"
    after = f"after:{first.isoformat()}"
    return after if next_day is None else f"{after} before:{next_day.isoformat()}"


def undated() -> str:
    """The filter for documents without a date."""
    return "undated:yes"


def _day_after(day: datetime.date) -> datetime.date | None:
    return None if day == datetime.date.max else day + datetime.timedelta(1)
