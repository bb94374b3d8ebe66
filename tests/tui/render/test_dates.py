"""Dates carry their year and need no locale."""

from datetime import date

import pytest

from index.model import Granularity
from tui.render.dates import days_meant, iso_date, long_date, short_date


def test_dates_are_written_out() -> None:
    assert short_date("2025-06-23") == "23 Jun 2025"
    assert long_date("2025-06-23") == "Monday 23 June 2025"
    assert iso_date("2025-06-23T10:00") == "2025-06-23"


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_date_is_said(nothing: str | None) -> None:
    assert short_date(nothing) == long_date(nothing) == iso_date(nothing) == "undated"


def test_what_is_no_date_is_shown_harmless() -> None:
    odd = "in June\x1b"
    assert short_date(odd) == long_date(odd) == iso_date(odd) == "in June\ufffd"


@pytest.mark.parametrize(
    ("first", "last", "granularity", "written"),
    [
        ("2025-06-22", "2025-06-22", "day", "Sunday 22 June 2025"),
        ("2025-06-16", "2025-06-22", "week", "16–22 June 2025"),
        ("2025-06-28", "2025-07-02", "range", "28 June – 2 July 2025"),
        ("2024-12-28", "2025-01-02", "range", "28 December 2024 – 2 January 2025"),
        ("2025-06-01", "2025-06-30", "month", "June 2025"),
        ("2024-06-01", "2024-08-31", "range", "June – August 2024"),
        ("2023-11-01", "2024-02-29", "range", "November 2023 – February 2024"),
        ("1979-01-01", "1979-12-31", "year", "1979"),
        ("1914-01-01", "1918-12-31", "range", "1914–1918"),
        ("1990-01-01", "1999-12-31", "decade", "1990s"),
        ("9999-01-01", "9999-12-31", "year", "1 January – 31 December 9999"),
    ],
)
def test_days_are_written_as_exactly_as_they_are_told(
    first: str, last: str, granularity: Granularity, written: str
) -> None:
    assert days_meant(date.fromisoformat(first), date.fromisoformat(last), granularity) == written
