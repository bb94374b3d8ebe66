"""Segments and the table of contents on disk: plain .npy files and one checked JSON file.

A segment's files are written once, under a name never used before. Which segments make up the
store is said by the table of contents alone, which is replaced in one step, so that whoever reads
sees the state before or the state after. Nothing that is read can name code to run.
"""

import json
import os
import shutil
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import LibraryDamaged
from index.related.segment import DTYPES, Array, Segment
from index.related.terms import TERMS_VERSION

FORMAT = 1
"""Raised whenever the files change their form."""

CONTENTS = "contents.json"
_LARGE = frozenset({"content_terms", "content_counts", "posting_passages", "posting_counts"})
"""Arrays that are checked by their size when they are opened, and whole only when asked for."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """What the table of contents says of a file."""

    length: int
    """Elements of the array."""
    bytes: int
    """Size of the file."""
    crc32: int
    """Checksum of the file."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the table of contents says of a segment."""

    name: str
    """Its directory."""
    files: Mapping[str, Written]
    """By name of the array."""
    removed: tuple[int, ...] = ()
    """Numbers of its documents that are no longer in the library."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents."""

    generation: int = 0
    """Goes up by one with each change."""
    segments: tuple[Listed, ...] = ()
    """The segments in order."""


def read_contents(directory: Path) -> Contents:
    """The table of contents; an empty one where there is none.

    Raises:
        LibraryDamaged: it is not as it was written, or another version of Cuttings wrote it.
    """
    try:
        data = (directory / CONTENTS).read_bytes()
    except FileNotFoundError:
        return Contents()
    try:
        whole = json.loads(data)
        body = whole["body"]
        if whole["crc32"] != zlib.crc32(_canonical(body)):
            raise LibraryDamaged("The table of contents of the related passages is damaged.")
        if [body["format"], body["terms"]] != [FORMAT, TERMS_VERSION]:
            raise LibraryDamaged("The related passages were kept by another version of Cuttings.")
        listed = tuple(
            Listed(
                str(one["name"]),
                {name: Written(**one["files"][name]) for name in DTYPES},
                tuple(one["removed"]),
            )
            for one in body["segments"]
        )
        return Contents(int(body["generation"]), listed)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LibraryDamaged("The table of contents of the related passages is damaged.") from error


def write_contents(directory: Path, contents: Contents) -> None:
    """Make a table of contents the one that counts, in one step that survives a power cut."""
    body = {"format": FORMAT, "terms": TERMS_VERSION, **asdict(contents)}
    fresh = directory / f"{CONTENTS}.new"
    data = json.dumps({"crc32": zlib.crc32(_canonical(body)), "body": body}).encode()
    with open(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, directory / CONTENTS)
    _sync_directory(directory)


def _canonical(body: object) -> bytes:
    return json.dumps(body, sort_keys=True).encode()


class SegmentWriting:
    """Writes the arrays of one segment, each in as many pieces as one likes."""

    def __init__(self, directory: Path, name: str) -> None:
        self._name = name
        self._path = directory / name
        shutil.rmtree(self._path, ignore_errors=True)
        self._path.mkdir(mode=0o700)
        self._files: dict[str, Written] = {}

    def put(self, name: str, length: int, pieces: Iterable[Array]) -> None:
        """Write an array of a known length."""
        dtype = DTYPES[name]
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
        header = {"descr": dtype.str, "fortran_order": False, "shape": (length,)}
        with open(os.open(self._path / f"{name}.npy", flags, 0o600), "wb") as file:
            checked = _Checked(file)
            np.lib.format.write_array_header_1_0(checked, header)
            for piece in pieces:
                checked.write(np.ascontiguousarray(piece, dtype=dtype).data)
            file.flush()
            os.fsync(file.fileno())
        self._files[name] = Written(length, checked.bytes, checked.crc32)

    def finish(self) -> Listed:
        """What the table of contents should say of it."""
        _sync_directory(self._path)
        return Listed(self._name, self._files)


class _Checked:
    """A file that is being written, with its size and checksum so far."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.bytes = 0
        self.crc32 = 0

    def write(self, data: Any) -> None:
        self.bytes += memoryview(data).nbytes
        self.crc32 = zlib.crc32(data, self.crc32)
        self._file.write(data)


def write_segment(directory: Path, name: str, segment: Segment) -> Listed:
    """Write a segment that is in memory."""
    writing = SegmentWriting(directory, name)
    for array in DTYPES:
        values = getattr(segment, array)
        writing.put(array, len(values), [values])
    return writing.finish()


def open_segment(directory: Path, listed: Listed) -> Segment:
    """Map a segment's arrays.

    Raises:
        LibraryDamaged: a file is missing or not as it was written.
    """
    arrays = {}
    for name, dtype in DTYPES.items():
        path = directory / listed.name / f"{name}.npy"
        written = listed.files[name]
        try:
            if path.stat().st_size != written.bytes or (
                name not in _LARGE and _checksum(path) != written.crc32
            ):
                raise LibraryDamaged(f"{path} is damaged.")
            mapped = np.load(path, mmap_mode="r" if written.length else None, allow_pickle=False)
        except (OSError, ValueError, SyntaxError) as error:
            raise LibraryDamaged(f"{path} is missing or damaged ({error}).") from error
        if mapped.dtype != dtype or mapped.shape != (written.length,):
            raise LibraryDamaged(f"{path} is damaged.")
        arrays[name] = mapped.view(np.ndarray)
    return Segment(**arrays)


def damaged_files(directory: Path, listed: Listed) -> list[Path]:
    """Read every byte of a segment; gives the files that are not as they were written."""
    found = []
    for name, written in listed.files.items():
        path = directory / listed.name / f"{name}.npy"
        if not path.exists() or _checksum(path) != written.crc32:
            found.append(path)
    return found


def remove_segments(directory: Path, keep: Contents) -> None:
    """Delete what no table of contents names any more."""
    named = {listed.name for listed in keep.segments}
    for path in directory.iterdir():
        if path.is_dir() and path.name not in named:
            shutil.rmtree(path, ignore_errors=True)


def _checksum(path: Path) -> int:
    crc32 = 0
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            crc32 = zlib.crc32(chunk, crc32)
    return crc32


def _sync_directory(directory: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
