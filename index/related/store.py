"""The passage store: every passage of a library, ready to be compared with any other.

It is an index of the same kind as that of the articles, its documents being passages, and like it
can be filled from the catalog at any time.
"""

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Self

from index.columnar.chunks import Chunks
from index.columnar.damage import noticed, one_writer
from index.columnar.files import is_whole
from index.columnar.gather import Reader
from index.columnar.index import ColumnarIndex
from index.columnar.renewal import begin_anew
from index.columnar.writer import ColumnarWriter
from index.related.schema import LAYOUT, SCHEMA, TERMS, take_apart
from index.related.snapshot import Snapshot


class PassageEntry(NamedTuple):
    """A document as the store takes it."""

    key: int
    """Catalog key."""
    version: int
    """Tells one content of the document from another."""
    passages: Iterable[str]
    """The text of each passage, in order; a document without any is held by an empty one."""


class PassageStore:
    """The passages of a library in a directory of its own; many threads may read while one writes."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        """Where its files are."""
        self._swap = threading.Lock()
        self._writing = threading.Lock()
        self._readers = {TERMS: Reader(Chunks(take_apart, gap=0))}
        with noticed():
            self._index = ColumnarIndex(directory, SCHEMA, LAYOUT)
            self._snapshot = Snapshot(self._index.state)

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open the store in a directory, which is made where it is missing.

        Raises:
            LibraryDamaged: its files are not as they were written; `PassageStore.create` starts anew.
        """
        return cls(directory)

    @classmethod
    def create(cls, directory: Path) -> Self:
        """Start with an empty store, whatever is in the directory.

        Raises:
            LibraryBusy: another process is writing.
        """
        with one_writer(), noticed():
            begin_anew(directory, LAYOUT)
        return cls(directory)

    @property
    def index(self) -> ColumnarIndex:
        """The index, for Whoosh's own searchers and tools."""
        return self._index

    @property
    def snapshot(self) -> Snapshot:
        """The state last seen; it stays readable whatever is written."""
        return self._snapshot

    @property
    def mark(self) -> str:
        """Tells this state of the store from all others, of this and of any other store."""
        return self._snapshot.state.mark

    def contents(self) -> dict[int, int]:
        """Key and version of every document in it."""
        with noticed():
            return self._snapshot.contents()

    def refresh(self) -> bool:
        """Take up what another process wrote; says whether there was anything new."""
        with self._swap, noticed():
            if not self._index.refresh() and self._index.state is self._snapshot.state:
                return False
            self._snapshot = Snapshot(self._index.state, self._snapshot)
            return True

    def renew(self) -> None:
        """Forget all documents, so that they are taken in anew."""
        self.update((), self.contents())

    def update(self, add: Iterable[PassageEntry], remove: Iterable[int] = ()) -> None:
        """Put documents in, in place of those of the same keys, and take others out, in one step.

        Raises:
            ValueError: a key comes twice.
            LibraryBusy: another process is writing.
            LibraryDamaged: the files are not as they were written.
        """
        with self._writing:
            with one_writer(), noticed():
                writer = ColumnarWriter(self._index, self._readers)
            try:
                added: set[int] = set()
                for entry in add:
                    if entry.key in added:
                        raise ValueError(f"document {entry.key} comes twice")
                    added.add(entry.key)
                    _put(writer, entry)
                writer.remove("document", added.union(remove))
            except BaseException:
                writer.cancel()
                raise
            with noticed():
                writer.commit()
        self.refresh()

    def check(self) -> list[Path]:
        """Read every byte of the store; gives the files that are not as they were written."""
        contents = self._index.state.contents
        files = [one.file for many in (contents.segments, contents.words, contents.keys) for one in many]
        return [self.directory / file.name for file in files if not is_whole(self.directory, file)]


def _put(writer: ColumnarWriter, entry: PassageEntry) -> None:
    """Put the passages of a document in, one after the other, into one segment."""
    texts = list(entry.passages) or [""]
    count = len(texts)
    numbers = {"document": [entry.key] * count, "version": [entry.version] * count, "passage": range(count)}
    writer.add_documents(count, numbers, {TERMS: texts})
