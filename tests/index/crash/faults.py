"""Strikes a process at a step of its own choosing: before or after anything that changes the disk.

The steps are every creation, write, sync, rename and removal of a file or directory, and every
statement that SQLite is given. A write has a step in its middle, too: half of it is on the disk.
Parts of the program can be named; then it is known which of them each step belongs to.
"""

import io
import os
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import index.marks
from index.columnar import disk

READING = ("SELECT", "PRAGMA")


class Faults:
    """Counts steps, and strikes at one of them."""

    def __init__(self, at: int | None = None, error: int | None = None) -> None:
        """Take the number of the step, and the error it meets with; without one the process is killed."""
        self.at = at
        self.error = error
        self.count = 0
        self.last = ""
        self.kinds: Counter[str] = Counter()
        """How many steps of each kind there were."""
        self.stages: dict[str, list[int]] = {}
        """The steps of each part of the program that has a name."""
        self._stage = ""

    def step(self, kind: str) -> None:
        """One step; the last one for this process, if it is the chosen one."""
        self.count += 1
        self.last = kind
        self.kinds[kind] += 1
        if self._stage:
            self.stages.setdefault(self._stage, []).append(self.count)
        if self.count != self.at:
            return
        if self.error is None:
            os.kill(os.getpid(), signal.SIGKILL)
        if kind.endswith("sqlite"):
            failure = sqlite3.OperationalError("database or disk is full")
            failure.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise failure
        raise OSError(self.error, os.strerror(self.error))

    def name(self, stages: Mapping[str, tuple[Any, str]]) -> None:
        """Know steps by the parts of the program in which they are taken: functions and where they stand."""
        for stage, (owner, name) in stages.items():
            setattr(owner, name, self._staged(stage, getattr(owner, name)))

    def _staged(self, stage: str, action: Callable[..., Any]) -> Callable[..., Any]:
        def act(*arguments: Any, **options: Any) -> Any:
            before, self._stage = self._stage, stage
            try:
                self.step("begun")
                result = action(*arguments, **options)
                self.step("ended")
                return result
            finally:
                self._stage = before

        return act

    def install(self) -> None:
        """Watch this process, for as long as it lives."""
        for name in ("replace", "rename", "unlink", "remove", "mkdir", "rmdir", "fsync"):
            setattr(os, name, self._around(name, getattr(os, name)))
        creating = self._around("create", os.open)
        opening = os.open
        os.open = lambda path, flags, *a, **k: (  # type: ignore[assignment]
            creating if flags & os.O_CREAT and not os.path.exists(path) else opening
        )(path, flags, *a, **k)
        disk.write = self._torn(disk.write)  # type: ignore[assignment]
        connecting, faults = sqlite3.connect, self

        class Appended(io.FileIO):
            def write(self, data: Any) -> int:
                faults.step("before write")
                written = super().write(data[: max(1, len(data) // 2)])
                faults.step("torn write")
                return written

        def open_for_marks(file: Any, mode: str = "r", **options: Any) -> Any:
            is_raw = options.get("buffering") == 0
            return Appended(file, "rb+") if is_raw else open(file, mode, **options)

        index.marks.open = open_for_marks  # type: ignore[attr-defined]

        class Connection(sqlite3.Connection):
            def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
                if sql.lstrip().startswith(READING):
                    return super().execute(sql, *arguments)
                return faults._around("sqlite", super().execute)(sql, *arguments)

            def executemany(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
                return faults._around("sqlite", super().executemany)(sql, *arguments)

        sqlite3.connect = lambda *a, **k: connecting(*a, factory=Connection, **k)  # type: ignore[assignment]

    def _around(self, kind: str, action: Callable[..., Any]) -> Callable[..., Any]:
        def act(*arguments: Any, **options: Any) -> Any:
            self.step(f"before {kind}")
            result = action(*arguments, **options)
            if self.count + 1 == self.at and self.error is not None:
                _let_go(result)
            self.step(f"after {kind}")
            return result

        return act

    def _torn(self, action: Callable[..., Any]) -> Callable[..., Any]:
        def write(file: Any, data: Any) -> None:
            view = memoryview(data).cast("B")
            half = len(view) // 2
            self.step("before write")
            action(file, view[:half])
            self.step("torn write")
            action(file, view[half:])
            self.step("after write")

        return write


def _let_go(result: object) -> None:
    """Leave nothing open of a step that is said to have failed."""
    if isinstance(result, int):
        os.close(result)
    elif isinstance(result, sqlite3.Cursor):
        result.close()
