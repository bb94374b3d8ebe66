"""Dates carry their year and need no locale."""

import pytest

from tui.render.dates import iso_date, long_date, short_date


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
