"""The part of the catalog that gives passages by themselves, without the rest of their documents."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from index.catalog.batches import AT_ONCE, in_batches
from index.catalog.connections import Connections
from index.catalog.records import document_of
from index.catalog.schema import SUMMARY
from index.model import Document, Granularity, Span

Place = tuple[int, int]
"""Key of a document, and number of a passage in it."""

_PLACES = (
    "FROM json_each(?1) w CROSS JOIN passages p"
    " ON p.document = json_extract(w.value, '$[0]') AND p.number = json_extract(w.value, '$[1]')"
)

_DATED = (
    f"SELECT p.document, p.number, d.start, d.end, d.first, d.last, d.granularity {_PLACES}"
    " CROSS JOIN dates d ON d.document = p.document AND"
)


class NamedAt(NamedTuple):
    """A place that names an entity."""

    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    entity: str
    """Id of the entity."""


class DatedAt(NamedTuple):
    """A place that names days."""

    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    date: str | None
    """The first day that is meant, as an ISO date; None where that is not known."""
    last: str | None
    """The last of them."""
    granularity: Granularity
    """How exactly it is told."""


class QuotedAt(NamedTuple):
    """A quotation that is in a passage, or reaches into it."""

    start: int
    """First code point of the quoted words in the document's text."""
    end: int
    """One past the last."""
    entity: str | None
    """Id of the entity that speaks, where that is known."""
    field: str = "text"
    """The string the offsets count in."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a document."""

    document: Document
    """The document's head."""
    number: int
    """The passage's place in the document, from 0."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    text: str
    """What stands there."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a passage besides its words."""

    mentions: tuple[NamedAt, ...] = ()
    """Who and what is named in it."""
    dates: tuple[DatedAt, ...] = ()
    """The dates in it, and before them the first of its document that means a few days."""
    quotes: tuple[QuotedAt, ...] = ()
    """What is quoted in it."""


