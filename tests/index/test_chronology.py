"""The chronology: dates meant, in their order, beside dates published."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Library
from index.errors import NotInLibrary, QueryError
from index.model import Chronology

ARTICLES = {
    "strike": "A strike\n\nDate: 2025-06-23\n\nJets hit the depot on Sunday. Smoke was seen.\n\n"
    "The mayor spoke on Monday, after talks in May.\n",
    "later": "What is left\n\nDate: 2025-06-25\n\n22 June. The depot burned.\n\n"
    "It was built in 1979; a survey ran from June 13 to 24.\n",
    "undated": "A letter\n\nThe harbour froze on Tuesday, and on 3 January 1985.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    with Library.open(folder, tmp_path / "home") as library:
        library.sync()
        yield library


def told(found: Chronology) -> list[tuple[str, str, str]]:
    return [(one.date, one.text, Path(one.document.path).stem) for one in found.entries]


def test_dates_come_in_the_order_of_the_days_meant(library: Library) -> None:
    """What is of the same day comes by publication; a longer time before its first day."""
    found = library.chronology()
    assert told(found) == [
        ("1979-01-01", "1979", "later"),
        ("1985-01-03", "3 January 1985", "undated"),
        ("2025-05-01", "May", "strike"),
        ("2025-06-13", "June 13 to 24", "later"),
        ("2025-06-22", "Sunday", "strike"),
        ("2025-06-22", "22 June", "later"),
        ("2025-06-23", "Monday", "strike"),
    ]
    assert (found.total, found.documents, found.unknown) == (7, 3, 1), "that Tuesday cannot be told"
    assert [one.granularity for one in found.entries[:4]] == ["year", "day", "month", "range"]


def test_each_stands_in_its_sentence(library: Library) -> None:
    sunday, june = library.chronology().entries[4:6]
    assert (sunday.left, sunday.right) == ("Jets hit the depot on ", ".")
    assert (june.left, june.right) == ("", ". The depot burned."), "a date alone says nothing"
    for line in (sunday, june):
        article = library.document(line.document.id)
        assert article.text[line.start : line.end] == line.text
        passage = article.passages[line.passage]
        assert passage.start <= line.start < line.end <= passage.end


def test_of_results_of_an_article_and_of_a_span(library: Library) -> None:
    assert {name for _, _, name in told(library.chronology("depot"))} == {"strike", "later"}
    (letter,) = [one.id for one in library.documents() if one.published is None]
    found = library.chronology(document=letter)
    assert told(found) == [("1985-01-03", "3 January 1985", "undated")]
    assert found.document is not None and found.document.id == letter
    day = datetime.date(2025, 6, 22)
    within = library.chronology(first=day, last=day)
    assert [text for _, text, _ in told(within)] == ["June 13 to 24", "Sunday", "22 June"]
    assert [text for _, text, _ in told(library.chronology(last=datetime.date(1980, 1, 1)))] == ["1979"]
    few = library.chronology(limit=2)
    assert few.total == 7 and len(few.entries) == 2


def test_what_is_not_there_or_cannot_be_read(library: Library) -> None:
    with pytest.raises(NotInLibrary):
        library.chronology(document="nothing")
    with pytest.raises(QueryError):
        library.chronology('"open')
    assert library.chronology("zebra").total == 0
    assert library.dated([(99, 0), (1, 3)]) == (None, None)


def test_what_was_read_in_since_is_there_after_a_sync(library: Library) -> None:
    assert library.chronology().total == 7
    (Path(library.paths[0]) / "new.txt").write_text("More\n\nIt began on 4 May 2024.\n", "utf-8")
    library.sync()
    assert ("2024-05-04", "4 May 2024", "new") in told(library.chronology())


def test_an_empty_library_has_no_days(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with Library.open(tmp_path / "empty", tmp_path / "home") as library:
        assert library.chronology() == Chronology("", None, 0, 0, 0, 0, ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2030, 1, 1)), st.integers(0, 9000))
def test_a_span_holds_what_has_a_day_of_it(library: Library, first: datetime.date, length: int) -> None:
    last = first + datetime.timedelta(length)
    wanted = [
        one
        for one in library.chronology().entries
        if one.date <= last.isoformat() and one.last >= first.isoformat()
    ]
    assert list(library.chronology(first=first, last=last).entries) == wanted


def test_copies_of_an_article_mean_a_day_once(library: Library, tmp_path: Path) -> None:
    """The earliest print is given, and says how many have the day, too; what only one print has stays."""
    wire = (
        "The ferry struck the pier of Lowmere on Friday, the harbour office said, and two people were hurt. "
        "The pilot had asked for help, and a tug lay ready at the end of the mole for him to take a line."
    )
    for name, day, more in (("late", 27, ""), ("early", 21, ""), ("longer", 22, " It sails on 3 July 2025.")):
        text = f"Ferry\n\nDate: 2025-06-{day}\n\n{wire.replace('Friday', '20 June 2025')}{more}\n"
        (tmp_path / "articles" / f"{name}.txt").write_text(text, "utf-8")
    library.sync()
    found = library.chronology("ferry")
    assert told(found) == [("2025-06-20", "20 June 2025", "early"), ("2025-07-03", "3 July 2025", "longer")]
    assert [one.copies for one in found.entries] == [2, 0]
    assert (found.total, found.folded) == (2, 2)
    (late,) = [one.id for one in library.documents() if "late.txt" in one.path]
    alone = library.chronology(document=late)
    assert told(alone) == [("2025-06-20", "20 June 2025", "late")] and alone.folded == 0


def test_a_title_tells_days_that_its_text_does_not(tmp_path: Path) -> None:
    """She sees from the headline that talks are set for Friday, though the report only speaks of Geneva."""
    folder = tmp_path / "headlines"
    folder.mkdir()
    (folder / "talks.txt").write_text(
        "Envoys to meet on Friday, a year after the June 2024 talks\n\nDate: 2025-06-25\n\n"
        "They have not met since June 2024. Geneva is to be the place, a spokesman said on Tuesday.\n"
    )
    (folder / "other.txt").write_text("Other news\n\nDate: 2025-06-25\n\nNothing of note was said.\n")
    with Library.open(folder, tmp_path / "home") as library:
        library.sync()
        (id,) = (one.id for one in library.documents() if one.path.endswith("talks.txt"))
        article = library.document(id)
        assert [(one.field, one.text, one.date) for one in article.dates] == [
            ("title", "Friday", "2025-06-27"),
            ("title", "June 2024", "2024-06-01"),
            ("text", "June 2024", "2024-06-01"),
            ("text", "Tuesday", "2025-06-24"),
        ]
        for one in article.dates:
            string = article.title if one.field == "title" else article.text
            assert string[one.start : one.end] == one.text
        found = library.chronology(document=id)
        assert [(one.date, one.field, one.passage) for one in found.entries] == [
            ("2024-06-01", "text", 0),
            ("2025-06-24", "text", 0),
            ("2025-06-27", "title", None),
        ]
        assert (found.total, found.documents) == (3, 1)
        friday = found.entries[-1]
        assert (friday.left, friday.text) == ("Envoys to meet on ", "Friday")
        assert friday.right == ", a year after the June 2024 talks"
        assert article.title[friday.start : friday.end] == "Friday"
        assert library.dated(library.timeline(document=id).places())[-1] == friday
