"""Every hit of a query in its context, in any order: what a concordance shows.

Hits are numbered document by document, in the order in which the documents are listed and, within one,
in the title first and then by place. How many there are in each is known from the index, so that an
order by documents takes no text; contexts are made for the hits that are looked at. Only an order by
the words beside the hits takes the texts of all.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np

from index.catalog import Catalog, Kept, StoredText
from index.columnar.arrays import Ints, places_of, starts, stretches
from index.errors import Cancelled, SearchTooLong
from index.finding import hits_in, placed_hits, texts_of
from index.fulltext.engine import Engine, Located, Placed, never
from index.fulltext.hits import Facts, Written
from index.fulltext.lexicon import FIELDS
from index.fulltext.query import Lookup, Query, resolve
from index.fulltext.syntax import parse
from index.model import Hit, Kwic, KwicLine, KwicSort, Listing, Sort

CONTEXT = 80
"""Code points on either side of a hit in its context."""
BATCH = 256
"""Hits whose contexts are made at a time, and documents whose texts are looked at at a time."""
MOST_SORTED = 1_000_000
"""More hits are not sorted by the words beside them."""

LISTED: Mapping[KwicSort, Sort] = {
    "relevance": "relevance",
    "date": "newest",
    "source": "source",
    "left": "relevance",
    "right": "relevance",
}
"""In which order documents are listed for an order of hits."""

Orders = dict[KwicSort, Ints]
"""The numbers of all hits, in some orders."""
Told = Callable[[float], None]
"""Is told which share of the work is done."""

_PARAGRAPH = "\n\n"
_TEXT = FIELDS.index("text")
_REACH = 48
"""Code points beside a hit that are sorted by."""
_KEY = 32
"""Bytes of words beside a hit that are compared."""
_NO_WORDS = b"\xff"
"""Comes after all words."""


def _untold(share: float) -> None:
    """For those who need not be told how far it has come."""


def kwic(
    catalog: Catalog, engine: Engine, query: str, lookup: Lookup, limit: int | None, sort: KwicSort
) -> Kwic:
    """Every hit in its context; in the order of relevance those of a document are together."""
    parsed = resolve(parse(query), lookup)
    ranked = engine.list(parsed, LISTED[sort], fetch=texts_of(catalog))
    first = starts(ranked.hits)
    order = np.arange(ranked.hits_total)
    if sort in ("left", "right") and limit != 0:
        order = _by_words(catalog, engine, parsed, ranked.keys, ranked.hits, _untold, never)[sort]
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
    told: Told = _untold,
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
            yield _line(kept[key], hits[key][number]) if there else None


def _line(kept: Kept, hit: Hit) -> KwicLine:
    in_title = hit.field == "title"
    text = kept.document.title if in_title else kept.text
    passages = kept.passages
    number = bisect_right(passages, hit.start, key=lambda passage: passage.start) - 1
    return KwicLine(
        document=kept.document,
        field=hit.field,
        passage=None if in_title else passages[max(0, number)].number,
        start=hit.start,
        end=hit.end,
        left=_one_line(_left(text, hit.start, CONTEXT)),
        match=text[hit.start : hit.end],
        right=_one_line(_right(text, hit.end, CONTEXT)),
        clause=hit.clause,
    )


def _left(text: str, start: int, reach: int) -> str:
    """What stands before a place in its paragraph."""
    return text[max(0, start - reach) : start].rpartition(_PARAGRAPH)[2].lstrip("\n")


def _right(text: str, end: int, reach: int) -> str:
    """What stands behind a place in its paragraph."""
    return text[end : end + reach].partition(_PARAGRAPH)[0].rstrip("\n")


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


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
    first = starts(counts)
    total = int(first[-1])
    if total > MOST_SORTED:
        raise SearchTooLong(
            f"{total:,} hits are too many to be sorted by the words beside them, of which there may be"
            f" {MOST_SORTED:,}: ask for less, with another word or a filter."
        )
    beside = np.full((2, total), _NO_WORDS, dtype=f"S{_KEY}")
    row_of = dict(zip(keys.tolist(), range(len(keys)), strict=True))
    with_hits = keys[counts > 0]
    located = engine.locate(query, with_hits, cancelled, texts_of(catalog))
    done = 0
    for batch in _batches(with_hits.tolist() if located is None else located.keys.tolist()):
        if cancelled():
            raise Cancelled("The sorting was called off.")
        told(done / len(with_hits))
        rows: list[int] = []
        pieces: list[list[str]] = [[], []]
        stored = list(catalog.stored_texts(batch))
        for one, spans in zip(stored, _spans(query, stored, located), strict=True):
            row = row_of[one.key]
            spans = spans[: counts[row]]
            rows += range(first[row], first[row] + len(spans))
            for field, start, end in spans:
                text = one.text if field == _TEXT else one.title
                pieces[0].append(_left(text, start, _REACH))
                pieces[1].append(_right(text, end, _REACH))
        for side, texts in enumerate(pieces):
            beside[side, rows] = _sort_keys(texts, backwards=not side)
        done += len(batch)
    left, right = (np.argsort(side, kind="stable") for side in beside)
    return {"left": left, "right": right}


def _batches(keys: list[int]) -> Iterator[list[int]]:
    return (keys[first : first + BATCH] for first in range(0, len(keys), BATCH))


def _spans(
    query: Query, stored: Sequence[StoredText], located: Located | None
) -> Iterator[list[tuple[int, int, int]]]:
    """Field, start and end of each hit in some documents; from the texts of those the index has otherwise."""
    known: dict[int, list[tuple[int, int, int]]] = {}
    if located is not None:
        at, there = places_of(np.array([one.key for one in stored]), located.keys)
        hits = located.hits
        lows, highs = (np.searchsorted(hits.documents, at + more).tolist() for more in (0, 1))
        for one, place, is_there, low, high in zip(
            stored, at.tolist(), there.tolist(), lows, highs, strict=True
        ):
            if is_there and located.versions[place] == one.version:
                columns = (column[low:high].tolist() for column in hits[1:4])
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
        known[key] = [(FIELDS.index(hit.field), hit.start, hit.end) for hit in found]
    return (known[one.key] for one in stored)


def _sort_keys(texts: Iterable[str], *, backwards: bool) -> list[bytes]:
    """What texts are compared by: their words without capitals and accents, in bytes."""
    step = -1 if backwards else 1
    plain = (text if text.isascii() else text.translate(_folded) for text in texts)
    words = (text.encode("utf-8", "replace").translate(_LOWER).split() for text in plain)
    return [b" ".join(some[::step])[:_KEY] or _NO_WORDS for some in words]


_LOWER = bytes(
    code if code > 127 else ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(256)
)


class _Folded(dict[int, str]):
    """Letters and digits without capitals and accents, by code point; blanks for all else."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code).casefold())
        found = "".join(letter for letter in letters if not unicodedata.combining(letter))
        # An accent that stands by itself belongs to the letter before it.
        is_part = found.isalnum() or not found
        self[code] = found if is_part else " "
        return self[code]


_folded = _Folded()
