"""Publication dates as sites write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ingest.dates import parse_date, read_date_line

SAME_DAY = [
    "2025-06-23",
    "2025/06/23",
    "2025.06.23",
    "20250623",
    "2025-06-23T16:05:00Z",
    "2025-06-23T16:05:00.123+02:00",
    "2025-06-23 16:05",
    "Monday, June 23, 2025",
    "Monday 23 June 2025",
    "23 June 2025",
    "23 JUNE 2025",
    "23rd June 2025",
    "23rd of June 2025",
    "June 23, 2025",
    "June 23rd, 2025",
    "Jun. 23, 2025",
    "Jun 23 2025",
    "June 23, 2025 at 4:05 pm",
    "June 23, 2025 4:05 p.m. ET",
    "June 23, 2025, 4:05PM EDT",
    "4:05 PM EDT, Mon June 23, 2025",
    "Mon 23 Jun 2025 16.05 BST",
    "Mon, 23 Jun 2025 16:05:00 +0200",
    "Mon, 23 Jun 2025 16:05:00 GMT",
    "23-Jun-2025",
    "23/06/2025",
    "06/23/2025",
    "23.06.2025",
    "23.6.2025, 16:05 Uhr",
    "Published: June 23, 2025",
    "Published On 23 Jun 2025",
    "Published on 23 June 2025, 16:05 GMT+3",
    "First published on Mon 23 Jun 2025 16.05 BST",
    "Posted: 23 June 2025",
    "Updated June 23, 2025",
    "Last updated: 23 June 2025 16:05 (UTC+3)",
    "date 2025-06-23",
    "Published 23 Jun 202524 Jun 2025",
    "Published 23 June 2025 | Updated 25 June 2025",
    "Updated 25 June 2025, published 23 June 2025",
    "23. Juni 2025",
    "Montag, 23. Juni 2025, 16:05 Uhr",
    "23 juin 2025 à 16h05",
    "Publié le 23 juin 2025",
    "lundi 23 juin 2025",
    "23 de junio de 2025",
    "23 giugno 2025",
    "23 de junho de 2025",
    "23 июня 2025",
    "23 يونيو 2025",
    "2025年6月23日",
    "2025년 6월 23일",
]


@pytest.mark.parametrize("text", SAME_DAY)
def test_forms_of_one_day(text: str) -> None:
    assert parse_date(text) == "2025-06-23"


NO_DATE = [
    "",
    "June 2025",
    "June 23",
    "2025",
    "05/06/2025",
    "5-6-2025",
    "31 June 2025",
    "2025-13-01",
    "30 February 2024",
    "June 23, 0025",
    "June 23, 9999",
    "23 Harbour 2025",
    "The treaty of June 23, 2025",
    "June 23, 2025: what we know",
    "192.168.20.2025",
    "1-2025-06-23-9",
    "x" * 300,
]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_certain_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_number_that_reads_the_same_both_ways_is_certain() -> None:
    assert parse_date("06/06/2025") == "2025-06-06"


def test_the_rest_of_a_line_is_handed_back() -> None:
    line = read_date_line("date 2025-06-23 By Valley Gazette Staff")
    assert (line.published, line.rest) == ("2025-06-23", ("By Valley Gazette Staff",))
    line = read_date_line("June 23, 2025 El Mundo")
    assert line.rest == ("El Mundo",)


def test_an_uncertain_date_is_known_to_be_one() -> None:
    line = read_date_line("Published: 05/06/2025")
    assert (line.published, line.dated, line.rest) == (None, True, ())


@given(
    st.dates(date(1600, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%B %d, %Y", "%A, %d %B %Y", "%d.%m.%Y"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    found = parse_date(text)
    assert found is None or date.fromisoformat(found)
