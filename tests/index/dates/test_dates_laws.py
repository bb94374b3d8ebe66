"""What holds of the dates found in any text."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates import RawDate, find_dates
from index.dates.tense import tense_around
from index.language.calendar import WEEKDAYS

_PIECES = """of that year|of last year|of next week|on Sunday|last|next|this|that|Tuesday|June|May
March|22|1st|2025|1990s|2025-06-22|5/6/2025|13–24|and|to|between|from|until|two|days ago
a week ago|the day before yesterday|yesterday|tonight|night of|night between|,|.|(|'s|)
will|said|he|people|early|mid-|weekend|fiscal|0|99999|٣|１２|juin|de|Sept.|\u00a0|–
Monday Night|ſunday|laſt|thıs|paſt week|two fortnıghts ago|weeK|TUESDAY|the|past|coming
earlier|previous|month|year|in|since|of|time|from now|ago|year 2024|(1999)|1998-2002
30 February|31|29|Feb|24:00|the next day|the following Monday|the previous|that evening|a week later
a few days later|the day before|year before last|one day|spring|the summer|winter 2023-24|Winter
past one day|next 1 day|June 15 and 25-27, 2024|, 6 and 9|or 16|June 13, 1800|until Thursday|postponed|first
13 June to 13 June 2025
third quarter|Q3|H1 2025|half|of the year|profit|points|fall"""
PIECES = st.sampled_from([*_PIECES.replace("\n", "|").split("|"), "\n", "\n\n", " "])
ROWS = st.lists(PIECES, max_size=30)
TEXTS = st.one_of(st.text(), ROWS.map(" ".join), ROWS.map("".join))
PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(datetime.date.isoformat),
    st.sampled_from(["2025", "2025-06", "0001-01-01", "9999-12-31", "yesterday", ""]),
)
LANGUAGES = st.sampled_from([None, "en", "en-GB", "de", "ja"])


@given(TEXTS, PUBLISHED, LANGUAGES)
def test_spans_are_exact_in_order_and_apart(text: str, published: str | None, language: str | None) -> None:
    end = 0
    for found in find_dates(text, published, language):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end] == found.text.strip()
        end = found.end


@given(TEXTS, PUBLISHED, LANGUAGES)
def test_days_are_days_and_in_order(text: str, published: str | None, language: str | None) -> None:
    for found in find_dates(text, published, language):
        assert (found.first is None) == (found.last is None)
        if found.first is not None and found.last is not None:
            first, last = map(datetime.date.fromisoformat, (found.first, found.last))
            assert first <= last
            assert (first == last) == (found.granularity == "day")


def only(text: str, published: str | None) -> RawDate:
    (found,) = find_dates(text, published)
    return found


@given(st.dates(datetime.date(1900, 1, 9), datetime.date(2100, 1, 1)), st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_within_a_week_of_the_publication(published: datetime.date, name: str) -> None:
    past = only(f"They met on {name.capitalize()}.", published.isoformat())
    to_come = only(f"They will meet on {name.capitalize()}.", published.isoformat())
    assert past.first is not None and to_come.first is not None
    days = [datetime.date.fromisoformat(one) for one in (past.first, to_come.first)]
    assert all(day.weekday() == WEEKDAYS[name] for day in days)
    assert datetime.timedelta(0) <= published - days[0] < datetime.timedelta(7)
    assert datetime.timedelta(0) <= days[1] - published < datetime.timedelta(7)


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2049, 12, 31)), PUBLISHED)
def test_a_whole_date_means_itself_whenever_it_was_written(day: datetime.date, published: str | None) -> None:
    for written in (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        found = only(f"It was signed on {written}.", published)
        assert (found.text, found.first, found.last) == (written, day.isoformat(), day.isoformat())


@given(st.dates(datetime.date(1900, 6, 1), datetime.date(2100, 1, 1)), st.integers(2, 20))
def test_days_ago_are_so_many_days_before(published: datetime.date, count: int) -> None:
    found = only(f"He left {count} days ago.", published.isoformat())
    assert found.first == found.last == (published - datetime.timedelta(count)).isoformat()


@given(st.dates(datetime.date(1800, 6, 1), datetime.date(2040, 1, 1)), st.integers(1, 60), st.booleans())
def test_days_later_are_so_many_days_after_the_one_that_was_told(
    day: datetime.date, count: int, is_later: bool
) -> None:
    way, moved = ("later", count) if is_later else ("earlier", -count)
    _, found = find_dates(f"He left on {day.isoformat()}. {count} days {way} nobody knew of it.")
    assert found.first == found.last == (day + datetime.timedelta(moved)).isoformat()


@given(st.lists(st.sampled_from(["The next day", "Two weeks later", "That evening", "The year before"])))
def test_what_is_told_from_another_has_no_day_where_none_was_told(rows: list[str]) -> None:
    assert all(found.first is None for found in find_dates(". ".join(rows) + ".", "2025-06-23"))


ENDS = st.one_of(
    st.dates(datetime.date.min, datetime.date(3, 1, 1)),
    st.dates(datetime.date(9997, 12, 31), datetime.date.max),
)
_TOLD_FROM = """The next day|The next week|The following month|The following year|Two weeks later|A day later
20 years later|Two weeks earlier|The day before|The previous week|That week|That month|By June that year
In March of the following year|In June the previous year|The following Monday|The previous Friday|That Sunday
In the summer of that year|Last week|Next week|Three weeks ago|Two years from now|In two weeks' time
Last Sunday|Next Sunday|On Sunday|On Wednesday of last week|On Wednesday of next week|Last weekend
Next weekend
Over the weekend|In the past ten years|In the next ten days|From Monday to Friday|On 1 January|On 31 December
On last 31 December|On next 1 January|In March|In next March|In March last year
In the third quarter of next year
Last winter|This winter|Next summer|Last quarter|This quarter profit rose|From December 30 to January 2
On December 31 and January 1|The year before last|The day after tomorrow|Yesterday"""


@given(
    st.one_of(ENDS, st.just(None)),
    ENDS,
    st.lists(st.sampled_from(re.split(r"[|\n]", _TOLD_FROM)), max_size=4),
)
def test_the_ends_of_the_calendar_are_like_any_day(
    published: datetime.date | None, day: datetime.date, told: list[str]
) -> None:
    text = (
        ". ".join([f"It was signed on {day.isoformat()}", *(f"{one} they will meet" for one in told)]) + "."
    )
    first, *_ = find_dates(text, published and published.isoformat())
    assert first.first == first.last == day.isoformat()


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from(["spring", "summer", "autumn", "winter"]),
)
def test_the_last_and_the_next_season_are_on_either_side(published: datetime.date, season: str) -> None:
    last = only(f"It was closed last {season}.", published.isoformat())
    following = only(f"It will be closed next {season}.", published.isoformat())
    assert last.last is not None and following.first is not None
    ended, begins = map(datetime.date.fromisoformat, (last.last, following.first))
    assert ended < published < begins
    assert (begins - ended).days < 2 * 366


@pytest.mark.parametrize(
    "words",
    ["on Sunday", "last week", "22 June", "two days ago", "in March", "yesterday", "from Monday to Friday"],
)
def test_without_a_day_of_publication_nothing_is_said_of_what_is_told_from_it(words: str) -> None:
    found = only(f"They met {words}.", None)
    assert found.first is None and found.last is None


HOSTILE = [
    *(
        "1 ",
        "12 ",
        "June ",
        "June 1, ",
        "June 5, 6, ",
        "1, ",
        "last ",
        "Sunday ",
        "Sunday to ",
        "(2025-",
        "1/",
        "12 and ",
        "early ",
        "In May ",
    ),
    *(
        "the next day ",
        "On Sunday. A day later ",
        "the summer ",
        "first quarter of ",
        "Q1 ",
        "the day before ",
    ),
    *("June 22 to ", "day ", "\n", " ", "to agreed ", "the 2015 of ", "1", "A", "between 1 June and "),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_text_of_one_thing_is_read_through(piece: str) -> None:
    """What takes more than a time in proportion to the text runs into the time that a test has."""
    find_dates(piece * 20_000, "2025-06-23")


@pytest.mark.parametrize(
    ("before", "date", "behind", "tense"),
    [
        ("He said on ", "Sunday", " that he would resign.", "past"),
        ("They will meet on ", "Sunday", ".", "future"),
        ("The vote on ", "Sunday", " will decide.", "future"),
        ("He said the vote on ", "Sunday", " will decide.", "future"),
        ("She agreed to meet them on ", "Sunday", ".", "future"),
        ("She travelled to see them on ", "Sunday", ".", "past"),
        ("It would have ended on ", "Sunday", ".", "past"),
        ("The ceasefire lasted until ", "Sunday", ".", "past"),
        ("They have until ", "Sunday", " to answer.", "future"),
        ("ahead of ", "Sunday", "'s vote", "future"),
        ("He will be buried on ", "Sunday", ".", "future"),
        ("A day like ", "Sunday", " is rare.", ""),
    ],
)
def test_the_words_around_show_what_is_past(before: str, date: str, behind: str, tense: str) -> None:
    text = before + date + behind
    assert tense_around(text, len(before), len(before) + len(date)) == tense


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Envoys to meet on Friday", ["2025-06-27"]),
        ("Bridge collapses on Friday", ["2025-06-20"]),
        ("Ministers Vow To Vote On Friday", ["2025-06-27"]),
        ("What to know about Friday's vote and Monday's storm", ["2025-06-27", "2025-06-30"]),
        ("Thousands March In London, May Says", []),
        ("From 22 June to 24 June: what we know", ["2025-06-22"]),
    ],
)
def test_headlines_tell_what_is_to_come_in_their_own_way(title: str, days: list[str]) -> None:
    found = find_dates(title, "2025-06-25", "en", "title")
    assert [one.first for one in found] == days
    assert all(one.field == "title" for one in found)
