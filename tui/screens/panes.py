"""The panes of the screen: which has the focus, and which show."""

from collections.abc import Mapping
from typing import Literal

from textual.screen import Screen
from textual.widget import Widget

from tui.screens.arrangement import SIDE, Pane, shown_panes
from tui.widgets.line_view import LineView


class Panes:
    """Moves the focus from pane to pane and shows those there is room for."""

    def __init__(self, screen: Screen[None], panes: Mapping[Pane, LineView], side: Widget) -> None:
        """Take the panes as they are laid out.

        Args:
            screen: Has them, and the focus.
            panes: All four, in the order in which one goes from one to the next.
            side: What holds those at the side.
        """
        self._screen = screen
        self._panes = panes
        self._side = side
        self._alone = False
        self._side_wanted = False

    @property
    def current(self) -> Pane:
        """The pane that has the focus; the list, where none has."""
        focused = self._screen.focused
        return next((name for name, pane in self._panes.items() if pane is focused), "list")

    @property
    def is_alone(self) -> bool:
        """Whether the reader is shown alone."""
        return self._alone

    @property
    def focused(self) -> LineView:
        """The widget of that pane."""
        return self._panes[self.current]

    def go_to(self, name: Pane) -> None:
        """Give a pane the focus, whether it showed before or not."""
        if name != "reader":
            self._alone = False
        if name in SIDE:
            self._side_wanted = True
        elif name == "list":
            self._side_wanted = False
        # Shown before it is focused: what does not show cannot have the focus
        self._panes[name].display = True
        self._side.display = True
        self._screen.set_focus(self._panes[name])
        self.arrange()

    def turn(self, step: Literal[1, -1]) -> None:
        """Go to the next pane, or to the one before."""
        names = tuple(self._panes)
        self.go_to(names[(names.index(self.current) + step) % len(names)])

    def back(self) -> None:
        """Go one step back: to all panes, from the side to the reader, from there to the list."""
        if self._alone:
            self._alone = False
            self.go_to("reader")
        elif self.current in SIDE:
            self._side_wanted = False
            self.go_to("reader")
        else:
            self.go_to("list")

    def toggle_alone(self) -> None:
        """Show the reader alone, or everything again."""
        self._alone = not self._alone
        self.go_to("reader")

    def arrange(self) -> None:
        """Show the panes there is room for."""
        shown = shown_panes(self._screen.size.width, self.current, side=self._side_wanted, alone=self._alone)
        self._panes["list"].display = "list" in shown
        self._panes["reader"].display = "reader" in shown
        self._side.display = "entities" in shown
