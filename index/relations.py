"""Related passages, from the library's files to the values the reader is shown."""

from collections.abc import Collection, Container, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from index.catalog import Catalog
from index.catalog.excerpts import Excerpt, Known
from index.copies.groups import Groups
from index.model import Copy, Document, Passage, Related
from index.related.copies import are_copies
from index.related.evidence import LONGEST
from index.related.names import names_in
from index.related.query import passage_query, text_query
from index.related.relate import Place, relate
from index.related.sides import Side
from index.related.store import PassageStore

SIZES = 3
"""A passage that has nearly the words of another is at most so many times longer, or shorter."""


def related_passages(
    catalog: Catalog,
    store: PassageStore,
    groups: Groups,
    wanted: Passage | str,
    key: int | None,
    limit: int,
) -> tuple[Related, ...]:
    """Passages of other documents that speak of what a passage, or a text, speaks of.

    Args:
        catalog: The store of record.
        store: The passages that are compared.
        groups: Which documents are copies of one another.
        wanted: The passage, or the text.
        key: Catalog key of the passage's document.
        limit: Most rows to give.
    """
    snapshot = store.snapshot
    excerpts: dict[Place, Excerpt] = {}

    def sides(places: Sequence[Place]) -> list[Side]:
        excerpts.update(catalog.excerpts.of(places))
        known = catalog.excerpts.known(places, LONGEST)
        return [
            _side(excerpts[one], known[one])
            if one in excerpts and one in known
            else Side("")  # another process has removed it since
            for one in places
        ]

    if isinstance(wanted, Passage):
        if key is None:
            return ()
        (here,) = sides([(key, wanted.number)])
        here = replace(here, named=catalog.excerpts.entities(key))
        names = names_in(here.text, here.start, here.mentions)
        query = passage_query(snapshot, key, wanted.number, names)
        if query is None:
            return ()
    else:
        query, here = text_query(snapshot, wanted), Side(wanted)
    rows = relate(snapshot, query, here, sides, limit, _Copied(catalog, groups, key))
    excerpts.update(catalog.excerpts.of([place for row in rows for place in row.copies]))
    return tuple(
        Related(
            *_place(excerpts[row.document_key, row.passage]),
            score=row.score,
            reasons=row.reasons,
            copies=tuple(Copy(*_place(excerpts[one])) for one in row.copies if one in excerpts),
        )
        for row in rows
    )


class _Copied:
    """Knows the copies of a library's documents, and in which of them a passage stands."""

    def __init__(self, catalog: Catalog, groups: Groups, own: int | None) -> None:
        """Take what knows them, and the key of the document that is asked about, if one is."""
        self._own = own
        self._excerpts = catalog.excerpts
        self._groups = groups

    def numbers(self, keys: Sequence[int]) -> list[int]:
        """Give the number of each document's group. Implements `Copied.numbers`."""
        numbers: list[int] = self._groups.of(np.array(keys, np.int64)).tolist()
        return numbers

    def carriers(self, places: Sequence[Place]) -> list[Place]:
        """Give some passages, and those of copies; the earliest, then the longest first.

        A copy that has dropped the passage is left out. Implements `Copied.carriers`.
        """
        together = {key: self._groups.together(key).tolist() for key, _ in places}
        if len(places) == 1 and not self._beside(together[places[0][0]], places[0][:1]):
            return list(places)
        excerpts = self._excerpts.of(places)
        found = dict(place for place in places if place in excerpts)
        for place in tuple(found.items()):
            others = self._beside(together[place[0]], found)
            if others:
                found |= self._having(others, excerpts[place].text)
        return [(key, found[key]) for key in self._excerpts.leading_first(found)]

    def _beside(self, together: Sequence[int], found: Container[int]) -> list[int]:
        """Those of some documents that are not found yet, and not the one that is asked about."""
        return [key for key in together if key not in found and key != self._own]

    def _having(self, documents: Collection[int], text: str) -> dict[int, int]:
        """The number of the passage that has nearly the words of a text, in those documents that have one.

        What has the very letters is found by them, so that ten thousand prints of a report are no trouble.
        """
        found = self._excerpts.same(documents, text)
        is_copy = cache(lambda other: are_copies(text, other))
        others = [key for key in documents if key not in found]
        sizes = len(text) // SIZES, len(text) * SIZES
        for key, number, other in self._excerpts.sized(others, *sizes) if others else ():
            if key not in found and is_copy(other):
                found[key] = number
        return found


def _side(one: Excerpt, known: Known) -> Side:
    head = one.document
    return Side(
        one.text, one.start, known.mentions, known.dates, head.published, known.quotes, language=head.language
    )


def _place(one: Excerpt) -> tuple[Document, int, int, int, str]:
    return one.document, one.number, one.start, one.end, one.text
