"""All that Cuttings uses of Whoosh beyond what Whoosh promises to keep.

Works with whoosh3 3.54 and with Whoosh 2.7.4: a segment's dictionary and per-document columns are
reached through its reader's private parts, and the blocks of a posting list are read whole instead
of posting by posting.
"""

import errno
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3TermInfo
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import LockError
from whoosh.reading import SegmentReader
from whoosh.system import pack_ushort
from whoosh.util.filelock import LockBase
from whoosh.writing import SegmentWriter

from index.errors import CuttingsError, LibraryDamaged, StorageError

# Errors of the machine, not of the files.
_MACHINE = frozenset(
    getattr(errno, name)
    for name in ["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "ENOMEM"]
)

_ENTRY = struct.Struct("!ii")  # Lengths of the term, with its field before it, and of what is known of it.
_TERM_INFO_SIZE = W3TermInfo._struct.size + 12  # Its statistics, and where its postings are.


@contextmanager
def damage_noticed() -> Iterator[None]:
    """Around calls of Whoosh that read what it wrote.

    A damaged file makes them raise anything at all, so whatever is raised is taken for damage; all
    but the errors that come from the machine being short of something.
    """
    try:
        yield
    except (CuttingsError, LockError, MemoryError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _MACHINE:
            raise StorageError(f"The index cannot be used: {error.strerror}.") from error
        raise LibraryDamaged(f"The index cannot be read ({type(error).__name__}: {error}).") from error


class Block(NamedTuple):
    """A piece of a term's posting list."""

    documents: NDArray[np.int64]
    """Document numbers within the segment, ascending."""
    counts: NDArray[np.int64]
    """Occurrences in each."""
    values: tuple[bytes, ...] | None
    """What the field's format wrote for each; None where it writes nothing."""


def blocks(reader: SegmentReader, at: int, format_: object) -> list[Block]:
    """The posting list of a term of a segment, deleted documents included.

    Args:
        reader: The segment.
        at: Where its dictionary holds the term (`terms`).
        format_: How the field's values are written.
    """
    terms = reader._terms
    info = W3TermInfo.from_bytes(bytes(terms._dbfile.get(at, _TERM_INFO_SIZE)))
    matcher = terms._codec.postings_reader(terms._postfile, info, format_)
    found = []
    while matcher.is_active():
        matcher._read_data()
        deltas, weights, values = matcher._data
        documents = np.cumsum(np.array(deltas, dtype=np.int64))
        if weights is None:
            counts = np.ones(len(documents), dtype=np.int64)
        else:
            counts = np.broadcast_to(np.asarray(weights), len(documents)).astype(np.int64)
        if deltas[0] < 0 or min(deltas[1:], default=1) < 1 or documents[-1] >= reader.doc_count_all():
            raise ValueError("a posting list is out of order")
        found.append(Block(documents, counts, values))
        matcher._next_block()
    return found


def terms(reader: SegmentReader) -> dict[str, tuple[list[bytes], list[int]]]:
    """All terms of a segment in order, by their field, with the places `blocks` asks for."""
    dictionary = reader._terms._tindex
    names = {pack_ushort(number): name for name, number in reader._terms._fieldmap.items()}
    found: dict[bytes, tuple[list[bytes], list[int]]] = {number: ([], []) for number in names}
    start = dictionary.startofdata
    size = dictionary.endofdata - start
    data = bytes(dictionary.dbfile.get(start, size))
    at, width = 0, _ENTRY.size
    while at < size:
        key_length, value_length = _ENTRY.unpack_from(data, at)
        at += width
        words, places = found[data[at : at + 2]]
        words.append(data[at + 2 : at + key_length])
        at += key_length
        places.append(start + at)
        at += value_length
    return {names[number]: entries for number, entries in found.items()}


def column(reader: SegmentReader, name: str, dtype: str) -> NDArray[np.int64]:
    """A numeric column of a segment as an array; 0 where a document has no value."""
    values = np.zeros(reader.doc_count_all(), dtype=np.int64)
    columns = reader._perdoc
    if columns.has_column(name):
        file, offset, length = columns._get_column_file(name)
        try:
            raw = np.frombuffer(bytes(file.get(offset, length)), dtype=dtype)
        finally:
            file.close()
        values[: len(raw)] = raw
    return values


def segment_name(reader: SegmentReader) -> str:
    """What a segment is called; its documents and words never change under one name."""
    return str(reader.segment().segment_id())


def deleted(reader: SegmentReader) -> NDArray[np.int64]:
    """Numbers of the deleted documents of a segment."""
    return np.fromiter(reader._perdoc.deleted_docs(), dtype=np.int64)


def merge_into(writer: SegmentWriter, segments: list[Any]) -> None:
    """Write the live documents of some segments again, as part of the writer's new one."""
    for segment in segments:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        try:
            writer.add_reader(reader)
        finally:
            reader.close()


def codec() -> W3Codec:
    """Whoosh's own codec, with longer blocks: they are read whole."""
    return W3Codec(blocklimit=1024, compression=0)


class PrivateStorage(FileStorage):  # type: ignore[misc]
    """A directory in which every file is its owner's alone."""

    def create_file(self, name: str, excl: bool = False, mode: str = "wb", **options: Any) -> StructFile:
        """Create or empty a file that no one else can read."""
        flags = os.O_CREAT | os.O_RDWR | (os.O_EXCL if excl else os.O_TRUNC)
        file = os.fdopen(os.open(self._fpath(name), flags, 0o600), mode)
        return StructFile(file, name=name, **options)

    def temp_storage(self, name: str | None = None) -> FileStorage:
        """A directory for the time of writing, within this one."""
        path = self._fpath(name or "writing.tmp")
        os.makedirs(path, mode=0o700, exist_ok=True)
        return PrivateStorage(path)

    def lock(self, name: str) -> LockBase:
        """A lock whose file no one else can take."""
        os.close(os.open(self._fpath(name), os.O_CREAT | os.O_WRONLY, 0o600))
        return super().lock(name)
