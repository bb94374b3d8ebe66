"""A segment: a share of the documents, with their postings in arrays that never change."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, places_of, starts, stretches
from index.columnar.contents import ListedSegment
from index.columnar.files import Written, read_file
from index.columnar.spans import find
from index.errors import LibraryDamaged

_WORTH_SEARCHING = 2_000
"""Postings of a word from which on a few documents are searched for among them one by one."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings of some words in a segment, word by word."""

    documents: Array
    """(P,) numbers of the documents in the segment, ascending for each word; removed ones included."""
    counts: Array
    """(P,) occurrences in each."""


class Field:
    """The postings of one field of a segment."""

    def __init__(self, arrays: dict[str, Array], name: str, documents: int) -> None:
        nothing = np.empty(0, dtype=np.uint32)
        self.words: Array = arrays.get(f"{name}.words", nothing)
        """(T,) the numbers of its words, ascending."""
        self.edges: Array = arrays.get(f"{name}.edges", np.zeros(1, np.int64))
        """(T + 1,) where the postings of each word begin."""
        self.documents: Array = arrays.get(f"{name}.documents", nothing)
        """(P,) the document of each posting, ascending for each word."""
        self.counts: Array = arrays.get(f"{name}.counts", nothing)
        """(P,) how often the word is there."""
        self.place_edges: Array | None = arrays.get(f"{name}.place_edges")
        """(T + 1,) where the places of each word begin."""
        self.places: Array | None = arrays.get(f"{name}.places")
        """(K,) the positions, posting by posting."""
        self.lengths: Array = arrays.get(f"{name}.lengths", np.zeros(documents, np.uint32))
        """(D,) words of each document, compounds counted by their parts."""
        self.sentence_edges: Array | None = arrays.get(f"{name}.sentence_edges")
        """(D + 1,) where the sentences of each document begin."""
        self.sentences: Array | None = arrays.get(f"{name}.sentences")
        """(S,) twice the position of the first word of each, plus one where it begins a paragraph."""
        self.span_edges: Array | None = arrays.get(f"{name}.span_edges")
        """(D + 1,) where the spans of each document begin."""
        self.packed_spans: Array | None = arrays.get(f"{name}.spans")
        """Where the words of the documents stand in their texts; see `spans`."""
        self.vector_edges: Array | None = arrays.get(f"{name}.vector_edges")
        """(D + 1,) where the words of each document begin."""
        self.vector_words: Array | None = arrays.get(f"{name}.vector_words")
        """(P,) the words of the documents, ascending in each."""
        self.vector_counts: Array | None = arrays.get(f"{name}.vector_counts")
        """(P,) how often each is there."""

    def beginnings(self, documents: Ints) -> tuple[Ints, Ints, NDArray[np.bool_]]:
        """Where the sentences of some documents begin.

        Returns:
            Of each which of the documents it is in, the position of its first word, and whether a paragraph
            begins there.
        """
        if self.sentence_edges is None or self.sentences is None:
            return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, bool)
        begins = self.sentence_edges[documents].astype(np.int64)
        many = self.sentence_edges[documents + 1].astype(np.int64) - begins
        found = self.sentences[stretches(begins, many)].astype(np.int64)
        return np.repeat(np.arange(len(documents)), many), found >> 1, (found & 1).astype(bool)

    def places_among(self, words: Array) -> Array:
        """Where in `words` those of some words stand that the segment has."""
        at, there = places_of(words, self.words)
        return at[there]

    def postings(self, at: Array) -> Postings:
        """The postings of some words, given by their places in `words`."""
        if len(at) == 1:
            begin, end = int(self.edges[at[0]]), int(self.edges[at[0] + 1])
            return Postings(self.documents[begin:end], self.counts[begin:end])
        begins, sizes = self._extents(at)
        rows = stretches(begins, sizes)
        return Postings(self.documents[rows], self.counts[rows])

    def sizes(self, at: Array) -> Ints:
        """In how many documents each of some words is, removed ones included."""
        return self._extents(at)[1]

    def spans(self, documents: Ints, gap: int, owners: Ints, positions: Ints) -> tuple[Ints, Ints]:
        """First code point and one past the last of the words at some positions.

        Args:
            documents: Numbers of documents in the segment.
            gap: Positions that a paragraph boundary covers.
            owners: Which of the documents each word is in, from 0.
            positions: Its position there; there is a word.
        """
        assert self.span_edges is not None and self.packed_spans is not None
        return find(self.span_edges, self.packed_spans, documents, gap, owners, positions)

    def _extents(self, at: Array) -> tuple[Ints, Ints]:
        begins = self.edges[at].astype(np.int64)
        return begins, self.edges[at + 1].astype(np.int64) - begins

    def place_sizes(self, at: Array) -> Ints:
        """How many places each of some words has, those in removed documents included."""
        assert self.place_edges is not None
        sizes: Ints = self.place_edges[at + 1].astype(np.int64) - self.place_edges[at].astype(np.int64)
        return sizes

    def occurrences(self, at: Array, wanted: Ints) -> tuple[Array, Array, Ints]:
        """Where some words stand, given by their places in `words`, word by word.

        Args:
            at: The places of the words.
            wanted: (W,) the documents that matter, ascending.

        Returns:
            The document and the position of each occurrence, and which of the words it is, from 0.
        """
        assert self.places is not None
        postings = int(self.sizes(at).sum())
        if len(at) * max(_WORTH_SEARCHING, 8 * len(wanted)) < postings:
            found = [self._searched(place, wanted) for place in at.tolist()]
            documents, counts, firsts = map(np.concatenate, zip(*found, strict=True))
            owners = np.repeat(np.arange(len(at)), [len(one[0]) for one in found])
        else:
            documents, counts, firsts, owners = self._sifted(at, wanted)
        positions = self.places[stretches(firsts, counts)]
        return np.repeat(documents, counts), positions, np.repeat(owners, counts)

    def _searched(self, at: int, wanted: Ints) -> tuple[Array, Ints, Ints]:
        """The postings of one word in some documents: document, count and first place; by search."""
        assert self.place_edges is not None
        begin, end = int(self.edges[at]), int(self.edges[at + 1])
        documents = self.documents[begin:end]
        rows, there = places_of(wanted.astype(documents.dtype), documents)
        rows = rows[there]
        counts = self.counts[begin : begin + int(rows[-1]) + 1 if len(rows) else begin]
        before = np.cumsum(counts, dtype=np.int64)
        many = counts[rows].astype(np.int64)
        return documents[rows], many, before[rows] - many + int(self.place_edges[at])

    def _sifted(self, at: Array, wanted: Ints) -> tuple[Array, Ints, Ints, Ints]:
        """The postings of some words in some documents, as above and by which word; by looking at all."""
        assert self.place_edges is not None
        begins, sizes = self._extents(at)
        rows = stretches(begins, sizes)
        documents, counts = self.documents[rows], self.counts[rows].astype(np.int64)
        # The places of a word follow one another: those of a posting begin where the last one's end.
        before, edges = starts(counts), starts(sizes)
        shift = self.place_edges[at].astype(np.int64) - before[edges[:-1]]
        firsts = before[:-1] + np.repeat(shift, sizes)
        owners = np.repeat(np.arange(len(at)), sizes)
        if len(wanted) == len(self.lengths):
            return documents, counts, firsts, owners
        matters = np.zeros(len(self.lengths), dtype=bool)
        matters[wanted] = True
        chosen = np.flatnonzero(matters[documents])
        return documents[chosen], counts[chosen], firsts[chosen], owners[chosen]


