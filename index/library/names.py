"""Who and what is mentioned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.library.mending import Desk
from index.library.searching import Searching
from index.model import Entities, Entity, EntityPage, EntityType, Likeness, LocatedMention, Named, Span

if TYPE_CHECKING:
    from index.pages import Pages

MOST_COMPARED = 100_000
"""Entities that are looked through for those that may be one: those in most documents."""


class Names(Searching, Desk):
    """Who and what is mentioned."""

    @property
    def pages(self) -> "Pages":
        """The pages of its entities, as of the last refresh."""
        with self._guard:
            if self._known_pages is None:
                from index.pages import Pages

                self._known_pages = Pages(self._catalog)
            return self._known_pages

    def entities(self, query: str | None = None, type: EntityType | None = None) -> Entities:
        """Who and what is mentioned, in all documents or in those that match a query.

        Those in most documents come first. With a query, mentions and documents are counted in
        what matches; aliases are those of the whole library. It is a sequence whose values are
        made when they are looked at, so that a library's hundred thousands cost little.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        if query is None or not query.strip():
            return self._census.entities(type=type)
        from index.finding import matching

        keys = self._stores.ask(lambda engine: matching(self._catalog, engine, query, self._lookups))
        return self._census.entities(keys, type)

    def entity(self, id: str) -> EntityPage:
        """Who or what an entity is, under which names it is mentioned, and where; `pages` has the rest.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return self.pages.page(id)

    def mentions(self, query: str | None = None, type: EntityType | None = None) -> Iterator[LocatedMention]:
        """Every mention in all documents or in those that match a query, the newest documents first.

        They are read from the catalog as they are taken, however many there are.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        from index.mentions import mentions

        return mentions(self._catalog, self.list(query or "").keys, type)

    def entities_of(self, id: str) -> tuple[Entity, ...]:
        """Who and what is mentioned in one document, as often as there; the most mentioned come first."""
        key = self._catalog.key_of(id)
        watched = self._watched_ids
        found = () if key is None else self._catalog.names.entities_of(key)
        return tuple(replace(one, is_watched=True) if one.id in watched else one for one in found)

    def named_at(self, id: str, place: Span) -> tuple[str, ...]:
        """Ids of the entities that a place in a document names, in the order in which it does.

        Raises:
            NotInLibrary: there is no document with this id.
        """
        return self._catalog.excerpts.named(self._key(id), place)

    def language_of(self, id: str) -> str | None:
        """The code of the language of a document; None where it is unknown, or there is no such document."""
        key = self._catalog.key_of(id)
        return None if key is None else next(one.language for one in self._catalog.documents([key]))

    def pinned(self) -> tuple[Entity, ...]:
        """The entities that the user wants on top, without counts."""
        return tuple(Entity(*one, (), 0, 0, True) for one in self._catalog.names.pinned())

    def called(self, typed: str, limit: int = 20) -> tuple[Entity, ...]:
        """The entities, of any type, of which a word or one of an alias begins so; the best known first."""
        return self._census.called(typed, limit)

    def id_of(self, one: Named) -> str:
        """The id of the entity that is shown so, whether there is one or not."""
        from index.entities.canonical import entity_id

        return entity_id(one.type, one.name)

    def forms(self, one: Named) -> Sequence[tuple[str, int]]:
        """The forms under which an entity is mentioned, each with how often, the most frequent first."""
        return self._catalog.names.forms(self.id_of(one))

    def likenesses(self, one: Named | None = None) -> tuple[Likeness, ...]:
        """Entities that may be one, the likeliest first; nothing is done about them.

        Args:
            one: Give only those that this one may be.
        """
        from index.mending.likeness import likenesses, worth_saying

        census = self._census
        with self._guard:
            known = self._known_likenesses
        if known is None or known[0] is not census:
            known = census, likenesses(census.entities()[:MOST_COMPARED])
            with self._guard:
                self._known_likenesses = known
        return worth_saying(known[1], self.mendings(), one)
