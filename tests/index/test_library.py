"""The one door: which library is opened, what it gives, what it does when its files are damaged."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index import Library, shelf
from index.errors import (
    Cancelled,
    LibraryBusy,
    NotInLibrary,
    PathNotFound,
    QueryError,
    StorageError,
    UsageError,
)
from index.lock import owner_of, writing
from index.model import Progress
from index.paths import sample_articles

OpenLibrary = Callable[..., Library]


def test_memory_given_back_is_taken_anew_by_who_asks_next(tmp_path: Path, open_library: OpenLibrary) -> None:
    (tmp_path / "talks.txt").write_text("Talks\n\nThe talks went on, and talks they were.\n", "utf-8")
    library = open_library(tmp_path)
    library.let_go()  # nothing was read yet
    library.sync()
    before = library.list("talks"), library.search("talks").results
    library.let_go()
    assert (library.list("talks"), library.search("talks").results) == before
    assert before[0].hits_total == 3


def test_a_path_that_is_not_there_is_refused(tmp_path: Path, open_library: OpenLibrary) -> None:
    with pytest.raises(PathNotFound, match="nowhere"):
        open_library(tmp_path / "nowhere")


def test_opening_never_reads_the_folder(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    assert library.needs_sync
    assert library.documents() == ()


def test_the_same_paths_in_any_order_are_the_same_library(articles: Path, open_library: OpenLibrary) -> None:
    one = open_library(articles / "talks.txt", articles / "harbour.txt")
    other = open_library(articles / "harbour.txt", articles / "." / "talks.txt", articles / "harbour.txt")
    assert one.id == other.id
    assert one.id != open_library(articles).id


def test_without_paths_the_library_last_opened_is_read_as_it_stands(
    articles: Path, tmp_path: Path, open_library: OpenLibrary
) -> None:
    open_library(articles).sync()
    other = tmp_path / "other"
    other.mkdir()
    open_library(other)
    open_library(articles)
    (articles / "new.txt").write_text("Something new\n\nIt has just come.\n")
    last = open_library()
    assert last.paths == (str(articles),)
    assert not last.needs_sync
    assert len(last.documents()) == 2


def test_an_empty_folder_does_not_become_the_library_last_opened(
    articles: Path, tmp_path: Path, open_library: OpenLibrary
) -> None:
    """A folder named by mistake is read in, and the next command without a path is about the one before."""
    empty = tmp_path / "empty"
    empty.mkdir()
    open_library(empty).sync()
    assert open_library().paths == (str(empty),), "there is no other"
    open_library(articles).sync()
    open_library(empty).sync()
    assert open_library().paths == (str(articles),)
    (empty / "first.txt").write_text("A first title\n\nIt has just come.\n")
    open_library(empty).sync()
    assert open_library().paths == (str(empty),)


def test_without_any_library_the_sample_articles_are_opened(open_library: OpenLibrary) -> None:
    samples = open_library()
    assert samples.is_sample and samples.needs_sync
    assert samples.sync().documents == len(sample_articles()) >= 2
    assert open_library().is_sample, "the samples are not a library that was opened"
    assert all((one.source or "").startswith("Cuttings sample") for one in samples.documents())


def test_a_document_has_its_text_and_passages(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    head = library.find(articles / "talks.txt")
    assert head is not None
    article = library.document(head.id)
    assert article.title == "Talks open in Geneva"
    assert [article.text[one.start : one.end] for one in article.passages] == [
        "The talks opened on Monday.",
        "Nobody expects them to end soon.",
    ]
    assert [(one.document, one.number, one.line) for one in article.passages] == [
        (head.id, 0, 3),
        (head.id, 1, 5),
    ]
    with pytest.raises(NotInLibrary):
        library.document("no such id")
    assert library.find(articles / "nothing.txt") is None


def test_a_search_gives_a_page_with_places(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    results = library.search("talks")
    assert (results.total, results.hits_total, results.query) == (1, 2, "talks")
    (result,) = results.results
    assert result.hits == 2
    assert result.title_spans == ((0, 5),)
    (snippet,) = result.snippets
    assert [snippet.text[start:end] for start, end in snippet.spans] == ["talks"]
    assert library.document(result.document.id).text[snippet.start : snippet.end] == snippet.text
    assert library.search("talks", limit=0).results == ()
    assert library.search("talks", offset=1).results == ()
    with pytest.raises(QueryError):
        library.search('"talks')


def test_list_and_hits_agree_with_search(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    listing = library.list("the OR in")
    headlines = library.headlines()
    by_id = {result.document.id: result.hits for result in library.search("the OR in").results}
    assert {
        headlines[int(key)].id: int(hits) for key, hits in zip(listing.keys, listing.hits, strict=True)
    } == by_id
    assert {id: len(library.read(id, "the OR in").hits) for id in by_id} == by_id
    assert len(library.list().keys) == 2


def test_hits_know_what_a_filter_says_of_the_document(articles: Path, open_library: OpenLibrary) -> None:
    (articles / "dated.txt").write_text(
        "Date: 2024-03-02\nSource: River Post\n\nA talk\n\nThe talks of March.\n"
    )
    library = open_library(articles)
    library.sync()
    for query in ("(after:2024 talks) OR monday", "(source:river talks) OR hours"):
        listing, headlines = library.list(query), library.headlines()
        for key, hits in zip(listing.keys, listing.hits, strict=True):
            assert len(library.read(headlines[key].id, query).hits) == hits


@pytest.mark.parametrize("name", ["catalog.sqlite", "fulltext"])
def test_damaged_files_are_noticed_and_made_anew(
    name: str, articles: Path, open_library: OpenLibrary
) -> None:
    library = open_library(articles)
    library.sync()
    library.close()
    damaged = library.directory / name
    for path in [damaged] if damaged.is_file() else [path for path in damaged.rglob("*") if path.is_file()]:
        path.write_bytes(b"This is not what was written here. " * 100)
    again = open_library(articles)
    if again.needs_sync:
        again.sync()
    assert again.search("talks").total == 1
    assert again.damage


def test_a_run_broken_off_is_known_at_the_next_opening(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    with pytest.raises(Cancelled):
        library.sync(cancelled=lambda: True)
    assert open_library(articles).needs_sync
    with writing(library.directory / "lock"):
        assert not open_library(articles).needs_sync, "another process is at it"
    library.sync()
    assert not open_library(articles).needs_sync


def test_the_old_index_serves_until_a_rebuild_is_whole(articles: Path, open_library: OpenLibrary) -> None:
    library, reader = open_library(articles), open_library(articles)
    library.sync()
    assert reader.search("talks").total == 1
    seen: list[int] = []

    def look(progress: Progress) -> None:
        other = open_library(articles)
        seen.append(other.search("talks").total)

    library.sync(look, rebuild=True)
    assert set(seen) == {1}
    (articles / "talks.txt").write_text("Talks\n\nNew talks.\n")
    library.sync()
    assert reader.refresh()
    assert reader.search("new").total == 1
    assert not list(library.directory.glob("fulltext.*"))


def test_a_library_forgotten_while_one_waits_is_not_half_written(
    articles: Path, tmp_path: Path, open_library: OpenLibrary
) -> None:
    library = open_library(articles)

    def forget(progress: Progress) -> None:
        if progress.stage == "waiting":
            held.__exit__(None, None, None)
            shelf.forget(library.id, tmp_path / "home")

    held = writing(library.directory / "lock")
    held.__enter__()
    with pytest.raises(LibraryBusy, match="removed"):
        library.sync(forget)
    assert shelf.kept(tmp_path / "home") == ()


def test_a_full_disk_is_said_and_nothing_is_lost(
    articles: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)
    library.sync()
    (articles / "long.txt").write_text("A long one\n\n" + "words and more words\n\n" * 20_000)
    with library._catalog.reading() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="full"):
        library.sync()
    with library._catalog.reading() as db:
        db.execute("PRAGMA max_page_count = 1000000")
    assert library.search("talks").total == 1
    assert library.sync().documents == 3


def test_everything_kept_is_for_this_user_alone(articles: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    for folder, _, names in os.walk(library.home.cache):
        assert stat.S_IMODE(os.stat(folder).st_mode) & 0o077 == 0, folder
        for name in names:
            assert stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode) & 0o077 == 0, name


def test_nothing_is_written_into_the_users_folder(articles: Path, open_library: OpenLibrary) -> None:
    before = sorted(os.listdir(articles))
    open_library(articles).sync()
    assert sorted(os.listdir(articles)) == before


def test_the_shelf_lists_checks_and_forgets(
    articles: Path, tmp_path: Path, open_library: OpenLibrary
) -> None:
    home = tmp_path / "home"
    library = open_library(articles)
    library.sync()
    (kept,) = shelf.kept(home)
    assert (kept.id, kept.paths, kept.documents) == (library.id, (str(articles),), 2)
    assert kept.bytes > 0
    assert shelf.diagnose(home)[0].problems == ()
    with writing(library.directory / "lock"), pytest.raises(LibraryBusy):
        shelf.forget(library.id, home)
    library.close()
    shelf.forget(library.id, home)
    assert shelf.kept(home) == ()
    assert not library.directory.exists()
    with pytest.raises(UsageError):
        shelf.forget(library.id, home)


def test_the_shelf_names_what_is_wrong(articles: Path, tmp_path: Path, open_library: OpenLibrary) -> None:
    library = open_library(articles)
    library.sync()
    library._index.update((), [key for key in library.list("talks").keys])
    (kept,) = shelf.diagnose(tmp_path / "home")
    assert "1 documents" in kept.problems[0] or "1 document" in kept.problems[0]


def test_a_second_writer_waits_and_then_finds_the_work_done(
    articles: Path, open_library: OpenLibrary
) -> None:
    library = open_library(articles)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, pathlib\nfrom index.lock import owner_of, writing\n"
            "with writing(pathlib.Path(sys.argv[1])):\n print('held', flush=True)\n sys.stdin.readline()",
            str(library.directory / "lock"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin is not None and holder.stdout is not None
    with holder:
        holder.stdout.readline()
        owner = owner_of(library.directory / "lock")
        assert owner is not None and owner.process == holder.pid
        stages: list[str] = []

        def told(progress: object) -> None:
            stages.append(progress.stage)  # type: ignore[attr-defined]
            if stages == ["waiting"]:
                holder.stdin.write("go\n")
                holder.stdin.flush()

        assert library.sync(told).documents == 2
    assert stages[0] == "waiting" and "looking" in stages


def test_reading_in_by_a_process_of_its_own(
    articles: Path, tmp_path: Path, open_library: OpenLibrary
) -> None:
    command = [sys.executable, "-P", "-m", "index", "--home", str(tmp_path / "home"), "--"]
    done = subprocess.run([*command, str(articles)], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0]["stage"] == "looking"
    (report,) = (line["report"] for line in lines if "report" in line)
    assert report["added"] == 2 and lines[-1] == {"heard": []}
    library = open_library(articles)
    assert not library.needs_sync and library.search("talks").total == 1
    failed = subprocess.run([*command, str(tmp_path / "nowhere")], capture_output=True, text=True)
    assert failed.returncode == 2
    assert "nowhere" in json.loads(failed.stdout.splitlines()[-1])["error"]


def test_a_reader_sees_what_another_process_wrote(articles: Path, open_library: OpenLibrary) -> None:
    reader, writer = open_library(articles), open_library(articles)
    writer.sync()
    reader.refresh()
    assert reader.search("talks").total == 1
    (articles / "new.txt").write_text("More talks\n\nThe talks go on.\n")
    writer.sync()
    reader.refresh()
    assert reader.search("talks").total == 2
