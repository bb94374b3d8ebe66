"""The part of the catalog that says what is quoted where, and whose words it is."""

from collections.abc import Mapping, Sequence

from index.catalog.batches import in_batches
from index.catalog.connections import Connections
from index.model import Quote
from index.quotes.model import RawQuote

_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "his"))
"""Words that name nobody where the mention they stand for is not known any more."""


class Quotes:
    """Quotations, and the mentions of their speakers.

    A speaker is kept as the place of a mention and takes its name from there: so it follows when
    names are brought together in another way.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    # Writing

    def put(self, quotes: Mapping[int, tuple[Sequence[RawQuote], bytes]]) -> None:
        """Write down what was found in documents, by key, in place of what there was.

        Args:
            quotes: The quotations of each document, and their prints (`index.quotes.wording`).
        """
        with self._connections.transaction() as db:
            gone = [(document,) for document in quotes]
            db.executemany("DELETE FROM quotes WHERE document = ?", gone)
            db.executemany("DELETE FROM prints WHERE document = ?", gone)
            db.executemany(
                "INSERT INTO prints (document, prints) VALUES (?, ?)",
                ((document, prints) for document, (found, prints) in quotes.items() if found),
            )
            db.executemany(
                "INSERT INTO quotes (document, field, start, end, kind, named_start, named_end,"
                " speaker_field, speaker_start, cue_start, cue_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (document, one.field, one.start, one.end, one.kind)
                    + (one.named or (None, None))
                    + (one.mention or (None, None))
                    + (one.cue or (None, None))
                    for document, (found, _) in quotes.items()
                    for one in found
                ),
            )

    # Reading

    def prints(self) -> list[tuple[int, bytes]]:
        """(document, prints of its quotations) for each that has any, in the order of their keys."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document, prints FROM prints"
                " WHERE document IN (SELECT key FROM documents WHERE path IS NOT NULL) ORDER BY document"
            )
            return rows.fetchall()

    def of(self, document: int, title: str, text: str) -> tuple[Quote, ...]:
        """The quotations of a document, those in the title first."""
        return self.of_all({document: (title, text)}).get(document, ())

    def of_all(self, documents: Mapping[int, tuple[str, str]]) -> dict[int, tuple[Quote, ...]]:
        """The quotations of documents, by key; given are the title and text of each."""
        query = (
            "SELECT q.document, q.field, q.start, q.end, q.kind, q.named_start, q.named_end, e.name, e.id"
            " FROM quotes q LEFT JOIN mentions m ON m.document = q.document"
            " AND m.field = q.speaker_field AND m.start = q.speaker_start"
            " LEFT JOIN names n ON n.key = m.name LEFT JOIN entities e ON e.id = n.entity"
            " WHERE q.document IN"
        )
        found: dict[int, list[Quote]] = {}
        with self._connections.reading() as db:
            for key, *row in in_batches(db, query, documents, "ORDER BY q.field = 'text', q.start"):
                title, text = documents[key]
                found.setdefault(key, []).append(_quote(title if row[0] == "title" else text, *row))
        return {key: tuple(quotes) for key, quotes in found.items()}


def _quote(
    string: str,
    field: str,
    start: int,
    end: int,
    kind: str,
    named_start: int | None,
    named_end: int | None,
    speaker: str | None,
    entity: str | None,
) -> Quote:
    named = None if named_start is None or named_end is None else (named_start, named_end)
    if speaker is None and named is not None:
        words = " ".join(string[slice(*named)].split())
        speaker = None if words.lower() in _PRONOUNS else words
    return Quote(start, end, field, string[start:end], kind, speaker, entity, named)  # type: ignore[arg-type]
