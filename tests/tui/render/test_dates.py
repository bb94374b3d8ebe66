"""Dates carry their year and need no locale."""

import pytest

from tui.render.dates import long_date, short_date


def test_dates_are_written_out() -> None:
    assert short_date("2025-06-23") == "23 Jun 2025"
    assert long_date("2025-06-23") == "Monday 23 June 2025"


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_date_is_said(nothing: str | None) -> None:
    assert short_date(nothing) == long_date(nothing) == "undated"


def test_what_is_no_date_is_shown_harmless() -> None:
    assert short_date("in June\x1b") == long_date("in June\x1b") == "in June\ufffd"
