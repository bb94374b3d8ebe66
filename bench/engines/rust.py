"""tantivy, through its own Python bindings."""

import time
from pathlib import Path
from typing import Any

import tantivy
from questions import Node, Question
from texts import texts

from engines import PAGE, WIDTH, Page

FIELDS = ("title", "text")
HEAP = 128_000_000
"""Bytes that its writer may use before it writes a segment: its documentation's default."""


class Measured:
    """An index with stored texts and their positions."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        self._directory = directory
        self._corpus = corpus

    def index(self) -> dict[str, float]:
        """Index all texts in one commit, with as many threads as it chooses."""
        began = time.perf_counter()
        building = tantivy.SchemaBuilder()
        for name in FIELDS:
            building.add_text_field(name, stored=True)
        building.add_text_field("source", stored=True, tokenizer_name="raw")
        building.add_integer_field("published", stored=True, indexed=True, fast=True)
        self._directory.mkdir(parents=True)
        writer = tantivy.Index(building.build(), path=str(self._directory)).writer(HEAP)
        for one in texts(self._corpus):
            writer.add_document(
                tantivy.Document(title=one.title, text=one.text, source=one.source or "", published=one.day)
            )
        writer.commit()
        writer.wait_merging_threads()
        return {"searchable": time.perf_counter() - began}

    def open(self) -> None:
        """Open the index and a searcher."""
        index = tantivy.Index.open(str(self._directory))
        self._schema = index.schema
        self._searcher = index.searcher()

    def page(self, question: Question) -> Page:
        """A page of results with a snippet of the title and one of the text."""
        must: list[tuple[Any, Any]] = [(tantivy.Occur.Must, self._query(question.root))]
        if question.after:
            days = tantivy.Query.range_query(
                self._schema,
                "published",
                tantivy.FieldType.Integer,
                question.first_day,
                question.end_day,
                include_upper=False,
            )
            must.append((tantivy.Occur.Must, days))
        if question.source:
            outlet = tantivy.Query.term_query(self._schema, "source", question.source)
            must.append((tantivy.Occur.Must, outlet))
        query = must[0][1] if len(must) == 1 else tantivy.Query.boolean_query(must)
        order = {"order_by_field": "published"} if question.newest else {}
        found = self._searcher.search(query, PAGE, **order)
        cutters = [
            tantivy.SnippetGenerator.create(self._searcher, query, self._schema, name) for name in FIELDS
        ]
        for cutter in cutters:
            cutter.set_max_num_chars(WIDTH)
        spans = 0
        for _, address in found.hits:
            document = self._searcher.doc(address)
            for cutter in cutters:
                snippet = cutter.snippet_from_doc(document)
                spans += len(snippet.highlighted()) if snippet.fragment() else 0
        return Page(found.count, len(found.hits), spans)

    def _query(self, node: Node) -> Any:
        occur = tantivy.Occur
        match node.op:
            case "and":
                return tantivy.Query.boolean_query(
                    [
                        (occur.MustNot, self._query(part.parts[0]))
                        if part.op == "not"
                        else (occur.Must, self._query(part))
                        for part in node.parts
                    ]
                )
            case "or":
                return tantivy.Query.boolean_query([(occur.Should, self._query(part)) for part in node.parts])
        return tantivy.Query.boolean_query(
            [(occur.Should, leaf) for name in FIELDS for leaf in self._leaves(node, name)]
        )

    def _leaves(self, node: Node, name: str) -> list[Any]:
        make, schema = tantivy.Query, self._schema
        match node.op:
            case "term":
                return [make.term_query(schema, name, node.word)]
            case "phrase":
                return [make.phrase_query(schema, name, list(node.words))]
            case "near":
                ways = (node.words, node.words[::-1])
                return [make.phrase_query(schema, name, list(words), slop=node.number) for words in ways]
            case "prefix":
                return [make.regex_query(schema, name, f"{node.word}.*")]
            case "suffix":
                return [make.regex_query(schema, name, f".*{node.word}")]
            case "wildcard":
                return [make.regex_query(schema, name, node.word.replace("?", ".").replace("*", ".*"))]
            case "fuzzy":
                return [make.fuzzy_term_query(schema, name, node.word)]
            case "regex":
                return [make.regex_query(schema, name, node.word)]
        raise ValueError(node.op)
