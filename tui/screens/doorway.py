"""The room as one sees it first: its panes, empty, while what fills them is being loaded.

It knows nothing but Textual and the table of commands, because each start waits for what it imports.
"""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Static

from tui.commands import footer_keys
from tui.screens.arrangement import SIDE, Pane, shown_panes
from tui.widgets.status_line import KeyLine


class Frame(Static):
    """The frame of a pane."""


class Doorway(Screen[None]):
    """Looks as the main screen does before it has anything to show; the styles of both are one sheet."""

    def __init__(self, keymap: Mapping[str, str], *, compact: bool) -> None:
        """Show what is known at once.

        Args:
            keymap: The reader's own keys, by name of the command.
            compact: Whether the article list shows one line each.
        """
        super().__init__()
        self._keymap = keymap
        self._panes: dict[Pane, Frame] = {
            "list": Frame("\n  Opening the library.", id="documents", classes="-focused", markup=False),
            "reader": Frame(id="reader"),
            "entities": Frame(id="entities"),
            "related": Frame(id="related"),
        }
        self._panes["list"].set_class(compact, "-compact")

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Static("search", id="search")
        with Horizontal(id="panes"):
            yield self._panes["list"]
            yield self._panes["reader"]
            yield Vertical(*(self._panes[name] for name in ("entities", "related")), id="side")
        keys = KeyLine(id="keys")
        keys.keys = footer_keys("list", self._keymap)
        yield keys

    def on_resize(self, event: Resize) -> None:
        """Show the panes there is room for."""
        shown = shown_panes(event.size.width, "list", side=False, alone=False)
        for name, pane in self._panes.items():
            pane.display = name in shown
        self.query_one("#side").display = bool(shown & SIDE)
