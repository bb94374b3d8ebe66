"""Finding documents, and the places in them that match."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from index.library.articles import Articles
from index.model import ClauseHits, Completion, Explanation, Facets, Listing, Reading, SearchResults, Sort
from index.stores import never

if TYPE_CHECKING:
    from index.fulltext.begun import ValueField


class Searching(Articles):
    """Finding documents, and the places in them that match."""

    def warm(self) -> None:
        """Read what a first search would have to wait for."""
        self.search("warm")

    def list(self, query: str = "", sort: Sort = "newest", cancelled: Callable[[], bool] = never) -> Listing:
        """Every document that matches, in order, with its number of hits.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        if not query.strip():
            keys = self._catalog.keys(sort)
            return Listing(query, keys, [0] * len(keys), 0, 0, ())
        from index.finding import list_documents

        return self._stores.ask(
            lambda engine: list_documents(self._catalog, engine, query, self._lookups, sort, cancelled)
        )

    def clause_hits(
        self, query: str, clauses: Collection[int], cancelled: Callable[[], bool] = never
    ) -> ClauseHits:
        """The documents that match in which some clauses have hits, in no particular order.

        Args:
            query: The query.
            clauses: What `Hit.clause` says of these clauses' hits.
            cancelled: Polled.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        from index.finding import clause_hits

        return self._stores.ask(
            lambda engine: clause_hits(self._catalog, engine, query, self._lookups, clauses, cancelled)
        )

    def facets(self, query: str = "", cancelled: Callable[[], bool] = never) -> Facets:
        """The documents that match, counted by outlet, language and day.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        from index.finding import facets

        return self._stores.ask(lambda engine: facets(self._catalog, engine, query, self._lookups, cancelled))

    def search(self, query: str, limit: int = 20, offset: int = 0, sort: Sort = "relevance") -> SearchResults:
        """A page of the documents that match, with the places that make them match.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        from index.finding import search

        return self._stores.ask(
            lambda engine: search(self._catalog, engine, query, self._lookups, limit, offset, sort)
        )

    def copies_among(self, query: str = "") -> int:
        """How many of the documents that match are copies of others that do; without them it is the sources.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        import numpy as np

        groups = self._groups
        if not len(groups):
            return 0
        if not query.strip():
            keys = np.array(self._catalog.keys("newest"), np.int64)
        else:
            from index.finding import matching

            keys = self._stores.ask(lambda engine: matching(self._catalog, engine, query, self._lookups))
        return len(keys) - groups.count(keys)

    def explain(self, query: str, cancelled: Callable[[], bool] = never) -> Explanation:
        """Why a query finds nothing, or some part of it does, and which queries near it find something.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        from index.finding import explain

        return self._stores.ask(
            lambda engine: explain(self._catalog, engine, query, self._lookups, cancelled)
        )

    def check(self, query: str) -> None:
        """Raise QueryError where a query cannot be read."""
        from index.fulltext.syntax import parse

        parse(query)

    def complete(self, query: str, cursor: int, limit: int = 8) -> tuple[Completion, ...]:
        """What may stand in a query where something is being typed: fields, words, names, outlets.

        It is quick. In how many documents the words are is told by `count_words`.

        Args:
            query: What was typed so far.
            cursor: Where in it one types.
            limit: How many are wanted, at most.
        """
        from index.completing import complete

        return complete(
            query,
            cursor,
            limit,
            words=lambda typed, most: self._stores.ask(lambda engine: engine.words_beginning(typed, most)),
            names=lambda type, typed, most: self._census.beginning(type, typed, most),
            values=self._values_beginning,
        )

    def _values_beginning(self, field: "ValueField", typed: str, most: int) -> Sequence[tuple[str, int]]:
        if field != "tag":
            return self._stores.ask(lambda engine: engine.values_beginning(field, typed, most))
        begun = typed.strip().casefold()
        tagged = self.marks.tagged().items()
        return [(tag, len(ids)) for tag, ids in tagged if tag.casefold().startswith(begun)][:most]

    def count_words(
        self, completions: Sequence[Completion], cancelled: Callable[[], bool] = never
    ) -> tuple[Completion, ...]:
        """The same with the number of documents that each word finds; those that are in none are left out.

        Raises:
            Cancelled: `cancelled` said so.
        """
        from index.completing import counted

        return counted(
            completions, lambda word: self._stores.ask(lambda engine: engine.documents_with(word)), cancelled
        )

    def read(self, id: str, query: str = "") -> Reading:
        """One document as a query leads to it: with its hits and its best places.

        Raises:
            NotInLibrary: there is none with this id.
            QueryError: the query cannot be read.
        """
        key, article = self._article(id)
        if not query.strip():
            return Reading(article, (), ())
        from index.finding import read

        return read(article, key, query, self._lookups)
