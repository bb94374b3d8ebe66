"""Questions to the library: each is asked in a worker, and its answer comes as a message.

Questions have numbers, and an answer that is no longer wanted is told by its number.
"""

from collections import Counter
from collections.abc import Callable

from textual.message import Message
from textual.screen import Screen

from tui.answers import Failed
from tui.library import Desk
from tui.screens.workers import fetch, in_worker


class Questions:
    """Asks through a desk, on behalf of a screen, which gets the answers."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self._screen = screen
        self._desk = desk
        self._numbers = Counter[str]()

    def is_late(self, kind: str, number: int) -> bool:
        """Whether something else of this kind has been asked since."""
        return number != self._numbers[kind]

    def _number(self, kind: str) -> int:
        """Ask another question of a kind, or want no answer to the one before any more; gives its number."""
        self._numbers[kind] += 1
        return self._numbers[kind]

    def _ask(self, kind: str, work: Callable[[], object]) -> None:
        """Do something that posts its answers itself."""
        in_worker(self._screen, kind, work, exclusive=True)

    def _fetch(
        self, kind: str, answer: Callable[[], Message], otherwise: Callable[[str], Message] = Failed
    ) -> None:
        """Post an answer, or what is made of the reason where there is none."""
        fetch(self._screen, kind, answer, otherwise)
