"""One state of the index, read into arrays: who it holds, which words, and where they stand.

A document is known by its number in the snapshot; numbers of deleted documents stay unused and are
in no array given out.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, places_of, sizes, starts
from index.columnar.state import State
from index.errors import Cancelled
from index.fulltext import schema
from index.fulltext.labels import Labels
from index.fulltext.lexicon import FIELDS, OTHERS, Lexicon, Meaning
from index.fulltext.query import Graph, Label, Unit
from index.fulltext.windows import NOWHERE, PLACE_BITS, Mask, Windows, in_order
from index.model import Field

Floats = NDArray[np.float64]

CACHE_BYTES = 64 << 20
"""Arrays remembered of a snapshot, at most."""

REST_BYTES = 8 << 20
"""What is left of them where memory is given back."""

REST_OF_SCANS = CACHE_BYTES // 2
"""The same of what expressions were met by. A single one counts for half of it at most, so that the last
is never forgotten, and a search that was given up goes on where it stood."""

BATCH = 1 << 20
"""Postings read between two looks at whether the answer is still wanted."""


@dataclass(frozen=True, slots=True)
class Counts:
    """In which documents something occurs, and how often."""

    documents: Ints
    """Numbers of the documents, ascending."""
    counts: Ints
    """Occurrences in each, at least 1."""

    @property
    def nbytes(self) -> int:
        """Memory the arrays take."""
        return self.documents.nbytes + self.counts.nbytes


def counted(windows: Windows) -> Counts:
    """How many windows there are in each document."""
    documents = windows.documents()
    new = np.ones(len(documents), dtype=bool)
    new[1:] = documents[1:] != documents[:-1]
    first = np.flatnonzero(new)
    return Counts(documents[first], np.diff(first, append=len(documents)))


def added(pieces: Sequence[tuple[Ints, Array]], size: int) -> Counts:
    """How often some things occur together, from documents and how often each of them occurs there.

    Args:
        pieces: For each of them the documents, no document twice but where those ascend anew.
        size: Number of all documents.
    """
    postings = sum(len(documents) for documents, _ in pieces)
    if not postings:
        return Counts(NOWHERE.starts, NOWHERE.starts)
    documents = np.concatenate([documents for documents, _ in pieces])
    counts = np.concatenate([counts for _, counts in pieces])
    if (documents[1:] > documents[:-1]).all():
        return Counts(documents, counts.astype(np.int64))
    if postings > size // 16:
        # Dense enough that a pass over all documents is less work than sorting.
        there = np.zeros(size, dtype=bool)
        there[documents] = True
        found = np.flatnonzero(there)
        return Counts(found, np.bincount(documents, counts, size)[found].astype(np.int64))
    # A stable sort is a merge of stretches that are sorted already.
    order = np.argsort(documents, kind="stable")
    documents = documents[order]
    first = np.flatnonzero(np.append(True, documents[1:] != documents[:-1]))
    return Counts(documents[first], np.add.reduceat(counts[order], first, dtype=np.int64))


class Cache:
    """Remembers what was read last, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = 0
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()

    def get(self, key: Hashable) -> object | None:
        """What is remembered under a key."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def put(self, key: Hashable, value: object, size: int) -> None:
        """Remember something that takes so many bytes, in place of what was remembered under the key."""
        with self._lock:
            self._bytes -= self._kept.pop(key, (None, 0))[1]
            if size > self._limit // 4:
                return
            self._kept[key] = (value, size)
            self._bytes += size
            self._drop(self._limit)

    def shrink(self, size: int) -> None:
        """Forget what was not read for longest, until what is left takes so many bytes."""
        with self._lock:
            self._drop(size)

    def _drop(self, size: int) -> None:
        while self._bytes > size:
            _, (_, freed) = self._kept.popitem(last=False)
            self._bytes -= freed


class Snapshot:
    """A state of the index that does not change, for any number of threads to read."""

    def __init__(self, state: State) -> None:
        self.state = state
        """The segments and vocabularies."""
        self.vocabulary: Lexicon = Lexicon(state)
        """The words of title and text."""
        self.cache = Cache(CACHE_BYTES)
        """What was read or worked out before."""
        self.scans = Cache(CACHE_BYTES)
        """What expressions were met by in texts, which takes too long to give way to what is read again."""
        self.size = state.size
        """Document numbers, those of removed documents included."""
        self.live: Mask = np.concatenate([np.empty(0, bool), *(one.live for one in state.held)])
        """Which documents are not removed."""
        self.documents = int(self.live.sum())
        """Number of documents."""
        self.keys = self._column("key")
        """Catalog key of each document number."""
        self.versions = self._column("version")
        """Version of the document that is indexed."""
        self.published = self._column("published")
        """Day of publication as yyyymmdd; 0 where there is none."""
        self.languages = self._column("language")
        """Number of the language of each document; 0 where it is not known."""
        self._speaking: dict[str, Mask] = {}
        self._known_labels: dict[Label, tuple[Labels, Ints]] = {}
        self._spoken_by_all: dict[str | None, bool] = {}

    def _column(self, name: str) -> Ints:
        columns = [one.segment.column(name) for one in self.state.held]
        return np.concatenate([np.empty(0, np.int64), *columns])

    @cached_property
    def _by_key(self) -> Ints:
        """The numbers of the documents that are not removed, by key."""
        live = np.flatnonzero(self.live)
        return live[np.argsort(self.keys[live], kind="stable")]

    def numbers(self, keys: Ints) -> Ints:
        """The numbers of the documents with some keys, ascending by key; of those that are there."""
        at, there = places_of(np.sort(keys), self.keys[self._by_key])
        return self._by_key[at[there]]

    @cached_property
    def sources(self) -> dict[str, Ints]:
        """The documents of each outlet, by its name."""
        found: dict[str, list[Ints]] = {}
        names = self.state.vocabulary(schema.SPACES["source"])
        for one in self.state.held:
            field = one.segment.field("source")
            for at, name in enumerate(names.words(field.words)):
                documents = field.postings(np.array([at])).documents.astype(np.int64) + one.base
                found.setdefault(name, []).append(documents[self.live[documents]])
        return {name: np.concatenate(pieces) for name, pieces in found.items()}

    def labelled(self, label: Label, graph: Graph, *, whole: bool) -> Mask:
        """The documents whose outlet, byline or address holds the words of a clause, or is made of them."""
        labels, numbers = self._labels(label)
        there: Mask = np.zeros(len(labels.names) + 1, dtype=bool)  # the last stands for none
        there[labels.holding(graph, whole=whole)] = True
        return there[numbers]

    def label_names(self, label: Label) -> Sequence[str]:
        """All labels of a kind, those included that no document has any more."""
        return self._labels(label)[0].names

    def label_counts(self, label: Label) -> Ints:
        """How many documents have each of the labels of a kind."""
        labels, numbers = self._labels(label)
        here = numbers[self.live]
        return np.bincount(here[here >= 0], minlength=len(labels.names))

    def _labels(self, label: Label) -> tuple[Labels, Ints]:
        """All labels of a kind, and the number of that of each document; -1 where there is none."""
        if label not in self._known_labels:
            names = self.state.vocabulary(schema.SPACES[label])
            numbers = np.full(self.size, -1, dtype=np.int64)
            for one in self.state.held:
                field = one.segment.field(label)
                documents = field.documents.astype(np.int64) + one.base
                numbers[documents] = np.repeat(field.words, sizes(field.edges))
            self._known_labels[label] = Labels(names.words(np.arange(len(names)))), numbers
        return self._known_labels[label]

    def beginnings(self, field: Field, unit: Unit, among: Mask) -> Ints:
        """The places at which the sentences or paragraphs of a field begin in the documents of a mask."""
        found = [NOWHERE.starts]
        for one in self.state.held:
            wanted = np.flatnonzero(among[one.base : one.base + one.segment.documents])
            owners, positions, paragraphs = one.segment.field(field).beginnings(wanted)
            places = ((wanted[owners] + one.base) << PLACE_BITS) + positions
            found.append(places if unit == "sentence" else places[paragraphs])
        return np.concatenate(found)

    @cached_property
    def newest(self) -> Ints:
        """All document numbers by date, the newest first and those without one last, then by key."""
        return np.lexsort((self.keys, -self.published))

    @cached_property
    def rank(self) -> Ints:
        """Where in `newest` each document stands."""
        rank = np.empty(self.size, dtype=np.int64)
        rank[self.newest] = np.arange(self.size)
        return rank

    @cached_property
    def oldest(self) -> Ints:
        """All document numbers by date, the oldest first and those without one last, then by key."""
        return np.lexsort((self.keys, self.published, self.published == 0))

    @cached_property
    def by_source(self) -> Ints:
        """All document numbers by outlet in alphabetical order, those without one last; then as `newest`."""
        names = sorted(self.sources, key=lambda name: (name.casefold(), name))
        rank = np.full(self.size, len(names), dtype=np.int64)
        for number, name in enumerate(names):
            rank[self.sources[name]] = number
        return self.newest[np.argsort(rank[self.newest], kind="stable")]

    @cached_property
    def norms(self) -> dict[Field, Floats]:
        """How long each field of each document is, compared to the average of the live ones."""
        norms: dict[Field, Floats] = {}
        for field in FIELDS:
            lengths = [one.segment.field(field).lengths for one in self.state.held]
            all_lengths = np.concatenate([np.empty(0, np.int64), *lengths])
            average = all_lengths[self.live].mean() if self.documents else 0.0
            norms[field] = all_lengths / (average or 1.0)
        return norms

    def speaking(self, language: str | None) -> Mask:
        """The documents of a language, or of OTHERS; every live one for None."""
        if language is None:
            return self.live
        known = self._speaking.get(language)
        if known is None:
            if language == OTHERS:
                numbers = [schema.language_number(code) for code in self.vocabulary.languages]
                known = self.live & ~np.isin(self.languages, numbers)
            else:
                known = self.live & (self.languages == schema.language_number(language))
            self._speaking[language] = known
        return known

    def meant(
        self, field: Field, meanings: Sequence[Meaning], cancelled: Callable[[], bool], key: Hashable
    ) -> Counts:
        """How often what a pattern means occurs in each document.

        Args:
            field: Where.
            meanings: The words, by the documents in which they are meant.
            cancelled: Whether the answer is no longer wanted.
            key: What the words stand for, to remember the answer by.
        """
        known = self.cache.get((field, key))
        if isinstance(known, Counts):
            return known
        pieces = [piece for one in meanings for piece in self._pieces(field, one, cancelled)]
        found = added(pieces, self.size)
        self.cache.put((field, key), found, found.nbytes + 100)
        return found

    def places_meant(
        self, field: Field, meanings: Sequence[Meaning], among: Mask, cancelled: Callable[[], bool]
    ) -> Windows:
        """Where what a pattern means stands in the documents of a mask."""
        found = []
        for one in meanings:
            here = among & self.speaking(one.language)
            if here.any():
                found.append(self.places(field, one.words, here, cancelled))
        return in_order(found)

    def counts(
        self, field: Field, words: Ints, cancelled: Callable[[], bool], key: Hashable = None
    ) -> Counts:
        """How often some words of the vocabulary occur in each document, taken together.

        Args:
            field: Where.
            words: Their numbers, ascending.
            cancelled: Whether the answer is no longer wanted.
            key: What the words stand for, to remember the answer by.
        """
        return self.meant(field, (Meaning(words),), cancelled, key or words.tobytes())

    def _pieces(
        self, field: Field, meaning: Meaning, cancelled: Callable[[], bool]
    ) -> Iterator[tuple[Ints, Array]]:
        """The documents that words occur in, and how often: ascending for each word, live ones alone."""
        among = self.speaking(meaning.language)
        everywhere = self._everywhere(meaning.language)
        for one in self.state.held:
            part = one.segment.field(field)
            at = part.places_among(meaning.words)
            for some in _batches(part.sizes(at)):
                if cancelled():
                    raise Cancelled("The search was called off.")
                found = part.postings(at[some])
                documents, counts = found.documents.astype(np.int64), found.counts
                if one.base:
                    documents += one.base
                if not everywhere:
                    here = among[documents]
                    documents, counts = documents[here], counts[here]
                yield documents, counts

    def _everywhere(self, language: str | None) -> bool:
        """Whether all documents are live and of a language."""
        known = self._spoken_by_all.get(language)
        if known is None:
            known = self._spoken_by_all[language] = bool(self.speaking(language).all())
        return known

    def places(self, field: Field, words: Ints, among: Mask, cancelled: Callable[[], bool]) -> Windows:
        """Where some words of the vocabulary stand in the documents of a mask.

        A compound covers the places of all its parts.
        """
        found = []
        for one in self.state.held:
            wanted = np.flatnonzero(among[one.base : one.base + one.segment.documents])
            if not len(wanted):
                continue
            part = one.segment.field(field)
            at = part.places_among(words)
            widths = self.vocabulary.widths(part.words[at])
            pieces = []
            for some in _batches(part.place_sizes(at)):
                if cancelled():
                    raise Cancelled("The search was called off.")
                documents, positions, owners = part.occurrences(at[some], wanted)
                begins = ((documents.astype(np.int64) + one.base) << PLACE_BITS) + positions
                piece = Windows(begins, begins + widths[some][owners])
                pieces.append(piece if len(at[some]) == 1 else in_order([NOWHERE, piece]))
            found.append(in_order(pieces))
        # Segments follow one another.
        return Windows(
            np.concatenate([NOWHERE.starts, *(piece.starts for piece in found)]),
            np.concatenate([NOWHERE.ends, *(piece.ends for piece in found)]),
        )


def _batches(sizes: Ints) -> Iterator[slice]:
    """Words some at a time, given by their numbers of postings or places: as many as make a batch."""
    edges = starts(sizes)
    first = 0
    while first < len(sizes):
        last = max(first + 1, int(np.searchsorted(edges, edges[first] + BATCH, side="right")) - 1)
        yield slice(first, last)
        first = last
