"""The trail: where one has been, to be gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.render.arrays import np
from tui.render.rows import cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.trail import Step, Trail
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class _Steps(ItemView):
    """A line for each step: why one went there, and where."""

    def __init__(self, steps: tuple[Step, ...], current: int) -> None:
        super().__init__(id="trail")
        self._steps = steps
        self._cursor = current

    @property
    def count(self) -> int:
        """Number of steps. Overrides `ItemView`."""
        return len(self._steps)

    def heights(self, width: int) -> NDArray[np.int64]:
        """One line each. Overrides `LineView`."""
        return np.ones(len(self._steps), np.int64)

    def line(self, item: int, row: int, width: int) -> Line:
        """The step. Overrides `LineView`."""
        step = self._steps[item]
        sign = "▌ " if item == self._cursor else "  "
        why = cut(shown(step.why), 18)
        where = step.title or f"“{step.query}”"
        passage = f" · passage {step.passage + 1}" if step.title else ""
        text = f"{sign}{why:<20}{cut(shown(where), max(8, width - 24 - len(passage)))}{passage}"
        return Line(text, [Run(2, 22, int(Mark.QUIET))], marks=int(Mark.CHOSEN) if sign.strip() else 0)

    def item_opened(self) -> None:
        """Go there. Overrides `ItemView`."""
        if isinstance(self.screen, TrailScreen):
            self.screen.go_to(self._cursor)


class TrailScreen(ModalScreen[Trail | None]):
    """The steps of the line that back and forward lead along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,T", "dismiss(None)", "Close", show=False),
        Binding("enter", "steps('open')", show=False),
        Binding("j,down", "steps('cursor_down')", show=False),
        Binding("k,up", "steps('cursor_up')", show=False),
        Binding("space,f,pagedown", "steps('page_down')", show=False),
        Binding("b,pageup", "steps('page_up')", show=False),
        Binding("g,home", "steps('top')", show=False),
        Binding("G,end", "steps('bottom')", show=False),
    ]

    def __init__(self, trail: Trail) -> None:
        super().__init__()
        self._trail = trail
        self._steps = _Steps(trail.line, trail.place)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._steps

    def on_mount(self) -> None:
        """Say what it is."""
        self._steps.label("Trail", "Enter goes there · Escape closes")
        self._steps.empty_text = "You have not been anywhere yet."
        self.set_focus(self._steps)

    def action_steps(self, name: str) -> None:
        """Move in the list."""
        getattr(self._steps, f"action_{name}")()

    def go_to(self, place: int) -> None:
        """Leave, for a step of the line."""
        trail = self._trail
        while trail.place > place and (back := trail.back()) is not None:
            trail = back
        while trail.place < place and (forward := trail.forward()) is not None:
            trail = forward
        self.dismiss(trail)
