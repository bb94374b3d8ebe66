"""One index, whatever happens around it: what was found broken once stays mended."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from whoosh.index import LockError

from index.columnar import disk, locking
from index.columnar.index import ColumnarIndex
from index.errors import LibraryBusy, LibraryDamaged, StorageError
from index.fulltext.engine import Engine, Entry
from index.fulltext.schema import LAYOUT, SCHEMA
from index.fulltext.syntax import parse


def entry(key: int, text: str) -> Entry:
    return Entry(key, 1, "A title", text, "BBC", None)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "fulltext"


@pytest.fixture
def filled(directory: Path) -> Path:
    with Engine.open(directory) as engine:
        engine.update([entry(key, f"Iran word{key} nuclear sites") for key in range(40)])
    return directory


def found(engine: Engine, query: str) -> list[int]:
    return sorted(engine.list(parse(query)).keys.tolist())


def failing(step: Callable[..., Any], when: Callable[..., bool], number: int) -> Callable[..., Any]:
    """A step that fails after it was done, as a disk does that reports late."""

    def fail(*arguments: Any) -> Any:
        result = step(*arguments)
        if when(*arguments):
            raise OSError(number, os.strerror(number))
        return result

    return fail


# Opening


def test_opening_writes_nothing(directory: Path) -> None:
    with Engine.open(directory) as engine:
        assert engine.contents() == {} and found(engine, "iran") == []
        assert list(directory.iterdir()) == []
        assert not engine.refresh()


def test_who_opened_it_before_it_was_made_does_not_empty_it(directory: Path) -> None:
    with Engine.open(directory) as early, Engine.open(directory) as writer:
        writer.update([entry(1, "first")])
        early.update([entry(2, "second")])
        assert writer.refresh()
        assert sorted(writer.contents()) == sorted(early.contents()) == [1, 2]


def test_a_reader_may_open_it_while_the_first_change_is_under_way(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[int, int]] = []
    whole_sync = disk.sync

    def sync(file: Any) -> None:
        with Engine.open(directory) as reader:
            seen.append(reader.contents())
        whole_sync(file)

    monkeypatch.setattr(disk, "sync", sync)
    with Engine.open(directory) as engine:
        engine.update([entry(1, "first")])
    assert len(seen) >= 4 and all(contents == {} for contents in seen)


def test_a_table_of_contents_that_comes_while_one_looks_is_seen(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, aside = filled / "contents.json", filled.parent / "aside"
    table.rename(aside)
    whole_list = os.listdir

    def listdir(path: Any) -> list[str]:
        if aside.exists():
            aside.rename(table)
        return whole_list(path)

    monkeypatch.setattr("index.columnar.index.os.listdir", listdir)
    with Engine.open(filled) as engine:
        assert len(engine.contents()) == 40


def test_a_new_index_of_the_same_generation_is_not_taken_for_the_old_one(filled: Path) -> None:
    with Engine.open(filled) as reader, Engine.open(filled) as writer:
        writer.update([entry(1, "Iran remembers these words")])
        reader.refresh()
        shutil.rmtree(filled)
        with Engine.open(filled) as other:
            other.update([entry(1, "zebra yak iran")])
            other.update([entry(2, "remembers xylophone words")])
        assert reader.refresh()
        assert sorted(reader.contents()) == [1, 2]
        writer.update([entry(3, "Iran remembers these words")])
        reader.refresh()
        assert (found(reader, "iran"), found(reader, "remembers")) == ([1, 3], [2, 3])
        assert found(reader, '"iran remembers these words"') == [3]


def test_an_index_made_anew_while_it_is_being_opened_is_opened(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.columnar.state as state

    whole_read, turns = state.read_contents, iter([True])

    def read_contents(*arguments: Any) -> Any:
        contents = whole_read(*arguments)
        if next(turns, False):
            shutil.rmtree(filled)
            with Engine.open(filled) as other:
                other.update([entry(7, "anew")])
        return contents

    monkeypatch.setattr(state, "read_contents", read_contents)
    with Engine.open(filled) as engine:
        assert list(engine.contents()) == [7]


def test_a_machine_short_of_something_is_not_taken_for_damage(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any, **options: Any) -> Any:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr("index.columnar.files.os.open", refuse)
    with pytest.raises(StorageError, match="Too many open files"):
        Engine.open(filled)


@pytest.mark.parametrize("kind", ["directory", "pipe"])
@pytest.mark.parametrize("pattern", ["*.seg", "*.words", "contents.json"])
def test_what_is_no_file_is_refused_and_made_anew(filled: Path, kind: str, pattern: str) -> None:
    (path, *_) = filled.glob(pattern)
    path.unlink()
    os.mkfifo(path) if kind == "pipe" else path.mkdir()
    with pytest.raises(LibraryDamaged):
        Engine.open(filled)
    with Engine.begin_anew(filled) as engine:
        engine.update([entry(5, "anew")])
    with Engine.open(filled) as engine:
        assert found(engine, "anew") == [5]


# Changes that fail


def test_a_change_that_was_made_stays_though_the_disk_complains_afterwards(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaining = failing(disk.replace, lambda source, target: target.name == "contents.json", errno.EIO)
    with Engine.open(filled) as engine:
        with monkeypatch.context() as patched:
            patched.setattr(disk, "replace", complaining)
            with pytest.raises(StorageError):
                engine.update([entry(77, "complaint")])
        engine.refresh()
        assert found(engine, "complaint") == [77]
        engine.update([entry(78, "afterwards")])
    with Engine.open(filled) as engine:
        assert found(engine, "complaint OR afterwards") == [77, 78]
        assert engine.check() == []


def test_what_cannot_be_swept_is_no_failure(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (filled / "00000001-00000000.seg").write_bytes(b"left over")
    (filled / "00000001-00000000.seg").chmod(0o600)

    def refuse(path: Path) -> None:
        if path.suffix != ".new":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with Engine.open(filled) as engine:
        with monkeypatch.context() as patched:
            patched.setattr(disk, "remove", refuse)
            engine.update([entry(77, "new")])
        assert found(engine, "new") == [77]
        engine.update([entry(78, "later")])
    assert not (filled / "00000001-00000000.seg").exists()


@pytest.mark.parametrize("step", ["create", "write", "sync", "replace", "sync_directory"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_change_that_fails_says_why_and_lets_go_of_the_lock(
    filled: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    def fail(*arguments: Any) -> Any:
        raise OSError(number, os.strerror(number))

    with Engine.open(filled) as engine:
        before = engine.contents()
        names = set(os.listdir(filled))
        with monkeypatch.context() as patched:
            patched.setattr(disk, step, fail)
            with pytest.raises(StorageError, match=os.strerror(number)):
                engine.update([entry(77, "new words never seen before")], [3])
        assert engine.contents() == before
        assert len(found(engine, "iran")) == 40
        assert {name for name in os.listdir(filled) if name != "contents.new"} == names
        with Engine.open(filled) as other:
            other.update([entry(78, "words of another")])
        engine.update([entry(77, "new words never seen before")], [3])
        assert (found(engine, '"never seen"'), found(engine, '"of another"')) == ([77], [78])
        assert engine.check() == []


def test_a_damaged_index_cannot_be_written_to_and_keeps_no_lock(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.05)
    with Engine.open(filled) as engine:
        whole = (filled / "contents.json").read_bytes()
        (filled / "contents.json").write_bytes(whole[:100])
        for _ in range(2):
            with pytest.raises(LibraryDamaged):
                engine.update([entry(77, "new")])
        (filled / "contents.json").write_bytes(whole)
        engine.update([entry(77, "new")])
        assert found(engine, "new") == [77]


def test_calling_off_a_change_sweeps_nothing_of_others(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.05)
    with Engine.open(filled) as engine:
        with pytest.raises(TypeError):
            broken = Entry(5, 1, "title", 17, None, None)  # type: ignore[arg-type]
            engine.update([broken])
        theirs = filled / "00000009-0000abcd.seg"
        with locking.held(filled):
            theirs.write_bytes(b"being written by who holds the lock")
            theirs.chmod(0o600)
            with pytest.raises(LibraryBusy):
                engine.update([entry(6, "six")])
            assert theirs.exists()


# Merging


def test_a_merge_whose_file_another_process_swept_changes_nothing(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.columnar.merging as merging

    with Engine.open(directory) as engine:
        for key in range(9):
            engine.update([entry(key, f"Iran word{key}")])
        whole = merging._put_in_place

        def late(*arguments: Any) -> bool:
            with Engine.open(directory) as other:
                other.update([entry(50, "meanwhile")])
            return whole(*arguments)

        monkeypatch.setattr(merging, "_put_in_place", late)
        assert not engine.merge()
        monkeypatch.undo()
        assert sorted(engine.contents()) == [*range(9), 50]
        while engine.merge():
            pass
        assert sorted(engine.contents()) == [*range(9), 50]
    with Engine.open(directory) as engine:
        assert engine.check() == [] and len(found(engine, "iran")) == 9


# Making it anew


def test_begun_anew_it_is_empty_and_leaves_other_files_alone(filled: Path) -> None:
    (filled / "thesis.txt").write_text("precious")
    (filled / "thesis.txt").chmod(0o666)
    (filled / "link").symlink_to(filled / "thesis.txt")
    filled.chmod(0o777)
    with Engine.begin_anew(filled) as engine:
        assert engine.contents() == {}
        engine.update([entry(5, "anew")])
    with Engine.open(filled) as engine:
        assert found(engine, "anew") == [5]
    assert (filled / "thesis.txt").read_text() == "precious"


@pytest.mark.parametrize("what", ["file", "link", "nothing"])
def test_begun_anew_in_place_of_anything(directory: Path, what: str, tmp_path: Path) -> None:
    if what == "file":
        directory.write_text("not a directory")
    elif what == "link":
        directory.symlink_to(tmp_path)
    with Engine.begin_anew(directory) as engine:
        engine.update([entry(5, "anew")])
        assert found(engine, "anew") == [5]
    assert directory.is_dir() and not directory.is_symlink()


def test_an_index_takes_over_another_in_one_step(filled: Path, tmp_path: Path) -> None:
    with Engine.open(filled) as engine, Engine.open(filled) as reader:
        with Engine.open(tmp_path / "beside") as other:
            for key in range(3):
                other.update([entry(key, f"wholly new{key}")], [])
            before = engine.mark
            engine.take_over(other)
        assert sorted(engine.contents()) == [0, 1, 2] and engine.mark != before
        assert len(found(reader, "iran")) == 40
        assert reader.refresh() and found(reader, "wholly") == [0, 1, 2]
        reader.update([entry(4, "wholly iran")])
        assert found(reader, "wholly") == [0, 1, 2, 4] and found(reader, "iran") == [4]
        assert reader.check() == []
    assert not [name for name in os.listdir(tmp_path / "beside") if not name.endswith((".lock", ".json"))]


def test_an_index_takes_over_an_empty_one(filled: Path, tmp_path: Path) -> None:
    with Engine.open(filled) as engine, Engine.open(tmp_path / "beside") as other:
        engine.take_over(other)
        assert engine.contents() == {}
        engine.update([entry(4, "wholly iran")])
        assert found(engine, "iran") == [4]


def test_a_lock_waits_and_is_let_go(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.05)
    with locking.held(filled), pytest.raises(LockError), locking.held(filled):
        pass
    with pytest.raises(ZeroDivisionError), locking.held(filled):
        raise ZeroDivisionError
    with locking.held(filled):
        assert ColumnarIndex(filled, SCHEMA, LAYOUT).state.size == 40
