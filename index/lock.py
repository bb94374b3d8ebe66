"""One writer at a time: an advisory lock on a file of the library, with its owner and age."""

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from index.errors import Cancelled, LibraryBusy, StorageError

POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds a library's lock."""

    process: int
    """Its process id."""
    seconds: int
    """For how long it has held it."""


def owner_of(path: Path) -> Owner | None:
    """Read who holds the lock; None where that is not (yet) written down."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return Owner(int(found["process"]), max(0, int(time.time() - found["since"])))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def is_held(path: Path) -> bool:
    """Whether a process holds the lock now."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one that a path leads to."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _write(descriptor: int, owner: bytes) -> None:
    """Say who holds the lock; on a full disk nobody is told, and it is held all the same."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, owner, 0)


@contextmanager
def writing(
    path: Path,
    *,
    wait: bool = True,
    waiting: Callable[[], None] = lambda: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[None]:
    """Hold the library's lock; the kernel releases it if this process dies.

    Args:
        path: The lock file; it stays behind, empty, since removing it would race.
        wait: Whether to wait for another writer to end.
        waiting: Called now and then while waiting.
        cancelled: Polled while waiting.

    Raises:
        LibraryBusy: another process writes, and `wait` is off; or it has removed the library.
        StorageError: the library cannot be written to.
        Cancelled: waiting was called off.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StorageError(f"{path.parent} cannot be written to: {error.strerror}.") from error
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not wait:
                    owner = owner_of(path)
                    who = f" (process {owner.process}, for {owner.seconds} s)" if owner else ""
                    raise LibraryBusy(
                        f"Another Cuttings is writing to this library{who}. Try again later."
                    ) from None
            if cancelled():
                raise Cancelled("Called off while waiting for another Cuttings to finish writing.")
            waiting()
            time.sleep(POLL_SECONDS)
        if not _is_at(descriptor, path):
            raise LibraryBusy("This library was removed by another Cuttings. Ask again to read it in anew.")
        _write(descriptor, json.dumps({"process": os.getpid(), "since": time.time()}).encode())
        try:
            yield
        finally:
            _write(descriptor, b"")
    finally:
        os.close(descriptor)
