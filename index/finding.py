"""Answers to a query: which documents, where in them, in which context."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from index.catalog import Catalog, Kept
from index.columnar.arrays import Ints
from index.fulltext.engine import Engine, Placed
from index.fulltext.hits import Facts, Written, find_all_hits
from index.fulltext.query import Lookup, Query, resolve
from index.fulltext.scanning import Fetch
from index.fulltext.snippets import snippets
from index.fulltext.syntax import parse
from index.model import (
    Article,
    ClauseHits,
    Document,
    Hit,
    Kwic,
    KwicLine,
    Listing,
    Passage,
    Reading,
    Result,
    SearchResults,
    Sort,
    head_of,
)

CONTEXT = 80
"""Code points on either side of a hit in its context."""
BATCH = 100
"""Documents read at a time for their contexts."""


def texts_of(catalog: Catalog) -> Fetch:
    """What gives an engine the texts that an expression is held against."""
    return lambda keys: [(one.key, one.title, one.text) for one in catalog.stored_texts(keys)]


def list_documents(
    catalog: Catalog, engine: Engine, query: str, lookup: Lookup, sort: Sort, cancelled: Callable[[], bool]
) -> Listing:
    """Every document that matches, in order, with its number of hits."""
    ranked = engine.list(resolve(parse(query), lookup), sort, cancelled, fetch=texts_of(catalog))
    return Listing(
        query=query,
        keys=ranked.keys.tolist(),
        hits=ranked.hits.tolist(),
        hits_total=ranked.hits_total,
        undated=ranked.undated,
        clauses=ranked.clauses,
        bounded=ranked.bounded,
    )


def matching(catalog: Catalog, engine: Engine, query: str, lookup: Lookup) -> Ints:
    """Keys of all documents that match, in no order."""
    return engine.matching(resolve(parse(query), lookup), fetch=texts_of(catalog))


def clause_hits(
    catalog: Catalog,
    engine: Engine,
    query: str,
    lookup: Lookup,
    clauses: Collection[int],
    cancelled: Callable[[], bool],
) -> ClauseHits:
    """The documents in which some clauses of a query have hits."""
    parsed = resolve(parse(query), lookup)
    keys, hits = engine.clause_hits(parsed, clauses, cancelled, fetch=texts_of(catalog))
    return ClauseHits(keys.tolist(), hits.tolist(), int(hits.sum()))


def search(
    catalog: Catalog, engine: Engine, query: str, lookup: Lookup, limit: int, offset: int, sort: Sort
) -> SearchResults:
    """A page of the documents that match, with the places that make them match."""
    began = time.perf_counter()
    parsed = resolve(parse(query), lookup)
    first, last = max(0, offset), max(0, offset) + max(0, limit)
    shown = slice(first, last)
    ranked = engine.list(parsed, sort, most=last, shown=shown, fetch=texts_of(catalog))
    keys = ranked.keys[shown].tolist()
    # One that another process has removed since the index was read is left out.
    kept = catalog.kept(keys)
    scores = dict(zip(keys, ranked.scores[shown].tolist(), strict=True))
    hits = placed_hits(parsed, kept, keys, ranked.places)
    results = tuple(result_of(kept[key], hits[key], scores[key]) for key in keys if key in kept)
    return SearchResults(
        query=query,
        total=ranked.total,
        hits_total=ranked.hits_total,
        undated=ranked.undated,
        clauses=ranked.clauses,
        suggestions=(),
        seconds=time.perf_counter() - began,
        results=results,
        bounded=ranked.bounded,
    )


def read(article: Article, key: int, query: str, lookup: Lookup) -> Reading:
    """One document with its hits and its best places."""
    hits = hits_in(resolve(parse(query), lookup), {key: written(key, article, article.text)})[key]
    return Reading(article, hits, snippets(hits, article.text, article.passages) if hits else ())


def placed_hits(
    query: Query, kept: Mapping[int, Kept], keys: Sequence[int], places: Sequence[Placed] | None
) -> dict[int, tuple[Hit, ...]]:
    """The hits of a query in each of some documents, by key.

    Args:
        query: The query.
        kept: The documents by key.
        keys: Their keys in the order in which the index gave them.
        places: The hits as the index gave them. Those of a document of which it holds another version are
            found in its text.
    """
    found = {
        key: placed.hits
        for key, placed in zip(keys, places or (), strict=False)
        if key in kept and kept[key].version == placed.version
    }
    lacking = {key: written(key, one.document, one.text) for key, one in kept.items() if key not in found}
    return {**found, **hits_in(query, lacking)} if lacking else found


def hits_in(query: Query, documents: Mapping[int, Written]) -> dict[int, tuple[Hit, ...]]:
    """The hits of a query in each of some documents, those in the title first; all by key."""
    return dict(zip(documents, find_all_hits(query, list(documents.values())), strict=True))


def written(key: int, document: Document, text: str) -> Written:
    """A document as hits are looked for in it."""
    facts = Facts(document.source, document.published, key, document.language)
    return Written(document.title, text, facts)


def result_of(kept: Kept, hits: Sequence[Hit], score: float) -> Result:
    """The places in one document that match."""
    return Result(
        document=kept.document,
        score=score,
        hits=len(hits),
        title_spans=tuple((hit.start, hit.end) for hit in hits if hit.field == "title"),
        snippets=snippets(hits, kept.text, kept.passages),
    )


def kwic(catalog: Catalog, engine: Engine, query: str, lookup: Lookup, limit: int | None) -> Kwic:
    """Every hit in its context, document by document in the order of relevance."""
    parsed = resolve(parse(query), lookup)
    ranked = engine.list(parsed, fetch=texts_of(catalog))
    lines: list[KwicLine] = []
    for line in _lines(catalog, parsed, ranked.keys.tolist()):
        if limit is not None and len(lines) >= limit:
            break
        lines.append(line)
    return Kwic(query, ranked.hits_total, tuple(lines), ranked.bounded)


def _lines(catalog: Catalog, query: Query, keys: Sequence[int]) -> Iterator[KwicLine]:
    for first in range(0, len(keys), BATCH):
        batch = keys[first : first + BATCH]
        articles = catalog.articles(batch)
        hits = hits_in(query, {key: written(key, one, one.text) for key, one in articles.items()})
        for key in batch:
            if key in articles:
                yield from _lines_of(articles[key], hits[key])


def _lines_of(article: Article, hits: Sequence[Hit]) -> Iterator[KwicLine]:
    head = head_of(article)
    at = 0
    for hit in hits:
        passage: Passage | None = None
        text, first, last = article.title, 0, len(article.title)
        if hit.field == "text":
            while at + 1 < len(article.passages) and article.passages[at + 1].start <= hit.start:
                at += 1
            passage = article.passages[at]
            text, first, last = article.text, passage.start, max(passage.end, hit.end)
        yield KwicLine(
            document=head,
            field=hit.field,
            passage=None if passage is None else passage.number,
            start=hit.start,
            end=hit.end,
            left=_one_line(text[max(first, hit.start - CONTEXT) : hit.start]),
            match=text[hit.start : hit.end],
            right=_one_line(text[hit.end : min(last, hit.end + CONTEXT)]),
        )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
