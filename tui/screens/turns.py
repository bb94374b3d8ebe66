"""Keys that wait their turn: what is asked of a list or a document waits until it is there."""

from collections import deque
from collections.abc import Callable


class Turns:
    """Does things in the order in which they were asked for."""

    def __init__(self, is_waiting: Callable[[], bool]) -> None:
        """Begin with nothing to do; `is_waiting` says whether something asked for has not come yet."""
        self._is_waiting = is_waiting
        self._later: deque[Callable[[], None]] = deque()

    def in_turn(self, action: Callable[[], None]) -> None:
        """Do something once what was asked for before is there; keys typed ahead wait here."""
        if self._later or self._is_waiting():
            self._later.append(action)
        else:
            action()

    def go_on(self) -> None:
        """Do what waited, as far as it need not wait again; to be called when something has come."""
        while self._later and not self._is_waiting():
            self._later.popleft()()

    def forget(self) -> None:
        """Do nothing of what still waits."""
        self._later.clear()
