"""Files of arrays, each written once and checked: all that an index keeps but its table of contents.

A file holds arrays one after the other. What they are called, their types, places and checksums
stand in the table of contents, so that nothing in a file itself is ever interpreted: bytes are
either the numbers that were written or they are refused.
"""

import errno
import mmap
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.columnar import disk
from index.columnar.arrays import Array
from index.errors import LibraryDamaged

_HEAD = b"cuttings arrays\n"
_ALIGNED = 16
_CHUNK = 1 << 20
_READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NO_FILE = frozenset({errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.ENODEV})
_KINDS = frozenset({"|u1", "<u2", "<u4", "<u8", "<i8", "<f4", "<f8"})


@dataclass(frozen=True, slots=True)
class Column:
    """An array in a file."""

    kind: str
    """Its type, as numpy writes it."""
    length: int
    """Number of elements."""
    offset: int
    """Where in the file it begins, in bytes."""
    crc32: int
    """Checksum of its bytes."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file, as the table of contents knows it."""

    name: str
    """Its name in the directory of the index."""
    size: int
    """In bytes."""
    stamp: tuple[int, ...]
    """Inode and times when it was written: a file that still has them has not been touched since."""
    columns: Mapping[str, Column]
    """Its arrays by name."""


class FileWriting:
    """Writes the arrays of one file, each in as many pieces as one likes."""

    def __init__(self, directory: Path, name: str) -> None:
        self._path = directory / name
        self._file = disk.create(self._path)
        self._columns: dict[str, Column] = {}
        self._size = 0
        try:
            self._append(_HEAD)
        except BaseException:
            self.abandon()
            raise

    def put(self, name: str, kind: "np.dtype[Any] | str", pieces: Iterable[Array]) -> None:
        """Write an array, given in pieces."""
        dtype = np.dtype(kind)
        self._append(b"\0" * (-self._size % _ALIGNED))
        offset, crc32 = self._size, 0
        for piece in pieces:
            data = np.ascontiguousarray(piece, dtype=dtype).data
            if len(data):
                crc32 = zlib.crc32(data, crc32)
                self._append(data)
        length = (self._size - offset) // dtype.itemsize
        self._columns[name] = Column(dtype.str, length, offset, crc32)

    def finish(self) -> Written:
        """Wait until all is on the disk; gives what the table of contents should say of it."""
        with self._file:
            disk.sync(self._file)
            status = os.fstat(self._file.fileno())
        return Written(self._path.name, self._size, _stamp(status), self._columns)

    def abandon(self) -> None:
        """Leave nothing behind; what cannot be removed is swept after the next change."""
        self._file.close()
        with suppress(OSError):
            disk.remove(self._path)

    def _append(self, data: Any) -> None:
        if len(data):
            disk.write(self._file, data)
            self._size += memoryview(data).nbytes


def read_file(directory: Path, written: Written) -> dict[str, Array]:
    """Map the arrays of a file; one that was touched since it was written is read through and checked.

    Raises:
        LibraryDamaged: It is not there, or not as it was written.
        OSError: The machine does not let it be read.
    """
    path = directory / written.name
    try:
        with open(os.open(path, _READING), "rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size != written.size:
                raise LibraryDamaged(f"{path} is damaged: its size has changed.")
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError as error:
        raise LibraryDamaged(f"{path} is missing.") from error
    except ValueError as error:
        raise LibraryDamaged(f"{path} is damaged ({error}).") from error
    except OSError as error:
        if error.errno in _NO_FILE:
            raise LibraryDamaged(f"{path} is no file of an index.") from error
        raise
    if _stamp(status) != written.stamp and not _is_whole(mapped, written):
        raise LibraryDamaged(f"{path} is damaged: it was changed by another hand.")
    mapped.madvise(mmap.MADV_DONTNEED)
    arrays: dict[str, Array] = {}
    for name, column in written.columns.items():
        dtype = np.dtype(column.kind)
        if column.kind not in _KINDS or column.offset + column.length * dtype.itemsize > written.size:
            raise LibraryDamaged(f"{path} is damaged.")
        arrays[name] = np.frombuffer(mapped, dtype, column.length, column.offset)
    return arrays


def let_go(arrays: Mapping[str, Array]) -> None:
    """Give back the memory that the arrays of a mapped file take; who reads them takes it anew."""
    for array in arrays.values():
        view: object = array.base
        if isinstance(view, memoryview) and isinstance(view.obj, mmap.mmap):
            view.obj.madvise(mmap.MADV_DONTNEED)
            break  # they are all in one mapping


def is_untouched(directory: Path, written: Written) -> bool:
    """Whether a file is still there and nobody has changed it since it was written."""
    try:
        status = os.lstat(directory / written.name)
    except FileNotFoundError:
        return False
    return status.st_size == written.size and _stamp(status) == written.stamp


def moved(written: Written, source: Path, target: Path) -> Written:
    """Put a file into another directory; gives what the table of contents there should say of it.

    Raises:
        LibraryDamaged: Someone has changed it since it was written.
    """
    if not is_untouched(source, written):
        raise LibraryDamaged(f"{source / written.name} is damaged: it was changed by another hand.")
    disk.replace(source / written.name, target / written.name)
    return replace(written, stamp=_stamp(os.lstat(target / written.name)))


def is_whole(directory: Path, written: Written) -> bool:
    """Read every byte of a file; tells whether it is as it was written."""
    try:
        data = (directory / written.name).read_bytes()
    except OSError:
        return False
    return len(data) == written.size and _is_whole(data, written)


def _is_whole(data: "bytes | mmap.mmap", written: Written) -> bool:
    view = memoryview(data)
    if view[: len(_HEAD)] != _HEAD:
        return False
    reached = len(_HEAD)
    for column in sorted(written.columns.values(), key=lambda column: column.offset):
        if bytes(view[reached : column.offset]).strip(b"\0"):
            return False
        crc32, at = 0, column.offset
        reached = at + column.length * np.dtype(column.kind).itemsize
        while at < reached:
            crc32 = zlib.crc32(view[at : min(reached, at + _CHUNK)], crc32)
            at += _CHUNK
        if crc32 != column.crc32:
            return False
    return reached == written.size


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns
