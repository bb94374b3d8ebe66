"""The app: opens the reading room on a library.

It paints the doorway first and loads the room behind it: what a start imports, one waits for.
"""

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual._compositor import CompositorUpdate
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.events import Event, Key, MouseDown, Paste, Resize
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget

from index.paths import find_home
from tui.first_look import COMPACT, LIGHT, read_first_look, save_first_look
from tui.first_look import FILE as LOOK_FILE
from tui.keymap import FILE as KEYMAP_FILE
from tui.keymap import read_keymap
from tui.screens.doorway import Doorway
from tui.terminal import Terminal
from tui.themes import DARK, THEMES
from tui.widgets.status_line import KeyLine

if TYPE_CHECKING:
    from tui.library import Desk
    from tui.screens.main import MainScreen

PATIENCE_SECONDS = 1.0
LOOK_SECONDS = 1.0
"""So often it is looked whether the terminal is still there."""
STDIN = 0
FAILED = 3
"""Exit status of a room that was left because something in it failed."""


def _room_commands() -> type[Provider]:
    from tui.palette import RoomCommands  # loaded with the room

    return RoomCommands


class ReadingRoom(App[None]):
    """The reading room over one library."""

    TITLE = "Cuttings"
    # Those of the main screen, too: of a screen's own, the first one shown has all others read again
    CSS_PATH: ClassVar[CSSPathType | None] = ["app.tcss", "screens/main.tcss"]
    ENABLE_COMMAND_PALETTE = False  # Textual's own key for it goes before a text field's; ours does not
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_room_commands}

    def __init__(self, open_desk: "Callable[[], Desk]", data: Path, *, sync: bool = False) -> None:
        """Show a library.

        Args:
            open_desk: Opens what asks the library, once there is something to be seen; the app closes it.
            data: Where what the user made is kept.
            sync: Whether to bring the library up to date while it is already being read.
        """
        super().__init__()
        self.animation_level = "none"
        self._terminal = Terminal()
        self._open_desk = open_desk
        self._data = data
        self._sync_wanted = sync
        self._desk: Desk | None = None
        self._room: MainScreen | None = None
        self.failure: Exception | None = None
        """Why the library could not be opened."""
        self._keymap, self._keymap_problems = read_keymap(data / KEYMAP_FILE)
        for theme in THEMES:
            self.register_theme(theme)
        self._look = read_first_look(data / LOOK_FILE)
        # Before any style is read: a theme that changes has them all read again
        self.theme = "cuttings-light" if LIGHT in self._look else "cuttings-dark"
        self._colours = self.get_css_variables()
        self.stylesheet.set_variables(self._colours)

    async def on_event(self, event: Event) -> None:
        """Run what a key is bound to before the next key is looked at. Overrides `App`.

        Textual sends a key to the widget that has the focus and looks for its binding once it has
        bubbled back. Of keys that come together, as they do over a slow line, the later ones would
        go to the widget that had the focus before the first one moved it.
        """
        if isinstance(event, Resize):
            self._terminal.forget()  # it may have moved what stands there, even if it is as large as before
        if isinstance(event, (Key, Paste, MouseDown)):
            await self._open_room()  # what is typed in the doorway is meant for the room
        if isinstance(event, Key) and not event.is_forwarded and await self._ran_binding(event):
            return
        await super().on_event(event)

    async def _ran_binding(self, event: Key) -> bool:
        from textual.widgets import Input  # loaded with the room

        if isinstance(self.focused, Input):
            if event.is_printable:
                return False
            await _read_what_was_typed(self.focused)
        if isinstance(line := getattr(self.screen, "key_line", None), KeyLine):
            line.hush()
        bound = self.screen.active_bindings.get(event.key)
        return bound is not None and bound.enabled and await self.run_action(bound.binding.action, bound.node)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Send what has changed on the terminal. Overrides `App`, which offers no other place for it."""
        if isinstance(renderable, CompositorUpdate):
            renderable = self._terminal.painted(renderable)
        super()._display(screen, renderable)

    def refresh_css(self, animate: bool = True) -> None:
        """Read all styles anew for other colours than they were read with. Overrides `App`.

        Textual does so for any theme, also for the one it starts with.
        """
        colours = self.get_css_variables()
        if colours != self._colours:
            self._colours = colours
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours to whichever theme is read first. Overrides `App`."""
        return DARK.variables

    def get_default_screen(self) -> Screen[Any]:
        """Show the doorway until the room is there. Overrides `App`."""
        return Doorway(self._keymap, compact=COMPACT in self._look)

    def on_mount(self) -> None:
        """Take up the reader's keys, and what the terminal and the system tell."""
        self.set_keymap(self._keymap)
        # Another program has had the terminal
        self.app_resume_signal.subscribe(self, lambda _: self._terminal.forget(), immediate=True)
        self._leave_on_signals()

    def on_ready(self) -> None:
        """Open the room once its doorway is painted."""
        # By the queue in which keys wait, too: they come before it or behind it, never in between
        self.call_after_refresh(self.call_later, self._open_room)

    async def _open_room(self) -> None:
        """Open the room as it was left, unless it is open."""
        if self._room is not None or self.failure is not None:
            return
        from tui.screens.main import MainScreen
        from tui.state import FILE, load_session

        try:
            self._desk = desk = self._open_desk()
        except Exception as error:  # whatever it is, it is said where the command line says such things
            self.failure = error
            self.exit()
            return
        session_path = desk.library_data / FILE
        session = load_session(session_path)
        self.theme = "cuttings-light" if session.light else "cuttings-dark"
        sync = self._sync_wanted or desk.needs_sync
        self._room = MainScreen(desk, session, session_path, keymap=self._keymap, sync=sync)
        with self.batch_update():  # the doorway stands until there is as much to be seen in the room
            await self.push_screen(self._room)
        self._room.refresh(layout=True)
        self.call_after_refresh(_collect_garbage_again)
        for problem in self._keymap_problems:
            self.notify(problem, severity="warning", markup=False)

    def _leave_on_signals(self) -> None:
        """Leave the terminal as it was when the program is told to end, or the line drops."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, RuntimeError, ValueError):  # not in the main thread
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))
        if os.isatty(STDIN):
            self.set_interval(LOOK_SECONDS, self._leave_without_terminal)

    def _leave_without_terminal(self) -> None:
        """Leave when the terminal is gone and nobody says so: make keeps that to itself, and waits."""
        if not os.isatty(STDIN):
            self.exit(return_code=128 + signal.SIGHUP)

    def action_palette(self) -> None:
        """Show the palette of commands and articles."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="a command, words of a headline, or a name"))

    def on_unmount(self) -> None:
        """Keep how the room looks, and let go of the library."""
        if self._room is not None:
            session = self._room.session
            save_first_look(self._data / LOOK_FILE, light=session.light, compact=session.compact)
        if self._desk is not None:
            self._desk.close()


def _collect_garbage_again() -> None:
    """Take up again what `tui.cli.door` put off, and leave alone what was loaded up to now."""
    gc.freeze()
    gc.enable()


async def _read_what_was_typed(field: Widget) -> None:
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

    def open_desk() -> "Desk":
        from tui.library import Desk  # loaded with the room

        return Desk.open(paths, home)

    room = ReadingRoom(open_desk, find_home(home).data, sync=bool(paths))
    room.run()
    if room.failure is not None:
        raise room.failure
    status = room.return_code or 0
    return FAILED if status == 1 else status
