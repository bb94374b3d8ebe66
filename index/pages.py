"""The pages of a library's entities: who and what they are, where they are named, and with whom."""

import threading
from collections.abc import Callable, Collection, Sequence

from index import gathering
from index.catalog import Catalog
from index.company import Company
from index.contexts import Orders, untold
from index.fulltext.engine import never
from index.model import (
    Companion,
    Entity,
    EntityPage,
    EntityType,
    Gathered,
    Gathering,
    KwicLine,
    KwicSort,
    Quoted,
)


class Pages:
    """Entities of a library, each with what there is to know of it, as of the last refresh."""

    def __init__(self, catalog: Catalog) -> None:
        """Take where it is kept; nothing is read yet."""
        self._catalog = catalog
        self._guard = threading.Lock()
        self._company: Company | None = None
        self._mended = frozenset[str]()

    def mended(self, ids: Collection[str]) -> "Pages":
        """The same after something was said of some entities: who else meets whom is known."""
        found = Pages(self._catalog)
        with self._guard:
            found._company = self._company
            found._mended = self._mended.union(ids) if self._company is not None else frozenset()
        return found

    def page(self, id: str) -> EntityPage:
        """What there is to know of an entity at first sight.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return gathering.page(self._catalog, id)

    def gather(self, wanted: Gathering) -> Gathered:
        """The documents that have some places, the newest first, and how many are in each."""
        return gathering.gather(self._catalog, wanted)

    def contexts(self, wanted: Gathering, places: Sequence[tuple[int, int]]) -> tuple[KwicLine | None, ...]:
        """Some places in their contexts: of each the key of its document, and which of those there it is.

        One that is not there any more is None. The places in a document count from 0, those in its title
        first.
        """
        return tuple(gathering.contexts(self._catalog, wanted, places))

    def order(
        self,
        wanted: Gathering,
        gathered: Gathered,
        sort: KwicSort,
        told: Callable[[float], None] = untold,
        cancelled: Callable[[], bool] = never,
    ) -> Orders:
        """All places in an order, and in others that are found on the way; relevance is that of the newest.

        Places are given by numbers: document by document as gathered, within one as in `contexts`.

        Raises:
            SearchTooLong: they are too many to be sorted by words.
            Cancelled: `cancelled` said so.
        """
        return gathering.orders(self._catalog, wanted, gathered, sort, told, cancelled)

    def companions(
        self, id: str, told: Callable[[float], None] = untold, cancelled: Callable[[], bool] = never
    ) -> tuple[Companion, ...]:
        """Who and what is mentioned in the passages that mention an entity, by log-likelihood (Dunning's G²).

        The first time all passages of the library are counted: four seconds for a million.

        Args:
            id: The entity.
            told: Is told which share of that is done.
            cancelled: Polled.

        Raises:
            Cancelled: `cancelled` said so.
        """
        with self._guard:
            if self._company is None or self._mended:
                before, self._company = self._company, Company(self._catalog)
                if before is not None:
                    self._company.take_over(before, self._mended)
                self._mended = frozenset()
            company = self._company
        return company.companions(id, told, cancelled)

    def quoted(self, id: str) -> Quoted:
        """How often an entity is quoted, and mentioned in what others are quoted with."""
        return gathering.quoted(self._catalog, id)

    def named(self, name: str, type: EntityType | None = None) -> tuple[Entity, ...]:
        """The entities that bear a name, an alias or an id, capitals aside; those in most documents first."""
        found = [
            self.page(id).entity for id, its in self._catalog.mentioned.bearing(name) if type in (None, its)
        ]
        return tuple(sorted(found, key=lambda one: (-one.documents, one.name, one.type)))
