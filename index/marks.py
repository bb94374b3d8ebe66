"""What a person has marked: which articles were read, and the tags of articles; one line each in a file.

A line is the state of one article, the last one holds: so a change is one line at the end, and a file that
breaks off or was damaged by hand loses no other line. A line that cannot be read is kept as it is. Several
processes may write, one at a time.
"""

import fcntl
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import StorageError

FILE = "marks.jsonl"
"""Name of the file in the directory of what the user made in a library."""

LONGEST_TAG = 60
"""Letters of the longest tag."""

SPARE_LINES = 1_000
"""So many lines that hold no more than one for each article make the file be written anew."""

_QUOTES = str.maketrans(dict.fromkeys('"“”„‟«»＂', " "))


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked of an article."""

    is_read: bool = False
    """Whether it was read."""
    tags: tuple[str, ...] = ()
    """Its tags, in the order in which they were given."""


def tag_of(text: str) -> str:
    """A tag as it is kept, from what was typed; empty where that holds no letter or digit."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text.translate(_QUOTES))
    tag = " ".join(printable.split())[:LONGEST_TAG].strip()
    return tag if any(letter.isalnum() for letter in tag) else ""


class Marks:
    """The marks on the articles of a library, by their ids; for any number of threads."""

    def __init__(self, directory: Path, make_directory: Callable[[], object]) -> None:
        """Take where they are kept; nothing is read yet.

        Args:
            directory: Where the file is, or will be.
            make_directory: Makes this directory.
        """
        self._path = directory / FILE
        self._make_directory = make_directory
        self._guard = threading.RLock()
        self._marks: dict[str, Mark] = {}
        self._unreadable: list[str] = []
        self._lines = 0
        self._state: tuple[int, ...] | None = None
        self._read: frozenset[str] = frozenset()
        self.version = 0
        """Another number after each change."""

    @property
    def known(self) -> Mapping[str, Mark]:
        """All articles that were ever marked."""
        with self._guard:
            self._refresh()
            return dict(self._marks)

    @property
    def read(self) -> frozenset[str]:
        """Those that were read."""
        with self._guard:
            self._refresh()
            return self._read

    def tags(self, document: str) -> tuple[str, ...]:
        """The tags of an article."""
        with self._guard:
            self._refresh()
            return self._marks.get(document, Mark()).tags

    def tagged(self) -> dict[str, list[str]]:
        """The articles of each tag, those of most articles first."""
        found: dict[str, list[str]] = {}
        for document, mark in self.known.items():
            for tag in mark.tags:
                found.setdefault(tag, []).append(document)
        return dict(sorted(found.items(), key=lambda one: (-len(one[1]), one[0].casefold())))

    def mark_read(self, documents: Iterable[str], is_read: bool = True) -> None:
        """Take down that articles were read, or that they are to count as unread.

        Raises:
            StorageError: It cannot be written.
        """
        self._change({document: lambda mark: replace(mark, is_read=is_read) for document in documents})

    def adopt_read(self, documents: Iterable[str]) -> None:
        """Take down as read those of some articles of which nothing is known yet.

        Raises:
            StorageError: It cannot be written.
        """
        known = self.known
        self.mark_read([document for document in documents if document not in known])

    def set_tags(self, document: str, tags: Iterable[str]) -> None:
        """Give an article other tags; one that differs in capitals alone is the same tag.

        Raises:
            StorageError: It cannot be written.
        """
        kept = {tag.casefold(): tag for tag in map(tag_of, tags) if tag}
        self._change({document: lambda mark: replace(mark, tags=tuple(kept.values()))})

    # The file

    def _change(self, changes: Mapping[str, Callable[[Mark], Mark]]) -> None:
        try:
            with self._guard, self._writing():
                self._refresh()
                marks = {document: self._marks.get(document, Mark()) for document in changes}
                changed = {
                    document: change(marks[document])
                    for document, change in changes.items()
                    if change(marks[document]) != marks[document]
                }
                if changed:
                    self._append(changed)
                    if self._lines > 2 * len(self._marks) + SPARE_LINES:
                        self._write_anew()
        except OSError as error:
            raise StorageError(f"{self._path} cannot be written: {error.strerror or error}.") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keep other processes from writing."""
        self._make_directory()
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        descriptor = os.open(self._path.with_suffix(".lock"), flags, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _append(self, changed: Mapping[str, Mark]) -> None:
        lines = "".join(map(_line, changed, changed.values()))
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
        with open(os.open(self._path, flags, 0o600), "rb+", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            broken = size and os.pread(file.fileno(), 1, size - 1) != b"\n"
            data = memoryview(("\n" * bool(broken) + lines).encode())
            try:
                while data:
                    data = data[file.write(data) :]
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    os.ftruncate(file.fileno(), size)
                raise
            self._note(os.fstat(file.fileno()))
        self._lines += len(changed)
        self._marks.update(changed)
        self._count()

    def _write_anew(self) -> None:
        temporary = self._path.with_name(f".{FILE}.new")  # one that was left by who was killed is taken
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
        with open(os.open(temporary, flags, 0o600), "w", encoding="utf-8", errors="surrogateescape") as file:
            file.writelines(f"{line}\n" for line in self._unreadable)
            file.writelines(map(_line, self._marks, self._marks.values()))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)
        self._note(self._path.stat())
        self._lines = len(self._unreadable) + len(self._marks)

    def _refresh(self) -> None:
        """Read the file, if it is another than the last time."""
        try:
            with open(self._path, encoding="utf-8", errors="surrogateescape") as file:
                found = os.fstat(file.fileno())
                if self._state == _state_of(found):
                    return
                lines = file.read().splitlines()
        except FileNotFoundError:
            lines, found = [], None
            if self._state is None:
                return
        except OSError as error:
            raise StorageError(f"{self._path} cannot be read: {error.strerror or error}.") from error
        self._marks, self._unreadable = {}, []
        for line in filter(None, lines):
            try:
                document, mark = _read_line(line)
            except (ValueError, TypeError, KeyError, RecursionError):
                self._unreadable.append(line)
            else:
                self._marks[document] = mark
        self._lines = len(lines)
        self._note(found)
        self._count()

    def _note(self, found: os.stat_result | None) -> None:
        self._state = None if found is None else _state_of(found)

    def _count(self) -> None:
        self._read = frozenset(document for document, mark in self._marks.items() if mark.is_read)
        self.version += 1


def _state_of(found: os.stat_result) -> tuple[int, ...]:
    return found.st_ino, found.st_size, found.st_mtime_ns


def _line(document: str, mark: Mark) -> str:
    line = {"document": document, "read": mark.is_read, "tags": list(mark.tags)}
    return json.dumps(line, ensure_ascii=False) + "\n"


def _read_line(line: str) -> tuple[str, Mark]:
    found = json.loads(line)
    if not isinstance(found, dict):
        raise TypeError("not a mark")
    document, is_read, tags = found["document"], found.get("read", False), found.get("tags", [])
    if not isinstance(document, str) or not isinstance(is_read, bool) or not isinstance(tags, list):
        raise TypeError("not a mark")
    if not all(isinstance(tag, str) for tag in tags):
        raise TypeError("not a mark")
    return document, Mark(is_read, tuple(dict.fromkeys(filter(None, map(tag_of, tags)))))
