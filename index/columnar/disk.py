"""Writing that survives a power cut: every write, sync and rename of an index goes through here."""

import os
from pathlib import Path
from typing import IO, Any


def create(path: Path) -> IO[bytes]:
    """Make a file that was not there, for its owner alone."""
    return open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600), "wb", buffering=0)


def write(file: IO[bytes], data: Any) -> None:
    """Write all of some bytes, whatever part of them a single call takes."""
    view = memoryview(data).cast("B")
    while view:
        view = view[file.write(view) :]


def sync(file: IO[bytes]) -> None:
    """Wait until what was written is on the disk."""
    os.fsync(file.fileno())


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another in one step, and wait until that is on the disk."""
    os.replace(source, target)
    sync_directory(target.parent)


def sync_directory(directory: Path) -> None:
    """Wait until the names in a directory are on the disk."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file that nothing leads to any more; one that is gone is no matter."""
    path.unlink(missing_ok=True)
