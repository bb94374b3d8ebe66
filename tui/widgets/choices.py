"""A few rows among which one chooses, below each other at the foot of the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.render.mending import Choice
from tui.render.rows import cut
from tui.render.wrap import cells


class Choices(Widget):
    """A row for each choice; those around the chosen one are in sight. It takes no focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--chosen", "choices--beside"}
    DEFAULT_CSS = """
    Choices {
        height: auto;
        background: $paper-raised;
        color: $ink;
        & > .choices--chosen { background: $chosen-focus; color: $ink-strong; }
        & > .choices--beside { color: $ink-quiet; }
    }
    """
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """A row was clicked on."""

        index: int
        """Which one, from 0."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices: tuple[Choice, ...] = ()
        self.chosen = -1
        """Which one is chosen, from 0; -1 where there is none."""
        self._top = 0

    def show(self, choices: Sequence[Choice]) -> None:
        """Show other rows, the first of them chosen."""
        self._choices = tuple(choices)
        self.chosen, self._top = (0 if choices else -1), 0
        self.display = bool(choices)
        self.refresh(layout=True)

    @property
    def current(self) -> Choice | None:
        """The chosen row."""
        return self._choices[self.chosen] if 0 <= self.chosen < len(self._choices) else None

    @property
    def rows(self) -> tuple[Choice, ...]:
        """All rows."""
        return self._choices

    def choose(self, index: int) -> None:
        """Choose a row, or the nearest there is."""
        if self._choices:
            self.chosen = min(max(0, index), len(self._choices) - 1)
            self.refresh()

    @property
    def _most(self) -> int:
        return max(2, min(8, self.screen.size.height // 2 - 4))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as there are, within reason. Overrides `Widget.get_content_height`."""
        return min(len(self._choices), self._most)

    def render(self) -> Content:
        """Return the rows in sight. Overrides `Widget.render`."""
        most, width = self._most, self.size.width
        self._top = min(max(self._top, self.chosen - most + 1), max(0, self.chosen))
        chosen, beside = (self.get_visual_style(f"choices--{name}") for name in ("chosen", "beside"))
        lines = []
        for number, one in enumerate(self._choices[self._top : self._top + most], self._top):
            sign = "›" if number == self.chosen else " "
            room = max(8, width - 5 - cells(one.beside))
            said = cut(one.said, room)
            gap = " " * max(1, width - 4 - cells(said) - cells(one.beside))
            row = Content(f" {sign} {said}{gap}") + Content.styled(one.beside, beside)
            lines.append(row.stylize(chosen) if number == self.chosen else row)
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Tell which one."""
        event.stop()
        if 0 <= event.y + self._top < len(self._choices):
            self.post_message(self.Clicked(event.y + self._top))
