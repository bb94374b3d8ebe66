"""What can be changed in a catalog, within one transaction."""

import os
import secrets
import sqlite3
from collections.abc import Iterable, Sequence

from index.catalog.records import FileRecord
from index.catalog.schema import SUMMARY
from index.model import Document, Skipped

VERSION_BITS = 62
"""So many random bits make the version of a document: no two states of one ever have the same."""


class Writing:
    """What can be changed within one transaction of a catalog."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put_document(
        self, document: Document, text: str, passages: Iterable[Sequence[int | None]], key: int | None
    ) -> int:
        """Write a document with its passages, in place of the one with `key` if that is given.

        Args:
            document: Its head; its id is taken as it is.
            text: Its text.
            passages: (number, start, end, line, page) of each.
            key: The document whose place it takes.

        Returns:
            The key.
        """
        values = (
            document.id, os.fsencode(document.path), document.title, document.source, document.byline,
            document.published, document.language, document.url, document.sha256, document.collected, text,
        )  # fmt: skip
        self._db.execute("UPDATE documents SET path = NULL WHERE path = ? AND key IS NOT ?", (values[1], key))
        version = secrets.randbits(VERSION_BITS)
        if key is None:
            marks = ", ".join("?" * len(values))
            row = self._db.execute(
                f"INSERT INTO documents ({SUMMARY}, text, version) VALUES ({marks}, ?) RETURNING key",
                (*values, version),
            ).fetchone()
            key = int(row[0])
        else:
            self._db.execute(  # what a model says of a text holds as long as the text does
                "DELETE FROM votes WHERE document = ? AND NOT EXISTS ("
                "SELECT 1 FROM documents WHERE key = ? AND title = ? AND text = ? AND language IS ?)",
                (key, key, document.title, text, document.language),
            )
            self._db.execute(  # until names are looked for anew, those stay that stand where they stood
                "DELETE FROM mentions WHERE document = ? AND NOT EXISTS ("
                "SELECT 1 FROM documents WHERE key = ? AND title = ? AND text = ?)",
                (key, key, document.title, text),
            )
            names = ", ".join(f"{name} = ?" for name in f"{SUMMARY}, text".split(", "))
            self._db.execute(
                f"UPDATE documents SET {names}, version = ?, named = NULL WHERE key = ?",
                (*values, version, key),
            )
            self._db.execute("DELETE FROM passages WHERE document = ?", (key,))
            self._db.execute("DELETE FROM sketches WHERE document = ?", (key,))
            self._db.execute("DELETE FROM dates WHERE document = ?", (key,))
            self._db.execute("DELETE FROM quotes WHERE document = ?", (key,))
            self._db.execute("DELETE FROM prints WHERE document = ?", (key,))
        self._db.executemany(
            "INSERT INTO passages (document, number, start, end, line, page) VALUES (?, ?, ?, ?, ?, ?)",
            ((key, *passage) for passage in passages),
        )
        return key

    def move_document(self, key: int, path: str) -> bool:
        """Give a document another path; one that had the path before is left without.

        Returns:
            Whether it had a path up to now: one without is not in the full-text index.
        """
        where = os.fsencode(path)
        row = self._db.execute("SELECT path FROM documents WHERE key = ?", (key,)).fetchone()
        self._db.execute("UPDATE documents SET path = NULL WHERE path = ? AND key <> ?", (where, key))
        self._db.execute("UPDATE documents SET path = ? WHERE key = ?", (where, key))
        return row[0] is not None

    def collected(self, key: int | None) -> str | None:
        """When a document was first seen."""
        row = self._db.execute("SELECT collected FROM documents WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def remove_documents(self, keys: Iterable[int]) -> None:
        """Forget documents, with their passages."""
        self._db.executemany("DELETE FROM documents WHERE key = ?", ((key,) for key in keys))

    def free_id(self, sha256: str, key: int | None) -> str:
        """An id for a content that no other document has: copies get a number, and keep theirs."""
        base = sha256[:16]
        row = self._db.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
        if row is not None and row[0].partition("-")[0] == base:
            return str(row[0])
        is_taken = "SELECT 1 FROM documents WHERE id = ?"
        if self._db.execute(is_taken, (base,)).fetchone() is None:
            return base
        # There may be thousands of files with one content: the first number to be tried is near the last
        among = "SELECT count(*) FROM documents WHERE id >= ? AND id < ?"
        (number,) = self._db.execute(among, (f"{base}-", f"{base}.")).fetchone()
        number += 2
        while self._db.execute(is_taken, (f"{base}-{number}",)).fetchone():
            number += 1
        return f"{base}-{number}"

    def remember_file(self, path: str, record: FileRecord) -> None:
        """Note what a file was like when it was read."""
        self._db.execute(
            "INSERT OR REPLACE INTO files (path, size, mtime_ns, document, reason) VALUES (?, ?, ?, ?, ?)",
            (os.fsencode(path), record.size, record.mtime_ns, record.document, record.reason),
        )

    def forget_files(self, paths: Iterable[str]) -> None:
        """Forget files that are gone."""
        self._db.executemany("DELETE FROM files WHERE path = ?", ((os.fsencode(path),) for path in paths))

    def put_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Replace the list of files that were not even tried."""
        self._db.execute("DELETE FROM skipped")
        self._db.executemany(
            "INSERT INTO skipped (path, reason) VALUES (?, ?)",
            ((os.fsencode(one.path), one.reason) for one in skipped),
        )

    def put_fact(self, name: str, value: str) -> None:
        """Keep a value about the catalog itself."""
        self._db.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))
