"""An index that is kept in a directory and read on snapshots: opened, begun anew, looked at again, checked.

One process writes at a time, any number read. What is on disk is not as it was written, is of another
layout or could have been changed by someone else: all that is raised as damage.
"""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Generic, Protocol, Self, TypeVar

from whoosh.fields import Schema

from index.columnar.damage import noticed, one_writer
from index.columnar.files import is_whole, let_go
from index.columnar.index import ColumnarIndex
from index.columnar.merging import TIER, merge_once
from index.columnar.renewal import begin_anew, take_over
from index.columnar.state import State
from index.columnar.writer import ColumnarWriter
from index.errors import Cancelled


class Read(Protocol):
    """A snapshot: one state of an index, read into arrays."""

    @property
    def state(self) -> State:
        """The state."""


Snapshot = TypeVar("Snapshot", bound=Read)
Writer = TypeVar("Writer", bound=ColumnarWriter)


def never() -> bool:
    """For those who wait for the answer whatever it takes."""
    return False


class Store(ABC, Generic[Snapshot]):
    """The index in one directory."""

    schema: ClassVar[Schema]
    """Its fields."""
    layout: ClassVar[Mapping[str, object]]
    """What tells it from indexes of other kinds and versions."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        """Where its files are."""
        self._swap = threading.Lock()
        self._writing = threading.Lock()
        with noticed():
            self._index = ColumnarIndex(directory, self.schema, self.layout)
            self._snapshot = self._read(self._index.state, None)

    @abstractmethod
    def _read(self, state: State, before: Snapshot | None) -> Snapshot:
        """A snapshot of a state; what an earlier one holds may be of use."""

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open the index of a directory, which is made if it is not there.

        Raises:
            LibraryDamaged: What is there cannot be used and should be built again.
        """
        return cls(directory)

    @classmethod
    def begin_anew(cls, directory: Path) -> Self:
        """Open an empty index, whatever is in the directory.

        Raises:
            LibraryBusy: Another process is writing.
        """
        with one_writer(), noticed():
            begin_anew(directory, cls.layout)
        return cls(directory)

    @property
    def index(self) -> ColumnarIndex:
        """The index, for Whoosh's own searchers and tools."""
        return self._index

    @property
    def mark(self) -> str:
        """Tells this state of the index from all others, of this and of any other index."""
        return self._snapshot.state.mark

    def let_go(self) -> None:
        """Give back the memory that was taken by reading in the files; who asks next takes it anew."""
        for held in self._snapshot.state.held:
            let_go(held.segment.arrays)

    def refresh(self) -> bool:
        """Take a newer snapshot, if what is on disk has changed; tell whether it has."""
        with self._swap, noticed():
            if not self._index.refresh() and self._index.state is self._snapshot.state:
                return False
            self._snapshot = self._read(self._index.state, self._snapshot)
            return True

    def check(self) -> list[Path]:
        """Read every byte of the index; gives the files that are not as they were written."""
        with noticed():
            contents = self._index.state.contents
        files = [one.file for many in (contents.segments, contents.words, contents.keys) for one in many]
        return [self.directory / file.name for file in files if not is_whole(self.directory, file)]

    def merge(self, cancelled: Callable[[], bool] = never, *, wanted: int = TIER) -> bool:
        """Write some segments as one, if there are too many; tells whether there were.

        Others may go on updating the index meanwhile.

        Raises:
            Cancelled: `cancelled` said so; all is as it was.
        """

        def poll() -> None:
            if cancelled():
                raise Cancelled("The merging was called off.")

        with one_writer(), noticed():
            merged = merge_once(self._index, poll, wanted=wanted)
        self.refresh()
        return merged

    def take_over(self, other: Self) -> None:
        """Hold what another index holds, in one step; it is of no use from then on.

        Raises:
            LibraryBusy: Another process is writing.
        """
        with self._writing, one_writer(), noticed():
            take_over(self._index, other._index)
        self.refresh()

    @contextmanager
    def _written(self, begin: Callable[[], Writer]) -> Iterator[Writer]:
        """A writer, whose changes are there after the block all at once, or not at all if it raises.

        Raises:
            LibraryBusy: Another process is writing.
            LibraryDamaged: What is on disk cannot be used.
        """
        with self._writing:
            with one_writer(), noticed():
                writer = begin()
            try:
                yield writer
            except BaseException:
                writer.cancel()
                raise
            with noticed():
                writer.commit()
        self.refresh()
