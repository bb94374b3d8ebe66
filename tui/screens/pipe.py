"""The prompt of a pipe: what goes to a command, which command, and what will run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.render.shown import shown


class CannotBeSent(Exception):
    """A selection cannot go to a command as it is; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Something that can go to a command."""

    id: str
    """What it is remembered by."""
    said: str
    """What it is, in words."""
    fetch: Callable[[], bytes]
    """Gives it; may take long, and raises `CannotBeSent`."""


@dataclass(frozen=True, slots=True)
class Piping:
    """What the user wants to run."""

    command: str
    """For the shell."""
    selection: Selection
    """For its standard input."""


class PipeScreen(ModalScreen[Piping | None]):
    """Choices of what goes to the command, and a line in which the command is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", show=False),
        Binding("up,shift+tab", "choose(-1)", show=False),
        Binding("down,tab", "choose(1)", show=False),
    ]

    def __init__(self, selections: Sequence[Selection], *, chosen: str, command: str) -> None:
        """Offer selections.

        Args:
            selections: At least one.
            chosen: Id of the one that was taken the last time.
            command: The command of the last time.
        """
        super().__init__()
        self._selections = selections
        self._place = next((place for place, one in enumerate(selections) if one.id == chosen), 0)
        self._choices = Static("", id="pipe-choices", markup=False)
        self._command = Input(command, placeholder="wc -l", id="pipe-command", compact=True)
        self._will = Static("", id="pipe-will", markup=False)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="pipe") as box:
            box.border_title = "Pipe to a command"
            box.border_subtitle = "↑ ↓ what · Enter runs it · Escape does not"
            yield self._choices
            yield self._command
            yield self._will

    def on_mount(self) -> None:
        """Let keys go into the line."""
        self.set_focus(self._command)
        self._say()

    @on(Input.Changed)
    def _say(self) -> None:
        chosen = self._selections[self._place]
        rows = [f"{'›' if one is chosen else ' '} {shown(one.said)}" for one in self._selections]
        self._choices.update(Content("\n".join(rows)))
        command = shown(self._command.value.strip())
        runs = f"runs: /bin/sh -c {quoted(command)}" if command else "Nothing is run without a command."
        self._will.update(Content(f"{runs}\non its standard input: {shown(chosen.said)}"))

    def action_choose(self, step: int) -> None:
        """Choose the next of what can be sent."""
        self._place = (self._place + step) % len(self._selections)
        self._say()

    @on(Input.Submitted)
    def _run(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(Piping(event.value.strip(), self._selections[self._place]))


def quoted(command: str) -> str:
    """A command as one word of a shell."""
    return "'" + command.replace("'", "'\\''") + "'"
