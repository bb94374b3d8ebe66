"""The steps of a trail as a tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.render.arrays import np
from tui.render.branches import Branch, tree
from tui.render.strips import Line
from tui.render.trail import Row, step_line
from tui.trail import Step, Trail
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class TrailView(ItemView):
    """A line for each step. Posts `Opened` on Enter or a click on the chosen one."""

    @dataclass
    class Opened(Message):
        """A step is to be gone to."""

        number: int
        """Its number on the trail."""

    @dataclass
    class Chosen(Message):
        """The cursor stands on another step."""

        number: int
        """Its number on the trail."""

    def __init__(self, source: Callable[[str], tuple[str, ...]], *, id: str | None = None) -> None:
        """Show no trail yet.

        Args:
            source: Gives outlet and date of a document by its id, at length and then shorter.
            id: Of the widget.
        """
        super().__init__(id=id)
        self._source = source
        self._trail = Trail()
        self._branches: tuple[Branch, ...] = ()

    def show_trail(self, trail: Trail, chosen: int) -> None:
        """Show another trail, or the same with other steps.

        Args:
            trail: The trail.
            chosen: Number of the step the cursor goes to; the nearest where there is none such.
        """
        self._trail = trail
        self._branches = tree(trail.origins, trail.numbers)
        places = {branch.number: place for place, branch in enumerate(self._branches)}
        place = places.get(chosen, min(max(chosen, 0), len(self._branches) - 1))
        self.renew(len(self._branches), place if self._branches else None)
        self.cursor_moved()

    @property
    def chosen(self) -> int | None:
        """Number of the step the cursor stands on."""
        return self._branches[self._cursor].number if 0 <= self._cursor < len(self._branches) else None

    @property
    def count(self) -> int:
        """Number of steps. Overrides `ItemView.count`."""
        return len(self._branches)

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each. Overrides `Lines.heights`."""
        return np.ones(len(self._branches), np.int64) if self._branches else ()

    def line(self, item: int, row: int, width: int) -> Line:
        """The step. Overrides `Lines.line`."""
        branch = self._branches[item]
        step = self._trail.steps[branch.number]
        return step_line(
            branch,
            self._row(step),
            width,
            chosen=item == self._cursor,
            here=branch.number == self._trail.at,
        )

    def cursor_moved(self) -> None:
        """Tell which step is chosen. Overrides `ItemView.cursor_moved`."""
        if (number := self.chosen) is not None:
            self.post_message(self.Chosen(number))

    def item_opened(self) -> None:
        """Tell which step is to be gone to. Overrides `ItemView.item_opened`."""
        if (number := self.chosen) is not None:
            self.post_message(self.Opened(number))

    def _row(self, step: Step) -> Row:
        asked = f"“{step.query}”" if step.query.strip() else "everything"
        if step.document is None:
            return Row(step.why, asked, ())
        where = f"{asked}: {step.title}" if step.why == "search" else step.title
        where += f" · with {step.beside}" if step.beside else ""
        return Row(step.why, where, self._source(step.document))
