"""The entity sidebar: who and what is named, how often, and which of them is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.reactive import reactive

from index.model import Entity
from tui.messages import EntityChosen, EntityPointed
from tui.render.arrays import np
from tui.render.entities import Groups, entity_lines, in_groups
from tui.render.strips import Line
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class EntitySidebar(ItemView):
    """Entities under the headings of their kinds, those most mentioned first.

    A heading is part of the first item below it, so the cursor never stands on one; the
    cursor is seen while the sidebar has the focus. Enter or a click chooses an entity; on
    the chosen one it lets go of it. Posts `EntityPointed` when the cursor comes to stand
    on another entity (also when other entities are shown) and `EntityChosen` when a person
    chooses, not when `chosen` is assigned.
    """

    chosen: reactive[str | None] = reactive[str | None](None, init=False)
    """Id of the chosen entity, whether it is shown here or not; None where none is."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = in_groups(())
        self._governing: Mapping[str, int] = {}
        self._marked: dict[str, Entity] = {}

    def show_entities(
        self, entities: Groups, *, keep: bool = False, governing: Mapping[str, int] | None = None
    ) -> None:
        """Show other entities.

        Args:
            entities: Who and what is named.
            governing: By id, how many mentions of a capital stand for a government.
            keep: Leave the cursor on its entity, where that is still there, and the row
                where it is on the screen; else the cursor goes to the first.
        """
        old = self.current
        before = old.id if old is not None else None
        self._rows = entities
        self._governing = governing or {}
        self.renew(len(self._rows), self._rows.find(before) if keep and before is not None else None)
        now = self.current
        if now is not None and now.id != before:
            self.cursor_moved()

    @property
    def marked(self) -> tuple[Entity, ...]:
        """The entities that are marked, in the order in which they were."""
        return tuple(self._marked.values())

    def toggle_mark(self) -> None:
        """Mark the entity under the cursor, or not any more, and go to the next."""
        entity = self.current
        if entity is not None:
            if self._marked.pop(entity.id, None) is None:
                self._marked[entity.id] = entity
            self.repaint()
            self.move_cursor(self.cursor + 1)

    def unmark(self) -> None:
        """Mark none any more."""
        self._marked.clear()
        self.repaint()

    def move_to(self, entity: str) -> bool:
        """Put the cursor on an entity; False where it is not shown."""
        place = self._rows.find(entity)
        if place is None:
            return False
        self.move_cursor(place)
        return True

    @property
    def entities(self) -> Sequence[Entity]:
        """The entities that are shown, from top to bottom."""
        return self._rows.entities

    @property
    def count(self) -> int:
        """Number of entities shown. Overrides `ItemView.count`."""
        return len(self._rows)

    @property
    def current(self) -> Entity | None:
        """The entity under the cursor; None where there is none."""
        return self._rows[self.cursor][0] if 0 <= self.cursor < len(self._rows) else None

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return the lines of each entity, and one for its heading. Overrides `Lines.heights`."""
        if not self._rows:
            return ()
        heights = np.full(len(self._rows), 1 + self._is_explained, np.int64)
        heights[list(self._rows.headings)] += 1
        return heights

    @property
    def _is_explained(self) -> bool:
        return self._rows.among is not None

    def line(self, item: int, row: int, width: int) -> Line:
        """Return the heading or the name. Overrides `Lines.line`."""
        entity, heading = self._rows[item]
        pointed = item == self.cursor and self.has_focus
        lines = entity_lines(
            entity,
            heading,
            width,
            chosen=entity.id == self.chosen,
            pointed=pointed,
            marked=entity.id in self._marked,
            governing=self._governing.get(entity.id, 0),
            explained=self._is_explained,
        )
        return lines[row]

    # What happens

    def cursor_moved(self) -> None:
        """Tell which entity the cursor is on. Overrides `ItemView.cursor_moved`."""
        entity = self.current
        if entity is not None:
            self.post_message(EntityPointed(entity.id))

    def item_opened(self) -> None:
        """Choose the entity under the cursor, or let it go. Overrides `ItemView.item_opened`."""
        entity = self.current
        if entity is not None:
            self.chosen = None if entity.id == self.chosen else entity.id
            self.post_message(EntityChosen(self.chosen))

    def item_clicked(self, item: int, line: int, again: bool) -> None:
        """Choose what is clicked on at once; the second click of a pair counts for nothing."""
        if not again:
            self.move_cursor(item)
            if line >= self.item_height(item) - 1 - self._is_explained:
                self.item_opened()

    def watch_chosen(self, old: str | None, new: str | None) -> None:
        """Show which one is chosen now."""
        for entity in (old, new):
            place = self._rows.find(entity) if entity is not None else None
            if place is not None and place < self.item_count:
                self.repaint_rows(self.first_row(place), self.first_row(place + 1))
