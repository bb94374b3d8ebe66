"""The part of the catalog that says where an entity is mentioned, and with whom."""

import json
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from index.catalog.connections import Connections
from index.model import EntityType, Field


class Naming(NamedTuple):
    """A place that names one of the entities asked for."""

    field: Field
    """The string the offsets count in."""
    start: int
    """First code point."""
    end: int
    """One past the last."""
    entity: str
    """Id of the entity."""


class Rows(NamedTuple):
    """The mentions of a document, or its passages; what is listed has commas between."""

    document: int
    """Key of the document."""
    size: int
    """How many there are."""
    starts: str
    """First code point of each; -1 in the title."""
    names: str = ""
    """Of mentions, the key of each one's name."""


_NAMES = "(SELECT value FROM json_each(?1))"
_SAID = {
    "by": f"FROM (SELECT DISTINCT document FROM mentions WHERE name IN {_NAMES}) d"
    " CROSS JOIN quotes q ON q.document = d.document AND q.kind <> 'term'"
    " CROSS JOIN mentions m ON m.document = q.document AND m.field = q.speaker_field"
    f" AND m.start = q.speaker_start WHERE m.name IN {_NAMES}",
    "about": "FROM mentions m CROSS JOIN quotes q ON q.document = m.document AND q.field = m.field"
    " AND q.start = (SELECT max(start) FROM quotes"
    " WHERE document = m.document AND field = m.field AND start <= m.start)"
    f" AND m.end <= q.end AND q.kind <> 'term' WHERE m.name IN {_NAMES}"
    " AND NOT EXISTS (SELECT 1 FROM mentions s WHERE s.document = q.document"
    f" AND s.field = q.speaker_field AND s.start = q.speaker_start AND s.name IN {_NAMES})",
}
"""Quotations with mentions of their speakers, and with mentions of others in them.

Each mention, and each quotation, is looked up by its place: no two quotations overlap.
"""


class Mentioned:
    """Where entities are mentioned."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def entity(self, id: str) -> tuple[str, EntityType, bool] | None:
        """Name and type of an entity, and whether it is to stand on top; None where there is none."""
        with self._connections.reading() as db:
            row = db.execute("SELECT name, type, is_pinned FROM entities WHERE id = ?", (id,)).fetchone()
            return None if row is None else (row[0], row[1], bool(row[2]))

    def bearing(self, name: str) -> list[tuple[str, EntityType]]:
        """Id and type of the entities with a name, an alias or an id, whatever its capitals."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT id, type FROM entities WHERE id = ?1 OR name = ?1 COLLATE NOCASE UNION"
                " SELECT e.id, e.type FROM names n JOIN entities e ON e.id = n.entity"
                " WHERE n.surface = ?1 COLLATE NOCASE",
                (name,),
            ).fetchall()

    def names_of(self, entity: str) -> list[tuple[int, str]]:
        """(key, how it stands in texts) of each name of an entity."""
        with self._connections.reading() as db:
            return db.execute("SELECT key, surface FROM names WHERE entity = ?", (entity,)).fetchall()

    def documents_of(self, names: Iterable[int]) -> list[tuple[int, str]]:
        """(key, the keys of the documents of its mentions with commas between) of each of some names."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT name, group_concat(document) FROM mentions"
                " WHERE name IN (SELECT value FROM json_each(?)) GROUP BY name",
                (json.dumps(list(names)),),
            ).fetchall()

    def published(self, documents: Sequence[int]) -> list[tuple[int, str | None]]:
        """Key and date of publication of some documents that have a file, the newest first, as in a list."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT key, published FROM documents"
                " WHERE path IS NOT NULL AND key IN (SELECT value FROM json_each(?))"
                " ORDER BY published IS NULL, published DESC, path",
                (json.dumps(list(documents)),),
            ).fetchall()

    def namings(self, documents: Sequence[int], names: Iterable[int]) -> dict[int, list[Naming]]:
        """The mentions under some names in some documents, by key; the title comes first, then by place."""
        found: dict[int, list[Naming]] = {document: [] for document in documents}
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT m.document, m.field, m.start, m.end, n.entity"
                " FROM mentions m JOIN names n ON n.key = m.name"
                " WHERE m.document IN (SELECT value FROM json_each(?))"
                " AND m.name IN (SELECT value FROM json_each(?))"
                " ORDER BY m.document, m.field = 'text', m.start",
                (json.dumps(list(documents)), json.dumps(list(names))),
            )
            for document, *naming in rows:
                found[document].append(Naming(*naming))
        return found

    def said(self, names: Iterable[int], how: Literal["by", "about"]) -> list[int]:
        """The document of each quotation by those of some names, or of each mention in words of others."""
        with self._connections.reading() as db:
            rows = db.execute(
                f"SELECT q.document {_SAID[how]}",
                (json.dumps(list(names)),),
            )
            return [document for (document,) in rows]

    def sayings(
        self, documents: Sequence[int], names: Iterable[int], how: Literal["by", "about"]
    ) -> dict[int, list[Naming]]:
        """These quotations, or mentions, in some documents, by key; the title comes first, then by place."""
        found: dict[int, list[Naming]] = {document: [] for document in documents}
        what = "q.start, q.end" if how == "by" else "m.start, m.end"
        with self._connections.reading() as db:
            rows = db.execute(
                f"SELECT q.document, q.field, {what}, '' {_SAID[how]}"
                " AND m.document IN (SELECT value FROM json_each(?2))"
                " ORDER BY 1, q.field = 'text', 3",
                (json.dumps(list(names)), json.dumps(list(documents))),
            )
            for document, *naming in rows:
                found[document].append(Naming(*naming))
        return found

    def starts(self, names: Iterable[int]) -> list[Rows]:
        """The mentions under some names, by document in the order of the keys; `Rows.names` are empty."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document, count(*), group_concat(CASE field WHEN 'title' THEN -1 ELSE start END)"
                " FROM mentions WHERE name IN (SELECT value FROM json_each(?))"
                " GROUP BY document ORDER BY document",
                (json.dumps(list(names)),),
            )
            return [Rows(*row) for row in rows]

    def mentions(self, documents: Sequence[int]) -> list[Rows]:
        """All mentions in some documents, in the order of their keys."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document, count(*), group_concat(CASE field WHEN 'title' THEN -1 ELSE start END),"
                " group_concat(name) FROM mentions WHERE document IN (SELECT value FROM json_each(?))"
                " GROUP BY document ORDER BY document",
                (json.dumps(list(documents)),),
            )
            return [Rows(*row) for row in rows]

    def passages(self, documents: Sequence[int]) -> list[Rows]:
        """All passages of some documents, in the order of their keys."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document, count(*), group_concat(start) FROM passages"
                " WHERE document IN (SELECT value FROM json_each(?)) GROUP BY document ORDER BY document",
                (json.dumps(list(documents)),),
            )
            return [Rows(*row) for row in rows]
