"""A library is whole after anything: what was found broken once stays mended."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from index import Library, lock, shelf
from index.catalog import NamedSpan
from index.catalog.names import Names
from index.errors import CatalogDamaged, LibraryDamaged, StorageError
from index.fulltext.engine import Engine

OpenLibrary = Callable[..., Library]

JUNK = b"This is not what was written here. " * 100


def found(library: Library, query: str) -> list[str]:
    return sorted(os.path.basename(result.document.path) for result in library.search(query).results)


def damage(path: Path, content: bytes = JUNK) -> None:
    """Change a file as another program would."""
    path.write_bytes(content)
    for name in ("-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)


def run(code: str, *words: object, timeout: float = 60) -> str:
    """Run Python in a process of its own; gives what it printed."""
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=True).stdout


@pytest.fixture
def synced(articles: Path, open_library: OpenLibrary) -> Library:
    library = open_library(articles)
    library.sync()
    library.close()
    return library


# The full-text index


SYNC = """
import sys
from index import Library
with Library.open(sys.argv[1], sys.argv[2]) as library:
    report = library.sync()
    print(report.documents, library.search("talks").total, library.damage)
"""


@pytest.mark.parametrize("name", ["contents.json", "*.seg", "*.words", "*.keys"])
def test_a_damaged_index_is_made_anew_by_a_sync(synced: Library, name: str, articles: Path) -> None:
    (path, *_) = (synced.directory / "fulltext").glob(name)
    damage(path)
    documents, total, said = run(SYNC, articles, synced.home.cache.parent).split(maxsplit=2)
    assert (documents, total) == ("2", "1")
    assert str(path) in said


def test_an_index_that_is_gone_is_made_anew(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    shutil.rmtree(synced.directory / "fulltext")
    assert found(open_library(articles), "talks OR harbour") == ["harbour.txt", "talks.txt"]


def test_an_index_of_another_library_is_not_taken_for_its_own(
    synced: Library, open_library: OpenLibrary, articles: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "zebra.txt").write_text("Zebra seen\n\nThe talks of a zebra.\n")
    with Library.open(other, tmp_path / "elsewhere") as library:
        library.sync()
    shutil.rmtree(synced.directory / "fulltext")
    shutil.copytree(library.directory / "fulltext", synced.directory / "fulltext")
    reopened = open_library(articles)
    assert found(reopened, "talks") == ["talks.txt"] and found(reopened, "zebra") == []


def test_an_older_state_of_the_index_is_brought_in_step(
    synced: Library, open_library: OpenLibrary, articles: Path, tmp_path: Path
) -> None:
    shutil.copytree(synced.directory / "fulltext", tmp_path / "old")
    (articles / "new.txt").write_text("New\n\nNew talks.\n")
    with Library.open(articles, synced.home.cache.parent) as library:
        library.sync()
    shutil.rmtree(synced.directory / "fulltext")
    shutil.copytree(tmp_path / "old", synced.directory / "fulltext")
    assert found(open_library(articles), "talks") == ["new.txt", "talks.txt"]


def test_killed_while_the_index_is_made_anew_it_is_made_anew_again(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(next((synced.directory / "fulltext").glob("*.seg")))

    def killed(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("index.sync.mend_index", killed)
        with pytest.raises(KeyboardInterrupt):
            open_library(articles).search("talks")
    assert found(open_library(articles), "talks") == ["talks.txt"]


def test_killed_between_catalog_and_index_the_next_search_finds_all(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "new.txt").write_text("New\n\nNew talks.\n")

    def killed(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Engine, "update", killed)
        with pytest.raises(KeyboardInterrupt):
            open_library(articles).sync()
    library = open_library(articles)
    assert library.needs_sync
    assert found(library, "talks") == ["new.txt", "talks.txt"]


def test_a_library_that_may_not_be_written_to_is_read_as_it_is(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with synced._stores.catalog.writing() as store:
        store.put_fact("index", "another")

    def refuse(*arguments: object, **options: object) -> Any:
        raise StorageError("read-only")

    monkeypatch.setattr(lock, "writing", refuse)
    library = open_library(articles)
    assert found(library, "talks") == ["talks.txt"]
    assert library.needs_sync


def test_damage_found_while_searching_is_mended_and_the_answer_given(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)
    library.list("talks")
    whole, turns = Engine.list, iter([True])

    def failing(self: Engine, *arguments: Any, **options: Any) -> Any:
        if next(turns, False):
            raise LibraryDamaged("A posting leads nowhere.")
        return whole(self, *arguments, **options)

    monkeypatch.setattr(Engine, "list", failing)
    monkeypatch.setattr(Engine, "check", lambda self: [Path("a file")])
    assert found(library, "talks") == ["talks.txt"]
    assert library.damage == "A posting leads nowhere."


def lead_astray(library: Library) -> None:
    """Change where words stand in the texts, in the file of an index that is open."""
    for segment in library._index._snapshot.state.contents.segments:
        column = segment.file.columns["text.spans"]
        with (library.directory / "fulltext" / segment.file.name).open("r+b") as file:
            file.seek(column.offset)
            file.write(b"\xfe" * column.length)


def test_hits_beyond_the_text_are_noticed_and_mended(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    library = open_library(articles)
    before = library.search("talks").results
    lead_astray(library)
    assert library.search("talks").results == before
    assert library.damage and library._index.check() == []


def test_hits_beyond_the_text_are_said_where_the_checksums_fit_them(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)
    library.search("talks")
    lead_astray(library)
    monkeypatch.setattr("index.columnar.files._is_whole", lambda data, written: True)
    for ask in (library.search, library.kwic):
        with pytest.raises(LibraryDamaged):
            ask("talks")
    assert library.list("talks").keys


def test_damage_found_while_taking_notice_is_mended(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    library = open_library(articles)
    library.list("talks")
    damage(synced.directory / "fulltext" / "contents.json")
    assert library.refresh()
    assert found(library, "talks") == ["talks.txt"]
    assert "contents.json" in (library.damage or "")


def test_a_rebuild_takes_the_place_of_the_old_index_in_one_step(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)

    def killed(*arguments: object) -> None:
        assert found(open_library(articles), "talks") == ["talks.txt"]
        raise KeyboardInterrupt

    for step in ("index.columnar.renewal.moved", "index.columnar.renewal.write_contents"):
        with monkeypatch.context() as patched:
            patched.setattr(step, killed)
            with pytest.raises(KeyboardInterrupt):
                library.sync(rebuild=True)
        assert found(open_library(articles), "talks") == ["talks.txt"]
    again = open_library(articles)
    again.sync()
    assert found(again, "talks") == ["talks.txt"]
    assert again._index.check() == []
    assert not list(synced.directory.glob("fulltext.*"))


# The catalog


def test_a_damaged_catalog_is_made_anew_and_nothing_derived_from_the_old_one_is_believed(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    before = set(synced._catalog.versions().values())
    synced.close()
    (articles / "harbour.txt").write_text("Zebras\n\nA zebra came to the harbour district.\n")
    os.utime(articles / "talks.txt", (1, 1))  # other documents get the keys
    damage(synced.directory / "catalog.sqlite")
    library = open_library(articles)
    assert library.needs_sync and "catalog.sqlite" in (library.damage or "")
    assert found(library, "talks OR zebra") == []
    library.sync()
    assert found(library, "zebra") == ["harbour.txt"] and found(library, "talks") == ["talks.txt"]
    assert before.isdisjoint(library._catalog.versions().values())
    assert library._passages.contents() == library._catalog.versions()


def test_a_catalog_that_is_gone_is_said_and_made_anew(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    (synced.directory / "catalog.sqlite").unlink()
    library = open_library(articles)
    assert library.needs_sync and "missing" in (library.damage or "")
    library.sync()
    assert found(library, "talks") == ["talks.txt"]


def test_a_catalog_found_damaged_in_use_is_made_anew_by_the_next_to_open_it(
    articles: Path, open_library: OpenLibrary
) -> None:
    for number in range(60):
        (articles / f"more{number}.txt").write_text(f"More {number}\n\n" + f"Long talks {number}. " * 100)
    library = open_library(articles)
    library.sync()
    library.close()
    path = library.directory / "catalog.sqlite"
    with closing(sqlite3.connect(path)) as db:
        (size,) = db.execute("PRAGMA page_size").fetchone()
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'documents'").fetchone()
    whole, begin = path.read_bytes(), (page - 1) * size
    damage(path, whole[:begin] + b"\xff" * size + whole[begin + size :])
    with pytest.raises(CatalogDamaged, match=r"catalog\.sqlite"):
        reopened = open_library(articles)
        reopened.search("talks")
        reopened.documents()
    again = open_library(articles)
    assert again.needs_sync and again.damage
    again.sync()
    assert again.search("talks").total == 61


def test_a_sync_that_comes_upon_a_damaged_catalog_reads_everything_anew(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)
    whole, turns = library._catalog.files, iter([True])

    def files() -> Any:
        if next(turns, False):
            library._catalog.note_damage()
            raise CatalogDamaged("A page leads nowhere.")
        return whole()

    monkeypatch.setattr(library._catalog, "files", files)
    report = library.sync()
    assert (report.documents, report.added) == (2, 2)
    assert library.damage == "A page leads nowhere."
    assert found(library, "talks") == ["talks.txt"]


def test_of_two_that_find_the_catalog_damaged_the_second_leaves_the_new_one_alone(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    late = open_library(articles)
    damage(synced.directory / "catalog.sqlite")
    with open_library(articles) as quick:
        quick.sync()
        versions = quick._catalog.versions()
    late._stores.renew_catalog(CatalogDamaged("found long ago"))
    assert late._catalog.versions() == versions


def test_who_has_the_old_catalog_open_writes_to_the_new_one(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    early = open_library(articles)
    assert len(early.documents()) == 2
    damage(synced.directory / "catalog.sqlite")
    with open_library(articles) as quick:
        quick.sync()
    (articles / "new.txt").write_text("New\n\nNew talks.\n")
    assert early.sync().added == 1
    assert found(open_library(articles), "talks") == ["new.txt", "talks.txt"]


KILLED = """
import os, signal, sys
from index import Library
library = Library.open(sys.argv[1], sys.argv[2])
library.sync()
print(len(library.documents()), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_written_last_is_read_where_nothing_may_be_written(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "new.txt").write_text("New\n\nNew talks.\n")
    command = [sys.executable, "-c", KILLED, str(articles), str(synced.home.cache.parent)]
    assert subprocess.run(command, capture_output=True, text=True, timeout=60).stdout == "3\n"
    assert (synced.directory / "catalog.sqlite-wal").stat().st_size
    monkeypatch.setattr("index.catalog.connections.os.access", lambda *arguments: False)
    library = open_library(articles)
    assert len(library.documents()) == 3
    assert found(library, "talks") == ["new.txt", "talks.txt"]


# Documents


@pytest.mark.parametrize("files", [1, 2])
def test_killed_while_files_swap_their_places_no_document_is_lost(
    articles: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    for name in ("one", "two", "three"):
        (articles / f"{name}.txt").write_text(f"{name}\n\n" + f"Talks of {name}. " * len(name))
    with open_library(articles) as library:
        library.sync()
    (articles / "one.txt").rename(articles / "aside.txt")
    (articles / "three.txt").rename(articles / "one.txt")
    (articles / "two.txt").rename(articles / "three.txt")
    (articles / "aside.txt").rename(articles / "two.txt")
    monkeypatch.setattr("index.sync.FIRST_FILES", 1)
    monkeypatch.setattr("index.sync.BATCH_FILES", 1)
    whole, turns = Engine.update, iter([True] * (files - 1))

    def update(self: Engine, *arguments: Any) -> None:
        if not next(turns, False):
            raise KeyboardInterrupt
        whole(self, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(Engine, "update", update)
        with pytest.raises(KeyboardInterrupt), open_library(articles) as library:
            library.sync()
    with open_library(articles) as library:
        library.sync()
        assert library._index.contents() == library._catalog.versions()
        for name, path in (("one", "two.txt"), ("two", "three.txt"), ("three", "one.txt")):
            assert found(library, f'"of {name}"') == [path]


def test_a_document_whose_path_another_has_taken_is_in_no_answer(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    """While a sync deals with files that were moved about, others search what the index still holds."""
    library = open_library(articles)
    assert found(library, "water OR monday") == ["harbour.txt", "talks.txt"]
    taken = library.find(articles / "talks.txt")
    assert taken is not None
    (key,) = library.list("water").keys
    with library._catalog.writing() as store:
        store.move_document(key, taken.path)
    assert found(library, "water OR monday") == ["talks.txt"]
    assert [line.match for line in library.kwic("water OR monday").lines] == ["Water"]
    assert [one.path for one in library.documents_with(library.list("water OR monday").keys).values()] == [
        taken.path
    ]
    passage = library.document(library.documents()[0].id).passages[0]
    assert all(one.document.path for one in library.related(passage))


# Names and passages


def test_killed_before_names_were_joined_they_are_joined_by_the_next_sync(
    tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("A visit\n\nVladimir Putin met Abbas Araghchi in Moscow.\n")

    def killed(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("index.naming.join_names", killed)
        with pytest.raises(KeyboardInterrupt):
            open_library(folder).sync()
    library = open_library(folder)
    library.sync()
    assert "Vladimir Putin" in {entity.name for entity in library.entities()}


def test_names_of_a_step_that_failed_are_not_taken_for_written(
    tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("A visit\n\nVladimir Putin met Abbas Araghchi in Moscow.\n")
    whole, turns = Names.put, iter([True])

    def failing(self: Names, version: str, mentions: Any) -> None:
        nobody = [NamedSpan("text", 0, 1, "A visit", "person", "A", True), None] if next(turns, False) else []
        whole(self, version, {**mentions, **({-1: nobody} if nobody else {})})

    monkeypatch.setattr(Names, "put", failing)
    library = open_library(folder)
    with pytest.raises(AttributeError):
        library.sync()
    library.sync()
    assert {"Vladimir Putin", "Abbas Araghchi"} <= {entity.name for entity in library.entities()}


def test_passages_found_damaged_are_filled_even_if_the_process_ends_at_once(
    synced: Library, open_library: OpenLibrary, articles: Path
) -> None:
    (path,) = (synced.directory / "passages").glob("contents.json")
    damage(path)
    with open_library(articles) as library:
        library.related("The talks opened on Monday.")
        assert library.needs_sync and library.damage
    again = open_library(articles)
    assert again.needs_sync
    again.sync()
    assert again._passages.contents() == again._catalog.versions()


# The lock and the shelf


def test_a_library_that_cannot_be_locked_says_why(
    synced: Library, open_library: OpenLibrary, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)
    whole = os.open

    def read_only(path: Any, flags: int, *arguments: Any, **options: Any) -> int:
        if flags & (os.O_CREAT | os.O_RDWR | os.O_WRONLY):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return whole(path, flags, *arguments, **options)

    monkeypatch.setattr("index.lock.os.open", read_only)
    with pytest.raises(StorageError, match="cannot be written to: Read-only file system"):
        library.sync()
    assert found(library, "talks") == ["talks.txt"]


def test_a_lock_is_held_even_where_its_owner_cannot_be_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("index.lock.os.pwrite", full)
    with lock.writing(tmp_path / "lock"):
        assert lock.is_held(tmp_path / "lock") and lock.owner_of(tmp_path / "lock") is None
    assert not lock.is_held(tmp_path / "lock")


HOLD = """
import os, pathlib, signal, sys
from index.lock import writing
with writing(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_lock_of_a_process_that_died_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    died = subprocess.run([sys.executable, "-c", HOLD, path], capture_output=True, text=True, timeout=60)
    assert died.stdout == "held\n"
    left = lock.owner_of(path)
    assert left is not None, "it had no time to take its name off"
    assert not lock.is_held(path)
    path.write_text(json.dumps({"process": os.getpid(), "since": 0}))  # its number may be another's by now
    with lock.writing(path, wait=False):
        owner = lock.owner_of(path)
        assert owner is not None and owner.process == os.getpid() and owner.seconds < 60


def test_a_library_half_forgotten_can_be_forgotten_again(
    synced: Library, articles: Path, open_library: OpenLibrary
) -> None:
    home = synced.home.cache.parent
    half = synced.directory.with_name(f".{synced.id}.forgotten")
    shutil.copytree(synced.directory, half)
    shelf.forget(synced.id, home)
    assert not half.exists() and not synced.directory.exists()
    shutil.copytree(articles, half)
    open_library(articles)
    assert not half.exists()


def test_a_card_half_written_is_swept(synced: Library, articles: Path, open_library: OpenLibrary) -> None:
    left, fresh = synced.directory / ".library.json.1", synced.directory / ".library.json.2"
    for path in (left, fresh):
        path.write_text("{")
    os.utime(left, (time.time() - 3600,) * 2)
    open_library(articles)
    assert not left.exists() and fresh.exists()


def test_looking_at_the_shelf_makes_nothing(synced: Library, tmp_path: Path) -> None:
    home = synced.home.cache.parent
    libraries = synced.home.cache / "libraries"
    (libraries / "halfmade").mkdir(mode=0o700)
    shutil.rmtree(synced.directory / "passages")
    before = sorted(libraries.rglob("*"))
    (kept,) = shelf.kept(home)
    (info,) = shelf.diagnose(home)
    assert kept.id == info.id == synced.id
    assert info.problems == ("The store of related passages differs from the catalog in 2 documents.",)
    assert sorted(libraries.rglob("*")) == before
    (synced.directory / "catalog.sqlite").unlink()
    (info,) = shelf.diagnose(home)
    assert info.documents is None and "catalog.sqlite is missing" in info.problems[0]


@pytest.mark.parametrize("store", ["fulltext", "passages"])
def test_doctor_reads_every_byte(synced: Library, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (path, *_) = (
        path
        for path in sorted((synced.directory / store).rglob("*"))
        if path.is_file() and path.suffix in (".seg", ".npy")
    )
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    (info,) = shelf.diagnose(synced.home.cache.parent)
    assert any(str(path) in problem for problem in info.problems)
