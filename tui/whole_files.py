"""Files that are always the old one or the new one, and readable by their owner alone.

One that several rooms may change at once is changed under a lock, beginning with what it holds by then.
"""

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 5.0
"""So long another room may take to write; it takes milliseconds, unless it was stopped meanwhile."""
POLL_SECONDS = 0.02


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep others from changing a file, or a folder, in a directory that is there; all have to ask for that.

    Raises:
        OSError: it cannot be changed, or another does not let go of it.
    """
    descriptor = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def change_whole(path: Path, change: Callable[[str], str]) -> str:
    """Put in place of what a file holds what a change makes of it; gives that.

    Raises:
        OSError: it cannot be read or written; the file is as it was.
    """
    with alone(path):
        before = read_whole(path)
        after = change(before)
        if after != before:
            put_whole(path, after)
        return after


def put_whole(path: Path, text: str) -> None:
    """Put a text in place of what a file held; for those who are alone with it.

    Raises:
        OSError: it cannot be written; the file is as it was.
    """
    _put(path.resolve(), text, "new")  # it may be a link into a folder under version control


def write_whole(path: Path, text: str) -> None:
    """Put a text in place of what a file held, into a directory that is there.

    Raises:
        OSError: It cannot be written; the file is as it was.
    """
    _put(path.resolve(), text, str(os.getpid()))


def read_whole(path: Path) -> str:
    """What a file holds, bytes that are no text kept as they are; nothing where there is no file.

    Raises:
        OSError: It cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""


def _lock(descriptor: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise OSError(errno.EBUSY, "another Cuttings is writing, and does not end") from None
            time.sleep(POLL_SECONDS)


def _put(path: Path, text: str, ending: str) -> None:
    temporary = path.with_name(f".{path.name}.{ending}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with open(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
