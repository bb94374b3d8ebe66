"""Dates as people write them, with their year, whatever the locale."""

from datetime import date

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


def _read(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
