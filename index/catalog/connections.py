"""Connections to a library's SQLite file, one a thread, and the transactions on it."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.catalog.schema import SCHEMA, SCHEMA_VERSION
from index.errors import CatalogDamaged, StorageError

BUSY_SECONDS = 60.0

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_MACHINE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
}


class Connections:
    """A SQLite file; every thread that uses it gets a connection of its own."""

    def __init__(self, path: Path) -> None:
        """Open the file, and create it where there is none.

        Raises:
            CatalogDamaged: it is no catalog, one of another version, or was found damaged before.
        """
        self.path = path
        if self._mark.exists():
            raise CatalogDamaged(f"{path} is damaged.")
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        self._place = _place(path)
        with self.reading() as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                self._create(db)
            elif version != SCHEMA_VERSION:
                self.close()
                raise CatalogDamaged(
                    f"The catalog has version {version}; this Cuttings reads {SCHEMA_VERSION}."
                )

    @property
    def _mark(self) -> Path:
        """A file that stands beside a catalog in which damage was found."""
        return self.path.with_name(f"{self.path.name}.damaged")

    @staticmethod
    def is_there(path: Path) -> bool:
        """Whether there is a catalog, which never is empty once it is made."""
        try:
            return path.stat().st_size > 0
        except FileNotFoundError:
            return False

    @classmethod
    def remove(cls, path: Path) -> None:
        """Remove a catalog with all that belongs to it."""
        for suffix in ("-wal", "-shm", "-journal", "", ".damaged"):  # the mark last, so that no half stays
            path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)

    def is_in_place(self) -> bool:
        """Whether the file that was opened is still the one to be found there."""
        return _place(self.path) == self._place and not self._mark.exists()

    def note_damage(self) -> None:
        """See to it that the catalog is made anew by the next one to open it."""
        with suppress(OSError):
            self._mark.touch(mode=0o600)

    def _create(self, db: sqlite3.Connection) -> None:
        """Lay out a new file; of two processes that try, the second finds it done."""
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN IMMEDIATE")
        if db.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in SCHEMA.split(";"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        db.execute("COMMIT")

    def _connection(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            db = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?{self._mode()}",
                uri=True,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            with self._guard:
                self._connections.append(db)
            self._local.db = db
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = FULL")
        return db

    def _mode(self) -> str:
        if os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK):
            return "mode=rw"
        if self.path.with_name(f"{self.path.name}-wal").exists():
            return "mode=ro"  # what a process that was killed had written last is in there
        return "mode=ro&immutable=1"  # reading needs a lock, and a lock needs a directory one may write to

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection; what SQLite finds damaged is raised as CatalogDamaged, and noted."""
        try:
            yield self._connection()
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest tells kinds of one error apart
            if code in _DAMAGED:
                self.note_damage()
                raise CatalogDamaged(f"{self.path} is damaged ({error}).") from error
            if code in _MACHINE:
                raise StorageError(f"The catalog in {self.path.parent} cannot be used: {error}.") from error
            raise

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of what is done in it is kept, or none."""
        with self.reading() as db:
            try:
                db.execute("BEGIN IMMEDIATE")
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._guard:
            for db in self._connections:
                db.close()
            self._connections.clear()
        self._local = threading.local()


def _place(path: Path) -> tuple[int, int]:
    """Tells a file from all others; (0, 0) where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0, 0
    return status.st_dev, status.st_ino