class Segment:
    """The arrays of a segment."""

    def __init__(self, directory: Path, file: Written, documents: int) -> None:
        """Map them.

        Raises:
            LibraryDamaged: Its file is not as it was written.
        """
        self.file = file
        """What the table of contents says of it."""
        self.documents = documents
        """Number of documents, those since removed included."""
        self.arrays = read_file(directory, file)
        """All arrays by name."""
        self._fields: dict[str, Field] = {}
        for name, array in self.arrays.items():
            kind = name.rpartition(".")[2]
            if kind in ("column", "lengths") and len(array) != documents:
                raise LibraryDamaged(f"{directory / file.name} is damaged.")

    @property
    def name(self) -> str:
        """What it is called; no two segments of an index ever have one name."""
        return self.file.name

    def field(self, name: str) -> Field:
        """One field."""
        if name not in self._fields:
            self._fields[name] = Field(self.arrays, name, self.documents)
        return self._fields[name]

    def column(self, name: str) -> Array:
        """A number for each document; 0 where there is none."""
        found = self.arrays.get(f"{name}.column")
        return np.zeros(self.documents, dtype=np.int64) if found is None else found


@dataclass(frozen=True)
class Held:
    """A segment as part of a state of the index."""

    segment: Segment
    """Its arrays."""
    listed: ListedSegment
    """What the table of contents says of it."""
    base: int
    """Number of its first document in the index."""

    @cached_property
    def live(self) -> NDArray[np.bool_]:
        """(D,) which of its documents are in the index."""
        return self.listed.live()
