"""Whose each name is, while that is being changed: what the rules found, and what is said otherwise."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.model import EntityType

_APART = "n.entity, n.ruled, o.entity, n.name, n.type, n.surface, n.sure, n.document"
_SAME = "o.name = n.name AND o.type = n.type AND o.surface = n.surface AND o.sure = n.sure"


_Row = tuple[str | int | None, ...]
"""A name with whose it is, or an entity with how it is shown.

It begins with the ids of three entities: whose it is, whose it would be by the rules, and of what is so in
one document alone, whose it is elsewhere.
"""


class Owner(NamedTuple):
    """An entity as it is kept."""

    id: str
    """Its id."""
    name: str
    """What it is shown as."""
    type: EntityType
    """What it is."""
    is_pinned: bool
    """Whether it is to stand on top."""


class Owners:
    """Reads and changes, on one connection; changes belong to a transaction.

    A row of names may be for one document alone: that is how mentions in one document come to another
    entity than the same name elsewhere. If the user says so, the rules mean by it what they mean elsewhere;
    if they see it themselves, something else. The row for all documents is there beside it.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._given_up: set[_Row] = set()
        self._given_in: set[int] = set()

    # Reading

    def owner(self, id: str) -> Owner | None:
        """An entity that bears a name; None where there is none with this id."""
        row = self._db.execute(
            "SELECT id, name, type, is_pinned FROM entities"
            " WHERE id = ? AND EXISTS (SELECT 1 FROM names WHERE entity = id)",
            (id,),
        ).fetchone()
        return None if row is None else Owner(row[0], row[1], row[2], bool(row[3]))

    def names_of(self, id: str, forms: Sequence[str] = ()) -> list[int]:
        """Keys of the names that an entity bears: all, or those that stand in texts in some forms."""
        query = "SELECT key FROM names WHERE entity = ?"
        if forms:
            query += " AND surface IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(query, (id, json.dumps(list(forms))) if forms else (id,))
        return [key for (key,) in rows]

    def known_as(self, name: str, type: EntityType) -> list[tuple[int, str]]:
        """(key, entity) of the names that are a name in full, of entities of a type."""
        return self._db.execute(
            "SELECT n.key, e.id FROM names n JOIN entities e ON e.id = n.entity"
            " WHERE n.name = ? AND e.type = ?",
            (name, type),
        ).fetchall()

    def documents(self, title: str, sha256: str) -> list[int]:
        """Keys of the documents with a digest that begins so; where there are none, of those with a title."""
        found: list[tuple[int]] = []
        if sha256:
            found = self._db.execute(
                "SELECT key FROM documents WHERE sha256 >= ? AND sha256 < ?", (sha256, sha256 + "g")
            ).fetchall()
        if not found and title:
            found = self._db.execute("SELECT key FROM documents WHERE title = ?", (title,)).fetchall()
        return [key for (key,) in found]

    def touched(self, names: Iterable[int], documents: Sequence[int] | None = None) -> tuple[int, int]:
        """How many mentions some names have, and in how many documents: in all, or in some."""
        query = (
            "SELECT count(*), count(DISTINCT document) FROM mentions"
            " WHERE name IN (SELECT value FROM json_each(?))"
        )
        asked = [json.dumps(list(names))]
        if documents is not None:
            query += " AND document IN (SELECT value FROM json_each(?))"
            asked.append(json.dumps(list(documents)))
        mentions, inside = self._db.execute(query, asked).fetchone()
        return mentions, inside

    def mended(self) -> set[_Row]:
        """All names and entities that are not as the rules have them."""
        return set(
            self._db.execute(
                "SELECT entity, ruled, NULL, name, type, surface, sure, document FROM names"
                " WHERE entity IS NOT ruled UNION ALL"
                " SELECT id, NULL, NULL, name, type, ruled, is_pinned, NULL FROM entities"
                " WHERE ruled IS NOT name OR is_pinned"
            )
        )

    def concerned_since(self, before: set[_Row]) -> set[str]:
        """Ids of the entities that there are or were, are shown otherwise or bear other names since.

        Args:
            before: What was mended then; all that has changed since was changed here.
        """
        given_in = self._db.execute(
            f"SELECT {_APART} FROM names n JOIN names o ON {_SAME} AND o.document = 0 WHERE n.document <> 0"
            " AND n.document IN (SELECT value FROM json_each(?)) AND n.ruled IS o.ruled",
            (json.dumps(list(self._given_in)),),
        )
        changed = (before | self._given_up) ^ (self.mended() | set(given_in))
        return {id for row in changed for id in row[:3] if isinstance(id, str)}

    # Changing

    def as_ruled(self) -> None:
        """Make everything as the rules found it."""
        db = self._db
        self.as_elsewhere()
        db.execute("UPDATE names SET entity = ruled WHERE entity IS NOT ruled")
        db.execute("DELETE FROM entities WHERE ruled IS NULL")
        db.execute("UPDATE entities SET name = ruled, is_pinned = 0 WHERE ruled IS NOT name OR is_pinned")

    def as_elsewhere(self) -> None:
        """Give up the rows for one document alone by which the rules mean the same there as elsewhere."""
        db = self._db
        found = db.execute(
            f"SELECT n.key, {_APART} FROM names n LEFT JOIN names o"
            f" ON {_SAME} AND o.document = 0 WHERE n.document <> 0 AND (o.key IS NULL OR n.ruled IS o.ruled)"
        ).fetchall()
        if not found:
            return
        self._given_up.update(row[1:] for row in found)
        rows = (json.dumps([key for key, *_ in found]),)
        given = "(SELECT value FROM json_each(?))"
        db.execute(
            "INSERT OR IGNORE INTO names (name, type, surface, sure, ruled, entity)"
            f" SELECT name, type, surface, sure, ruled, ruled FROM names WHERE key IN {given}",
            rows,
        )
        db.execute(
            "UPDATE mentions SET name = (SELECT o.key FROM names n JOIN names o"
            f" ON {_SAME} AND o.document = 0 WHERE n.key = mentions.name) WHERE name IN {given}",
            rows,
        )
        db.execute(f"DELETE FROM names WHERE key IN {given}", rows)

    def put(self, id: str, name: str, type: EntityType, *, is_pinned: bool = False) -> None:
        """Have an entity shown so, a new one where there is none with this id; what is pinned stays so."""
        self._db.execute(
            "INSERT INTO entities (id, name, type, is_pinned) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
            " DO UPDATE SET name = excluded.name, is_pinned = max(is_pinned, excluded.is_pinned)",
            (id, name, type, is_pinned),
        )

    def give(self, names: Iterable[int], id: str | None) -> None:
        """Let names be an entity's; nobody's where there is no id."""
        self._db.execute(
            "UPDATE names SET entity = ? WHERE key IN (SELECT value FROM json_each(?))",
            (id, json.dumps(list(names))),
        )

    def give_in(self, document: int, names: Iterable[int], id: str) -> None:
        """Let what is mentioned in a document under some names be an entity's, and nothing else."""
        db, wanted = self._db, json.dumps(list(names))
        self._given_in.add(document)
        used = "SELECT name FROM mentions WHERE document = ? AND name IN (SELECT value FROM json_each(?))"
        db.execute(
            "INSERT INTO names (name, type, surface, sure, document, ruled, entity)"
            f" SELECT name, type, surface, sure, ?, ruled, ? FROM names WHERE key IN ({used})"
            " ON CONFLICT (name, type, surface, sure, document) DO UPDATE SET entity = excluded.entity",
            (document, id, document, wanted),
        )
        db.execute(
            f"UPDATE mentions SET name = (SELECT o.key FROM names n JOIN names o ON {_SAME}"
            " AND o.document = ? WHERE n.key = mentions.name)"
            " WHERE document = ? AND name IN (SELECT value FROM json_each(?))",
            (document, document, wanted),
        )

    def rule_in(self, document: int, name: str, type: str, sure: bool, id: str) -> None:
        """Have the rules mean an entity by a name in a document, whatever they mean by it elsewhere."""
        db, asked = self._db, (document, name, type, sure)
        used = (
            "SELECT DISTINCT n.key FROM mentions m JOIN names n ON n.key = m.name"
            " WHERE m.document = ? AND n.name = ? AND n.type = ? AND n.sure = ?"
        )
        db.execute(
            "INSERT INTO names (name, type, surface, sure, document, ruled, entity)"
            f" SELECT name, type, surface, sure, ?, ?, ? FROM names WHERE key IN ({used})"
            " ON CONFLICT (name, type, surface, sure, document)"
            " DO UPDATE SET ruled = excluded.ruled, entity = excluded.entity",
            (document, id, id, *asked),
        )
        db.execute(
            f"UPDATE mentions SET name = (SELECT o.key FROM names n JOIN names o ON {_SAME}"
            f" AND o.document = ? WHERE n.key = mentions.name) WHERE document = ? AND name IN ({used})",
            (document, document, *asked),
        )

    def note(self, name: str, value: str) -> None:
        """Keep a value about the catalog itself, as of this transaction."""
        self._db.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))
