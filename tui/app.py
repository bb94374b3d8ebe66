"""The app: opens the reading room on a library."""

import asyncio
import gc
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual._compositor import CompositorUpdate
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.events import Event, Key
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widgets import Input

from tui.keymap import FILE as KEYMAP_FILE
from tui.keymap import read_keymap
from tui.library import Desk
from tui.palette import RoomCommands
from tui.screens.main import MainScreen
from tui.state import FILE as SESSION_FILE
from tui.state import load_session
from tui.terminal import Terminal
from tui.themes import DARK, THEMES

PATIENCE_SECONDS = 1.0
FAILED = 3
"""Exit status of a room that was left because something in it failed."""


class ReadingRoom(App[None]):
    """The reading room over one library."""

    TITLE = "Cuttings"
    # Those of the main screen, too: of a screen's own, the first one shown has all others read again
    CSS_PATH: ClassVar[CSSPathType | None] = ["app.tcss", "screens/main.tcss"]
    ENABLE_COMMAND_PALETTE = False  # Textual's own key for it goes before a text field's; ours does not
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {RoomCommands}

    def __init__(self, desk: Desk, *, sync: bool = False) -> None:
        """Show a library.

        Args:
            desk: Asks the library; the app closes it.
            sync: Whether to bring it up to date while it is already being read.
        """
        super().__init__()
        self.animation_level = "none"
        self._terminal = Terminal()
        self._desk = desk
        self._sync_wanted = sync
        self._session_path = desk.library_data / SESSION_FILE
        self._keymap, self._keymap_problems = read_keymap(desk.data / KEYMAP_FILE)
        for theme in THEMES:
            self.register_theme(theme)
        self._session = load_session(self._session_path)
        # Before any style is read: a theme that changes has them all read again
        self.theme = "cuttings-light" if self._session.light else "cuttings-dark"

    async def on_event(self, event: Event) -> None:
        """Run what a key is bound to before the next key is looked at. Overrides `App`.

        Textual sends a key to the widget that has the focus and looks for its binding once it has
        bubbled back. Of keys that come together, as they do over a slow line, the later ones would
        go to the widget that had the focus before the first one moved it.
        """
        if isinstance(event, Key) and not event.is_forwarded and await self._ran_binding(event):
            return
        await super().on_event(event)

    async def _ran_binding(self, event: Key) -> bool:
        if isinstance(self.focused, Input):
            if event.is_printable:
                return False
            await _read_what_was_typed(self.focused)
        if isinstance(self.screen, MainScreen):
            self.screen.key_line.hush()
        bound = self.screen.active_bindings.get(event.key)
        return bound is not None and bound.enabled and await self.run_action(bound.binding.action, bound.node)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Send what has changed on the terminal. Overrides `App`, which offers no other place for it."""
        if isinstance(renderable, CompositorUpdate):
            renderable = self._terminal.painted(renderable)
        super()._display(screen, renderable)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours to whichever theme is read first. Overrides `App`."""
        return DARK.variables

    def on_mount(self) -> None:
        """Open the room as it was left."""
        self.set_keymap(self._keymap)
        # Another program has had the terminal
        self.app_resume_signal.subscribe(self, lambda _: self._terminal.forget(), immediate=True)
        self._leave_on_signals()
        self.push_screen(
            MainScreen(
                self._desk, self._session, self._session_path, keymap=self._keymap, sync=self._sync_wanted
            )
        )
        self.call_after_refresh(_collect_garbage_again)
        for problem in self._keymap_problems:
            self.notify(problem, severity="warning", markup=False)

    def _leave_on_signals(self) -> None:
        """Leave the terminal as it was when the program is told to end, or the line drops."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, RuntimeError, ValueError):  # not in the main thread
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def action_palette(self) -> None:
        """Show the palette of commands and articles."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="a command, or words of a headline"))

    def on_unmount(self) -> None:
        """Keep where the reader is, and let go of the library."""
        self._desk.close()


def _collect_garbage_again() -> None:
    """Take up again what `tui.cli.door` put off, and leave alone what was loaded up to now."""
    gc.freeze()
    gc.enable()


async def _read_what_was_typed(field: Input) -> None:
    """Wait until a text field has taken in the keys sent to it so far."""
    taken_in = asyncio.Event()
    if field.call_later(taken_in.set):
        with suppress(TimeoutError):  # a field that is being taken down answers no more
            await asyncio.wait_for(taken_in.wait(), PATIENCE_SECONDS)


def run(paths: Sequence[str] | None = None, home: Path | None = None) -> int:
    """Open the reading room and stay until it is left.

    Args:
        paths: Files and folders; None for the library last opened or the sample articles.
        home: Directory for everything Cuttings keeps.

    Returns:
        The exit status.

    Raises:
        PathNotFound: one of the paths is not there.
    """
    desk = Desk.open(paths, home)
    room = ReadingRoom(desk, sync=bool(paths) or desk.needs_sync)
    room.run()
    status = room.return_code or 0
    return FAILED if status == 1 else status
