"""Who and what is named, what the reader said of names, and whom they watch for."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from index.errors import NotInLibrary
from index.model import Entity, EntityPage, EntityType, Foreseen, Likeness, Mending, Named, Span, WatchedName
from index.said import told
from tui.choices import foreign_name
from tui.library.opened import Opened
from tui.render.entities import Groups, outstanding, with_pinned

if TYPE_CHECKING:
    from index.pages import Pages


class Names(Opened):
    """Who and what is named, what the reader said of names, and whom they watch for."""

    @property
    def pages(self) -> "Pages":
        """The pages of its entities."""
        return self._library.pages

    def page(self, ids: Sequence[str | Named]) -> EntityPage:
        """The page of the first of some entities that is mentioned anywhere, of the first if none is.

        Args:
            ids: They, by their ids, or by what a person reads of them.

        Raises:
            NotInLibrary: None of them is in the library.
        """
        found: list[EntityPage] = []
        for one in ids:
            with suppress(NotInLibrary):
                id = one if isinstance(one, str) else self._library.id_of(one)
                found.append(self._library.entity(id))
                if found[-1].mentions.total:
                    return found[-1]
        if not found:
            raise NotInLibrary("This name is no longer in the library.")
        return found[0]

    def entities(self, document: str | None, query: str, *, stands_out: bool = False) -> Groups:
        """The entities of a document, or of what matches a query: all, or those that stand out in it."""
        if stands_out:
            return outstanding(self._library.entities(query))
        top = self._library.pinned(), self._library.watched_entities()
        if document is not None:
            return with_pinned(self._library.entities_of(document), *top)
        return with_pinned(self._library.entities(query), *top)

    def foreign_language(self, document: str | None) -> str:
        """The language of a document that is not in English: only known names are looked for in it."""
        return "" if document is None else foreign_name(self._library.language_of(document))

    def called(self, typed: str, limit: int) -> tuple[Entity, ...]:
        """The entities that are called as was typed, or so begin; those in most documents first."""
        return self._library.called(typed, limit)

    def forms(self, one: Named) -> Sequence[tuple[str, int]]:
        """The forms under which an entity is mentioned, each with how often, the most frequent first."""
        return self._library.forms(one)

    def likenesses(self) -> tuple[Likeness, ...]:
        """Entities that may be one, the likeliest first."""
        return self._library.likenesses()

    def likenesses_of(self, one: Named) -> tuple[Likeness, ...]:
        """Those that one entity may be, the likeliest first."""
        return self._library.likenesses(one)

    def foresee(self, mending: Mending) -> Foreseen:
        """What a mending would do."""
        return self._library.foresee(mending)

    def mend(self, mending: Mending) -> None:
        """Say something of names; raises StorageError."""
        self._library.mend(mending)

    def take_back(self, mending: Mending | None) -> Mending | None:
        """Take back a mending, the latest where none is named; raises StorageError."""
        return self._library.take_back(mending)

    def mendings(self) -> tuple[tuple[Mending, ...], frozenset[Mending], tuple[str, ...]]:
        """All mendings, those that are about nothing now, and what in their file cannot be read."""
        mendings = self._library.mendings()
        troubles = told(self._library.mendings_path, mendings.troubles)
        return mendings.listed, self._library.idle_mendings(), troubles

    def watch(self, one: Named) -> WatchedName:
        """Watch for an entity with all its forms; raises StorageError."""
        watched = self._library.as_watched(one)
        self._library.watch(watched)
        return watched

    def watch_again(self, one: WatchedName) -> None:
        """Watch for a name as it was; raises StorageError."""
        self._library.watch(one)

    def unwatch(self, one: Named) -> tuple[WatchedName, ...]:
        """Watch for an entity no more; raises StorageError."""
        return self._library.unwatch_entity(one)

    def named_at(self, document: str, places: Sequence[Span]) -> tuple[Entity, ...]:
        """Who and what is named in a document at the first of some places that names any, in its order.

        Raises:
            NotInLibrary: there is no such document.
        """
        entities = {one.id: one for one in self._library.entities_of(document)}
        for place in places:
            here = self._library.named_at(document, place)
            if found := tuple(entities[id] for id in here if id in entities):
                return found
        return ()

    def named(self, name: str, type: EntityType) -> tuple[Entity, ...]:
        """The entities of a type that are called by a name."""
        return tuple(one for one in self._library.pages.named(name, type) if one.name == name)
