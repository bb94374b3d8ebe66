"""A segment as Whoosh's readers want it: its words in order, its documents, its columns."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import FieldCursor, PerDocumentReader, TermsReader
from whoosh.columns import Column, ColumnReader
from whoosh.fields import Schema
from whoosh.reading import TermInfo

from index.columnar.arrays import Array
from index.columnar.fields import ColumnarField
from index.columnar.matcher import ArrayMatcher
from index.columnar.segment import Segment
from index.columnar.strings import decode, encode
from index.columnar.vocabulary import UNKNOWN, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping


class Terms(TermsReader):  # type: ignore[misc]
    """The words of a segment."""

    def __init__(self, schema: Schema, segment: Segment, vocabularies: "Mapping[str, Vocabulary]") -> None:
        self._schema = schema
        self._segment = segment
        self._vocabularies = vocabularies

    def _vocabulary(self, field: str) -> Vocabulary:
        return self._vocabularies.get(self._schema[field].space) or Vocabulary(())

    @cached_property
    def _sorted(self) -> dict[str, list[bytes]]:
        """The words of each field in the order of their bytes."""
        return {
            field: sorted(map(encode, self._vocabulary(field).words(self._segment.field(field).words)))
            for field in self.indexed_field_names()
        }

    def _place(self, field: str, text: bytes) -> int:
        number = self._vocabulary(field).number(decode(text))
        at = self._segment.field(field).places_among(np.array([number]))
        if number == UNKNOWN or not len(at):
            raise KeyError((field, text))
        return int(at[0])

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        try:
            self._place(*term)
        except KeyError:
            return False
        return True

    def indexed_field_names(self) -> list[str]:
        """The fields that hold words."""
        return sorted(name for name, kind in self._schema.items() if isinstance(kind, ColumnarField))

    def cursor(self, fieldname: str, fieldobj: Any) -> "Cursor":
        """Something that walks the words of a field."""
        return Cursor(self, fieldname, self._sorted[fieldname])

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All words in order."""
        for field, words in self._sorted.items():
            for word in words:
                yield field, word

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The words from a place on."""
        for field, words in self._sorted.items():
            if field >= fieldname:
                for word in words[bisect_left(words, prefix) if field == fieldname else 0 :]:
                    yield field, word

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """All words with what is known of them."""
        for term in self.terms():
            yield term, self.term_info(*term)

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The words from a place on, with what is known of them."""
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What is known of a word; removed documents are counted until their segment is written anew."""
        found = self._segment.field(fieldname).postings(np.array([self._place(fieldname, text)]))
        lengths = self._segment.field(fieldname).lengths[found.documents]
        return TermInfo(
            weight=float(found.counts.sum()),
            df=len(found.documents),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(found.counts.max()),
            minid=int(found.documents[0]),
            maxid=int(found.documents[-1]),
        )

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """Something that walks the postings of a word."""
        field = self._segment.field(fieldname)
        at = self._place(fieldname, text)
        found = field.postings(np.array([at]))

        def places(number: int) -> bytes:
            if field.places is None or field.place_edges is None:
                return b""
            first = int(field.place_edges[at]) + int(found.counts[:number].sum(dtype=np.int64))
            return field.places[first : first + int(found.counts[number])].astype("<u4").tobytes()

        return ArrayMatcher(found.documents, found.counts, places, format_, (fieldname, text), scorer)


class Cursor(FieldCursor):  # type: ignore[misc]
    """Walks the words of a field in order."""

    def __init__(self, terms: Terms, field: str, words: list[bytes]) -> None:
        self._terms, self._field, self._words = terms, field, words
        self._at = 0

    def first(self) -> str | None:
        """Go to the first word."""
        self._at = 0
        return self.text()

    def find(self, string: "str | bytes") -> str | None:
        """Go to the first word that is not before this one."""
        wanted = string if isinstance(string, bytes) else encode(string)
        self._at = bisect_left(self._words, wanted)
        return self.text()

    def next(self) -> str | None:
        """Go on by one word."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The word, if there is one here."""
        return decode(self._words[self._at]) if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        """What is known of the word."""
        return self._terms.term_info(self._field, self._words[self._at]) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Whether there is a word here."""
        return self._at < len(self._words)


class Documents(PerDocumentReader):  # type: ignore[misc]
    """The documents of a segment."""

    def __init__(
        self, schema: Schema, segment: Segment, live: NDArray[np.bool_], words: "Mapping[str, Vocabulary]"
    ) -> None:
        self._schema, self._segment, self._live, self._vocabularies = schema, segment, live, words

    def doc_count(self) -> int:
        """Number of documents that are not removed."""
        return int(np.count_nonzero(self._live))

    def doc_count_all(self) -> int:
        """Number of documents."""
        return self._segment.documents

    def has_deletions(self) -> bool:
        """Whether some are removed."""
        return not self._live.all()

    def is_deleted(self, docnum: int) -> bool:
        """Whether one is removed."""
        return docnum < len(self._live) and not self._live[docnum]  # Whoosh looks past the end

    def deleted_docs(self) -> frozenset[int]:
        """Those that are removed."""
        return frozenset(np.flatnonzero(~self._live).tolist())

    def supports_columns(self) -> bool:
        """It does."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether there is a number for the documents."""
        return f"{fieldname}.column" in self._segment.arrays

    def list_columns(self) -> list[str]:
        """The fields that are numbers."""
        return [name.rpartition(".")[0] for name in self._segment.arrays if name.endswith(".column")]

    def column_reader(self, fieldname: str, column: Column) -> "Numbers":
        """The number of each document."""
        return Numbers(self._segment.column(fieldname))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Words of a field of a document."""
        return int(self._segment.field(fieldname).lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        """Words of a field, all documents together."""
        return int(self._segment.field(fieldname).lengths.sum(dtype=np.int64))

    def min_field_length(self, fieldname: str) -> int:
        """Words of the shortest."""
        return int(self._segment.field(fieldname).lengths.min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        """Words of the longest."""
        return int(self._segment.field(fieldname).lengths.max(initial=0))

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        """Whether the words of a document can be asked for."""
        return self._segment.field(fieldname).vector_edges is not None

    def vector(self, docnum: int, fieldname: str, format_: Any) -> ArrayMatcher:
        """The words of a document in order, with how often each is there."""
        field = self._segment.field(fieldname)
        if field.vector_edges is None or field.vector_words is None or field.vector_counts is None:
            raise KeyError(fieldname)
        begin, end = int(field.vector_edges[docnum]), int(field.vector_edges[docnum + 1])
        vocabulary = self._vocabularies.get(self._schema[fieldname].space) or Vocabulary(())
        words = vocabulary.words(field.vector_words[begin:end])
        order = sorted(range(len(words)), key=lambda at: encode(words[at]))
        texts = np.array([encode(words[at]) for at in order], dtype=object)
        counts = field.vector_counts[begin:end][np.array(order, dtype=np.int64)]
        return VectorMatcher(texts, counts, lambda number: b"", format_)

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Nothing is stored."""
        return {}


class VectorMatcher(ArrayMatcher):
    """Steps through the words of one document."""

    def id(self) -> bytes:  # type: ignore[override]
        """The current word."""
        return bytes(self._ids[self._at])


class Numbers(ColumnReader):  # type: ignore[misc]
    """A column of numbers."""

    def __init__(self, numbers: Array) -> None:
        self._numbers = numbers
        self._sign = 1

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, docnum: int) -> int:
        return int(self._numbers[docnum])

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers.tolist())

    def sort_key(self, docnum: int) -> int:
        """What the document is sorted by."""
        return self._sign * self[docnum]

    def set_reverse(self) -> None:
        """Sort the other way round."""
        self._sign = -1
