"""The store of record: one SQLite file with a library's documents, passages and files.

Everything else that is kept about a library's articles is derived from it. A document has a
`key`, a number that never means another document, and a `version`, drawn anew whenever its
content is written; the pair tells whether what is derived from it holds it as it is, even where
the catalog was lost and has given the key again.
"""

import json
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.catalog.abroad import Abroad
from index.catalog.batches import in_batches
from index.catalog.connections import Connections
from index.catalog.copies import Copies
from index.catalog.dates import Dates
from index.catalog.excerpts import Excerpts
from index.catalog.mentioned import Mentioned
from index.catalog.names import Names
from index.catalog.quotes import Quotes
from index.catalog.records import FileRecord, Kept, StoredText, Stretch, document_of
from index.catalog.schema import SUMMARY
from index.catalog.votes import Votes
from index.catalog.writing import Writing
from index.model import Article, Document, Headline, Passage, Skipped, Sort

CATALOG = "catalog.sqlite"
"""Name of the file in a library's directory."""

ORDERS: dict[Sort, str] = {
    "relevance": "published IS NULL, published DESC, path",
    "newest": "published IS NULL, published DESC, path",
    "oldest": "published IS NULL, published, path",
    "source": "source IS NULL, source COLLATE NOCASE, published IS NULL, published DESC, path",
    "hits": "published IS NULL, published DESC, path",
}

_PLACED = "FROM documents WHERE path IS NOT NULL AND key IN"
"""Without those whose file has another content by now: they have no path until it is known what became
of them."""


