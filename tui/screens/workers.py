"""Work that may take long, off the screen's thread, and what is said where it fails."""

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.message import Message
from textual.screen import Screen

from index.errors import Cancelled, CuttingsError
from tui.answers import Failed
from tui.render.shown import shown


def in_worker(
    screen: Screen[Any], group: str, work: Callable[[], object], *, exclusive: bool = False
) -> None:
    """Do something in a thread; the screen lives on should it fail.

    Args:
        screen: Whose work it is: with the screen it ends.
        group: What it is called.
        work: What is done; it touches no widget, and posts what came of it.
        exclusive: Whether others of the group, begun before, are not wanted any more.
    """
    screen.run_worker(
        work,
        thread=True,
        exclusive=exclusive,
        exit_on_error=False,
        group=group,
        name=group,  # else Textual would describe the worker by what it was given, texts and all
        description=group,
    )


def fetch(
    screen: Screen[Any],
    group: str,
    answer: Callable[[], Message],
    otherwise: Callable[[str], Message] = Failed,
) -> None:
    """Get an answer in a worker and post it to the screen, unless it was called off.

    Args:
        screen: Who gets it.
        group: What it is called; only the latest of a group is wanted.
        answer: Gives it.
        otherwise: Makes of the reason, for the user to read, what is posted where that fails.
    """

    def work() -> None:
        try:
            posted = answer()
        except Cancelled:
            return
        except Exception as error:
            posted = otherwise(reason(error))
        screen.post_message(posted)

    in_worker(screen, group, work, exclusive=True)


class InTurn:
    """Has things done in workers, one after the other, in the order in which they were asked for."""

    def __init__(self, screen: Screen[Any], group: str) -> None:
        """Begin with nothing to do.

        Args:
            screen: Whose work it is, and who is told what came of it.
            group: What it is called.
        """
        self._screen = screen
        self._group = group
        self._turn = threading.Lock()
        self._waiting: deque[Callable[[], Message | None]] = deque()

    def do(self, work: Callable[[], Message | None]) -> None:
        """Have something done after all that was asked for before; what it gives is posted, if anything."""
        self._waiting.append(work)
        in_worker(self._screen, self._group, self._work)

    def _work(self) -> None:
        try:
            answer = self._next()
        except Exception as error:
            answer = Failed(reason(error))
        if answer is not None:
            self._screen.post_message(answer)

    def _next(self) -> Message | None:
        """Do what was asked for first, of what still waits."""
        with self._turn:
            return self._waiting.popleft()() if self._waiting else None

    def finish(self) -> None:
        """Do what still waits, here and now, before the screen goes; nobody is left to be told."""
        with suppress(CuttingsError):
            while self._waiting:
                self._next()


def reason(error: Exception) -> str:
    """Why work failed, for the user to read."""
    if isinstance(error, CuttingsError):
        return str(error)
    return f"Something failed that should not have: {shown(repr(error))}"
