"""Documents on their way into a segment: kept as they come, inverted all at once by one sort."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import PerDocumentWriter
from whoosh.fields import Schema

from index.columnar import spans
from index.columnar.arrays import Array, Ints, narrow, order_of, starts
from index.columnar.chunks import BREAK, Chunks, beginnings
from index.columnar.fields import LabelField, TextField
from index.columnar.vocabulary import Measure, one

Numbering = Callable[[str, Sequence[str]], Ints]
"""Gives the numbers of some words of a vocabulary (its name first), new ones where they are new."""


class Reader:
    """Takes the texts of a vocabulary's fields apart, and remembers the numbers of its words."""

    def __init__(self, chunks: Chunks, measure: Measure = one) -> None:
        """Take what takes texts apart, and what tells how many positions a word covers."""
        self.chunks = chunks
        """Takes them apart."""
        self.measure = measure
        """Tells of a word how many positions it covers."""
        self._birth = ""
        self.forget()

    def follow(self, birth: str) -> None:
        """Forget the numbers of another index than the one that has this birth."""
        if birth != self._birth:
            self._birth = birth
            self.forget()

    def forget(self) -> None:
        """Start over: the numbers are no longer those of the index."""
        self.chunks.clear()
        self._known = np.empty(0, dtype=np.int64)
        self._single = np.empty(0, dtype=bool)

    def single(self, words: Array) -> NDArray[np.bool_]:
        """Which of some words cover one position."""
        new = self.chunks.words[len(self._single) :]
        fresh = np.fromiter((self.measure(word) == 1 for word in new), bool, len(new))
        self._single = np.concatenate([self._single, fresh])
        return self._single[words]

    def numbers(self, words: Array, give: Callable[[Sequence[str]], Ints]) -> Array:
        """The numbers in the index of words that have a number here."""
        fresh = np.full(len(self.chunks.words) - len(self._known), -1, dtype=np.int64)
        self._known = np.concatenate([self._known, fresh])
        asked = np.zeros(len(self._known), dtype=bool)
        asked[words] = True
        missing = np.flatnonzero(asked & (self._known < 0))
        if len(missing):
            self._known[missing] = give([self.chunks.words[number] for number in missing.tolist()])
        return self._known[words]


class _Texts:
    """The values of a text field: pieces of T texts one after the other."""

    def __init__(self) -> None:
        self.documents = array("I")
        self.sizes = array("I")
        self.chunks = array("I")
        self.words = 0
        self.unplain: list[tuple[slice, Ints]] = []
        """Which of the pieces are those of a text that is not plain, and where they begin."""

    def put(self, document: int, chunks: "array[int]", words: int) -> None:
        self.documents.append(document)
        self.sizes.append(len(chunks))
        self.chunks.extend(chunks)
        self.words += words


