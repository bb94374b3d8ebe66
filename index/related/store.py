"""The passage store: every passage of a library, ready to be compared with any other.

It is an index of the same kind as that of the articles, its documents being passages, and like it
can be filled from the catalog at any time.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from index.columnar.chunks import Chunks
from index.columnar.damage import noticed
from index.columnar.gather import Reader
from index.columnar.state import State
from index.columnar.store import Store
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


class PassageStore(Store[Snapshot]):
    """The passages of a library in a directory of its own; many threads may read while one writes."""

    schema = SCHEMA
    layout = LAYOUT

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self._readers = {TERMS: Reader(Chunks(take_apart, gap=0))}

    def _read(self, state: State, before: Snapshot | None) -> Snapshot:
        return Snapshot(state, before)

    @property
    def snapshot(self) -> Snapshot:
        """The state last seen; it stays readable whatever is written."""
        return self._snapshot

    def contents(self) -> dict[int, int]:
        """Key and version of every document in it."""
        with noticed():
            return self._snapshot.contents()

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
        with self._written(lambda: ColumnarWriter(self._index, self._readers)) as writer:
            added: set[int] = set()
            for entry in add:
                if entry.key in added:
                    raise ValueError(f"document {entry.key} comes twice")
                added.add(entry.key)
                _put(writer, entry)
            writer.remove("document", added.union(remove))


def _put(writer: ColumnarWriter, entry: PassageEntry) -> None:
    """Put the passages of a document in, one after the other, into one segment."""
    texts = list(entry.passages) or [""]
    count = len(texts)
    numbers = {"document": [entry.key] * count, "version": [entry.version] * count, "passage": range(count)}
    writer.add_documents(count, numbers, {TERMS: texts})
