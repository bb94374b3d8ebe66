"""Work that may take long, off the screen's thread, and what is said where it fails."""

from collections.abc import Callable
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


def reason(error: Exception) -> str:
    """Why work failed, for the user to read."""
    if isinstance(error, CuttingsError):
        return str(error)
    return f"Something failed that should not have: {shown(repr(error))}"
