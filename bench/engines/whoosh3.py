"""Whoosh as it comes: its own analyzer, codec, scoring and highlighter."""

import time
from pathlib import Path
from typing import Any

from questions import Node, Question
from texts import texts
from whoosh import fields, highlight, query
from whoosh.index import create_in, open_dir
from whoosh.query.spans import SpanNear2

from engines import PAGE, WIDTH, Page

FIELDS = ("title", "text")


class Marks(highlight.Formatter):  # type: ignore[misc]
    """Gives the number of marked places beside the text."""

    def format(self, fragments: list[Any], replace: bool = False) -> list[Any]:
        return [(one.text[one.startchar : one.endchar], one.matches) for one in fragments]


class Measured:
    """An index with the fields that Whoosh's own documentation would take."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        self._directory = directory
        self._corpus = corpus

    def index(self) -> dict[str, float]:
        """Index all texts in one go."""
        began = time.perf_counter()
        held = fields.Schema(
            title=fields.TEXT(stored=True),
            text=fields.TEXT(stored=True),
            source=fields.ID(stored=True),
            published=fields.NUMERIC(stored=True, sortable=True),
        )
        self._directory.mkdir(parents=True)
        writer = create_in(self._directory, held).writer()
        for one in texts(self._corpus):
            writer.add_document(title=one.title, text=one.text, source=one.source, published=one.day)
        writer.commit()
        return {"searchable": time.perf_counter() - began}

    def open(self) -> None:
        """Open the index and a searcher."""
        self._searcher = open_dir(self._directory).searcher()

    def page(self, question: Question) -> Page:
        """A page of results with the highlights of title and text."""
        wanted = _query(question.root)
        if question.after:
            days = query.NumericRange("published", question.first_day, question.end_day, endexcl=True)
            wanted = query.And([wanted, days])
        if question.source:
            wanted = query.And([wanted, query.Term("source", question.source)])
        sort = {"sortedby": "published", "reverse": True} if question.newest else {}
        found = self._searcher.search(wanted, limit=PAGE, terms=True, **sort)
        found.formatter = Marks()
        found.fragmenter.maxchars = WIDTH
        spans = 0
        for hit in found:
            for name, top in (("title", 1), ("text", 3)):
                spans += sum(len(marks) for _, marks in hit.highlights(name, top=top))
        return Page(None, found.scored_length(), spans)


def _query(node: Node) -> Any:
    match node.op:
        case "and":
            return query.And(list(map(_query, node.parts)))
        case "or":
            return query.Or(list(map(_query, node.parts)))
        case "not":
            return query.Not(_query(node.parts[0]))
    return query.Or([_leaf(node, name) for name in FIELDS])


def _leaf(node: Node, name: str) -> Any:
    match node.op:
        case "term":
            return query.Term(name, node.word)
        case "phrase":
            return query.Phrase(name, list(node.words))
        case "near":
            words = [query.Term(name, word) for word in node.words]
            return SpanNear2(words, slop=node.number, ordered=False)
        case "prefix":
            return query.Prefix(name, node.word)
        case "suffix":
            return query.Wildcard(name, f"*{node.word}")
        case "wildcard":
            return query.Wildcard(name, node.word)
        case "fuzzy":
            return query.FuzzyTerm(name, node.word)
        case "regex":
            return query.Regex(name, f"{node.word}$")
    raise ValueError(node.op)
