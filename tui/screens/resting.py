"""What is done only once the reader has come to rest."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

REST_SECONDS = 0.04
"""So long nothing else may happen, unless something else is said."""


class Resting:
    """Does something once, when it has not been called for anew for a while."""

    def __init__(
        self, screen: Screen[None], action: Callable[[], None], seconds: float = REST_SECONDS
    ) -> None:
        """Take what is to be done, the screen whose clock is used, and how long nothing may happen."""
        self._screen = screen
        self._action = action
        self._seconds = seconds
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Begin to wait, or begin anew."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(self._seconds, self._action)
