"""What every screen beside the room has: its keys at the foot, a notice, counts before motions, help."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget

from tui import elsewhere
from tui.commands import Command, footer_keys
from tui.screens import phrases
from tui.screens.counting import Counting
from tui.screens.help import HelpScreen, Where
from tui.widgets.status_line import KeyLine, Notice


class BesideScreen(Screen[None]):
    """A screen that is opened from the room, and stays as it is while one reads at one of its places."""

    PANE: ClassVar[Where]
    """What its keys and its help are found under."""
    OFFERED: ClassVar[tuple[Command, ...]]
    """What can be done here: what its keys do, and what the palette offers."""

    def __init__(self, keymap: Mapping[str, str], *, leave: Callable[[], None]) -> None:
        """Begin with nothing.

        Args:
            keymap: The reader's own keys, by name of the command.
            leave: Is told that the reader goes back to where it was opened.
        """
        super().__init__()
        self.notice = Notice(id="notice")
        """What is wrong."""
        self.key_line = KeyLine(id="keys")
        """The keys that matter, and what there is to say."""
        self._keymap = keymap
        self._counting = Counting()
        self._tell_left = leave

    def on_mount(self) -> None:
        """Show the keys that matter. Textual calls this besides the same method of a subclass."""
        self.key_line.keys = footer_keys(self.PANE, self._keymap)

    def on_key(self, event: Key) -> None:
        """Say of a key that does nothing here where it does something."""
        if (said := elsewhere.of_key(event.key, self.OFFERED, self._keymap)) is not None:
            self.key_line.say(said)

    @property
    def moved_in(self) -> Widget:
        """The pane in which motions move."""
        raise NotImplementedError

    def action_pane(self, name: str) -> None:
        """Move in the pane, as often as the count says."""
        count = self._counting.take()
        action = getattr(self.moved_in, f"action_{name}", None)
        if action is not None:
            action() if count is None else action(count)

    def action_digit(self, digit: int) -> None:
        """Collect a count before a motion."""
        self._counting.add(digit)
        if (number := self._counting.number) is not None:
            self.key_line.say(phrases.counting(number))

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen(self._keymap, self.PANE))

    def action_quit(self) -> None:
        """Leave Cuttings."""
        self.app.exit()