class Excerpts:
    """Passages by themselves."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, places: Collection[Place]) -> dict[Place, Excerpt]:
        """Some passages by their places; those that are gone are left out."""
        wanted: dict[int, list[tuple[int, int, int]]] = {}
        found: dict[Place, Excerpt] = {}
        with self._connections.reading() as db:
            for some in _batches(places):
                rows = db.execute(f"SELECT p.document, p.number, p.start, p.end {_PLACES}", some)
                for key, *passage in rows:
                    wanted.setdefault(key, []).append(tuple(passage))
            query = f"SELECT key, text, {SUMMARY} FROM documents WHERE path IS NOT NULL AND key IN"
            for key, text, *summary in in_batches(db, query, wanted):
                document = document_of(summary)
                for number, start, end in wanted[key]:
                    found[key, number] = Excerpt(document, number, start, end, text[start:end])
        return found

    def known(self, places: Collection[Place], longest: int) -> dict[Place, Known]:
        """What is known of some passages, by their places; those that are gone are left out.

        Args:
            places: The passages.
            longest: Of the other dates of a document the first is given that means fewer days.
        """
        found: dict[Place, tuple[list[NamedAt], list[DatedAt], list[QuotedAt]]] = {}
        with self._connections.reading() as db:
            for some in _batches(places):
                for key, number in db.execute(f"SELECT p.document, p.number {_PLACES}", some):
                    found[key, number] = [], [], []
                for key, number, *named in db.execute(
                    f"SELECT p.document, p.number, m.start, m.end, e.id {_PLACES}"
                    " CROSS JOIN mentions m ON m.document = p.document AND m.field = 'text'"
                    " AND m.start >= p.start AND m.start < p.end"
                    " CROSS JOIN names n ON n.key = m.name CROSS JOIN entities e ON e.id = n.entity",
                    some,
                ):
                    found[key, number][0].append(NamedAt(*named))
                for key, number, start, end, first, last, granularity in (
                    *db.execute(
                        f"{_DATED} d.start = (SELECT min(start) FROM dates WHERE document = p.document"
                        " AND start >= 0 AND granularity IN ('day', 'range') AND last - first < ?2)"
                        " AND (d.start < p.start OR d.start >= p.end)",
                        (*some, longest),
                    ),
                    *db.execute(f"{_DATED} d.start >= p.start AND d.start < p.end", some),
                ):
                    days = None if first is None else _iso(first), None if last is None else _iso(last)
                    found[key, number][1].append(DatedAt(start, end, *days, granularity))
                for key, number, *quoted in db.execute(
                    f"SELECT p.document, p.number, q.start, q.end, e.id {_PLACES}"
                    " CROSS JOIN quotes q ON q.document = p.document AND q.field = 'text'"
                    " AND q.start < p.end AND q.end > p.start"
                    " AND q.start >= coalesce((SELECT max(start) FROM quotes"
                    " WHERE document = p.document AND field = 'text' AND start <= p.start), 0)"
                    " LEFT JOIN mentions m ON m.document = q.document"
                    " AND m.field = q.speaker_field AND m.start = q.speaker_start"
                    " LEFT JOIN names n ON n.key = m.name LEFT JOIN entities e ON e.id = n.entity",
                    some,
                ):
                    found[key, number][2].append(QuotedAt(*quoted))
        return {
            place: Known(tuple(named), tuple(dated), tuple(quoted))
            for place, (named, dated, quoted) in found.items()
        }

    def entities(self, document: int) -> frozenset[str]:
        """Ids of all that is named in the text of a document."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT DISTINCT e.id FROM (SELECT DISTINCT name FROM mentions"
                " WHERE document = ? AND field = 'text') m"
                " CROSS JOIN names n ON n.key = m.name CROSS JOIN entities e ON e.id = n.entity",
                (document,),
            )
            return frozenset(id for (id,) in rows)

    def named(self, document: int, place: Span) -> tuple[str, ...]:
        """Ids of the entities that a place in a document names, in order, each once."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT e.id FROM mentions m CROSS JOIN names n ON n.key = m.name"
                " CROSS JOIN entities e ON e.id = n.entity"
                " WHERE m.document = ?1 AND m.field = ?2 AND m.start < ?4 AND m.end > ?3"
                " AND m.start >= coalesce((SELECT max(start) FROM mentions"
                " WHERE document = ?1 AND field = ?2 AND start <= ?3), 0) ORDER BY m.start",
                (document, place.field, place.start, place.end),
            )
            return tuple(dict.fromkeys(id for (id,) in rows))

    def same(self, documents: Collection[int], text: str) -> dict[int, int]:
        """The first passage that is a text to the letter, by the keys of those documents that have one."""
        with self._connections.reading() as db:
            return dict(
                db.execute(
                    "SELECT p.document, min(p.number) FROM json_each(?1) w"
                    " CROSS JOIN passages p ON p.document = w.value AND p.end - p.start = length(?2)"
                    " CROSS JOIN documents d ON d.key = p.document AND d.path IS NOT NULL"
                    " AND substr(d.text, p.start + 1, p.end - p.start) = ?2 GROUP BY p.document",
                    (json.dumps(list(documents)), text),
                )
            )

    def sized(self, documents: Collection[int], least: int, most: int) -> Iterator[tuple[int, int, str]]:
        """(key, number, text) of the passages of some documents that have so many letters, in order."""
        with self._connections.reading() as db:
            yield from db.execute(
                "SELECT p.document, p.number, substr(d.text, p.start + 1, p.end - p.start)"
                " FROM json_each(?1) w CROSS JOIN passages p ON p.document = w.value"
                " AND p.end - p.start BETWEEN ?2 AND ?3"
                " CROSS JOIN documents d ON d.key = p.document AND d.path IS NOT NULL"
                " ORDER BY w.key, p.number",
                (json.dumps(list(documents)), least, most),
            )

    def leading_first(self, documents: Collection[int]) -> list[int]:
        """The keys of some documents in the order in which copies lead: the earliest, then the longest."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT d.key FROM json_each(?) w CROSS JOIN documents d ON d.key = w.value"
                " WHERE d.path IS NOT NULL"
                " ORDER BY d.published IS NULL, d.published, length(d.text) DESC, d.path",
                (json.dumps(list(documents)),),
            )
            return [key for (key,) in rows]


def _batches(places: Collection[Place]) -> Iterator[tuple[str]]:
    wanted = list(places)
    for first in range(0, len(wanted), AT_ONCE):
        yield (json.dumps(wanted[first : first + AT_ONCE]),)


def _iso(number: int) -> str:
    return date.fromordinal(number).isoformat()
