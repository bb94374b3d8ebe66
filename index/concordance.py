"""Every hit of a query in its context, in any order: what a concordance shows.

Hits are numbered document by document, in the order in which the documents are listed and, within one,
in the title first and then by place. How many there are in each is known from the index, so that an
order by documents takes no text; contexts are made for the hits that are looked at. Only an order by
the words beside the hits takes the texts of all.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from index.catalog import Catalog, StoredText
from index.columnar.arrays import Ints, places_of, starts, stretches
from index.contexts import BATCH, Orders, Place, Told, by_words, line_of, refuse_too_many, untold
from index.finding import hits_in, placed_hits, texts_of
from index.fulltext.engine import Engine, Located, Placed, never
from index.fulltext.hits import Facts, Written
from index.fulltext.lexicon import FIELDS
from index.fulltext.query import Lookup, Query, resolve
from index.fulltext.syntax import parse
from index.model import Kwic, KwicLine, KwicSort, Listing, Sort

LISTED: Mapping[KwicSort, Sort] = {
    "relevance": "relevance",
    "date": "newest",
    "source": "source",
    "left": "relevance",
    "right": "relevance",
}
"""In which order documents are listed for an order of hits."""

_TEXT = FIELDS.index("text")


def kwic(
    catalog: Catalog, engine: Engine, query: str, lookup: Lookup, limit: int | None, sort: KwicSort
) -> Kwic:
    """Every hit in its context; in the order of relevance those of a document are together."""
    parsed = resolve(parse(query), lookup)
    ranked = engine.list(parsed, LISTED[sort], fetch=texts_of(catalog))
    first = starts(ranked.hits)
    order = np.arange(ranked.hits_total)
    if sort in ("left", "right") and limit != 0:
        order = _by_words(catalog, engine, parsed, ranked.keys, ranked.hits, untold, never)[sort]
    wanted = order[:limit]
    rows = np.searchsorted(first, wanted, side="right") - 1
    places = zip(ranked.keys[rows].tolist(), (wanted - first[rows]).tolist(), strict=True)
    lines = (line for line in _lines(catalog, engine, parsed, list(places)) if line is not None)
    return Kwic(query, ranked.hits_total, tuple(lines), ranked.bounded)


def contexts(
    catalog: Catalog, engine: Engine, query: str, lookup: Lookup, places: Sequence[tuple[int, int]]
) -> tuple[KwicLine | None, ...]:
    """Some hits in their contexts.

    Args:
        catalog: Has the texts.
        engine: Knows where the hits are.
        query: The query.
        lookup: Says who bears a name.
        places: For each hit the key of its document, and which of the hits there it is, from 0.

    Returns:
        A line each; None where there is no such hit any more.
    """
    return tuple(_lines(catalog, engine, resolve(parse(query), lookup), places))


def orders(
    catalog: Catalog,
    engine: Engine,
    listing: Listing,
    lookup: Lookup,
    sort: KwicSort,
    told: Told = untold,
    cancelled: Callable[[], bool] = never,
) -> Orders:
    """The hits of all documents of a list in an order, and in such others as are found on the way.

    Args:
        catalog: Has the texts.
        engine: Knows where the hits are.
        listing: The documents; it numbers the hits.
        lookup: Says who bears a name.
        sort: The order.
        told: Is told how far it has come.
        cancelled: Polled.

    Raises:
        Cancelled: `cancelled` said so.
        SearchTooLong: There are too many to be sorted by words.
    """
    query = resolve(parse(listing.query), lookup)
    keys, counts = np.asarray(listing.keys, np.int64), np.asarray(listing.hits, np.int64)
    if sort in ("left", "right"):
        return _by_words(catalog, engine, query, keys, counts, told, cancelled)
    listed = engine.list(query, LISTED[sort], cancelled, fetch=texts_of(catalog)).keys
    place = dict(zip(listed.tolist(), range(len(listed)), strict=True))
    # One that is not found any more comes last.
    rank = np.fromiter((place.get(key, len(place)) for key in keys.tolist()), np.int64, len(keys))
    rows = np.argsort(rank, kind="stable")
    return {sort: stretches(starts(counts)[rows], counts[rows])}


# Contexts


def _lines(
    catalog: Catalog, engine: Engine, query: Query, places: Sequence[tuple[int, int]]
) -> Iterator[KwicLine | None]:
    for first in range(0, len(places), BATCH):
        batch = places[first : first + BATCH]
        keys = list(dict.fromkeys(key for key, _ in batch))
        kept = catalog.kept(keys)
        located = engine.locate(query, np.array(keys), fetch=texts_of(catalog))
        known: tuple[Placed, ...] = ()
        if located is not None:
            keys = located.keys.tolist()
            known = tuple(map(Placed, located.versions.tolist(), located.hits.by_document(len(keys))))
        hits = placed_hits(query, kept, keys, known)
        for key, number in batch:
            there = key in kept and number < len(hits[key])
            hit = hits[key][number] if there else None
            yield None if hit is None else line_of(kept[key], hit, clause=hit.clause)


# Orders


def _by_words(
    catalog: Catalog,
    engine: Engine,
    query: Query,
    keys: Ints,
    counts: Ints,
    told: Told,
    cancelled: Callable[[], bool],
) -> Orders:
    """The numbers of all hits by the words before them, the nearest first, and by those behind them."""
    refuse_too_many(int(counts.sum()))
    with_hits = keys[counts > 0]
    located = engine.locate(query, with_hits, cancelled, texts_of(catalog))
    read = with_hits.tolist() if located is None else located.keys.tolist()
    return by_words(
        catalog, keys, counts, read, lambda stored: _places(query, stored, located), told, cancelled
    )


def _places(query: Query, stored: Sequence[StoredText], located: Located | None) -> Iterator[list[Place]]:
    """The places of the hits in some documents; from the texts of those the index has otherwise."""
    known: dict[int, list[Place]] = {}
    if located is not None:
        at, there = places_of(np.array([one.key for one in stored]), located.keys)
        hits = located.hits
        lows, highs = (np.searchsorted(hits.documents, at + more).tolist() for more in (0, 1))
        for one, place, is_there, low, high in zip(
            stored, at.tolist(), there.tolist(), lows, highs, strict=True
        ):
            if is_there and located.versions[place] == one.version:
                columns = (
                    (hits[1][low:high] != _TEXT).tolist(),
                    *(one[low:high].tolist() for one in hits[2:4]),
                )
                known[one.key] = list(zip(*columns, strict=True))
    lacking = {
        one.key: Written(
            one.title,
            one.text,
            Facts(one.source, one.published, one.key, one.language, one.byline, one.url),
        )
        for one in stored
        if one.key not in known
    }
    for key, found in hits_in(query, lacking).items() if lacking else ():
        known[key] = [(hit.field == "title", hit.start, hit.end) for hit in found]
    return (known[one.key] for one in stored)
