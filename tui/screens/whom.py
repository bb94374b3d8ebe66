"""Whom one means: the entities that are named at a place, to choose one of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from index.model import Entity
from tui.render.arrays import np
from tui.render.rows import BAR, cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.screens.motions import motions
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NUMBERED = 9


class _Named(ItemView):
    """A line for each entity: its number, its name, what it is."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        super().__init__(id="whom")
        self._entities = entities
        self._cursor = 0

    @property
    def count(self) -> int:
        """Number of entities. Overrides `ItemView`."""
        return len(self._entities)

    def heights(self, width: int) -> NDArray[np.int64]:
        """One line each. Overrides `Lines`."""
        return np.ones(len(self._entities), np.int64)

    def line(self, item: int, row: int, width: int) -> Line:
        """The entity. Overrides `Lines`."""
        one = self._entities[item]
        sign = BAR if item == self._cursor else " "
        number = str(item + 1) if item < _NUMBERED else " "
        name = cut(shown(one.name), max(8, width - len(one.type) - 8))
        text = f"{sign} {number} {name}  {one.type}"
        end = len(text) - len(one.type)
        runs = [Run(2, 3, int(Mark.STRONG)), Run(4, end - 2, 0), Run(end, len(text), int(Mark.QUIET))]
        return Line(text, runs, marks=int(Mark.CHOSEN) if item == self._cursor else 0)

    def item_opened(self) -> None:
        """Choose it. Overrides `ItemView`."""
        if isinstance(self.screen, WhomScreen):
            self.screen.choose(self._cursor)


class WhomScreen(ModalScreen[str | None]):
    """The entities that are named at a place. Gives the id of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,E", "dismiss(None)", "Close", show=False),
        Binding("enter", "move('open')", show=False),
        *motions("move"),
        *(Binding(str(digit), f"choose({digit - 1})", show=False) for digit in range(1, _NUMBERED + 1)),
    ]

    def __init__(self, entities: Sequence[Entity]) -> None:
        super().__init__()
        self._entities = entities
        self._list = _Named(entities)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._list

    def on_mount(self) -> None:
        """Say what it is."""
        self._list.label("Whose page?", "Enter or a digit opens · Escape closes")
        self._list.styles.height = min(len(self._entities) + 2, max(4, self.size.height - 2))
        self.set_focus(self._list)

    def action_move(self, name: str) -> None:
        """Move in the list."""
        getattr(self._list, f"action_{name}")()

    def action_choose(self, place: int) -> None:
        """Choose by number."""
        self.choose(place)

    def choose(self, place: int) -> None:
        """Leave with the entity at a place, where there is one."""
        if place < len(self._entities):
            self.dismiss(self._entities[place].id)
