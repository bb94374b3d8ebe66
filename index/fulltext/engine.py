"""The full-text index of a library: bringing it up to date, and listing what matches a query.

The index is derived from the catalog and can be built again from it at any time. A directory that
is not as it was written, is of another layout or could have been changed by someone else is refused
as damaged. One process writes at a time, any number read, each on a snapshot of its own.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from index.columnar.arrays import Ints
from index.columnar.chunks import Chunks
from index.columnar.damage import noticed
from index.columnar.gather import Reader
from index.columnar.state import State
from index.columnar.store import Store, never
from index.fulltext import analysis, facets, scoring
from index.fulltext.beginnings import ValueNames, documents_with, words_beginning
from index.fulltext.begun import IndexedField
from index.fulltext.evaluate import Evaluation, needs_texts
from index.fulltext.placing import Hits, place
from index.fulltext.postings import REST_BYTES, REST_OF_SCANS, Floats, Snapshot
from index.fulltext.query import Every, Query
from index.fulltext.scanning import Fetch, no_texts
from index.fulltext.schema import LAYOUT, SCHEMA, WORDS
from index.fulltext.writing import ArticleWriter, Entry, fields
from index.model import Bounded, Clause, Facets, Hit, Sort

__all__ = ["Engine", "Entry", "Ranked", "never"]


@dataclass(frozen=True, slots=True)
class Placed:
    """The hits in a document."""

    version: int
    """The version of it that they are in."""
    hits: tuple[Hit, ...]
    """Those in the title first, then by place."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The documents that match a query, in order: all of them, or the first."""

    keys: Ints
    """Their keys in the catalog."""
    hits: Ints
    """Number of hits in each."""
    scores: Floats
    """Relevance of each."""
    total: int
    """How many match."""
    hits_total: int
    """Number of hits in all that match."""
    undated: int
    """Documents that a date filter left out only because they have no date."""
    clauses: tuple[Clause, ...]
    """The query's clauses in order, with how many documents meet each."""
    bounded: tuple[Bounded, ...]
    """The clauses that stand for more words than were looked for."""
    places: tuple[Placed, ...] | None = None
    """Where the hits stand in those that are shown; None where only the texts can tell."""


class Located(NamedTuple):
    """The hits in some documents, as arrays."""

    keys: Ints
    """(D,) the keys of the documents, ascending; those that the index has."""
    versions: Ints
    """(D,) the version of each that the hits are in."""
    hits: Hits
    """The hits, by document, those in its title first."""


