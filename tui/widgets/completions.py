"""What may stand in the query, shown below the search line and above everything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.render.completions import Offer, offer_rows


class Completions(Widget):
    """A row for each offer; one may be chosen. It takes no focus and moves nothing about."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"completions--chosen"}
    DEFAULT_CSS = """
    Completions {
        layer: above;
        display: none;
        background: $paper-raised;
        color: $ink;
        & > .completions--chosen { background: $chosen-focus; color: $ink-strong; }
    }
    """
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """An offer was clicked on."""

        index: int
        """Which one, from 0."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[str] = []
        self._chosen = -1

    def show(self, offered: Sequence[Offer], left: int, top: int) -> None:
        """Show offers, none of them chosen; nothing is shown where there is none.

        Args:
            offered: What is offered.
            left: The column below which the first letter is to stand, where there is room.
            top: The row in which the first is to stand.
        """
        width, height = self.screen.size
        self._chosen = -1
        self._rows = offer_rows(offered, width)[: max(0, height - top - 1)]
        self.display = bool(self._rows)
        if self._rows:
            taken = Content(self._rows[0]).cell_length
            self.styles.width, self.styles.height = taken, len(self._rows)
            self.styles.offset = (max(0, min(left - 1, width - taken)), top)
        self.refresh()

    def choose(self, index: int) -> None:
        """Mark an offer as chosen; -1 for none."""
        self._chosen = index
        self.refresh()

    @property
    def rows(self) -> Sequence[str]:
        """What is shown."""
        return self._rows

    def render(self) -> Content:
        """The rows."""
        chosen = self.get_visual_style("completions--chosen")
        return Content("\n").join(
            Content.styled(row, chosen) if number == self._chosen else Content(row)
            for number, row in enumerate(self._rows)
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which one."""
        event.stop()
        if 0 <= event.y < len(self._rows):
            self.post_message(self.Clicked(event.y))
