"""An entry of a chronology fits its line, and the date in it is marked."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.model import DatedLine, Document, Headline
from tui.render.chronology import entry_line, heading_line, shape
from tui.render.spans import Mark
from tui.render.wrap import cells

DOCUMENT = Document("1", "/a.txt", "A", None, None, "2025-06-23", None, None, "0", "2025-06-24")
TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=80)
WIDTHS = st.integers(10, 180)


def dated(left: str, match: str, right: str) -> DatedLine:
    return DatedLine(DOCUMENT, 0, 0, 1, match, "2025-06-22", "2025-06-22", "day", left, right)


@given(TEXTS, TEXTS, TEXTS, TEXTS, WIDTHS, st.booleans())
def test_an_entry_is_no_wider_than_its_line(
    outlet: str, left: str, match: str, right: str, width: int, origin: bool
) -> None:
    headline = Headline("1", "A", outlet, "2025-06-23")
    line = entry_line(headline, dated(left, match, right), shape(width, origin=origin), coming=False)
    assert cells(line.text) <= width
    assert "\n" not in line.text and "\x1b" not in line.text
    at = 0
    for run in line.runs:
        assert at <= run.start <= run.end <= len(line.text)
        at = run.end


@given(st.text("abc de", max_size=300), st.integers(30, 160))
def test_the_date_is_seen_and_marked_however_long_the_sentence(left: str, width: int) -> None:
    headline = Headline("1", "A", "The Lantern", "2025-06-23")
    line = entry_line(headline, dated(left, "22 June", " was calm"), shape(width, origin=True), coming=False)
    (marked,) = [run for run in line.runs if run.marks & Mark.STRONG]
    assert line.text[marked.start : marked.end] == "22 June"


def test_beside_the_day_meant_stands_the_day_published() -> None:
    headline = Headline("1", "A", "The Lantern", "2025-06-23")
    one = dated("Jets came on ", "Sunday", ".")
    wide = entry_line(headline, one, shape(120, origin=True), coming=False).text
    assert wide.split() == "23 Jun 2025 The Lantern Jets came on Sunday .".replace(" .", ".").split()
    narrow = entry_line(headline, one, shape(60, origin=True), coming=False).text
    assert narrow.split()[0] == "2025-06-23"
    alone = entry_line(headline, one, shape(60, origin=False), coming=False).text
    assert alone.strip() == "Jets came on Sunday."


def test_what_is_coming_and_what_is_gone() -> None:
    headline, room = Headline("1", "A", None, None), shape(100, origin=True)
    assert entry_line(headline, None, room, coming=True).text.endswith("…")
    assert entry_line(headline, None, room, coming=False).text.endswith("(no longer in the library)")


def test_a_heading_says_the_days_and_how_many_mean_them() -> None:
    day = date(2025, 6, 22).toordinal()
    assert heading_line(day, day, "day", 1200).text.strip() == "Sunday 22 June 2025  1,200"


def test_a_day_that_copies_mean_says_so_where_there_is_room() -> None:
    one = dated("The depot burned on ", "22 June", ", the fire brigade said in the evening.")
    headline = Headline("1", "A", "Post", "2025-06-23")
    line = entry_line(headline, one, shape(100, origin=True), coming=False, copies=3)
    assert line.text.endswith("  also in 3 copies") and "22 June" in line.text
    assert cells(line.text) <= 100
    assert "also in" not in entry_line(headline, one, shape(40, origin=False), coming=False, copies=3).text
