"""The app: opens the reading room on a library."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.command import CommandPalette, Provider

from tui.keymap import FILE as KEYMAP_FILE
from tui.keymap import read_keymap
from tui.library import Desk
from tui.palette import RoomCommands
from tui.screens.main import MainScreen
from tui.state import FILE as SESSION_FILE
from tui.state import load_session
from tui.themes import DARK, THEMES


class ReadingRoom(App[None]):
    """The reading room over one library."""

    TITLE = "Cuttings"
    CSS_PATH = "app.tcss"
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
        self._desk = desk
        self._sync_wanted = sync
        self._session_path = desk.library_data / SESSION_FILE
        self._keymap, self._keymap_problems = read_keymap(desk.data / KEYMAP_FILE)
        for theme in THEMES:
            self.register_theme(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours to whichever theme is read first. Overrides `App`."""
        return DARK.variables

    def on_mount(self) -> None:
        """Open the room as it was left."""
        session = load_session(self._session_path)
        self.theme = "cuttings-light" if session.light else "cuttings-dark"
        self.set_keymap(self._keymap)
        self.push_screen(
            MainScreen(self._desk, session, self._session_path, keymap=self._keymap, sync=self._sync_wanted)
        )
        for problem in self._keymap_problems:
            self.notify(problem, severity="warning", markup=False)

    def action_palette(self) -> None:
        """Show the palette of commands and articles."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="a command, or words of a headline"))

    def on_unmount(self) -> None:
        """Keep where the reader is, and let go of the library."""
        self._desk.close()


def run(paths: Sequence[str] | None = None, home: Path | None = None) -> None:
    """Open the reading room and stay until it is left.

    Args:
        paths: Files and folders; None for the library last opened or the sample articles.
        home: Directory for everything Cuttings keeps.

    Raises:
        PathNotFound: one of the paths is not there.
    """
    desk = Desk.open(paths, home)
    ReadingRoom(desk, sync=bool(paths) or desk.needs_sync).run()
