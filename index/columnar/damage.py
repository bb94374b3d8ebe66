"""What goes wrong with the files of an index: damage, or a machine that is short of something."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from whoosh.index import LockError

from index.errors import CuttingsError, LibraryBusy, LibraryDamaged, StorageError

# Errors of the machine, not of the files.
_MACHINE = frozenset(
    getattr(errno, name)
    for name in ["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "ENOMEM", "EIO"]
)


@contextmanager
def noticed() -> Iterator[None]:
    """Around what reads or writes the files of an index.

    Files are checked before they are used, so that anything else that is raised means damage; all but
    the errors that come from the machine being short of something.
    """
    try:
        yield
    except (CuttingsError, LockError, MemoryError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _MACHINE:
            raise StorageError(f"The index cannot be used: {error.strerror}.") from error
        raise LibraryDamaged(f"The index cannot be read ({type(error).__name__}: {error}).") from error


@contextmanager
def one_writer() -> Iterator[None]:
    """Around what needs the writer's lock of an index."""
    try:
        yield
    except LockError:
        raise LibraryBusy("Another process is writing to the index.") from None
