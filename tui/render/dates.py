"""Dates as people write them, with their year, whatever the locale."""

from datetime import date, timedelta

from index.model import Granularity
from tui.render.shown import shown

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def also_in(copies: int) -> str:
    """Say behind a line in how many copies of its article the same stands; nothing where in none."""
    return f"  also in {copies:,} {'copy' if copies == 1 else 'copies'}" if copies else ""


def short_date(published: str | None) -> str:
    """Return "23 Jun 2025" for "2025-06-23", and "undated" for None."""
    day = _read(published)
    if day is None:
        return shown(published) if published else "undated"
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def long_date(published: str | None) -> str:
    """Return "Monday 23 June 2025" for "2025-06-23", and "undated" for None."""
    day = _read(published)
    if day is None:
        return shown(published) if published else "undated"
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def iso_date(published: str | None) -> str:
    """Return "2025-06-23", the shortest there is, and "undated" for None."""
    day = _read(published)
    return day.isoformat() if day else short_date(published)


def days_meant(first: date, last: date, granularity: Granularity) -> str:
    """Return the days that a text means: "Sunday 22 June 2025", "13–24 June 2025", "June 2025", "1990s"."""
    if granularity == "decade":
        return f"{first.year}s"
    months = (first.day, (last + timedelta(1)).day) == (1, 1) if last < date.max else False
    if months and (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if months:
        name = _MONTHS[last.month - 1]
        if (first.year, first.month) == (last.year, last.month):
            return f"{name} {last.year}"
        return f"{_until(_MONTHS[first.month - 1], first, last)} – {name} {last.year}"
    if first == last:
        return long_date(first.isoformat())
    name = _MONTHS[last.month - 1]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {name} {last.year}"
    start = _until(f"{first.day} {_MONTHS[first.month - 1]}", first, last)
    return f"{start} – {last.day} {name} {last.year}"


def _until(written: str, first: date, last: date) -> str:
    """The beginning of a stretch, with its year where the end has another."""
    return written if first.year == last.year else f"{written} {first.year}"


def _read(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
