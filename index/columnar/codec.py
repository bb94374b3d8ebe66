"""Whoosh's codec, segments and index over columnar files: nothing of Whoosh's own is on the disk."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec import base
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage

from index.columnar.contents import ListedSegment
from index.columnar.gather import Gathering
from index.columnar.reading import Documents, Terms
from index.columnar.segment import Segment

if TYPE_CHECKING:
    from index.columnar.vocabulary import Vocabulary


class ColumnarSegment(base.Segment):  # type: ignore[misc]
    """A segment as Whoosh hands it round: what is listed of it, its arrays, and which documents go."""

    def __init__(
        self,
        schema: Schema,
        segment: Segment,
        listed: ListedSegment,
        vocabularies: "Mapping[str, Vocabulary]",
    ) -> None:
        super().__init__("articles")
        self.segid = segment.name
        self.schema, self.segment, self.listed, self.vocabularies = schema, segment, listed, vocabularies
        self.live = listed.live()
        """(D,) which of its documents are in the index."""

    def codec(self) -> "ColumnarCodec":
        """What reads it."""
        return ColumnarCodec(None)

    def should_assemble(self) -> bool:
        """It is one file already."""
        return False

    def doc_count_all(self) -> int:
        """Number of documents, those since removed included."""
        return self.segment.documents

    def deleted_count(self) -> int:
        """Number of documents that are removed."""
        return self.segment.documents - int(np.count_nonzero(self.live))

    def deleted_docs(self) -> frozenset[int]:
        """Those documents."""
        return frozenset(np.flatnonzero(~self.live).tolist())

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Remove a document, or take it back in."""
        self.live[docnum] = not delete

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is removed."""
        return not self.live[docnum]


class NewSegment(base.Segment):  # type: ignore[misc]
    """A segment that is not written yet."""

    def should_assemble(self) -> bool:
        """It will be one file."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Whoosh tells how many documents came; the gathering knows."""


class _FieldWriter(base.FieldWriter):  # type: ignore[misc]
    """Whoosh asks for one; the postings are written from the gathering when it commits."""

    def __init__(self) -> None:
        self.is_closed = False

    def add_postings(self, schema: Schema, lengths: Any, items: Any) -> None:
        """They stay where they are until the commit."""

    def close(self) -> None:
        """Whoosh is done with it."""
        self.is_closed = True


class ColumnarCodec(base.Codec):  # type: ignore[misc]
    """Columnar segments."""

    length_stats = False

    def __init__(self, gathering: Gathering | None) -> None:
        """Take what a writer gathers in; None for reading."""
        self._gathering = gathering

    def per_document_writer(self, storage: FileStorage, segment: NewSegment) -> Gathering:
        """What takes the documents in."""
        assert self._gathering is not None
        return self._gathering

    def field_writer(self, storage: FileStorage, segment: NewSegment) -> _FieldWriter:
        """What takes the postings in."""
        return _FieldWriter()

    def new_segment(self, storage: FileStorage, indexname: str) -> NewSegment:
        """A segment to be written."""
        return NewSegment(indexname)

    def terms_reader(self, storage: FileStorage, segment: ColumnarSegment) -> Terms:
        """The words of a segment."""
        return Terms(segment.schema, segment.segment, segment.vocabularies)

    def per_document_reader(self, storage: FileStorage, segment: ColumnarSegment) -> Documents:
        """The documents of a segment."""
        return Documents(segment.schema, segment.segment, segment.live, segment.vocabularies)


class PrivateStorage(FileStorage):  # type: ignore[misc]
    """The directory of an index."""

    def __init__(self, directory: Path) -> None:
        super().__init__(str(directory), supports_mmap=False)

    def temp_storage(self, name: str | None = None) -> "_NoStorage":
        """Nothing is put aside while writing."""
        return _NoStorage()


class _NoStorage:
    """A place for files that are never made."""

    def destroy(self) -> None:
        """There is nothing to remove."""