class Engine(Store[Snapshot]):
    """The index of articles in one directory."""

    schema = SCHEMA
    layout = LAYOUT

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self._closed = False
        self._columns: tuple[Snapshot, facets.Columns] | None = None
        self._names: dict[str, ValueNames] = {}
        self._readers = {WORDS: Reader(_chunks(), analysis.width)}

    def _read(self, state: State, before: Snapshot | None) -> Snapshot:
        return Snapshot(state)

    def close(self) -> None:
        """Take no more questions; answers still being worked out are finished."""
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def refresh(self) -> bool:
        """Take a newer snapshot, if what is on disk has changed; tell whether it has."""
        return not self._closed and super().refresh()

    def contents(self) -> dict[int, int]:
        """The version of every document that is in the index, by key."""
        with self._reading() as snapshot:
            live = snapshot.live
            return dict(zip(snapshot.keys[live].tolist(), snapshot.versions[live].tolist(), strict=True))

    def update(self, add: Iterable[Entry], remove: Iterable[int] = ()) -> None:
        """Put documents in and take others out, all at once or not at all.

        Args:
            add: Documents to index; of several with one key the last stays.
            remove: Keys of documents to take out, where they are there.

        Raises:
            LibraryBusy: Another process is writing.
            LibraryDamaged: What is on disk cannot be used.
        """
        entries = {entry.key: entry for entry in add}
        with self._written(lambda: ArticleWriter(self._index, self._readers)) as writer:
            writer.remove("key", {*remove, *entries})
            for entry in entries.values():
                writer.add_document(**fields(entry))

    def list(
        self,
        query: Query | None,
        sort: Sort = "relevance",
        cancelled: Callable[[], bool] = never,
        *,
        most: int | None = None,
        shown: slice | None = None,
        fetch: Fetch = no_texts,
    ) -> Ranked:
        """The documents that match, in order; without a query all documents.

        Args:
            query: What is looked for.
            sort: The order.
            cancelled: Whether the answer is no longer wanted.
            most: Give only so many, the first. All are counted.
            shown: Of which of those given the hits are wanted.
            fetch: Gives the texts of documents, for a query with an expression.

        Raises:
            Cancelled: `cancelled` said so.
            SearchTooLong: An expression takes too long.
            LibraryDamaged: What is on disk cannot be read.
        """
        with self._reading() as snapshot:
            evaluation = Evaluation(snapshot, query or Query("", Every(), ()), cancelled, fetch)
            hits = evaluation.hits()
            relevance = scoring.scores(snapshot, evaluation)
            found = scoring.order(snapshot, evaluation.matches, sort, hits, relevance, most)
            places = None
            if shown is not None and not needs_texts(evaluation.query):
                versions = snapshot.versions[found[shown]].tolist()
                placed = place(snapshot, evaluation, found[shown]).by_document(len(versions))
                places = tuple(map(Placed, versions, placed))
            return Ranked(
                keys=snapshot.keys[found],
                hits=hits[found],
                scores=relevance[found],
                total=int(evaluation.matches.sum()),
                hits_total=int(hits.sum()),
                undated=evaluation.undated(),
                clauses=tuple(
                    Clause(evaluation.query.clause_text(clause.clause), evaluation.documents(clause.clause))
                    for clause in evaluation.query.clauses
                ),
                bounded=tuple(evaluation.bounded()),
                places=places,
            )

    @property
    def snapshot(self) -> Snapshot:
        """The state that is read now. Whoever reads it looks out for damage as `noticed` does."""
        return self._snapshot

    def matching(
        self, query: Query, cancelled: Callable[[], bool] = never, *, fetch: Fetch = no_texts
    ) -> Ints:
        """Keys of all documents that match, in no order; asked and raised is the same as by `list`."""
        with self._reading() as snapshot:
            return snapshot.keys[Evaluation(snapshot, query, cancelled, fetch).matches]

    def locate(
        self, query: Query, keys: Ints, cancelled: Callable[[], bool] = never, fetch: Fetch = no_texts
    ) -> Located | None:
        """Where the hits in some documents stand; None where only the texts can tell.

        Args:
            query: What is looked for.
            keys: Keys of documents, each once; those that the index does not have are left out.
            cancelled: Whether the answer is no longer wanted.
            fetch: Gives the texts of documents.

        Raises:
            Cancelled: `cancelled` said so.
            LibraryDamaged: What is on disk cannot be read.
        """
        if needs_texts(query):
            return None
        with self._reading() as snapshot:
            documents = snapshot.numbers(keys)
            hits = place(snapshot, Evaluation(snapshot, query, cancelled, fetch), documents)
            return Located(snapshot.keys[documents], snapshot.versions[documents], hits)

    def clause_hits(
        self,
        query: Query,
        clauses: Collection[int],
        cancelled: Callable[[], bool] = never,
        *,
        fetch: Fetch = no_texts,
    ) -> tuple[Ints, Ints]:
        """The documents in which some clauses of a query have hits.

        Args:
            query: What is looked for.
            clauses: The numbers of these clauses.
            cancelled: Whether the answer is no longer wanted.
            fetch: Gives the texts of documents, for a query with an expression.

        Returns:
            Their keys, and the number of hits in each.

        Raises:
            Cancelled: `cancelled` said so.
            SearchTooLong: An expression takes too long.
            LibraryDamaged: What is on disk cannot be read.
        """
        with self._reading() as snapshot:
            hits = Evaluation(snapshot, query, cancelled, fetch).hits_of(clauses)
            found = np.flatnonzero(hits)
            return snapshot.keys[found], hits[found]

    def let_go(self) -> None:
        """Give back what was taken by reading in the files, and most of what is remembered of it."""
        super().let_go()
        self._snapshot.cache.shrink(REST_BYTES)
        self._snapshot.scans.shrink(REST_OF_SCANS)

    def facets(
        self, query: Query | None, cancelled: Callable[[], bool] = never, *, fetch: Fetch = no_texts
    ) -> Facets:
        """The documents that match by outlet, language and day; asked and raised is the same as by `list`."""
        with self._reading() as snapshot:
            evaluation = Evaluation(snapshot, query or Query("", Every(), ()), cancelled, fetch)
            known = self._columns
            if known is None or known[0] is not snapshot:
                self._columns = known = snapshot, facets.Columns(snapshot)
            return facets.count(snapshot, known[1], evaluation)

    def words_beginning(self, typed: str, most: int) -> Sequence[str]:
        """Words that begin so, those in most documents first, in the form in which they mostly stand.

        Raises:
            LibraryDamaged: What is on disk cannot be read.
        """
        with self._reading() as snapshot:
            return words_beginning(snapshot, typed, most)

    def documents_with(self, word: str) -> int:
        """How many documents a search for a word finds.

        Raises:
            LibraryDamaged: What is on disk cannot be read.
        """
        with self._reading() as snapshot:
            return documents_with(snapshot, word)

    def values_beginning(self, field: IndexedField, typed: str, most: int) -> Sequence[tuple[str, int]]:
        """What may stand behind a field and has a word that begins so, with its documents; most first.

        Raises:
            LibraryDamaged: What is on disk cannot be read.
        """
        with self._reading() as snapshot:
            names = self._names.get(field)
            if names is None or names.mark != snapshot.state.mark:
                names = self._names[field] = ValueNames(snapshot, field)
            return names.beginning(typed, most)

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """The snapshot; what it finds damaged is raised as such."""
        if self._closed:
            raise ValueError("The index is closed.")
        with noticed():
            yield self._snapshot


def _chunks() -> Chunks:
    return Chunks(analysis.take_apart, analysis.PARAGRAPH_GAP, sentences=analysis.SENTENCES)
