"""What is done only once the reader has come to rest."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

REST_SECONDS = 0.04
"""So long nothing else may happen."""


class Resting:
    """Does something once, when it has not been called for anew for a while."""

    def __init__(self, screen: Screen[None], action: Callable[[], None]) -> None:
        """Take what is to be done, and the screen whose clock is used."""
        self._screen = screen
        self._action = action
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Begin to wait, or begin anew."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(REST_SECONDS, self._action)
