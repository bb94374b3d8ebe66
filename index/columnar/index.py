"""An index in a directory: what Whoosh calls an index, with a table of contents that is checked JSON."""

import os
import secrets
import stat
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from whoosh.fields import Schema
from whoosh.index import FileIndex, Index
from whoosh.reading import IndexReader

from index.columnar.codec import ColumnarSegment, PrivateStorage
from index.columnar.contents import CONTENTS, FRESH, OURS, Contents, write_contents
from index.columnar.locking import lock_of
from index.columnar.state import State, open_state
from index.errors import LibraryDamaged

Stamp = tuple[int, ...]


class _Toc(NamedTuple):
    """What Whoosh's writers and readers ask of a table of contents."""

    schema: Schema
    segments: list[ColumnarSegment]
    generation: int


class ColumnarIndex(Index):  # type: ignore[misc]
    """The index in one directory, in the state last looked at."""

    indexname = "articles"

    def __init__(self, directory: Path, schema: Schema, layout: Mapping[str, object]) -> None:
        """Open it; where there is none it is empty, and made by who first writes to it.

        Raises:
            LibraryDamaged: What is there is not as it was written, is of another layout, or could have
                been changed by someone else.
            OSError: The machine does not let it be read.
        """
        self.directory = directory
        """Where its files are."""
        self.layout = layout
        """What tells it from indexes of other versions."""
        self.storage = PrivateStorage(directory)
        """The same directory, for Whoosh."""
        self.pending: set[str] = set()
        """Files that are being written and that no table of contents names yet."""
        self._schema = schema
        self._guard = threading.Lock()
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_owner(directory)
        self._stamp: Stamp
        self.state: State
        """The state last looked at."""
        self._stamp, self.state = self._found()

    @property
    def schema(self) -> Schema:
        """Its fields."""
        return self._schema

    def refresh(self) -> bool:
        """Look whether there is a newer state; tells whether there is."""
        with self._guard:
            stamp = self._look()
            if stamp == self._stamp:
                return False
            before = self.state.contents
            self._stamp, self.state = self._found(self.state)
            if self.state.contents.birth != before.birth:
                check_owner(self.directory)
            return self.state.contents != before

    def latest_generation(self) -> int:
        """Number of the newest state."""
        self.refresh()
        return self.state.contents.generation

    def up_to_date(self) -> bool:
        """Whether the state last looked at is the newest."""
        return self._look() == self._stamp

    def is_empty(self) -> bool:
        """Whether it holds no document."""
        return not self.state.held

    def begin(self) -> None:
        """Make the index if there is none yet; only who holds the lock does so."""
        self.refresh()
        if not self.state.contents.birth:
            write_contents(self.directory, self.layout, Contents(secrets.token_hex(8)))
            self.refresh()

    def lock(self, name: str) -> Any:
        """A lock that keeps out other processes and threads."""
        return lock_of(self.directory, name)

    def reader(self, reuse: IndexReader | None = None) -> IndexReader:
        """Whoosh's reader of the state last looked at."""
        toc = self._read_toc()
        return FileIndex._reader(self.storage, toc.schema, toc.segments, toc.generation, reuse=reuse)

    def fresh_name(self, kind: str) -> str:
        """A name for a new file that none has had before."""
        name = f"{self.state.contents.generation + 1:08d}-{secrets.token_hex(4)}.{kind}"
        self.pending.add(name)
        return name

    def _read_toc(self) -> _Toc:
        state = self.state
        segments = [
            ColumnarSegment(self._schema, one.segment, one.listed, state.vocabularies) for one in state.held
        ]
        return _Toc(self._schema, segments, state.contents.generation)

    def _look(self) -> Stamp:
        try:
            status = os.stat(self.directory / CONTENTS)
        except FileNotFoundError:
            return ()
        return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns

    def _found(self, known: State | None = None) -> tuple[Stamp, State]:
        """What is on the disk now; nothing where no index was made yet."""
        try:
            return self._look(), open_state(self.directory, self.layout, known)
        except FileNotFoundError:
            pass
        if not any(name != FRESH and not name.endswith(".lock") for name in os.listdir(self.directory)):
            return (), State(self.directory, Contents())
        try:  # the table comes before all other files, so that it is there by now if it was on its way
            return self._look(), open_state(self.directory, self.layout, known)
        except FileNotFoundError:
            raise LibraryDamaged(f"The index in {self.directory} has no table of contents.") from None


def check_owner(directory: Path) -> None:
    """Refuse what someone else may have changed.

    Raises:
        LibraryDamaged: It belongs to another user, leads elsewhere, or can be changed by others.
    """
    for path in (directory, *directory.iterdir()):
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue  # A writer has just done with it.
        if (path.name == CONTENTS or OURS.fullmatch(path.name)) and not stat.S_ISREG(status.st_mode):
            raise LibraryDamaged(f"{path} is no file of an index.")
        if status.st_uid != os.geteuid():
            raise LibraryDamaged(f"{path} belongs to another user.")
        if stat.S_ISLNK(status.st_mode):
            raise LibraryDamaged(f"{path} leads elsewhere.")
        if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise LibraryDamaged(f"{path} can be changed by other users.")
