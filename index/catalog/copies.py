"""The part of the catalog that says which documents are copies of one another."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.catalog.connections import Connections
from index.catalog.records import StoredSketch

_RULES = "copies"
"""The fact that says by which rules sketches were made."""


class Copies:
    """Sketches of documents' words, and the groups that their copies are in."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    # Writing

    def begin(self, version: str) -> None:
        """Forget what other rules have found, and the groups whose leader is gone."""
        with self._connections.transaction() as db:
            row = db.execute("SELECT value FROM facts WHERE name = ?", (_RULES,)).fetchone()
            if row is None or row[0] != version:
                db.execute("DELETE FROM sketches")
                db.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (_RULES, version))
            db.execute("DELETE FROM copies WHERE leader NOT IN (SELECT document FROM copies)")

    def put(self, sketches: Iterable[StoredSketch]) -> None:
        """Keep sketches of documents that have none."""
        with self._connections.transaction() as db:
            db.executemany(
                "INSERT OR REPLACE INTO sketches (document, length, digest, sample) VALUES (?, ?, ?, ?)",
                sketches,
            )

    def assign(self, leaders: Mapping[int, int]) -> None:
        """Say for documents which one leads their group."""
        with self._connections.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO copies (document, leader) VALUES (?, ?)", leaders.items())

    # Reading

    def ungrouped(self) -> list[int]:
        """Keys of the documents that have not been grouped."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT key FROM documents WHERE path IS NOT NULL"
                " AND key NOT IN (SELECT document FROM copies) ORDER BY key"
            )
            return [key for (key,) in rows]

    def sketched(self, documents: Sequence[int]) -> frozenset[int]:
        """Which of some documents have a sketch."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document FROM sketches WHERE document IN (SELECT value FROM json_each(?))",
                (json.dumps(list(documents)),),
            )
            return frozenset(key for (key,) in rows)

    def leaders(self) -> dict[int, int]:
        """For each document that has been grouped the one that leads its group."""
        with self._connections.reading() as db:
            return dict(db.execute("SELECT document, leader FROM copies"))

    def sketches(self) -> Iterator[StoredSketch]:
        """The sketches of all documents."""
        with self._connections.reading() as db:
            for row in db.execute("SELECT document, length, digest, sample FROM sketches"):
                yield StoredSketch(*row)

    def groups(self) -> list[tuple[int, int]]:
        """(document, first document of its group) for every document that is not alone in its group.

        The first one of a group is among its documents; all have its key for the number of the group.
        Of each group the document that was published first comes first, of those of one day the longest.
        """
        with self._connections.reading() as db:
            return db.execute(
                "SELECT document, leader FROM copies JOIN sketches USING (document)"
                " JOIN documents ON documents.key = document WHERE leader IN"
                " (SELECT leader FROM copies WHERE document <> leader)"
                " ORDER BY published IS NULL, published, length DESC, document"
            ).fetchall()

    def copies_of(self, document: int) -> list[int]:
        """Keys of the other documents of a document's group."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT other.document FROM copies mine JOIN copies other ON other.leader = mine.leader"
                " WHERE mine.document = ? AND other.document <> mine.document ORDER BY other.document",
                (document,),
            )
            return [key for (key,) in rows]
