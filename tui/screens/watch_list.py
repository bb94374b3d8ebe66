"""Whom the user watches for, in the room: a change of the lists is noticed, whoever made it, and followed."""

from textual.screen import Screen

from tui.answers import WatchListChanged
from tui.library import Desk
from tui.screens.workers import in_worker

LOOK_SECONDS = 5.0
"""The lists are looked at so often, since they are edited by hand."""


class WatchLists:
    """Looks at the lists now and then, in a worker, and knows which state of them is being followed."""

    def __init__(self, room: Screen[None], desk: Desk) -> None:
        """Begin with lists that nobody has changed.

        Args:
            room: Is told of a change (`WatchListChanged`).
            desk: Knows the lists.
        """
        self._room = room
        self._desk = desk
        self._tried: str | None = None
        self._is_on = False

    def look(self) -> None:
        """Look whether they have changed."""

        def work() -> None:
            text = self._desk.watch_to_follow()
            if text is not None:
                self._room.post_message(WatchListChanged(text))

        in_worker(self._room, "watched", work, exclusive=True)

    def begin(self, text: str) -> bool:
        """Take notice that a state of them is to be followed; False where that has failed before."""
        if text == self._tried:
            return False
        self._tried, self._is_on = text, True
        return True

    def end(self, *, failed: bool) -> bool:
        """Take notice that reading in has ended; gives whether it was for them."""
        was_on, self._is_on = self._is_on, False
        if not failed:
            self._tried = None
        return was_on
