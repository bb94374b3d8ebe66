"""What a query finds: documents in order, with the places that make them match."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.model.advice import Explanation
from index.model.articles import Article, Document
from index.model.clauses import Clause
from index.model.spans import Hit

Sort = Literal["relevance", "newest", "oldest", "source", "hits"]
"""The orders in which results can be asked for."""

SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "source", "hits")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A clause that stands for more words than were looked for."""

    text: str
    """The clause as it stands in the query."""
    words: int
    """How many of its words were looked for, the most frequent ones."""
    left_out: int
    """How many were not."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a document around some of its hits."""

    passage: int
    """Number of the passage it is from."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    text: str
    """Exactly `Article.text[start:end]`."""
    spans: tuple[tuple[int, int], ...]
    """The hits in it, as offsets into `text` of the snippet."""


@dataclass(frozen=True, slots=True)
class Result:
    """A document that matches, with where."""

    document: Document
    """The document."""
    score: float
    """Its rank value (BM25F); only good for comparing within one search."""
    hits: int
    """Number of hits in title and text."""
    title_spans: tuple[tuple[int, int], ...]
    """The hits in the title."""
    snippets: tuple[Snippet, ...]
    """The best places in the text, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as a query leads to it."""

    article: Article
    """The document."""
    hits: tuple[Hit, ...]
    """Where it matches, those in the title first."""
    snippets: tuple[Snippet, ...]
    """The best places in the text, in the order of the text."""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """A page of the answer to a query."""

    query: str
    """As it was asked."""
    total: int
    """Number of documents that match."""
    hits_total: int
    """Number of hits in all of them."""
    undated: int
    """Documents that a date filter left out only because they have no date."""
    clauses: tuple[Clause, ...]
    """The query's clauses in order."""
    suggestions: tuple[str, ...]
    """Queries that would find something, where this one does not."""
    seconds: float
    """What the search took."""
    results: tuple[Result, ...]
    """The page."""
    bounded: tuple[Bounded, ...] = ()
    """The clauses that stand for more words than were looked for."""
    explanation: Explanation | None = None
    """Why it or a part of it finds nothing, where that is so."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All documents that match a query, in order, without their content: what a list needs."""

    query: str
    """As it was asked; empty for all documents."""
    keys: Sequence[int]
    """Catalog keys of the documents, in order."""
    hits: Sequence[int]
    """Number of hits in each of them."""
    hits_total: int
    """Their sum."""
    undated: int
    """Documents that a date filter left out only because they have no date."""
    clauses: tuple[Clause, ...]
    """The query's clauses in order."""
    bounded: tuple[Bounded, ...] = ()
    """The clauses that stand for more words than were looked for."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value by which documents can be chosen: an outlet, a language."""

    value: str
    """Name of the outlet, ISO 639-1 code of the language."""
    documents: int
    """Documents of the results that have it."""
    others: int
    """Documents that have it and would match, too, did the query not choose by values of this kind."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The documents that match a query, counted by outlet, language and day."""

    query: str
    """As it was asked; empty for all documents."""
    total: int
    """Number of documents that match."""
    outlets: tuple[Facet, ...]
    """Those with most documents first."""
    without_outlet: int
    """Documents of which no outlet is known."""
    languages: tuple[Facet, ...]
    """Those with most documents first."""
    without_language: int
    """Documents of which the language is not known."""
    days: Sequence[int]
    """Days on which documents were published, ascending, as `datetime.date.fromordinal` takes them."""
    articles: Sequence[int]
    """Number of documents of each of these days."""
    undated: int
    """Documents without a date."""
    undated_left_out: int
    """Documents that a date filter left out only because they have no date."""
