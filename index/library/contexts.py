"""Every hit in its context, and the days that texts mean."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.library.articles import Articles
from index.model import Chronology, DatedLine, Kwic, KwicLine, KwicSort, Listing, Timeline
from index.stores import never

if TYPE_CHECKING:
    from index.contexts import Orders


class Contexts(Articles):
    """Every hit in its context, and the days that texts mean."""

    def kwic(self, query: str, limit: int | None = None, sort: KwicSort = "relevance") -> Kwic:
        """Every hit in its context; in the orders of documents those of one are together.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long, or the hits are too many to sort by words.
        """
        from index.concordance import kwic

        return self._stores.ask(lambda engine: kwic(self._catalog, engine, query, self._lookups, limit, sort))

    def contexts(self, query: str, places: Sequence[tuple[int, int]]) -> tuple[KwicLine | None, ...]:
        """Some hits in their contexts: of each the key of its document, and which of the hits there it is.

        One that is not there any more is None. The hits of a document count from 0, those in its title
        first.

        Raises:
            QueryError: the query cannot be read.
        """
        from index.concordance import contexts

        return self._stores.ask(lambda engine: contexts(self._catalog, engine, query, self._lookups, places))

    def order_hits(
        self,
        listing: Listing,
        sort: KwicSort,
        told: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> "Orders":
        """Every hit of the documents of a list in an order, and in others that are found on the way.

        Hits are given by numbers: document by document as listed, within one as in `contexts`.

        Args:
            listing: What `list` gave for a query.
            sort: The order.
            told: Is told now and then which share of the work is done, 0 to 1.
            cancelled: Polled.

        Raises:
            SearchTooLong: the hits are too many to be sorted by words.
            Cancelled: `cancelled` said so.
        """
        from index.concordance import orders

        return self._stores.ask(
            lambda engine: orders(
                self._catalog, engine, listing, self._lookups, sort, told or (lambda share: None), cancelled
            )
        )

    def timeline(
        self,
        query: str = "",
        document: str | None = None,
        first: datetime.date | None = None,
        last: datetime.date | None = None,
    ) -> Timeline:
        """The places of the dates in a document, or in all that match a query, by the days they mean.

        Args:
            query: The query; empty for the whole library.
            document: Id of the document, where it is of one.
            first: The first day of a span; dates that have none of its days are left out.
            last: The last day of it.

        Raises:
            NotInLibrary: there is no document with this id.
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        if document is not None:
            return self._days.timeline(self._groups, [self._key(document)], first, last)
        if not query.strip():
            return self._days.timeline(self._groups, None, first, last)
        from index.finding import matching

        keys = self._stores.ask(lambda engine: matching(self._catalog, engine, query, self._lookups))
        return self._days.timeline(self._groups, keys, first, last)

    def dated(self, places: Sequence[tuple[int, int]]) -> tuple[DatedLine | None, ...]:
        """Some dates of a timeline in their sentences; one that is not there any more is None.

        Args:
            places: Of each the catalog key of its document, and its first code point.
        """
        from index.chronology import dated_lines

        return dated_lines(self._catalog, places)

    def chronology(
        self,
        query: str = "",
        document: str | None = None,
        *,
        first: datetime.date | None = None,
        last: datetime.date | None = None,
        limit: int | None = None,
    ) -> Chronology:
        """The dates in a document, or in all that match a query, in the order of the days they mean.

        Those of the same day come in the order of publication. What means a longer time comes before
        what means its first day. The arguments are those of `timeline`, and how many dates are wanted.
        """
        found = self.timeline(query, document, first, last)
        lines = self.dated(found.places(limit))
        head = self._head(document) if document is not None else None
        return Chronology(
            "" if document is not None else query,
            head,
            len(found),
            found.documents,
            found.unknown,
            found.folded,
            tuple(
                replace(line, copies=copies)
                for line, copies in zip(lines, found.copies.tolist(), strict=False)
                if line is not None
            ),
        )
