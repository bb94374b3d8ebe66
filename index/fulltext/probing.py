"""Which kinds of clause are answered by arrays, and which by Whoosh's matchers, one posting at a time."""

from collections.abc import Mapping

from index.columnar.matcher import ArrayMatcher
from index.fulltext.engine import Engine
from index.fulltext.query import Query
from index.fulltext.syntax import parse

EXAMPLES: Mapping[str, str] = {
    "word": "the",
    "exact word": "=the",
    "phrase": '"in the"',
    "near": '"the in"~5',
    "prefix": "the*",
    "wildcard": "t?e",
    "ending": "*ment",
    "fuzzy": "minister~",
    "near in order": '"in the"~>5',
    "wildcard in a phrase": '"in th*"',
    "expression": "/minist[a-z]+/",
    "and": "the in",
    "or": "the OR in",
    "not": "-the",
    "field": "title:the",
    "source": "source:the",
    "byline": "byline:the",
    "address": "url:www",
    "language": "language:en",
    "date": "after:2000",
    "day": "on:monday",
    "boost": "the^2",
    "sentence": "same:sentence(the in)",
    "paragraph": "same:paragraph(the -in)",
}
"""A query for each kind of clause."""


def matchers_used(engine: Engine) -> dict[str, int]:
    """How many of Whoosh's matchers each kind of clause takes on an index; 0 where arrays answer it."""
    return {kind: _used(engine, parse(query)) for kind, query in EXAMPLES.items()}


def _used(engine: Engine, query: Query) -> int:
    before = ArrayMatcher.made
    engine.list(query, fetch=lambda keys: ())
    return ArrayMatcher.made - before
