"""One state of the index, read into arrays: who it holds, which words, and where they stand.

A document is known by its number in the snapshot; numbers of deleted documents stay unused and are
in no array given out. A place is one number, document and position together (`PLACE_BITS`), so that
sorted arrays of places can be joined across all documents at once.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import IndexReader, SegmentReader

from index.errors import Cancelled
from index.fulltext import analysis, schema, whoosh_private
from index.fulltext.lexicon import FIELDS, Lexicon
from index.fulltext.vocabulary import Vocabulary
from index.model import Field

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

PLACE_BITS = 32
"""Bits of a place that hold the position; those above hold the document."""

CACHE_BYTES = 64 << 20
"""Arrays remembered of a snapshot, at most."""

_POLL = 256
"""Words read between two looks at whether the answer is still wanted."""


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


@dataclass(frozen=True, slots=True)
class Windows:
    """Stretches of positions, each within one document."""

    starts: Ints
    """Place of the first word; ascending."""
    ends: Ints
    """Place one past the last."""

    @property
    def nbytes(self) -> int:
        """Memory the arrays take."""
        return self.starts.nbytes + self.ends.nbytes

    def documents(self) -> Ints:
        """The document of each."""
        return self.starts >> PLACE_BITS

    def counts(self) -> Counts:
        """How many there are in each document."""
        return Counts(*np.unique(self.documents(), return_counts=True))


NOWHERE = Windows(np.empty(0, np.int64), np.empty(0, np.int64))


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
        """Remember something that takes so many bytes."""
        with self._lock:
            if key in self._kept or size > self._limit // 4:
                return
            self._kept[key] = (value, size)
            self._bytes += size
            while self._bytes > self._limit:
                _, (_, freed) = self._kept.popitem(last=False)
                self._bytes -= freed


class Snapshot:
    """A state of the index that does not change, for any number of threads to read."""

    def __init__(self, reader: IndexReader, known: Lexicon | None = None) -> None:
        self._reader = reader
        self._segments = [
            (leaf, whoosh_private.segment_name(leaf), base)
            for leaf, base in (reader.leaf_readers() if reader.doc_count_all() else ())
        ]
        self._known = known
        self._lexicon: Lexicon | None = None
        self._lock = threading.Lock()
        self.cache = Cache(CACHE_BYTES)
        """What was read or worked out before."""
        self._users = 1
        self.size = reader.doc_count_all()
        """Document numbers, those of deleted documents included."""
        self.live: Mask = np.ones(self.size, dtype=bool)
        """Which documents are not deleted."""
        for leaf, _, base in self._segments:
            self.live[whoosh_private.deleted(leaf) + base] = False
        self.documents = int(self.live.sum())
        """Number of documents."""
        self.keys = self._column("key")
        """Catalog key of each document number."""
        self.versions = self._column("version")
        """Version of the document that is indexed."""
        self.published = self._column("published")
        """Day of publication as yyyymmdd; 0 where there is none."""

    def acquire(self) -> None:
        """Keep the files open until `release` is called once more."""
        with self._lock:
            self._users += 1

    def release(self) -> None:
        """Let go; the last to do so closes the files."""
        with self._lock:
            self._users -= 1
            if self._users == 0:
                self._reader.close()

    close = release

    def _column(self, name: str) -> Ints:
        values = np.zeros(self.size, dtype=np.int64)
        for leaf, _, base in self._segments:
            with whoosh_private.damage_noticed():
                column = whoosh_private.column(leaf, name, schema.COLUMN_TYPE)
            values[base : base + len(column)] = column
        return values

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of title and text."""
        return self.lexicon.vocabulary

    @property
    def lexicon(self) -> Lexicon:
        """The words, and where each segment has them; worked out when first asked for."""
        with self._lock, whoosh_private.damage_noticed():
            if self._lexicon is None:
                self._lexicon = Lexicon([segment for segment, _, _ in self._segments], self._known)
                self._known = None
            return self._lexicon

    @property
    def known_lexicon(self) -> Lexicon | None:
        """The words, if they have been worked out, or else those of an earlier snapshot."""
        with self._lock:
            return self._lexicon or self._known

    @cached_property
    def sources(self) -> dict[str, Ints]:
        """The documents of each outlet, by its name."""
        found: dict[str, list[Ints]] = {}
        lexicon = self.lexicon
        format_ = schema.SCHEMA["source"].format
        for segment, name, base in self._segments:
            for outlet, at in lexicon.sources[name]:
                for block in self._read(segment, at, format_):
                    documents = block.documents + base
                    found.setdefault(outlet, []).append(documents[self.live[documents]])
        return {outlet: np.concatenate(pieces) for outlet, pieces in found.items()}

    @cached_property
    def source_order(self) -> Ints:
        """For each document the place of its outlet in alphabetical order; those without one come last."""
        names = sorted(self.sources, key=lambda name: (name.casefold(), name))
        order = np.full(self.size, len(names), dtype=np.int64)
        for number, name in enumerate(names):
            order[self.sources[name]] = number
        return order

    @cached_property
    def norms(self) -> dict[Field, Floats]:
        """How long each field of each document is, compared to the average of the live ones."""
        norms: dict[Field, Floats] = {}
        for field in FIELDS:
            lengths = self._column(f"{field}_length")
            average = lengths[self.live].mean() if self.documents else 0.0
            norms[field] = lengths / (average or 1.0)
        return norms

    def counts(
        self, field: Field, words: Sequence[int], cancelled: Callable[[], bool], key: Hashable = None
    ) -> Counts:
        """How often some words of the vocabulary occur in each document, taken together.

        Args:
            field: Where.
            words: Their numbers.
            cancelled: Whether the answer is no longer wanted.
            key: What the words stand for, to remember the answer by.
        """
        key = field, key or tuple(words)
        known = self.cache.get(key)
        if isinstance(known, Counts):
            return known
        documents: list[Ints] = []
        counts: list[Ints] = []
        for base, _, block in self._blocks(field, words, cancelled):
            documents.append(block.documents + base)
            counts.append(block.counts)
        found = self._together(documents, counts)
        self.cache.put(key, found, found.nbytes + 8 * len(words))
        return found

    def _blocks(
        self, field: Field, words: Sequence[int], cancelled: Callable[[], bool]
    ) -> Iterator[tuple[int, int, whoosh_private.Block]]:
        """The posting lists of some words, each piece with its segment's first document and its word."""
        format_ = schema.SCHEMA[field].format
        lexicon = self.lexicon
        numbers = np.array(words, dtype=np.int64)
        for segment, name, base in self._segments:
            for done, (number, at) in enumerate(lexicon.places(name, field, numbers)):
                if done % _POLL == 0 and cancelled():
                    raise Cancelled("The search was called off.")
                for block in self._read(segment, at, format_):
                    yield base, number, block

    def _read(self, segment: SegmentReader, at: int, format_: object) -> list[whoosh_private.Block]:
        """A posting list; Whoosh's files have one reading position, so one thread at a time."""
        with self._lock, whoosh_private.damage_noticed():
            return whoosh_private.blocks(segment, at, format_)

    def _together(self, documents: list[Ints], counts: list[Ints]) -> Counts:
        """Postings of several terms as one list, without deleted documents."""
        if not documents:
            return Counts(NOWHERE.starts, NOWHERE.starts)
        where, how_often = np.concatenate(documents), np.concatenate(counts)
        if len(where) > self.size // 64:
            # Dense enough that one pass over all documents is less work than sorting.
            totals = np.bincount(where, weights=how_often, minlength=self.size).astype(np.int64)
            totals[~self.live] = 0
            found = np.flatnonzero(totals)
            return Counts(found, totals[found])
        alive = self.live[where]
        found, inverse = np.unique(where[alive], return_inverse=True)
        totals = np.bincount(inverse, weights=how_often[alive], minlength=len(found))
        return Counts(found, totals.astype(np.int64))

    def places(
        self, field: Field, words: Sequence[int], among: Mask, cancelled: Callable[[], bool]
    ) -> Windows:
        """Where some words of the vocabulary stand in the documents of a mask.

        A compound covers the places of all its parts.
        """
        starts: list[Ints] = []
        ends: list[Ints] = []
        for base, number, block in self._blocks(field, words, cancelled):
            documents = block.documents + base
            wanted = np.flatnonzero(among[documents])
            values = block.values
            if len(wanted) and values is not None:
                with whoosh_private.damage_noticed():
                    positions = schema.positions([values[index] for index in wanted.tolist()])
                    bases = np.repeat(documents[wanted] << PLACE_BITS, block.counts[wanted])
                    places = bases + positions.astype(np.int64)
                starts.append(places)
                ends.append(places + len(analysis.parts(self.vocabulary.surfaces[number])))
        if not starts:
            return NOWHERE
        all_starts, all_ends = np.concatenate(starts), np.concatenate(ends)
        order = np.lexsort((all_ends, all_starts))
        return Windows(all_starts[order], all_ends[order])
