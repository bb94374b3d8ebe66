"""The part of the catalog that keeps what a model takes for names.

It is kept beside the names themselves, which are found anew whenever the rules are better: a model is slow,
and what it says of a text stays true where the model is not installed any more.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from index.catalog.connections import Connections
from index.model.spans import VoteRow


class Votes:
    """What a model says of each document."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def unheard(self, model: str) -> list[int]:
        """Keys of the documents of which this model has not said anything, and that it can read.

        Those are the ones in English, or in what may be English.
        """
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT d.key FROM documents d LEFT JOIN votes v ON v.document = d.key"
                " WHERE d.path IS NOT NULL AND v.model IS NOT ?"
                " AND (d.language IS NULL OR d.language LIKE 'en%') ORDER BY d.key",
                (model,),
            )
            return [key for (key,) in rows]

    def heard(self) -> dict[str, int]:
        """In how many documents which model has been heard."""
        with self._connections.reading() as db:
            return dict(db.execute("SELECT model, count(*) FROM votes GROUP BY model ORDER BY count(*) DESC"))

    def of(self, keys: Iterable[int]) -> dict[int, Sequence[VoteRow]]:
        """What was said of documents, by key; those of which nothing was are left out."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document, spans FROM votes WHERE document IN (SELECT value FROM json_each(?))",
                (json.dumps(list(keys)),),
            )
            return {
                key: [(row[0], row[1], row[2], row[3]) for row in json.loads(spans)] for key, spans in rows
            }

    def versions(self, keys: Iterable[int]) -> dict[int, int]:
        """The states that documents are in, by key: what is said of one holds for that state."""
        with self._connections.reading() as db:
            return dict(
                db.execute(
                    "SELECT key, version FROM documents"
                    " WHERE path IS NOT NULL AND key IN (SELECT value FROM json_each(?))",
                    (json.dumps(list(keys)),),
                )
            )

    def put(self, model: str, said: Mapping[int, tuple[Sequence[VoteRow], str | None]]) -> None:
        """Keep what a model says of documents, by key, and what kept it from reading one."""
        with self._connections.transaction() as db:
            db.executemany(
                "INSERT OR REPLACE INTO votes (document, model, spans, trouble) VALUES (?, ?, ?, ?)",
                (
                    (key, model, json.dumps(spans, separators=(",", ":")), trouble)
                    for key, (spans, trouble) in said.items()
                ),
            )
