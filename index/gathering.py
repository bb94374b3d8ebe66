"""The places of an entity: its mentions, those under one name, and the passages it shares with another.

How many there are in each document is known from the mentions alone; texts are read for the places that
are looked at, and for an order by the words beside them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.catalog import Catalog, StoredText
from index.catalog.mentioned import Naming
from index.columnar.arrays import Ints, distinct, numbers_in, places_of, starts, stretches
from index.company import passages_of
from index.contexts import BATCH, Orders, Place, Told, by_words, line_of, refuse_too_many
from index.errors import NotInLibrary
from index.model import (
    Alias,
    Entity,
    EntityPage,
    Gathered,
    Gathering,
    KwicLine,
    KwicSort,
    Pairs,
    Quoted,
    Span,
)

_EPOCH = np.datetime64("0001-01-01", "D")
_AT_ONCE = 2_000
"""Documents whose passages are read at a time."""


class Found(NamedTuple):
    """A place, and what of it is meant."""

    span: Span
    """The place."""
    marks: Pairs = ()
    """Offsets into text or title; nothing stands for all of it."""


# Which documents


def page(catalog: Catalog, id: str) -> EntityPage:
    """What there is to know of an entity at first sight.

    Raises:
        NotInLibrary: there is none with this id.
    """
    known = catalog.mentioned.entity(id)
    if known is None:
        raise NotInLibrary("This name is no longer in the library.")
    names = dict(catalog.mentioned.names_of(id))
    named: dict[str, list[Ints]] = {}
    for key, documents in catalog.mentioned.documents_of(names):
        named.setdefault(one_line(names[key]), []).append(numbers_in(documents))
    forms = {form: np.concatenate(keys) for form, keys in named.items()}
    aliases = sorted(
        (Alias(form, len(keys), len(distinct(keys))) for form, keys in forms.items()),
        key=lambda one: (-one.mentions, one.text),
    )
    mentions = _gathered(catalog, np.concatenate([np.empty(0, np.int64), *forms.values()]))
    name, type, is_pinned = known
    forms_named = tuple(one.text for one in aliases)
    group = dict(catalog.copies.groups())
    sources = len({group.get(key, -key) for key in mentions.keys})
    watched = catalog.names.bearing((one.type, one.name) for one in catalog.names.watched().names)
    entity = Entity(
        id, name, type, forms_named, mentions.total, len(mentions.keys), is_pinned, sources,
        is_watched=id in {one[0] for one in watched},
    )  # fmt: skip
    return EntityPage(entity, tuple(aliases), mentions)


def quoted(catalog: Catalog, id: str) -> Quoted:
    """How often an entity is quoted, and mentioned in what others are quoted with."""
    names = _names(catalog, id)
    return Quoted(*(len(catalog.mentioned.said(names, how)) for how in ("by", "about")))


def gather(catalog: Catalog, wanted: Gathering) -> Gathered:
    """The documents that have some places, the newest first."""
    if wanted.other is not None:
        return _gathered(catalog, _shared(catalog, wanted.entity, wanted.other))
    if wanted.said is not None:
        said = catalog.mentioned.said(_names(catalog, wanted.entity), wanted.said)
        return _gathered(catalog, np.array(said, np.int64))
    named = catalog.mentioned.documents_of(_names(catalog, wanted.entity, wanted.alias))
    found = [numbers_in(documents) for _, documents in named]
    return _gathered(catalog, np.concatenate([np.empty(0, np.int64), *found]))


def one_line(surface: str) -> str:
    """A name as it stands in a text, without the ends of lines it runs over."""
    return " ".join(surface.split())


def _names(catalog: Catalog, entity: str, alias: str | None = None) -> list[int]:
    """Keys of the names of an entity, or of those that make one alias."""
    names = catalog.mentioned.names_of(entity)
    return [key for key, surface in names if alias in (None, one_line(surface))]


def _gathered(catalog: Catalog, documents: Ints) -> Gathered:
    """Documents in order, from the key of the document of each place."""
    ordered = np.sort(documents)
    keys = distinct(ordered)
    counts = np.diff(np.append(np.searchsorted(ordered, keys), len(ordered)))
    listed = catalog.mentioned.published(keys.tolist())
    rows = places_of(np.array([key for key, _ in listed], np.int64), keys)[0]
    days = np.array([date or "NaT" for _, date in listed], "datetime64[D]")
    ordinals = np.where(np.isnat(days), 0, (days - _EPOCH).astype(np.int64) + 1)
    return Gathered(
        [key for key, _ in listed], counts[rows].tolist(), ordinals.tolist(), int(counts[rows].sum())
    )


def _shared(catalog: Catalog, one: str, other: str) -> Ints:
    """The document of each passage that mentions two entities."""
    mentioned = catalog.mentioned
    rows = [mentioned.starts(_names(catalog, entity)) for entity in (one, other)]
    both = sorted({row.document for row in rows[0]} & {row.document for row in rows[1]})
    found = [np.empty(0, np.int64)]
    for first in range(0, len(both), _AT_ONCE):
        some = both[first : first + _AT_ONCE]
        wanted = set(some)
        passages = mentioned.passages(some)
        met = []
        for each in rows:
            documents, places = passages_of([row for row in each if row.document in wanted], passages)
            met.append((places, documents))
        shared = np.intersect1d(met[0][0], met[1][0])
        of_passage = np.zeros(int(shared.max(initial=-1)) + 1, np.int64)
        is_shared = places_of(met[0][0], shared)[1]
        of_passage[met[0][0][is_shared]] = met[0][1][is_shared]
        found.append(of_passage[shared])
    return np.concatenate(found)


# Where in them


def contexts(
    catalog: Catalog, wanted: Gathering, places: Sequence[tuple[int, int]]
) -> Iterator[KwicLine | None]:
    """Some places in their contexts.

    Args:
        catalog: Has the texts.
        wanted: Which places are meant.
        places: For each the key of its document, and which of the places there it is, from 0.

    Yields:
        A line each; None where there is no such place any more.
    """
    for first in range(0, len(places), BATCH):
        batch = places[first : first + BATCH]
        kept = catalog.kept(list(dict.fromkeys(key for key, _ in batch)))
        found = _found(catalog, wanted, list(kept))
        for key, number in batch:
            there = key in kept and number < len(found[key])
            one = found[key][number] if there else None
            yield None if one is None else line_of(kept[key], one.span, marks=one.marks)


def _found(catalog: Catalog, wanted: Gathering, keys: Sequence[int]) -> dict[int, list[Found]]:
    """The places in each of some documents, in the title first; by key."""
    mentioned = catalog.mentioned
    if wanted.said is not None:
        said = mentioned.sayings(keys, _names(catalog, wanted.entity), wanted.said)
        return {key: [Found(Span(one.start, one.end, one.field)) for one in said[key]] for key in keys}
    if wanted.other is None:
        named = mentioned.namings(keys, _names(catalog, wanted.entity, wanted.alias))
        return {key: [Found(Span(one.start, one.end, one.field)) for one in named[key]] for key in keys}
    names = _names(catalog, wanted.entity) + _names(catalog, wanted.other)
    named = mentioned.namings(keys, names)
    begins = {row.document: numbers_in(row.starts) for row in mentioned.passages(keys)}
    return {key: meetings(named[key], wanted.entity, begins.get(key, ())) for key in keys}


def meetings(namings: Sequence[Naming], one: str, begins: Sequence[int] | Ints) -> list[Found]:
    """Where two entities meet in a document: in each passage that mentions both, where they are nearest.

    Args:
        namings: All mentions of both, those in the title first, then in order.
        one: Id of one of them.
        begins: Where the passages begin.
    """
    passages: dict[int, list[Naming]] = {}
    numbers = np.searchsorted(begins, [naming.start for naming in namings], side="right").tolist()
    for naming, number in zip(namings, numbers, strict=True):
        passages.setdefault(-1 if naming.field == "title" else number, []).append(naming)
    found = []
    for here in passages.values():
        # The nearest two stand side by side among the mentions of both
        pairs = [
            (second.end - first.start, first, second)
            for first, second in pairwise(here)
            if (first.entity == one) != (second.entity == one)
        ]
        if pairs:
            _, first, second = min(pairs, key=lambda pair: pair[0])
            marks = ((first.start, first.end), (second.start, second.end))
            found.append(Found(Span(first.start, second.end, first.field), marks))
    return found


# Orders


def orders(
    catalog: Catalog,
    wanted: Gathering,
    gathered: Gathered,
    sort: KwicSort,
    told: Told,
    cancelled: Callable[[], bool],
) -> Orders:
    """All places in an order, and in such others as are found on the way.

    Places are given by their numbers, document by document as gathered.

    Raises:
        Cancelled: `cancelled` said so.
        SearchTooLong: There are too many to be sorted by words.
    """
    keys, counts = np.asarray(gathered.keys, np.int64), np.asarray(gathered.counts, np.int64)
    if sort in ("left", "right"):
        refuse_too_many(gathered.total)

        def places_in(stored: Sequence[StoredText]) -> Iterator[list[Place]]:
            found = _found(catalog, wanted, [one.key for one in stored])
            spans = ([one.span for one in found[each.key]] for each in stored)
            return ([(span.field == "title", span.start, span.end) for span in some] for some in spans)

        return by_words(catalog, keys, counts, np.sort(keys).tolist(), places_in, told, cancelled)
    if sort != "source":
        return {"date": np.arange(gathered.total)}
    place = {key: number for number, key in enumerate(catalog.keys("source"))}
    # One that is not there any more comes last.
    rank = np.array([place.get(key, len(place)) for key in keys.tolist()], np.int64)
    rows = np.argsort(rank, kind="stable")
    return {"source": stretches(starts(counts)[rows], counts[rows])}
