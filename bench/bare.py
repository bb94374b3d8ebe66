"""A Textual app of three empty panes: what any app pays for starting.

It is run by `room.py`, in a terminal of its own.
"""

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class Pane(Static, can_focus=True):
    """An empty pane that can be gone to."""


class Bare(App[None]):
    """Three panes side by side."""

    CSS = "Pane { width: 1fr; height: 1fr; border: solid gray; } Pane:focus { border: solid white; }"

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        with Horizontal():
            yield Pane()
            yield Pane("ready")
            yield Pane()


if __name__ == "__main__":
    Bare().run()
