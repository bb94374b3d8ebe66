"""The part of the catalog that says who and what is named where."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from index.catalog.connections import Connections
from index.catalog.owners import Owners
from index.catalog.records import NamedSpan
from index.model import Entity, EntityType, Field, Mention
from index.watching import FACT, NOBODY, Watched

NameKey = tuple[str, str, str, bool]
"""Name, type, surface and sureness: mentions that agree in these share a row."""


class Names:
    """Mentions and the entities they name."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    # Writing

    def unnamed(self, version: str) -> list[int]:
        """Keys of documents in which names were not yet looked for by this version of the rules."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT key FROM documents WHERE named IS NOT ? AND path IS NOT NULL ORDER BY key", (version,)
            )
            return [key for (key,) in rows]

    def put(self, version: str, mentions: Mapping[int, Sequence[NamedSpan]]) -> None:
        """Write down what was found in documents, by key, in place of what there was."""
        keys: dict[NameKey, int] = {}  # of this transaction: what is rolled back gives its keys to others
        with self._connections.transaction() as db:
            for document, spans in mentions.items():
                db.execute("DELETE FROM mentions WHERE document = ?", (document,))
                db.execute("DELETE FROM abroad WHERE document = ?", (document,))
                db.executemany(
                    "INSERT INTO mentions (document, field, start, end, name, stands)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    [
                        (document, span.field, span.start, span.end, _key(db, span, keys), span.stands_for)
                        for span in spans
                    ],
                )
                db.execute("UPDATE documents SET named = ? WHERE key = ?", (version, document))

    def reread(self, documents: Iterable[int], watched: Watched) -> None:
        """Note that names are to be looked for again in documents, and whom the library watches for now."""
        with self._connections.transaction() as db:
            db.executemany("UPDATE documents SET named = NULL WHERE key = ?", ((key,) for key in documents))
            Owners(db).note(FACT, watched.text)

    def are_open(self) -> bool:
        """Whether there are names of which nobody has said yet whose they are."""
        with self._connections.reading() as db:
            return db.execute("SELECT 1 FROM names WHERE ruled IS NULL LIMIT 1").fetchone() is not None

    def counts(self) -> list[tuple[str, EntityType, str, bool, int, int]]:
        """(name, type, surface, sureness, documents, mentions) for every way a name is used."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT n.name, n.type, n.surface, n.sure, count(DISTINCT m.document), count(*)"
                " FROM names n JOIN mentions m ON m.name = n.key GROUP BY n.key"
            )
            return [
                (name, type, surface, bool(sure), documents, mentions)
                for name, type, surface, sure, documents, mentions in rows
            ]

    def counts_in(self, document: int) -> list[tuple[str, EntityType, str, bool, int, int]]:
        """The same as `counts`, for the names in one document that have no entity yet."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT n.name, n.type, n.surface, n.sure, 1, count(*)"
                " FROM mentions m JOIN names n ON n.key = m.name"
                " WHERE m.document = ? AND n.ruled IS NULL GROUP BY n.key",
                (document,),
            )
            return [
                (name, type, surface, bool(sure), documents, mentions)
                for name, type, surface, sure, documents, mentions in rows
            ]

    def adopt(
        self,
        entities: Iterable[tuple[str, str, EntityType]],
        owners: Iterable[tuple[str, str, EntityType, bool]],
        mend: Callable[[Owners], None],
    ) -> None:
        """Say whose names are that have no entity yet; given are the same things as to `assign`."""
        with self._connections.transaction() as db:
            Owners(db).as_ruled()
            db.executemany(
                "INSERT OR IGNORE INTO entities (id, name, type, ruled) VALUES (?, ?, ?, ?)",
                ((id, name, type, name) for id, name, type in entities),
            )
            db.executemany(
                "UPDATE names SET ruled = ?, entity = ? WHERE name = ? AND type = ? AND sure = ?"
                " AND ruled IS NULL",
                ((id, id, name, type, sure) for id, name, type, sure in owners),
            )
            mend(Owners(db))

    def assign(
        self,
        entities: Iterable[tuple[str, str, EntityType]],
        owners: Iterable[tuple[str, str, EntityType, bool]],
        apart: Iterable[tuple[int, str, str, EntityType, bool]],
        mend: Callable[[Owners], None],
    ) -> None:
        """Say which entities there are, and whose each name is.

        Args:
            entities: (id, name, type) of each.
            owners: (id of the entity, name, type, sureness) of each name.
            apart: (document, id of the entity, name, type, sureness) where a name is another's in a document.
            mend: Changes that within the same transaction.
        """
        with self._connections.transaction() as db:
            changed = Owners(db)
            changed.as_ruled()
            db.execute(
                "DELETE FROM names WHERE key NOT IN (SELECT name FROM mentions)"
                " AND (document <> 0 OR (name, type, surface, sure) NOT IN"
                " (SELECT name, type, surface, sure FROM names WHERE document <> 0))"
            )
            db.execute("DELETE FROM entities")
            db.executemany(
                "INSERT INTO entities (id, name, type, ruled) VALUES (?, ?, ?, ?)",
                ((id, name, type, name) for id, name, type in entities),
            )
            db.executemany(
                "UPDATE names SET ruled = ?, entity = ? WHERE name = ? AND type = ? AND sure = ?",
                ((id, id, name, type, sure) for id, name, type, sure in owners),
            )
            for document, id, name, type, sure in apart:
                changed.rule_in(document, name, type, sure, id)
            changed.as_elsewhere()
            mend(changed)

    @contextmanager
    def changing(self) -> Iterator[Owners]:
        """One transaction on whose each name is."""
        with self._connections.transaction() as db:
            yield Owners(db)

    @contextmanager
    def owners(self) -> Iterator[Owners]:
        """Whose each name is, to be read."""
        with self._connections.reading() as db:
            yield Owners(db)

    # Reading

    def mentions(self, document: int) -> tuple[Mention, ...]:
        """The mentions in a document, those in the title first, whose entities are known."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT m.start, m.end, m.field, n.surface, e.type, e.id, m.stands"
                " FROM mentions m JOIN names n ON n.key = m.name JOIN entities e ON e.id = n.entity"
                " WHERE m.document = ? ORDER BY m.field = 'text', m.start",
                (document,),
            )
            return tuple(Mention(*row) for row in rows)

    def entities(self, ids: Iterable[str] | None = None) -> list[tuple[str, str, EntityType]]:
        """(id, name, type) of every entity, or of those with some ids."""
        query = "SELECT id, name, type FROM entities"
        with self._connections.reading() as db:
            if ids is None:
                return db.execute(query).fetchall()
            wanted = json.dumps(list(ids))
            return db.execute(f"{query} WHERE id IN (SELECT value FROM json_each(?))", (wanted,)).fetchall()

    def pinned(self) -> list[tuple[str, str, EntityType]]:
        """(id, name, type) of the entities that are to stand on top, by their names."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT id, name, type FROM entities"
                " WHERE (ruled IS NOT name OR is_pinned) AND is_pinned"  # as their index has it
                " AND EXISTS (SELECT 1 FROM names WHERE entity = id) ORDER BY name COLLATE NOCASE, id"
            ).fetchall()

    def watched(self) -> Watched:
        """Whom the library watches for: what its documents were read for names with in mind."""
        with self._connections.reading() as db:
            row = db.execute("SELECT value FROM facts WHERE name = ?", (FACT,)).fetchone()
            return NOBODY if row is None else Watched.read(row[0])

    def bearing(self, names: Iterable[tuple[EntityType, str]]) -> list[tuple[str, str, EntityType]]:
        """(id, name, type) of the entities that bear one of some names, in the order of these."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT e.id, e.name, e.type FROM json_each(?) w"
                " JOIN names n ON n.name = json_extract(w.value, '$[1]')"
                " AND n.type = json_extract(w.value, '$[0]')"
                " JOIN entities e ON e.id = n.entity GROUP BY e.id ORDER BY min(w.key)",
                (json.dumps(list(names)),),
            ).fetchall()

    def owned(self, ids: Iterable[str] | None = None) -> list[tuple[int, str, str]]:
        """(key, id of the entity, surface) of every name that has an entity, or one of some entities."""
        query = "SELECT key, entity, surface FROM names WHERE entity"
        with self._connections.reading() as db:
            if ids is None:
                return db.execute(f"{query} IS NOT NULL").fetchall()
            wanted = json.dumps(list(ids))
            return db.execute(f"{query} IN (SELECT value FROM json_each(?))", (wanted,)).fetchall()

    def rows(self) -> list[tuple[int, str, EntityType, bool]]:
        """(key, name, type, sureness) of every row of names."""
        with self._connections.reading() as db:
            rows = db.execute("SELECT key, name, type, sure FROM names")
            return [(key, name, type, bool(sure)) for key, name, type, sure in rows]

    def documents_of(self, names: Iterable[int]) -> set[int]:
        """Keys of the documents in which one of some names is mentioned."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document FROM mentions WHERE name IN (SELECT value FROM json_each(?))",
                (json.dumps(list(names)),),
            )
            return {document for (document,) in rows}

    def documents_by_name(self, names: Iterable[int]) -> list[tuple[int, int]]:
        """(key of the name, key of the document) where one of some names is mentioned, each once."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT DISTINCT m.name, m.document"
                " FROM json_each(?) n CROSS JOIN mentions m ON m.name = n.value",
                (json.dumps(list(names)),),
            ).fetchall()

    def named_in(self, documents: Iterable[int], letters: int) -> list[tuple[int, int]]:
        """(document, key of the name) of each mention among the first so many letters of some documents."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT m.document, m.name FROM json_each(?) d"
                " CROSS JOIN mentions m ON m.document = d.value AND m.start < ?",
                (json.dumps(sorted(documents)), letters),
            ).fetchall()

    def names_within(self, documents: Iterable[int], letters: int) -> list[tuple[int, int, str]]:
        """(document, how many, the keys of their names with commas between) of mentions in some documents.

        Only those among the first so many letters count; documents without any are left out.
        """
        with self._connections.reading() as db:
            return db.execute(
                "SELECT document, count(*), group_concat(name) FROM mentions"
                " WHERE document IN (SELECT value FROM json_each(?)) AND start < ? GROUP BY document",
                (json.dumps(list(documents)), letters),
            ).fetchall()

    def forms(self, entity: str) -> list[tuple[str, int]]:
        """The forms under which an entity is mentioned, with how often, the most frequent first."""
        with self._connections.reading() as db:
            return db.execute(
                "SELECT n.surface, count(*) FROM names n JOIN mentions m ON m.name = n.key"
                " WHERE n.entity = ? GROUP BY n.surface ORDER BY count(*) DESC, n.surface",
                (entity,),
            ).fetchall()

    def all_mentions(self) -> Iterator[tuple[int, int, str]]:
        """(document, how many, the keys of their names with commas between) for each document that has any.

        Documents come in the order of their keys. A row for each mention would take ten times as long.
        """
        with self._connections.reading() as db:
            yield from db.execute(
                "SELECT document, count(*), group_concat(name) FROM mentions"
                " GROUP BY document ORDER BY document"
            )

    def called(self, words: Sequence[str]) -> list[tuple[EntityType, str]]:
        """Type and name of the entities one of whose aliases is one of some words, in the order of these.

        Capitals do not matter. Of those with the same alias, the ones mentioned more often come first.
        """
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT lower(n.surface), e.type, e.name FROM names n JOIN entities e ON e.id = n.entity"
                " WHERE n.surface COLLATE NOCASE IN (SELECT value FROM json_each(?))"
                " ORDER BY (SELECT count(*) FROM mentions m WHERE m.name = n.key) DESC",
                (json.dumps(list(words)),),
            ).fetchall()
        places = {word.lower(): place for place, word in reversed(list(enumerate(words)))}
        rows.sort(key=lambda row: places.get(row[0], len(places)))
        return list(dict.fromkeys((type, name) for _, type, name in rows))

    def borne(self, type: EntityType, ids: Iterable[str] | None = None) -> list[tuple[str, str, str]]:
        """(entity, its name, alias) for every alias of every entity of a type, or of those with some ids."""
        query = "SELECT DISTINCT e.id, e.name, n.surface FROM entities e JOIN names n ON n.entity = e.id"
        with self._connections.reading() as db:
            if ids is None:
                return db.execute(f"{query} WHERE e.type = ?", (type,)).fetchall()
            wanted = f"{query} WHERE e.type = ? AND e.id IN (SELECT value FROM json_each(?))"
            return db.execute(wanted, (type, json.dumps(list(ids)))).fetchall()

    def mentioning(self, entities: Iterable[str]) -> frozenset[int]:
        """Keys of the documents that mention one of some entities or more."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT DISTINCT m.document FROM names n JOIN mentions m ON m.name = n.key"
                " WHERE n.entity IN (SELECT value FROM json_each(?))",
                (json.dumps(list(entities)),),
            )
            return frozenset(key for (key,) in rows)

    def places_of(self, entity: str, documents: Sequence[int]) -> dict[int, list[tuple[Field, int]]]:
        """Field and start of the mentions of an entity in some documents, by their keys."""
        found: dict[int, list[tuple[Field, int]]] = {}
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT m.document, m.field, m.start FROM json_each(?) d CROSS JOIN mentions m"
                " ON m.document = d.value JOIN names n ON n.key = m.name WHERE n.entity = ?",
                (json.dumps(list(documents)), entity),
            )
            for document, field, start in rows:
                found.setdefault(document, []).append((field, start))
        return found

    def entities_of(self, document: int) -> tuple[Entity, ...]:
        """The entities of one document, with the mentions and the forms in it, the most mentioned first."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT e.id, e.name, e.type, e.is_pinned, n.surface, count(*)"
                " FROM mentions m JOIN names n ON n.key = m.name JOIN entities e ON e.id = n.entity"
                " WHERE m.document = ? GROUP BY e.id, n.surface ORDER BY count(*) DESC, n.surface",
                (document,),
            )
            found: dict[str, Entity] = {}
            for id, name, type, is_pinned, surface, count in rows:
                before = found.get(id) or Entity(id, name, type, (), 0, 1, bool(is_pinned))
                aliases = (*before.aliases, surface)
                found[id] = replace(before, aliases=aliases, mentions=before.mentions + count)
            return tuple(sorted(found.values(), key=lambda one: (-one.mentions, one.name)))


def _key(db: sqlite3.Connection, span: NamedSpan, keys: dict[NameKey, int]) -> int:
    """The key of a name, a new one where it is new; `keys` remembers those asked for before."""
    name: NameKey = (span.name, span.type, span.surface, span.sure)
    key = keys.get(name)
    if key is None:
        query = (
            "SELECT key FROM names WHERE name = ? AND type = ? AND surface = ? AND sure = ? AND document = 0"
        )
        row = db.execute(query, name).fetchone()
        if row is None:
            insert = "INSERT INTO names (name, type, surface, sure) VALUES (?, ?, ?, ?) RETURNING key"
            row = db.execute(insert, name).fetchone()
        key = keys[name] = int(row[0])
    return key
