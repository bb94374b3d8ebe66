"""Xapian, through its own Python bindings, with fields as its documentation makes them."""

import json
import os
import time
from pathlib import Path
from typing import Any

import xapian
from questions import Node, Question
from texts import texts

from engines import PAGE, WIDTH, Missing, Page

TITLE, OUTLET = "S", "A"
"""Prefixes of the terms of titles and outlets."""
DAY = 0
"""The slot of the date."""
COMMIT = 50_000
"""Articles after which what was gathered is written: for a large collection it is advised to be large."""
OPEN, CLOSE = "\x02", "\x03"
"""What stands around a marked place."""


class Measured:
    """A database without stemming, the texts beside it."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        self._directory = directory
        self._corpus = corpus

    def index(self) -> dict[str, float]:
        """Index all texts."""
        began = time.perf_counter()
        self._directory.mkdir(parents=True)
        os.environ["XAPIAN_FLUSH_THRESHOLD"] = str(COMMIT)
        database = xapian.WritableDatabase(str(self._directory / "db"), xapian.DB_CREATE | xapian.DB_NO_SYNC)
        generator = xapian.TermGenerator()
        for one in texts(self._corpus):
            document = xapian.Document()
            generator.set_document(document)
            generator.index_text(one.title, 1, TITLE)
            generator.index_text(one.title)
            generator.increase_termpos()
            generator.index_text(one.text)
            if one.source:
                document.add_boolean_term(OUTLET + one.source)
            document.add_value(DAY, xapian.sortable_serialise(one.day))
            document.set_data(json.dumps([one.title, one.text], ensure_ascii=False))
            database.add_document(document)
        database.commit()
        database.close()
        return {"searchable": time.perf_counter() - began}

    def open(self) -> None:
        """Open the database."""
        self._database = xapian.Database(str(self._directory / "db"))

    def page(self, question: Question) -> Page:
        """A page of results with the title marked and a snippet of the text."""
        query = self._query(question.root)
        if question.after:
            first, last = (
                xapian.sortable_serialise(day) for day in (question.first_day, question.end_day - 1)
            )
            days = xapian.Query(xapian.Query.OP_VALUE_RANGE, DAY, first, last)
            query = xapian.Query(xapian.Query.OP_FILTER, query, days)
        if question.source:
            query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(OUTLET + question.source))
        enquire = xapian.Enquire(self._database)
        enquire.set_query(query)
        if question.newest:
            enquire.set_sort_by_value(DAY, True)
        found = enquire.get_mset(0, PAGE)
        spans = 0
        plain = xapian.Stem("none")
        for match in found:
            for text, width in zip(json.loads(match.document.get_data()), (500, WIDTH), strict=True):
                marked = found.snippet(
                    text, width, plain, xapian.MSet.SNIPPET_BACKGROUND_MODEL, OPEN, CLOSE, "…"
                )
                spans += marked.count(OPEN.encode())
        return Page(None, found.size(), spans)

    def _query(self, node: Node) -> Any:
        make = xapian.Query
        match node.op:
            case "term":
                return make(node.word)
            case "phrase":
                return make(make.OP_PHRASE, list(node.words))
            case "near":
                return make(make.OP_NEAR, list(node.words), node.number + 1)
            case "prefix":
                return make(make.OP_WILDCARD, node.word)
            case "or":
                return make(make.OP_OR, list(map(self._query, node.parts)))
            case "and":
                wanted = make(make.OP_AND, [self._query(part) for part in node.parts if part.op != "not"])
                for part in node.parts:
                    if part.op == "not":
                        wanted = make(make.OP_AND_NOT, wanted, self._query(part.parts[0]))
                return wanted
        raise Missing(node.op)
