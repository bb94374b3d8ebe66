"""Which files are found, and what is said of the others."""

import inspect
import os
import socket
import sys
from pathlib import Path

import pytest

from index.ingest import MAX_BYTES, FoundFile, walk
from index.model import Skipped


def found(*paths: Path) -> list[str]:
    """The names of the files that would be read, in order."""
    items = walk([str(path) for path in paths])
    return [os.path.basename(item.path) for item in items if isinstance(item, FoundFile)]


def skipped(*paths: Path) -> dict[str, str]:
    """The name and reason of what is passed over."""
    items = [item for item in walk([str(path) for path in paths]) if isinstance(item, Skipped)]
    reasons = [(os.path.basename(item.path), item.reason) for item in items]
    assert len(reasons) == len(dict(reasons))
    return dict(reasons)


def put(path: Path, content: bytes = b"text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_files_come_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.TXT", "c.txt"):
        put(tmp_path / name)
    assert found(tmp_path) == ["a.txt", "1.TXT", "2.txt", "c.txt"]
    assert found(tmp_path / "c.txt", tmp_path / "a.txt") == ["a.txt", "c.txt"]


def test_a_found_file_has_size_and_time(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", b"four")
    os.utime(path, ns=(1, 1_700_000_000_123_456_789))
    assert list(walk([str(tmp_path)])) == [
        FoundFile(os.path.realpath(path), 4, os.stat(path).st_mtime_ns),
    ]


def test_hidden_things_are_named_once(tmp_path: Path) -> None:
    put(tmp_path / ".git/one.txt")
    put(tmp_path / ".git/two.txt")
    put(tmp_path / ".note.txt")
    assert found(tmp_path) == []
    assert skipped(tmp_path) == {".git": "hidden", ".note.txt": "hidden"}


def test_a_hidden_folder_that_is_named_is_read(tmp_path: Path) -> None:
    put(tmp_path / ".notes/one.txt")
    assert found(tmp_path / ".notes") == ["one.txt"]
    assert found(tmp_path, tmp_path / ".notes") == ["one.txt"]
    assert skipped(tmp_path, tmp_path / ".notes") == {}


def test_other_kinds_of_files_are_grouped_by_reason(tmp_path: Path) -> None:
    for name in ("a.JPG", "b.jpg", "README", "c.x\x1b[31m", "d."):
        put(tmp_path / name)
    assert skipped(tmp_path) == {
        "a.JPG": "not an article: .jpg is not read",
        "b.jpg": "not an article: .jpg is not read",
        "README": "not an article: no suffix such as .txt",
        "c.x\x1b[31m": "not an article: of an unknown kind",
        "d.": "not an article: of an unknown kind",
    }


def test_a_file_that_is_named_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    path = put(tmp_path / "notes.log")
    assert found(path) == ["notes.log"]
    assert found(tmp_path, path) == ["notes.log"]


def test_overlapping_paths_give_each_file_once(tmp_path: Path) -> None:
    put(tmp_path / "a/b/one.txt")
    put(tmp_path / "a/two.txt")
    paths = [tmp_path, tmp_path / "a/b", tmp_path / "a", tmp_path / "a/two.txt", tmp_path / "a/.." / "a"]
    assert sorted(found(*paths)) == ["one.txt", "two.txt"]


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    library, outside = tmp_path / "library", tmp_path / "outside"
    put(library / "one.txt")
    put(library / "folder/two.txt")
    put(library / ".hidden/three.txt")
    put(library / "picture.png")
    put(outside / "four.txt")
    for name, target in {
        "in.txt": "one.txt",
        "in": "folder",
        "hidden.txt": ".hidden/three.txt",
        "picture.txt": "picture.png",
        "out.txt": "../outside/four.txt",
        "out": "../outside",
        "nowhere.txt": "missing.txt",
        "self.txt": "self.txt",
    }.items():
        (library / name).symlink_to(target)
    (library / "folder/up").symlink_to("..")
    assert sorted(found(library)) == ["one.txt", "two.txt"]
    assert skipped(library) == {
        ".hidden": "hidden",
        "picture.png": "not an article: .png is not read",
        "in.txt": "link to a file that is read in its own place",
        "in": "link to a folder that is read in its own place",
        "up": "link to a folder that is read in its own place",
        "hidden.txt": "link to a place that is not in the library",
        "picture.txt": "link to a file that is not an article",
        "out.txt": "link to a place that is not in the library",
        "out": "link to a place that is not in the library",
        "nowhere.txt": "link that leads nowhere",
        "self.txt": "link that leads nowhere",
    }


def test_a_link_into_another_given_folder_is_read_there(tmp_path: Path) -> None:
    put(tmp_path / "b/one.txt")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/link.txt").symlink_to("../b/one.txt")
    assert found(tmp_path / "a", tmp_path / "b") == ["one.txt"]
    reason = "link to a file that is read in its own place"
    assert skipped(tmp_path / "a", tmp_path / "b") == {"link.txt": reason}


def test_a_link_that_is_named_is_what_it_leads_to(tmp_path: Path) -> None:
    put(tmp_path / "real/one.txt")
    (tmp_path / "link").symlink_to("real")
    (item,) = walk([str(tmp_path / "link")])
    assert item.path == os.path.realpath(tmp_path / "real/one.txt")


def test_special_files_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.txt"))
        assert skipped(tmp_path) == {"pipe.txt": "not a regular file", "socket.txt": "not a regular file"}
        assert skipped(tmp_path / "pipe.txt") == {"pipe.txt": "not a regular file"}


def test_what_is_too_large_is_named_with_its_size(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as big:
        big.truncate(MAX_BYTES + 1)
    with (tmp_path / "just.txt").open("wb") as just:
        just.truncate(MAX_BYTES)
    assert skipped(tmp_path) == {"big.txt": "too large: 33 MiB, the limit is 32"}
    assert found(tmp_path) == ["just.txt"]


def test_an_unreadable_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "closed/one.txt")
    put(tmp_path / "open/two.txt")
    look = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert found(tmp_path) == ["two.txt"]
    assert skipped(tmp_path) == {"closed": "no permission to read it"}


def test_what_is_gone_is_named(tmp_path: Path) -> None:
    assert skipped(tmp_path / "missing") == {"missing": "no longer there"}


def test_names_that_no_encoding_knows_are_passed_on(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9\x1b[31m.txt"
    Path(os.fsdecode(raw)).write_bytes(b"text")
    (item,) = walk([str(tmp_path)])
    assert os.fsencode(item.path) == os.fsencode(os.path.realpath(tmp_path)) + b"/caf\xe9\x1b[31m.txt"


def test_deep_folders_are_walked_without_recursion(tmp_path: Path) -> None:
    put(tmp_path.joinpath(*["d"] * 200, "one.txt"))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        assert found(tmp_path) == ["one.txt"]
    finally:
        sys.setrecursionlimit(limit)


def test_a_file_costs_one_stat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        put(tmp_path / f"{number}.txt")
    asked: list[object] = []
    look = os.stat

    def stat(path: str, *, dir_fd: int | None = None, follow_symlinks: bool = True) -> os.stat_result:
        asked.append(path)
        return look(path, dir_fd=dir_fd, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "stat", stat)
    assert len(found(tmp_path)) == 5
    assert asked == [os.path.realpath(tmp_path)]
