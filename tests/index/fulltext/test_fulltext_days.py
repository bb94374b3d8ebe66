"""Days as people write them."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import days
from index.fulltext.days import day_number, read_days
from index.fulltext.syntax import parse

WEDNESDAY = datetime.date(2025, 6, 25)
DATES = st.dates(datetime.date(1600, 1, 1), datetime.date(9999, 12, 31))

ENGLISH = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
]  # fmt: skip
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

WAYS: list[Callable[[datetime.date], str]] = [
    lambda day: day.isoformat(),
    lambda day: f"{day.year:04}-{day.month}-{day.day}",
    lambda day: f"{day.year:04}/{day.month:02}/{day.day:02}",
    lambda day: f"{day.day}.{day.month}.{day.year:04}",
    lambda day: f" {day.day:02}.{day.month:02}.{day.year:04} ",
    lambda day: f"{day.day} {ENGLISH[day.month - 1]} {day.year:04}",
    lambda day: f"{day.day} of {ENGLISH[day.month - 1].upper()},  {day.year:04}",
    lambda day: f"{ENGLISH[day.month - 1]} {day.day}, {day.year:04}",
    lambda day: f"{ENGLISH[day.month - 1][:3]}. {day.day} {day.year:04}",
    lambda day: f"{day.day}th {ENGLISH[day.month - 1][:3]} {day.year:04}",
]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("06/2025", "2025-06-01", "2025-06-30"),
        ("12.2024", "2024-12-01", "2024-12-31"),
        ("20/6/2025", "2025-06-20", "2025-06-20"),
        ("6/20/2025", "2025-06-20", "2025-06-20"),
        ("6/6/2025", "2025-06-06", "2025-06-06"),
        ("5.6.2025", "2025-06-05", "2025-06-05"),
        ("20. März 2025", "2025-03-20", "2025-03-20"),
        ("1er août 2024", "2024-08-01", "2024-08-01"),
        ("3 de mayo de 2025", "2025-05-03", "2025-05-03"),
        ("june 2025", "2025-06-01", "2025-06-30"),
        ("June", "2025-06-01", "2025-06-30"),
        ("july", "2024-07-01", "2024-07-31"),
        ("24 June", "2025-06-24", "2025-06-24"),
        ("june 26", "2024-06-26", "2024-06-26"),
        ("29 February", "2024-02-29", "2024-02-29"),
        ("today", "2025-06-25", "2025-06-25"),
        ("Yesterday", "2025-06-24", "2025-06-24"),
        ("the day before yesterday", "2025-06-23", "2025-06-23"),
        ("tomorrow", "2025-06-26", "2025-06-26"),
        ("monday", "2025-06-23", "2025-06-23"),
        ("wed", "2025-06-25", "2025-06-25"),
        ("last wednesday", "2025-06-18", "2025-06-18"),
        ("last Friday", "2025-06-20", "2025-06-20"),
        ("this week", "2025-06-23", "2025-06-29"),
        ("last week", "2025-06-16", "2025-06-22"),
        ("past week", "2025-06-19", "2025-06-25"),
        ("last month", "2025-05-01", "2025-05-31"),
        ("this month", "2025-06-01", "2025-06-30"),
        ("previous year", "2024-01-01", "2024-12-31"),
        ("last 3 days", "2025-06-23", "2025-06-25"),
        ("past two weeks", "2025-06-12", "2025-06-25"),
        ("3 days ago", "2025-06-22", "2025-06-22"),
        ("a week ago", "2025-06-18", "2025-06-18"),
        ("four months ago", "2025-02-25", "2025-02-25"),
        ("2 years ago", "2023-06-25", "2023-06-25"),
    ],
)
def test_days_are_read(written: str, first: str, last: str) -> None:
    found = read_days(written, WEDNESDAY)
    assert found and (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "25", "05/06/2025", "13/13/2025", "2025-13", "2025-02-30", "31 June 2025", "june 31",
     "0000", "20250620", "٢٠٢٥", "2025-06-20-1", "9999999 days ago", "3000 years ago", "many days ago",
     "last fortnight", "next week", "0 weeks", "last 0 days", "last", "back", "30 february", "june 202025"],
)  # fmt: skip
def test_what_is_no_date_is_none(written: str) -> None:
    assert read_days(written, WEDNESDAY) is None


def test_a_month_before_the_31st_is_its_last_day() -> None:
    found = read_days("one month ago", datetime.date(2025, 3, 31))
    assert found and found.first == datetime.date(2025, 2, 28)


@given(day=DATES, way=st.sampled_from(WAYS), now=DATES)
def test_a_day_is_the_same_however_it_is_written(
    day: datetime.date, way: Callable[[datetime.date], str], now: datetime.date
) -> None:
    assert read_days(way(day), now) == (day, day)


@given(now=DATES, weekday=st.integers(0, 6))
def test_a_weekday_is_the_last_one(now: datetime.date, weekday: int) -> None:
    for written, least, most in ((WEEKDAYS[weekday], 0, 6), (f"last {WEEKDAYS[weekday]}", 1, 7)):
        found = read_days(written, now)
        assert found and found.first == found.last and found.first.weekday() == weekday
        assert least <= (now - found.first).days <= most


@given(now=DATES, unit=st.sampled_from(["week", "month", "year"]))
def test_what_is_last_ends_where_this_begins(now: datetime.date, unit: str) -> None:
    this, last = read_days(f"this {unit}", now), read_days(f"last {unit}", now)
    assert this is None or last is None or last.last + datetime.timedelta(1) == this.first
    assert this is None or this.first <= now <= this.last
    assert this is not None or now.year == 9999  # the week that goes on into the next


@given(st.text(max_size=30), DATES)
def test_any_text_is_read_or_not(written: str, now: datetime.date) -> None:
    found = read_days(written, now)
    assert found is None or found.first <= found.last


def test_the_clock_is_that_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: WEDNESDAY)
    (dated,) = parse("on:yesterday").clauses
    assert (dated.first, dated.last) == (20250624, 20250625)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2025", 20250101),
        ("2025-6", 20250601),
        ("2025-06-20", 20250620),
        (None, None),
        ("", None),
        ("2025-6-31", None),
        ("٢٠٢٥", None),
        ("0000", None),
        ("20250620", None),
    ],
)
def test_dates_of_documents(date: str | None, day: int | None) -> None:
    assert day_number(date) == day


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2025-06-13 to 2025-06-24", "2025-06-13", "2025-06-24"),
        ("13 June 2025 – July 2025", "2025-06-13", "2025-07-31"),
        ("2024..today", "2024-01-01", "2025-06-25"),
        ("yesterday TO today", "2025-06-24", "2025-06-25"),
    ],
)
def test_a_span_goes_from_the_first_day_to_the_last(written: str, first: str, last: str) -> None:
    span = days.read_span(written, WEDNESDAY)
    assert span is not None and tuple(map(str, span)) == (first, last)


@pytest.mark.parametrize("written", ["", "to", "2025 to", "to 2025", "2025-06-24 to 2025-06-13", "a to b"])
def test_what_is_no_span_is_none(written: str) -> None:
    assert days.read_span(written, WEDNESDAY) is None
