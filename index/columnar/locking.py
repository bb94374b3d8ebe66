"""Keeping other writers out of an index, for as long as one process changes it.

The kernel lets go of such a lock when its holder dies, so none is ever left behind.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.index import LockError
from whoosh.util.filelock import FileLock, LockBase, try_for

LOCK = "WRITELOCK"
"""Name of the lock that a writer holds."""

LOCK_SECONDS = 5.0
"""How long to wait for another writer, which never writes for long."""


def lock_of(directory: Path, name: str = LOCK) -> LockBase:
    """A lock of an index, not held yet."""
    path = directory / f"{name}.lock"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
    return FileLock(str(path))


@contextmanager
def held(directory: Path) -> Iterator[None]:
    """Hold the writer's lock.

    Raises:
        whoosh.index.LockError: Another writer does not come to its end.
    """
    lock = lock_of(directory)
    if not try_for(lock.acquire, timeout=LOCK_SECONDS, delay=0.01):
        raise LockError
    try:
        yield
    finally:
        lock.release()
