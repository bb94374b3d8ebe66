"""SQLite FTS5, in the SQLite that Python was built with."""

import sqlite3
import time
from pathlib import Path

from questions import Node, Question
from texts import texts

from engines import PAGE, Missing, Page

OPEN, CLOSE = "\x02", "\x03"
"""What stands around a marked place."""
WORDS = 40
"""Words of a snippet: about as long as those of the others."""


class Measured:
    """A table of texts, and one of what is filtered by."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        self._directory = directory
        self._corpus = corpus

    def index(self) -> dict[str, float]:
        """Index all texts in one transaction."""
        began = time.perf_counter()
        self._directory.mkdir(parents=True)
        db = sqlite3.connect(self._directory / "articles.sqlite")
        db.executescript(
            "PRAGMA journal_mode = WAL;"
            "CREATE VIRTUAL TABLE articles USING fts5"
            " (title, text, tokenize = 'unicode61 remove_diacritics 2');"
            "CREATE TABLE heads (id INTEGER PRIMARY KEY, source TEXT, published INTEGER);"
        )
        with db:
            for number, one in enumerate(texts(self._corpus), start=1):
                db.execute(
                    "INSERT INTO articles (rowid, title, text) VALUES (?, ?, ?)",
                    (number, one.title, one.text),
                )
                db.execute("INSERT INTO heads VALUES (?, ?, ?)", (number, one.source, one.day))
        db.close()
        return {"searchable": time.perf_counter() - began}

    def open(self) -> None:
        """Open the file."""
        self._db = sqlite3.connect(self._directory / "articles.sqlite")

    def page(self, question: Question) -> Page:
        """A page of results, with the title highlighted and a snippet of the text."""
        match = _expression(question.root)
        marks = f"'{OPEN}', '{CLOSE}'"
        marked = f"highlight(articles, 0, {marks}), snippet(articles, 1, {marks}, '…', {WORDS})"
        values: list[object] = [match]
        if question.newest:
            # The order first, the marks for the page alone: SQLite would cut a snippet for every match
            query = (
                f"SELECT {marked} FROM articles WHERE articles MATCH ? AND rowid IN"
                " (SELECT id FROM articles JOIN heads ON id = articles.rowid WHERE articles MATCH ?"
                f"  ORDER BY published DESC LIMIT {PAGE})"
            )
            values.append(match)
        else:
            query = f"SELECT {marked} FROM articles"
            where = " WHERE articles MATCH ?"
            if question.after or question.source:
                query += " JOIN heads ON id = articles.rowid"
            if question.after:
                where += " AND published >= ? AND published < ?"
                values += [question.first_day, question.end_day]
            if question.source:
                where += " AND source = ?"
                values.append(question.source)
            query += f"{where} ORDER BY rank LIMIT {PAGE}"
        rows = self._db.execute(query, values).fetchall()
        return Page(None, len(rows), sum(title.count(OPEN) + text.count(OPEN) for title, text in rows))


def _expression(node: Node) -> str:
    match node.op:
        case "term":
            return f'"{node.word}"'
        case "phrase":
            return f'"{" ".join(node.words)}"'
        case "near":
            return f"NEAR({' '.join(node.words)}, {node.number})"
        case "prefix":
            return f'"{node.word}"*'
        case "or":
            return f"({' OR '.join(map(_expression, node.parts))})"
        case "and":
            wanted = [_expression(part) for part in node.parts if part.op != "not"]
            unwanted = [_expression(part.parts[0]) for part in node.parts if part.op == "not"]
            return f"({' NOT '.join([' AND '.join(wanted), *unwanted])})"
    raise Missing(node.op)
