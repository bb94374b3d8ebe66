"""What a query finds, why it finds nothing, and how it goes on."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from index.errors import QueryError
from index.library import Library
from index.model import Completion, Explanation, Headline, KwicLine, KwicSort, Listing, Sort
from tui.answers import FacetsFound, Found
from tui.choices import facet_rows, name_rows
from tui.library.opened import Opened
from tui.queries import hit_clauses
from tui.render.arrays import Ints
from tui.render.titles import TitleCells

COMPLETIONS = 8
"""Completions that are offered."""


class Finding(Opened):
    """What a query finds, why it finds nothing, and how it goes on."""

    def __init__(self, library: Library, home: Path | None = None) -> None:
        """Take a library that is open, and the home it was given, if one was."""
        super().__init__(library, home)
        self._headlines: Mapping[int, Headline] = {}

    def check(self, query: str) -> None:
        """Raise QueryError where a query cannot be read."""
        self._library.check(query)

    def find(self, query: str, sort: Sort, *, anew: bool, cancelled: Callable[[], bool]) -> Found:
        """Every document that matches.

        Args:
            query: The query.
            sort: The order.
            anew: Whether to take notice first of what was written since the last time.
            cancelled: Polled.

        Raises:
            QueryError: the query cannot be read.
            Cancelled: `cancelled` said so.
        """
        if anew:
            self._library.refresh()
        try:
            listing = self._library.list(query, sort, cancelled)
        finally:
            self._library.let_go()
        clauses = hit_clauses(query)
        leaders = self._library.leaders(listing.keys)
        if not anew:
            return Found(listing, clauses=clauses, leaders=leaders)
        headlines = self._all_headlines()  # after the list, so that each document in it has one
        keys = {headline.id: key for key, headline in headlines.items()}
        return Found(listing, headlines, keys, TitleCells(headlines), clauses, leaders)

    def clause_hits(
        self, listing: Listing, clauses: Collection[int], cancelled: Callable[[], bool]
    ) -> list[int]:
        """Number of hits that some clauses have in each document of a list.

        Args:
            listing: The list.
            clauses: The numbers that these hits bear.
            cancelled: Polled.

        Raises:
            Cancelled: `cancelled` said so.
            SearchTooLong: an expression takes too long.
        """
        try:
            found = self._library.clause_hits(listing.query, clauses, cancelled)
        finally:
            self._library.let_go()
        hits = dict(zip(found.keys, found.hits, strict=True))
        return [hits.get(key, 0) for key in listing.keys]

    def complete(
        self, query: str, cursor: int, cancelled: Callable[[], bool]
    ) -> Iterator[tuple[Completion, ...]]:
        """What may stand in a query where one types: at once, and again when the words are counted.

        Raises:
            Cancelled: `cancelled` said so.
        """
        found = self._library.complete(query, cursor, COMPLETIONS)
        yield found
        if any(one.kind == "word" for one in found):
            yield self._library.count_words(found, cancelled)

    def matching(self, query: str, cancelled: Callable[[], bool] = lambda: False) -> frozenset[str]:
        """Ids of the documents that match.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: it takes too long.
            Cancelled: `cancelled` said so.
        """
        headlines = self._headlines or self._library.headlines()
        if not query.strip():
            return frozenset(headline.id for headline in headlines.values())
        keys = self._library.list(query, "newest", cancelled).keys
        if any(key not in headlines for key in keys):
            headlines = self._library.headlines()
        return frozenset(headlines[key].id for key in keys if key in headlines)

    def _all_headlines(self) -> Mapping[int, Headline]:
        """All headlines; while articles are being read in, those seen before and those that have come."""
        if self._syncing.is_under_way and self._headlines:
            new = self._library.headlines(max(self._headlines))
            self._headlines = {**self._headlines, **new} if new else self._headlines
        else:
            self._headlines = self._library.headlines()
        return self._headlines

    def explain(self, query: str, finished: str, cancelled: Callable[[], bool]) -> Explanation:
        """Why a query finds nothing, or a part of it; where it cannot be read yet, the same of it finished.

        Args:
            query: The query as it was typed.
            finished: What was searched for.
            cancelled: Polled.
        """
        try:
            return self._library.explain(query, cancelled)
        except QueryError:
            return self._library.explain(finished, cancelled)

    def facets(self, query: str, cancelled: Callable[[], bool]) -> FacetsFound:
        """The outlets, languages and days of what matches, and what of them the query asks for.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: it takes too long.
            Cancelled: `cancelled` said so.
        """
        facets = self._library.facets(query, cancelled)
        return FacetsFound(facets, facet_rows(facets), self._library.copies_among(query))

    def named_facets(self, found: FacetsFound) -> FacetsFound:
        """The same, and who and what is named in most of the articles; raises QueryError, SearchTooLong."""
        query = found.facets.query
        try:
            return replace(found, rows=found.rows + name_rows(query, self._library.entities(query)))
        finally:
            self._library.let_go()

    def contexts(self, query: str, places: Sequence[tuple[int, int]]) -> tuple[KwicLine | None, ...]:
        """Some hits of a query in their contexts; see `Library.contexts`."""
        return self._library.contexts(query, places)

    def order_hits(
        self,
        listing: Listing,
        sort: KwicSort,
        told: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Mapping[KwicSort, Ints]:
        """The numbers of all hits of a list in an order, and in others found on the way.

        Raises:
            SearchTooLong: the hits are too many to be sorted by words.
            Cancelled: `cancelled` said so.
        """
        try:
            return self._library.order_hits(listing, sort, told, cancelled)
        finally:
            self._library.let_go()

    def paths(self, keys: Sequence[int]) -> list[str]:
        """The files of documents, in their order; those that are gone are left out."""
        known = self._library.documents_with(keys)
        return [known[key].path for key in keys if key in known]

    def warm(self) -> None:
        """Read what a first search would have to wait for."""
        self._library.warm()
        self._library.let_go()
