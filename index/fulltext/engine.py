"""The full-text index of a library: bringing it up to date, and listing what matches a query.

The index is derived from the catalog and can be built again from it at any time. Whoosh keeps it;
a directory that cannot be read, is of another layout or could have been changed by someone else is
refused as damaged. One process writes at a time, any number read, each on a snapshot of its own.
"""

import json
import os
import stat
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from whoosh.index import FileIndex, LockError
from whoosh.writing import SegmentWriter

from index.errors import LibraryBusy, LibraryDamaged
from index.fulltext import schema, scoring, whoosh_private
from index.fulltext.evaluate import Evaluation
from index.fulltext.lexicon import Lexicon
from index.fulltext.postings import Floats, Ints, Snapshot
from index.fulltext.query import Every, Query, day_number
from index.model import Clause, Sort

MEMORY_MB = 256
"""What a writer holds before it puts postings aside, in millions of bytes."""

MERGE_FACTOR = 10
"""Segments of about one size that are written as one."""

_FORMAT_FILE = "cuttings.json"
_LAYOUT = {"format": schema.FORMAT, "unicode": unicodedata.unidata_version}


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to be indexed."""

    key: int
    """Its key in the catalog; an entry replaces the one that has the same."""
    version: int
    """Tells this state of the document from others."""
    title: str
    """Its title."""
    text: str
    """Its text in normal form."""
    source: str | None
    """The outlet."""
    published: str | None
    """ISO date of publication."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """All documents that match a query, in order."""

    keys: Ints
    """Their keys in the catalog."""
    hits: Ints
    """Number of hits in each."""
    scores: Floats
    """Relevance of each."""
    undated: int
    """Documents that a date filter left out only because they have no date."""
    clauses: tuple[Clause, ...]
    """The query's clauses in order, with how many documents meet each."""

    @property
    def hits_total(self) -> int:
        """Number of hits in all of them."""
        return int(self.hits.sum())


def never() -> bool:
    """For those who wait for the answer whatever it takes."""
    return False


