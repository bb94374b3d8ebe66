"""A screen beside the room: opened from it, left to read at one of its places, come back to as it was."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.screen import Screen

from tui.library import Desk
from tui.screens.beside_screen import BesideScreen
from tui.screens.opening import Opener, Opening
from tui.screens.turns import Turns

Shown = TypeVar("Shown", bound=BesideScreen)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a screen beside the room is opened from, and leads back into."""

    room: Screen[None]
    """The screen it is opened from."""
    desk: Desk
    """Asks the library."""
    opener: Opener
    """Opens the document that is to be read."""
    turns: Turns
    """Let a list come before what is to be done with it."""
    keymap: Mapping[str, str]
    """The reader's own keys, by name of the command."""
    say: Callable[[str], None]
    """Says why there is nothing to show, and how to come back."""


class Beside(ABC, Generic[Shown]):
    """Has such a screen, from when it was first opened on, and knows whether one has left it to read."""

    NAME: ClassVar[str]
    """Under which name the app has the screen; and why one went to a passage, for the trail."""
    BACK: ClassVar[str]
    """What is said of how to come back to it."""

    def __init__(self, setting: Setting) -> None:
        """Begin without a screen."""
        self._desk = setting.desk
        self._keymap = setting.keymap
        self._say = setting.say
        self._setting = setting
        self._screen: Shown | None = None
        self._is_left = False

    @abstractmethod
    def _make(self) -> Shown:
        """Make the screen; it tells `_close` when one leaves it."""

    @property
    def _shown(self) -> Shown | None:
        """The screen, where it is what one sees."""
        return self._screen if self._screen is not None and self._screen.is_current else None

    def led_to(self, why: str) -> bool:
        """Whether one went to a passage from here, by what the trail says of why."""
        return why == self.NAME

    def come_back(self) -> bool:
        """Go back to the screen that one has left to read; False where that is not so."""
        if not self._is_left:
            return False
        self._push()
        return True

    def forget(self) -> None:
        """Read something else: Escape does not lead back any more."""
        self._is_left = False

    def _push(self) -> Shown:
        """Show the screen, as it was left."""
        self._is_left = False
        if self._screen is None:
            self._screen = self._make()
            self._setting.room.app.install_screen(self._screen, self.NAME)
        self._setting.room.app.push_screen(self.NAME)
        return self._screen

    def _close(self) -> None:
        self._setting.room.app.pop_screen()

    def _leave_for(self, opening: Opening) -> None:
        """Read a document, and say how one comes back."""
        self._close()
        self._is_left = True
        self._setting.turns.in_turn(lambda: self._setting.opener.go_to(opening))
        self._say(self.BACK)
