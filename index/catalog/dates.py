"""The part of the catalog that says which days are meant where."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from index.catalog.batches import in_batches
from index.catalog.connections import Connections
from index.catalog.records import DatedSpan
from index.model import DateMeant, Granularity
from index.model.chronology import TITLE

AT_ONCE = 10_000
"""Rows that are read at a time."""


class Dates:
    """The dates in texts and titles.

    Days are kept as numbers, that of 1 January of the year 1 is 1; places in a title are below zero.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, dates: Mapping[int, Sequence[DatedSpan]]) -> None:
        """Write down what was found in documents, by key, in place of what there was."""
        with self._connections.transaction() as db:
            db.executemany("DELETE FROM dates WHERE document = ?", ((document,) for document in dates))
            db.executemany(
                "INSERT INTO dates (document, start, end, first, last, granularity)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                ((document, *span) for document, spans in dates.items() for span in spans),
            )

    def of(self, strings: Mapping[int, tuple[str, str]]) -> dict[int, tuple[DateMeant, ...]]:
        """The dates in some documents, by key, those in the title first, in the order in which they stand.

        Args:
            strings: Title and text of the documents, by key.
        """
        found: dict[int, list[DateMeant]] = {key: [] for key in strings}
        with self._connections.reading() as db:
            query = "SELECT document, start, end, first, last, granularity FROM dates WHERE document IN"
            for document, start, end, first, last, granularity in in_batches(
                db, query, strings, "ORDER BY document, start"
            ):
                field, base = ("title", TITLE) if start < 0 else ("text", 0)
                place = start - base, end - base
                text = strings[document][field == "text"][slice(*place)]
                found[document].append(
                    DateMeant(*place, text, _iso(first), _iso(last), granularity, field)  # type: ignore[arg-type]
                )
        return {key: tuple(dates) for key, dates in found.items()}

    def at(self, places: Collection[tuple[int, int]]) -> dict[tuple[int, int], DatedSpan]:
        """Some dates by the keys of their documents and their first code points; those gone are left out."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT d.document, d.start, d.end, d.first, d.last, d.granularity FROM json_each(?) w"
                " CROSS JOIN dates d ON d.document = json_extract(w.value, '$[0]')"
                " AND d.start = json_extract(w.value, '$[1]')",
                (json.dumps([[int(number) for number in place] for place in places]),),
            )
            return {(document, span[0]): DatedSpan(*span) for document, *span in rows}

    def all(self, granularities: Sequence[Granularity]) -> Iterator[list[tuple[int, int, int, int, int]]]:
        """(document, start, first, last, granularity) of every date whose days are known, many at a time.

        Args:
            granularities: Those there are; each is given by its place among them.
        """
        marks = " ".join(f"WHEN '{one}' THEN {at}" for at, one in enumerate(granularities))
        with self._connections.reading() as db:
            rows = db.execute(
                f"SELECT document, start, first, last, CASE granularity {marks} END FROM dates"
                " WHERE first IS NOT NULL"
            )
            while batch := rows.fetchmany(AT_ONCE):
                yield batch

    def unknown(self) -> list[tuple[int, int]]:
        """(document, how many) for each document that has dates in its text whose days are not known."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT document, count(*) FROM dates WHERE first IS NULL AND start >= 0 GROUP BY document"
            )
            return rows.fetchall()

    def published(self) -> list[tuple[int, int]]:
        """(document, day of publication) for each document that has one."""
        with self._connections.reading() as db:
            rows = db.execute("SELECT key, published FROM documents WHERE published IS NOT NULL")
            return [(key, day) for key, text in rows if (day := _ordinal(text))]


def _iso(number: int | None) -> str | None:
    return None if number is None else date.fromordinal(number).isoformat()


def _ordinal(text: str) -> int:
    """The number of an ISO date; of a month or a year that of its first day; 0 for what is no date."""
    try:
        return date.fromisoformat((text + "-01-01")[:10]).toordinal()
    except ValueError:
        return 0
