"""Answers to a query: which documents, and where in them."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence

from index import suggesting
from index.catalog import Catalog, Kept
from index.columnar.arrays import Ints
from index.errors import LibraryDamaged
from index.fulltext import parts
from index.fulltext.engine import Engine, Placed, never
from index.fulltext.hits import Facts, Written, find_all_hits
from index.fulltext.query import Known, Lookup, Named, Query, resolve
from index.fulltext.scanning import Fetch
from index.fulltext.snippets import snippets
from index.fulltext.syntax import parse
from index.model import (
    Article,
    ClauseHits,
    Document,
    Explanation,
    Facets,
    Field,
    Hit,
    Listing,
    Reading,
    Result,
    SearchResults,
    Sort,
)
from index.suggesting.filtering import Bearing


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


def facets(
    catalog: Catalog, engine: Engine, query: str, lookup: Lookup, cancelled: Callable[[], bool]
) -> Facets:
    """The documents that match, counted by outlet, language and day."""
    return engine.facets(resolve(parse(query), lookup), cancelled, fetch=texts_of(catalog))


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
    catalog: Catalog, engine: Engine, query: str, names: Bearing, limit: int, offset: int, sort: Sort
) -> SearchResults:
    """A page of the documents that match, with the places that make them match."""
    began = time.perf_counter()
    parsed = resolve(parse(query), names)
    first, last = max(0, offset), max(0, offset) + max(0, limit)
    shown = slice(first, last)
    ranked = engine.list(parsed, sort, most=last, shown=shown, fetch=texts_of(catalog))
    keys = ranked.keys[shown].tolist()
    # One that another process has removed since the index was read is left out.
    kept = catalog.kept(keys)
    scores = dict(zip(keys, ranked.scores[shown].tolist(), strict=True))
    hits = placed_hits(parsed, kept, keys, ranked.places)
    results = tuple(result_of(kept[key], hits[key], scores[key]) for key in keys if key in kept)
    explanation = None
    counts = [clause.documents for clause in ranked.clauses]
    if suggesting.needs_explaining(parsed, counts, ranked.total):
        explanation = explain(catalog, engine, query, names, never)
    return SearchResults(
        query=query,
        total=ranked.total,
        hits_total=ranked.hits_total,
        undated=ranked.undated,
        clauses=ranked.clauses,
        suggestions=tuple(one.query for one in explanation.suggestions) if explanation else (),
        seconds=time.perf_counter() - began,
        results=results,
        bounded=ranked.bounded,
        explanation=explanation,
    )


def explain(
    catalog: Catalog, engine: Engine, query: str, names: Bearing, cancelled: Callable[[], bool]
) -> Explanation:
    """Why a query finds nothing, or some part of it does, and which queries near it find something."""
    return suggesting.explain(engine.snapshot, query, names, cancelled, texts_of(catalog))


def read(article: Article, key: int, query: str, lookup: Lookup) -> Reading:
    """One document with its hits and its best places."""
    asked = parse(query)
    helping = set(parts.below_no_not(asked.root))

    def as_listed(clause: Named | Known) -> frozenset[int]:
        # What was marked since it was listed, such as that it is being read, makes no hit go away.
        if isinstance(clause, Known) and clause.kind != "path":
            is_met = clause.clause in helping
            return frozenset({key}) if is_met != clause.without else frozenset()
        return lookup(clause)

    hits = hits_in(resolve(asked, as_listed), {key: written(key, article, article.text)})[key]
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

    Raises:
        LibraryDamaged: Where they are in the very text that was indexed, that text has no such place.
    """
    found = {
        key: placed.hits
        for key, placed in zip(keys, places or (), strict=False)
        if key in kept and kept[key].version == placed.version
    }
    if not all(_are_within(kept[key], hits) for key, hits in found.items()):
        raise LibraryDamaged("The index cannot be read (a hit lies beyond the text it is in).")
    lacking = {key: written(key, one.document, one.text) for key, one in kept.items() if key not in found}
    return {**found, **hits_in(query, lacking)} if lacking else found


def _are_within(kept: Kept, hits: Sequence[Hit]) -> bool:
    """Whether a document has the places at which it is said to have hits."""
    sizes: dict[Field, int] = {"title": len(kept.document.title), "text": len(kept.text)}
    return all(0 <= hit.start < hit.end <= sizes[hit.field] for hit in hits)


def hits_in(query: Query, documents: Mapping[int, Written]) -> dict[int, tuple[Hit, ...]]:
    """The hits of a query in each of some documents, those in the title first; all by key."""
    return dict(zip(documents, find_all_hits(query, list(documents.values())), strict=True))


def written(key: int, document: Document, text: str) -> Written:
    """A document as hits are looked for in it."""
    facts = Facts(document.source, document.published, key, document.language, document.byline, document.url)
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