class Engine:
    """The index in one directory."""

    def __init__(self, directory: Path) -> None:
        self._swap = threading.Lock()
        self._closed = False
        with whoosh_private.damage_noticed():
            self._directory = directory
            self._index, self._place = _open(directory), _place(directory)
            self._generation, self._snapshot = self._read()

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open the index of a directory, which is made if it is not there.

        Raises:
            LibraryDamaged: What is there cannot be used and should be built again.
        """
        return cls(directory)

    def close(self) -> None:
        """Let go of the files; answers still being worked out are finished."""
        with self._swap:
            if not self._closed:
                self._closed = True
                self._snapshot.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def refresh(self) -> bool:
        """Take a newer snapshot, if what is on disk has changed; tell whether it has."""
        with self._swap, whoosh_private.damage_noticed():
            if self._closed:
                return False
            place = _place(self._directory)
            if place != self._place:  # the index was built anew elsewhere and put in its place
                self._index, self._place = _open(self._directory), place
            elif self._index.latest_generation() == self._generation:
                return False
            before = self._snapshot
            self._generation, self._snapshot = self._read(before.known_lexicon)
        before.release()
        return True

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
        try:
            with whoosh_private.damage_noticed():
                writer = SegmentWriter(self._index, limitmb=MEMORY_MB, codec=whoosh_private.codec())
        except LockError:
            raise LibraryBusy("Another process is writing to the index.") from None
        try:
            self._take_out(writer, {*remove, *entries})
            for entry in entries.values():
                writer.add_document(**_fields(entry))
        except BaseException:
            writer.cancel()
            raise
        with whoosh_private.damage_noticed():
            writer.commit(mergetype=_merge)
        self.refresh()

    def list(
        self, query: Query | None, sort: Sort = "relevance", cancelled: Callable[[], bool] = never
    ) -> Ranked:
        """Every document that matches, in order; without a query all documents.

        Raises:
            Cancelled: `cancelled` said that the answer is no longer wanted.
            LibraryDamaged: What is on disk cannot be read.
        """
        with self._reading() as snapshot:
            evaluation = Evaluation(snapshot, query or Query("", Every(), ()), cancelled)
            found = np.flatnonzero(evaluation.matches)
            hits = evaluation.hits()[found]
            relevance = scoring.scores(snapshot, evaluation)[found]
            order = scoring.order(snapshot, found, sort, hits, relevance)
            clauses = tuple(
                Clause(evaluation.query.clause_text(clause.clause), evaluation.documents(clause.clause))
                for clause in evaluation.query.clauses
            )
            return Ranked(
                snapshot.keys[found][order], hits[order], relevance[order], evaluation.undated(), clauses
            )

    def _read(self, known: Lexicon | None = None) -> tuple[int, Snapshot]:
        """What is on disk now. If it changes meanwhile, the next refresh will see it."""
        generation = self._index.latest_generation()
        return generation, Snapshot(self._index.reader(), known)

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """The snapshot, kept open as long as it is read."""
        with self._swap:
            if self._closed:
                raise ValueError("The index is closed.")
            snapshot = self._snapshot
            snapshot.acquire()
        try:
            yield snapshot
        finally:
            snapshot.release()

    def _take_out(self, writer: SegmentWriter, keys: set[int]) -> None:
        """Delete the documents that have these keys."""
        with whoosh_private.damage_noticed(), closing(Snapshot(writer.reader())) as snapshot:
            gone = snapshot.live & np.isin(snapshot.keys, np.fromiter(keys, dtype=np.int64))
            for number in np.flatnonzero(gone).tolist():
                writer.delete_document(number)


def _fields(entry: Entry) -> dict[str, Any]:
    title, text = schema.analyse(entry.title), schema.analyse(entry.text)
    fields: dict[str, Any] = {
        "key": entry.key,
        "version": entry.version,
        "published": day_number(entry.published) or 0,
        "title": title,
        "title_length": title.length,
        "text": text,
        "text_length": text.length,
    }
    if entry.source:
        fields["source"] = entry.source
    return fields


def _merge(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Write segments of about one size as one, and those that are mostly deleted anew.

    Each document is written again once for each tenfold growth of the library.
    """
    tiers: dict[int, list[Any]] = {}
    for segment in segments:
        live = segment.doc_count_all() - segment.deleted_count()
        tiers.setdefault(len(str(live)), []).append(segment)
    full = [segment for tier in tiers.values() if len(tier) >= MERGE_FACTOR for segment in tier]
    emptied = [segment for segment in segments if 2 * segment.deleted_count() > segment.doc_count_all()]
    again = [segment for segment in segments if segment in full or segment in emptied]
    whoosh_private.merge_into(writer, [segment for segment in again if segment.doc_count()])
    return [segment for segment in segments if segment not in again]


def _place(directory: Path) -> tuple[int, int]:
    """Tells one directory from another that has taken its name."""
    status = directory.stat()
    return status.st_dev, status.st_ino


def _open(directory: Path) -> FileIndex:
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    _check_owner(directory)
    storage = whoosh_private.PrivateStorage(str(directory))
    layout = directory / _FORMAT_FILE
    if not any(directory.iterdir()):
        index = FileIndex.create(storage, schema.SCHEMA)
        descriptor = os.open(layout, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump(_LAYOUT, file)
        return index
    try:
        found = json.loads(layout.read_bytes())
    except FileNotFoundError:
        raise LibraryDamaged(f"The index in {directory} is incomplete.") from None
    if found != _LAYOUT:
        raise LibraryDamaged(f"The index in {directory} was made by another version.")
    return FileIndex(storage, schema.SCHEMA)


def _check_owner(directory: Path) -> None:
    """Refuse what someone else may have changed."""
    for path in (directory, *directory.iterdir()):
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue  # A writer has just done with it.
        if status.st_uid != os.geteuid():
            raise LibraryDamaged(f"{path} belongs to another user.")
        if stat.S_ISLNK(status.st_mode):
            raise LibraryDamaged(f"{path} leads elsewhere.")
        if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise LibraryDamaged(f"{path} can be changed by other users.")
