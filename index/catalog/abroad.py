"""The part of the catalog that says which names are looked for in documents that are not in English."""

from collections.abc import Collection, Iterable, Iterator

from index.catalog.connections import Connections
from index.model import EntityType
from index.model.spans import FormRow

_ENGLISH = "(d.language IS NULL OR d.language LIKE 'en%')"


class Abroad:
    """Documents in other languages, and the names that English ones have established."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def documents(self) -> list[int]:
        """Keys of the documents that are known not to be in English."""
        return self._keys(
            f"SELECT key FROM documents d WHERE path IS NOT NULL AND NOT {_ENGLISH} ORDER BY key"
        )

    def unsearched(self) -> set[int]:
        """Keys of those in which no established names were looked for since they were read."""
        return set(
            self._keys(
                f"SELECT key FROM documents d WHERE path IS NOT NULL AND NOT {_ENGLISH}"
                " AND key NOT IN (SELECT document FROM abroad)"
            )
        )

    def with_names(self, names: Iterable[tuple[str, EntityType]]) -> set[int]:
        """Keys of those in which one of some names was found."""
        found: set[int] = set()
        with self._connections.reading() as db:
            for name, type in names:
                found.update(
                    key
                    for (key,) in db.execute(
                        "SELECT m.document FROM names n JOIN mentions m ON m.name = n.key"
                        " JOIN abroad a ON a.document = m.document WHERE n.name = ? AND n.type = ?",
                        (name, type),
                    )
                )
        return found

    def counts(self) -> list[tuple[str, EntityType, str, bool, int, int]]:
        """The same as those of all names, for the documents in English."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT n.name, n.type, n.surface, n.sure, count(DISTINCT m.document), count(*)"
                " FROM names n JOIN mentions m ON m.name = n.key JOIN documents d ON d.key = m.document"
                f" WHERE {_ENGLISH} GROUP BY n.key"
            )
            return [
                (name, type, surface, bool(sure), documents, mentions)
                for name, type, surface, sure, documents, mentions in rows
            ]

    def established(self) -> set[FormRow]:
        """The forms of names that were looked for last."""
        with self._connections.reading() as db:
            rows = db.execute("SELECT words, name, type, is_short FROM established")
            return {(words, name, type, bool(is_short)) for words, name, type, is_short in rows}

    def establish(self, forms: Iterable[FormRow]) -> None:
        """Note the forms that are looked for."""
        with self._connections.transaction() as db:
            db.execute("DELETE FROM established")
            db.executemany("INSERT INTO established (words, name, type, is_short) VALUES (?, ?, ?, ?)", forms)

    def mark(self, documents: Collection[int]) -> None:
        """Note that established names were looked for in documents."""
        with self._connections.transaction() as db:
            db.executemany(
                "INSERT OR IGNORE INTO abroad (document) VALUES (?)", ((key,) for key in documents)
            )

    def unmark(self, documents: Collection[int]) -> None:
        """Note that established names are still to be looked for in documents."""
        with self._connections.transaction() as db:
            db.executemany("DELETE FROM abroad WHERE document = ?", ((key,) for key in documents))

    def texts(self, keys: Collection[int]) -> Iterator[tuple[int, str, str, str]]:
        """Key, title, text and language of documents."""
        with self._connections.reading() as db:
            for key in keys:
                yield from db.execute(
                    "SELECT key, title, text, language FROM documents WHERE key = ? AND path IS NOT NULL",
                    (key,),
                )

    def _keys(self, query: str) -> list[int]:
        with self._connections.reading() as db:
            return [key for (key,) in db.execute(query)]