class Catalog(Connections):
    """A library's documents, passages and files, to be read from any thread."""

    def __init__(self, path: Path) -> None:
        """Open the file, and create it where there is none.

        Raises:
            CatalogDamaged: it is no catalog, one of another version, or was found damaged before.
        """
        super().__init__(path)
        self.names = Names(self)
        """Who and what is named where."""
        self.dates = Dates(self)
        """Which days are meant where."""
        self.abroad = Abroad(self)
        """Which names are looked for in documents that are not in English."""
        self.votes = Votes(self)
        """What a model takes for names, by document."""
        self.excerpts = Excerpts(self)
        """Passages by themselves."""
        self.mentioned = Mentioned(self)
        """Where an entity is mentioned, and with whom."""
        self.copies = Copies(self)
        """Which documents are copies of one another."""
        self.quotes = Quotes(self)
        """What is quoted where, and whose words it is."""

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction on documents and files: all of what is done in it is kept, or none."""
        with self.transaction() as db:
            yield Writing(db)

    def counts(self) -> tuple[int, int]:
        """Number of documents and of passages."""
        with self.reading() as db:
            documents, passages = db.execute(
                "SELECT (SELECT count(*) FROM documents WHERE path IS NOT NULL),"
                " (SELECT count(*) FROM passages)"
            ).fetchone()
            return documents, passages

    def keys(self, sort: Sort) -> list[int]:
        """Keys of all documents, in an order."""
        with self.reading() as db:
            rows = db.execute(f"SELECT key FROM documents WHERE path IS NOT NULL ORDER BY {ORDERS[sort]}")
            return [key for (key,) in rows]

    def earliest_first(self, keys: Sequence[int]) -> list[int]:
        """Some documents by their keys, those published first before the others; without those gone."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT key FROM documents"
                " WHERE path IS NOT NULL AND key IN (SELECT value FROM json_each(?))"
                f" ORDER BY {ORDERS['oldest']}",
                (json.dumps(list(keys)),),
            )
            return [key for (key,) in rows]

    def headlines(self, after: int = 0) -> dict[int, Headline]:
        """What a list shows, for every document with a key above one, by key."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT key, id, title, source, published FROM documents WHERE path IS NOT NULL AND key > ?",
                (after,),
            )
            shared: dict[str | None, str | None] = {}  # outlets and dates repeat: one string object each
            return {
                key: Headline(
                    id, title, shared.setdefault(source, source), shared.setdefault(published, published)
                )
                for key, id, title, source, published in rows
            }

    def documents(self, keys: Sequence[int] | None = None, sort: Sort = "newest") -> list[Document]:
        """Documents without their text: those named, in that order, or all."""
        if keys is None:
            with self.reading() as db:
                where = f"WHERE path IS NOT NULL ORDER BY {ORDERS[sort]}"
                return [document_of(row) for row in db.execute(f"SELECT {SUMMARY} FROM documents {where}")]
        found = self.summaries(keys)
        return [found[key] for key in keys if key in found]

    def summaries(self, keys: Sequence[int]) -> dict[int, Document]:
        """Documents without their text, by key, in no order; those that are gone are left out."""
        with self.reading() as db:
            rows = in_batches(db, f"SELECT {SUMMARY}, key {_PLACED}", keys)
            return {row[-1]: document_of(row[:-1]) for row in rows}

    def articles(self, keys: Sequence[int], *, named: bool = False) -> dict[int, Article]:
        """Documents with text and passages, by key; those that are gone are left out.

        Args:
            keys: Keys of the documents.
            named: Whether their mentions, dates and quotations are wanted too.
        """
        found: dict[int, Article] = {}
        with self.reading() as db:
            rows = list(in_batches(db, f"SELECT key, text, {SUMMARY} {_PLACED}", keys))
            ids = {row[0]: row[2] for row in rows}
            passages: dict[int, list[Passage]] = {}
            for key, *values in _passages(db, "number, start, end, line, page", ids):
                passages.setdefault(key, []).append(Passage(ids[key], *values))
            dates = self.dates.of({row[0]: (row[4], row[1]) for row in rows}) if named else {}
            for key, text, *summary in rows:
                article = _article(document_of(summary), text, tuple(passages.get(key, ())))
                if named:
                    article = replace(
                        article,
                        mentions=self.names.mentions(key),
                        dates=dates.get(key, ()),
                        quotes=self.quotes.of(key, article.title, text),
                    )
                found[key] = article
        return found

    def kept(self, keys: Sequence[int]) -> dict[int, Kept]:
        """What a list of results takes of documents, by key; those that are gone are left out."""
        with self.reading() as db:
            rows = list(in_batches(db, f"SELECT key, version, text, {SUMMARY} {_PLACED}", keys))
            passages: dict[int, list[Stretch]] = {row[0]: [] for row in rows}
            for key, *values in _passages(db, "number, start, end", passages):
                passages[key].append(Stretch(*values))
            return {
                key: Kept(version, document_of(summary), text, passages[key])
                for key, version, text, *summary in rows
            }

    def key_of(self, id: str) -> int | None:
        """Key of the document with an id."""
        return self._one("SELECT key FROM documents WHERE id = ? AND path IS NOT NULL", id)

    def key_at(self, path: str) -> int | None:
        """Key of the document read from a file."""
        return self._one("SELECT key FROM documents WHERE path = ?", os.fsencode(path))

    def _one(self, query: str, value: object) -> int | None:
        with self.reading() as db:
            row = db.execute(query, (value,)).fetchone()
            return None if row is None else int(row[0])

    def skipped(self) -> tuple[Skipped, ...]:
        """Files that are not in the library, and why, in the order of their paths."""
        with self.reading() as db:
            rows = db.execute(
                "SELECT path, reason FROM skipped UNION ALL"
                " SELECT path, reason FROM files WHERE reason IS NOT NULL ORDER BY path"
            )
            return tuple(Skipped(os.fsdecode(path), reason) for path, reason in rows)

    def fact(self, name: str) -> str | None:
        """A value kept about the catalog itself."""
        with self.reading() as db:
            row = db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
            return None if row is None else str(row[0])

    def versions(self) -> dict[int, int]:
        """Version of every document, by key: what the full-text index must hold."""
        with self.reading() as db:
            return dict(db.execute("SELECT key, version FROM documents WHERE path IS NOT NULL"))

    def ids(self) -> dict[str, int]:
        """Key of every document, by its id."""
        with self.reading() as db:
            return dict(db.execute("SELECT id, key FROM documents WHERE path IS NOT NULL"))

    def paths(self) -> list[tuple[int, str]]:
        """Key and path of every document."""
        with self.reading() as db:
            rows = db.execute("SELECT key, path FROM documents WHERE path IS NOT NULL")
            return [(key, os.fsdecode(path)) for key, path in rows]

    def stored_texts(self, keys: Sequence[int]) -> Iterator[StoredText]:
        """What the full-text index takes, of the documents named."""
        with self.reading() as db:
            query = (
                "SELECT key, version, title, text, source, published, language, byline, url"
                " FROM documents WHERE key IN"
            )
            for row in in_batches(db, query, keys):
                yield StoredText(*row)

    def files(self) -> dict[str, FileRecord]:
        """What is remembered of every file, by path."""
        with self.reading() as db:
            rows = db.execute("SELECT path, size, mtime_ns, document, reason FROM files")
            return {os.fsdecode(path): FileRecord(*values) for path, *values in rows}

    def contents(self) -> dict[int, str]:
        """SHA-256 of every document's file, by key, also of those that have lost their path."""
        with self.reading() as db:
            return dict(db.execute("SELECT key, sha256 FROM documents"))

    def problems(self) -> tuple[str, ...]:
        """What SQLite's own check finds wrong; empty when nothing is."""
        with self.reading() as db:
            found = tuple(row[0] for row in db.execute("PRAGMA quick_check(5)") if row[0] != "ok")
        if found:
            self.note_damage()
        return found


def _passages(db: sqlite3.Connection, columns: str, keys: Collection[int]) -> Iterator[Any]:
    """For each passage of some documents the key of the document and some columns, in order."""
    query = f"SELECT document, {columns} FROM passages WHERE document IN"
    return in_batches(db, query, keys, "ORDER BY document, number")


def _article(summary: Document, text: str, passages: tuple[Passage, ...]) -> Article:
    values = {name: getattr(summary, name) for name in Document.__dataclass_fields__}
    return Article(**values, text=text, passages=passages)
