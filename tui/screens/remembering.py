"""The searches one has made: taken down when their list has come, kept in a file, gone through again."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from textual.screen import Screen

from tui.answers import Failed, HistoryRead
from tui.history import FILE, History
from tui.library import Desk
from tui.screens.workers import in_worker
from tui.whole_files import change_whole, read_whole


class Remembering:
    """Has the history of searches."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        """Begin with none known.

        Args:
            screen: Runs the workers that read and write the file, and is told (`HistoryRead`).
            desk: Says where it is.
        """
        self.history = History()
        """The searches that were made."""
        self._screen = screen
        self._desk = desk
        self._guard = threading.Lock()
        self._typed = ""
        self._older: tuple[str, ...] = ()
        self._at = -1

    def load(self) -> None:
        """Read the file; the answer is a `HistoryRead`."""
        self._work(lambda: History.read(read_whole(self._path)))

    def made(self, query: str, articles: int) -> None:
        """Take down a search, and how many articles it found."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        self._work(lambda: self._made(query, articles, when))

    # Going through them

    @property
    def is_recalling(self) -> bool:
        """Whether a former search stands in the search line."""
        return self._at >= 0

    def forget_place(self) -> None:
        """Begin with the latest again, since something else was typed."""
        self._at = -1

    def recall(self, typed: str, step: int) -> str | None:
        """The search before the one that stands in the line (step 1), or after it (-1).

        Args:
            typed: What stands in the line.
            step: Which way to go.

        Returns:
            What is to stand there; behind the latest that is what was typed. None where there is no more.
        """
        if self._at < 0:
            self._typed = typed
            self._older = tuple(one.query for one in self.history.searches if one.query != typed.strip())
        if not -1 <= self._at + step < len(self._older):
            return None
        self._at += step
        return self._older[self._at] if self._at >= 0 else self._typed

    # In a worker

    def _work(self, work: Callable[[], History]) -> None:
        def guarded() -> None:
            try:
                with self._guard:
                    after = work()
            except OSError as error:
                reason = f"Searches cannot be taken down: {error.strerror or error}."
                self._screen.post_message(Failed(reason))
            else:
                self._screen.post_message(HistoryRead(after))

        in_worker(self._screen, "history", guarded)

    def _made(self, query: str, articles: int, when: str) -> History:
        """Add a search to those that the file holds by then: another room may have added to it."""
        self._desk.make_data_directory()
        text = change_whole(self._path, lambda text: History.read(text).made(query, articles, when).text)
        return History.read(text)

    @property
    def _path(self) -> Path:
        return self._desk.library_data / FILE
