"""Articles by what is said at their head and by where they lie."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from index import Library

HEAD = "Title: {title}\nBy: {byline}\nURL: {url}\nDate: 2025-06-23\n\n{title} and some more words of it.\n"


def write(path: Path, title: str, byline: str = "Ann O'Neill", url: str = "https://bbc.co.uk/news/1") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(title=title, byline=byline, url=url), "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    write(folder / "leaks-2025" / "one.txt", "First of all")
    write(
        folder / "leaks-2025" / "two.txt", "Second of all", "Bob Ó Briain", "https://thecradle.co/us-led?id=2"
    )
    write(folder / "other" / "three.txt", "Third of all", "The Editors", "https://www.bbc.co.uk/sport")
    return folder


def titles(library: Library, query: str) -> Sequence[str]:
    return sorted(result.document.title.split()[0] for result in library.search(query).results)


def test_an_analyst_asks_for_what_one_author_wrote_and_one_site_printed(folder: Path) -> None:
    with Library.open(folder) as library:
        library.sync()
        assert titles(library, "byline:o’neill") == ["First"]
        assert titles(library, 'byline:"bob o briain"') == ["Second"]
        assert titles(library, "url:bbc.co.uk") == ["First", "Third"]
        assert titles(library, "url:us-led OR url:sport") == ["Second", "Third"]
        assert titles(library, "all -byline:editors") == ["First", "Second"]


def test_a_path_is_the_one_that_a_file_has_now(folder: Path) -> None:
    with Library.open(folder) as library:
        library.sync()
        assert titles(library, "path:nowhere") == titles(library, "path:2025-leaks") == []
        assert titles(library, "path:leaks-2025/") == titles(library, "path:leaks") == ["First", "Second"]
        assert titles(library, "path:articles path:two.txt") == ["Second"]
        (folder / "leaks-2025" / "two.txt").rename(folder / "other" / "seven.txt")
        report = library.sync()
        assert (report.added, report.updated, report.removed) == (0, 1, 0)
        assert titles(library, "path:leaks-2025") == ["First"]
        assert titles(library, "path:other/seven") == ["Second"]
        assert [
            hit.start
            for hit in library.read(
                library.search("path:seven").results[0].document.id, "second path:seven"
            ).hits
        ] == [0, 0]


def test_she_asks_for_what_she_has_not_read_and_for_what_she_tagged(folder: Path) -> None:
    with Library.open(folder) as library:
        library.sync()
        ids = {document.title.split()[0]: document.id for document in library.documents()}
        assert titles(library, "unread:yes") == ["First", "Second", "Third"]
        assert titles(library, "unread:no") == titles(library, "tag:verify") == []
        library.marks.mark_read([ids["First"], ids["Third"]])
        library.marks.set_tags(ids["Second"], ["To verify", "Café"])
        library.marks.set_tags(ids["Third"], ["verify"])
        assert titles(library, "unread:yes") == titles(library, "-unread:no") == ["Second"]
        assert titles(library, "tag:verify") == ["Second", "Third"]
        assert titles(library, 'tag:"to verify" all') == titles(library, "tag:cafe") == ["Second"]
        assert titles(library, "tag:verify unread:no") == ["Third"]
        assert titles(library, "all -tag:verify") == ["First"]
    with Library.open(folder) as library:
        (folder / "other" / "three.txt").rename(folder / "other" / "moved.txt")
        library.sync(rebuild=True)
        assert titles(library, "tag:verify unread:no") == ["Third"], "neither renamed nor read in anew"


def test_what_is_marked_while_one_reads_takes_no_hit_away(folder: Path) -> None:
    with Library.open(folder) as library:
        library.sync()
        (first,) = (document.id for document in library.documents() if document.title == "First of all")
        for query in ("first unread:yes", "first -tag:seen", "(first unread:yes) OR tag:seen"):
            before = library.read(first, query).hits
            library.marks.mark_read([first])
            library.marks.set_tags(first, ["seen"])
            assert library.read(first, query).hits == before != ()
            library.marks.mark_read([first], False)
            library.marks.set_tags(first, [])
