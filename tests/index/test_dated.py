"""Dates in texts, kept in the catalog and shown by the library."""

import sqlite3
from pathlib import Path

import pytest

from index import Library
from index.catalog import CATALOG
from index.model import DateMeant

REPORT = (
    "The bridge\n\nDate: {published}\n\nThe bridge was closed on Sunday.\n\nIt will open in August 2030.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "bridge.txt"
    path.parent.mkdir()
    path.write_text(REPORT.format(published="2025-06-23"), encoding="utf-8")
    return path


def dates(library: Library) -> tuple[DateMeant, ...]:
    (document,) = library.documents()
    return library.document(document.id).dates


def test_a_document_has_the_dates_of_its_text(report: Path, tmp_path: Path) -> None:
    with Library.open(report, tmp_path / "home") as library:
        library.sync()
        (document,) = library.documents()
        text = library.document(document.id).text
        sunday, august = dates(library)
        assert (sunday.text, sunday.date, sunday.last, sunday.granularity) == (
            "Sunday", "2025-06-22", "2025-06-22", "day",
        )  # fmt: skip
        assert (august.text, august.date, august.last, august.granularity) == (
            "August 2030", "2030-08-01", "2030-08-31", "month",
        )  # fmt: skip
        assert all(text[one.start : one.end] == one.text for one in (sunday, august))


def test_what_is_told_from_the_publication_moves_with_it(report: Path, tmp_path: Path) -> None:
    """A file that was dated anew means other days."""
    with Library.open(report, tmp_path / "home") as library:
        library.sync()
        report.write_text(REPORT.format(published="2024-06-24"), encoding="utf-8")
        library.sync()
        assert [one.date for one in dates(library)] == ["2024-06-23", "2030-08-01"]
        report.write_text("The bridge\n\nNo day is named here.\n", encoding="utf-8")
        library.sync()
        assert dates(library) == ()


def test_a_library_that_older_rules_have_read_is_read_anew(report: Path, tmp_path: Path) -> None:
    with Library.open(report, tmp_path / "home") as library:
        library.sync()
        path = library.directory / CATALOG
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM dates")
        db.execute("UPDATE documents SET named = '1'")
    db.close()
    with Library.open(report, tmp_path / "home") as library:
        assert dates(library) == ()
        library.sync()
        assert len(dates(library)) == 2


def test_a_document_that_is_gone_leaves_no_dates(report: Path, tmp_path: Path) -> None:
    with Library.open(report.parent, tmp_path / "home") as library:
        library.sync()
        report.unlink()
        (report.parent / "other.txt").write_text("Another\n\nNothing of note.\n", encoding="utf-8")
        library.sync()
        with sqlite3.connect(library.directory / CATALOG) as db:
            assert db.execute("SELECT count(*) FROM dates").fetchone() == (0,)
        db.close()
