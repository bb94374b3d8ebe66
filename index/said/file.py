"""A file of lines in a directory of what the user made.

It is always the old one or the new one, and readable by its owner alone. Each change begins with the file
as it stands, so that what was written by hand or by another process meanwhile is kept.
"""

import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from index.errors import StorageError


class Lines(Protocol):
    """What a file holds."""

    @property
    def text(self) -> str:
        """What the file is to hold."""


Held = TypeVar("Held", bound=Lines)
"""What is read from a file, with all its lines as they stand."""


class SaidFile(Generic[Held]):
    """What a user says in a file; for any number of threads."""

    def __init__(self, path: Path, take: Callable[[str], Held], make_directory: Callable[[], object]) -> None:
        """Take where it is, or will be; nothing is read yet.

        Args:
            path: The file.
            take: Gives what a text holds.
            make_directory: Makes the directory of the file.
        """
        self.path = path
        """The file, whether it is there or not."""
        self._make_directory = make_directory
        self._guard = threading.RLock()
        self._state: tuple[int, ...] | None = None
        self._take = take
        self._known = take("")

    def read(self) -> Held:
        """What it holds now; nothing where there is no file.

        Raises:
            StorageError: It cannot be read.
        """
        with self._guard:
            try:
                with open(self.path, "rb") as file:
                    found = os.fstat(file.fileno())
                    state = found.st_ino, found.st_size, found.st_mtime_ns
                    if state != self._state:
                        text = file.read().decode("utf-8", "surrogateescape")
                        self._known, self._state = self._take(text), state
            except FileNotFoundError:
                self._known, self._state = self._take(""), None
            except OSError as error:
                raise StorageError(f"{self.path} cannot be read: {error.strerror or error}.") from error
            return self._known

    def change(self, change: Callable[[Held], Held]) -> Held:
        """Write what a change makes of what it holds; gives that.

        Raises:
            StorageError: It cannot be written; it is as it was.
        """
        try:
            with self._guard, self._writing():
                before = self.read()
                after = change(before)
                if after != before:
                    self._write(after.text)
                return after
        except OSError as error:
            raise StorageError(f"{self.path} cannot be written: {error.strerror or error}.") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keep other processes from writing."""
        self._make_directory()
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        descriptor = os.open(self.path.with_suffix(".lock"), flags, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _write(self, text: str) -> None:
        path = self.path.resolve()  # it may be a link into a folder under version control
        temporary = path.with_name(
            f".{path.name}.new"
        )  # one is left by who was killed, and taken by the next
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            with open(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="") as opened:
                opened.write(text)
                opened.flush()
                os.fsync(opened.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