class Gathering(PerDocumentWriter):  # type: ignore[misc]
    """What a writer puts together before it writes a segment; Whoosh's pool of postings, too."""

    def __init__(self, schema: Schema, readers: Mapping[str, Reader]) -> None:
        """Take the fields, and what takes the texts of each vocabulary apart."""
        self._schema = schema
        self._readers = readers
        self.is_closed = False
        """Whether Whoosh has closed it; what was gathered stays."""
        self._before = 0
        self.clear()

    def clear(self) -> None:
        """Begin the next segment."""
        self._texts: dict[str, _Texts] = {}
        self._labels: dict[str, list[tuple[int, str]]] = {}
        self._columns: dict[str, list[tuple[int, Sequence[int]]]] = {}
        self._before += getattr(self, "documents", 0)
        self.documents = 0
        """Number of documents so far."""

    @property
    def size(self) -> int:
        """Number of words gathered."""
        return sum(texts.words for texts in self._texts.values())

    # As Whoosh's writer calls it

    def start_doc(self, docnum: int) -> None:
        """Begin a document."""
        self.documents = docnum - self._before + 1

    def cancel_doc(self) -> None:
        """Leave the document that was begun as it is: one without words is found by none."""

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int) -> None:
        """Nothing is stored, and lengths are counted with the words."""

    def add_column_value(self, fieldname: str, columnobj: Any, value: int) -> None:
        """Note a number of the document that was begun."""
        self.put_numbers(fieldname, self.documents - 1, (value,))

    def close(self) -> None:
        """Whoosh is done with it."""
        self.is_closed = True

    def add(self, posting: tuple[str, bytes, int, float, str]) -> None:
        """Take what `ColumnarField.index` gave."""
        field, _, document, _, value = posting
        self.put_texts(field, document - self._before, (value,))

    def iter_postings(self) -> "Gathering":
        """All postings: itself, since they are inverted later."""
        return self

    def cleanup(self) -> None:
        """There are no files to remove."""

    # Many documents at once

    def put_texts(self, field: str, first: int, values: Iterable[str]) -> None:
        """Note the values of a field in documents that follow one another."""
        kind = self._schema[field]
        if isinstance(kind, LabelField):
            labels = self._labels.setdefault(field, [])
            labels.extend((first + at, value) for at, value in enumerate(values))
        elif isinstance(kind, TextField):
            chunks = self._readers[kind.space].chunks
            texts = self._texts.setdefault(field, _Texts())
            for at, value in enumerate(values):
                pieces = chunks.read(value)
                if kind.places and not chunks.is_plain(pieces, len(value)):
                    here = slice(len(texts.chunks), len(texts.chunks) + len(pieces))
                    texts.unplain.append((here, beginnings(value)))
                texts.put(first + at, pieces, chunks.words_in(pieces))
        else:
            raise TypeError(f"the codec has no way to keep the field {field!r}")

    def put_numbers(self, field: str, first: int, values: Sequence[int]) -> None:
        """Note the numbers of documents that follow one another."""
        self._columns.setdefault(field, []).append((first, values))

    # All of it as arrays

    def arrays(self, numbering: Numbering) -> dict[str, Array]:
        """The arrays of a segment, by name."""
        found: dict[str, Array] = {}
        for field, parts in self._columns.items():
            column = np.zeros(self.documents, dtype=np.int64)
            for first, values in parts:
                column[first : first + len(values)] = values
            found[f"{field}.column"] = column
        for field, labels in self._labels.items():
            numbers = numbering(self._schema[field].space, [label for _, label in labels])
            documents = np.fromiter((document for document, _ in labels), np.uint32, len(labels))
            found.update(_prefixed(field, invert(documents, numbers.astype(np.uint32), None)))
        for field, texts in self._texts.items():
            found.update(_prefixed(field, self._inverted(self._schema[field], texts, numbering)))
        return found

    def _inverted(self, kind: TextField, texts: _Texts, numbering: Numbering) -> dict[str, Array]:
        reader = self._readers[kind.space]
        chunks = np.frombuffer(texts.chunks, np.uint32) if texts.chunks else np.empty(0, np.uint32)
        sizes = np.frombuffer(texts.sizes, np.uint32)
        owners = np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
        words = reader.chunks.expand(chunks)
        of_text = owners[words.chunks]
        documents = np.frombuffer(texts.documents, np.uint32)[of_text]
        first = starts(reader.chunks.widths(chunks))[starts(sizes)[:-1]]
        positions = words.positions - first[of_text]
        numbers = reader.numbers(words.words, lambda new: numbering(kind.space, new)).astype(np.uint32)
        found = invert(documents, numbers, positions.astype(np.uint32) if kind.places else None)
        single = reader.single(words.words)
        found["lengths"] = np.bincount(documents[single], minlength=self.documents)
        if kind.places:
            within, letters = reader.chunks.spans(words.remembered[single])
            begins = self._begins(reader.chunks, chunks, sizes, texts.unplain)[words.chunks[single]] + within
            standing = spans.Spans(
                documents[single].astype(np.int64), positions[single], begins, begins + letters
            )
            found["span_edges"], found["spans"] = spans.pack(standing, self.documents, reader.chunks.gap)
            begun = reader.chunks.beginnings(chunks, sizes, words)
            found["sentences"] = positions[begun.sentences] * 2 + begun.paragraphs[begun.sentences]
            found["sentence_edges"] = starts(
                np.bincount(documents[begun.sentences], minlength=self.documents)
            )
        if kind.forward:
            found.update(turned(found, self.documents))
        return found

    @staticmethod
    def _begins(chunks: Chunks, pieces: Array, sizes: Array, unplain: Iterable[tuple[slice, Ints]]) -> Ints:
        """Where each piece begins in its text, in code points."""
        begins = chunks.begins(pieces)
        begins -= np.repeat(begins[starts(sizes)[:-1][sizes > 0]], sizes[sizes > 0])
        for here, known in unplain:
            begins[here][pieces[here] != BREAK] = known
        return begins


def invert(documents: Array, words: NDArray[np.uint32], places: Array | None) -> dict[str, Array]:
    """Postings from occurrences.

    Args:
        documents: (K,) the document of each occurrence, ascending.
        words: (K,) its word.
        places: (K,) its position, ascending in each document for each word.

    Returns:
        `words` (T,) ascending, `edges` (T + 1,) where the postings of each begin, `documents` and
        `counts` (P,) and, with places, `place_edges` (T + 1,) and `places` (K,).
    """
    order = order_of(words)
    words, documents = words[order], documents[order]
    new_word = np.ones(len(words), dtype=bool)
    new_word[1:] = words[1:] != words[:-1]
    new = new_word.copy()
    new[1:] |= documents[1:] != documents[:-1]
    at = np.flatnonzero(new)
    counts = np.diff(at, append=len(words))
    found: dict[str, Array] = {
        "words": words[new_word],
        "edges": np.append(np.flatnonzero(new_word[at]), len(at)),
        "documents": documents[at],
        "counts": counts,
    }
    if places is not None:
        found["place_edges"] = np.append(np.flatnonzero(new_word), len(words))
        found["places"] = places[order]
    return found


def turned(postings: Mapping[str, Array], documents: int) -> dict[str, Array]:
    """The words of each document, from the postings of each word.

    Returns:
        `vector_edges` (D + 1,) where the words of each document begin, `vector_words` (P,) ascending
        in each, and `vector_counts` (P,).
    """
    words = np.repeat(postings["words"], np.diff(postings["edges"]))
    order = order_of(postings["documents"].astype(np.uint32))
    sizes = np.bincount(postings["documents"], minlength=documents)
    return {
        "vector_edges": starts(sizes),
        "vector_words": words[order],
        "vector_counts": postings["counts"][order],
    }


KINDS: Mapping[str, str | None] = {
    "column": "<i8",
    "words": "<u4",
    "edges": None,
    "documents": "<u4",
    "counts": None,
    "place_edges": None,
    "places": None,
    "lengths": "<u4",
    "sentence_edges": None,
    "sentences": None,
    "span_edges": None,
    "spans": "u1",
    "vector_edges": None,
    "vector_words": "<u4",
    "vector_counts": None,
}
"""The types in which arrays are kept; None for the smallest that holds them."""


def kind_of(name: str, array: Array) -> np.dtype[Any]:
    """The type in which an array of a segment is kept."""
    kind = KINDS[name.rpartition(".")[2]]
    return np.dtype(kind) if kind else narrow(int(array.max()) if len(array) else 0)


def _prefixed(field: str, arrays: Mapping[str, Array]) -> dict[str, Array]:
    return {f"{field}.{name}": array for name, array in arrays.items()}
