"""Where the reader is, and how that is kept for the next start: every two seconds, and on leaving."""

import threading
from contextlib import suppress
from pathlib import Path

from textual.screen import Screen

from tui.answers import Failed
from tui.library import Desk
from tui.screens.workers import in_worker
from tui.state import Session, save_session

SAVE_SECONDS = 2.0
"""A dropped connection costs no more than this."""


class Keeping:
    """Has the session, and writes it down."""

    def __init__(self, screen: Screen[None], desk: Desk, session: Session, path: Path) -> None:
        """Take the session as it was found.

        Args:
            screen: Runs the worker that writes, and is told where that fails.
            desk: Makes the directory of the file.
            session: Where the reader was.
            path: The file.
        """
        self.session = session
        """Where the reader is; assign another one to change it."""
        self.path = path
        """The file it is kept in."""
        self._screen = screen
        self._desk = desk
        self._saved = session
        self._saving = threading.Lock()

    def save_if_changed(self) -> None:
        """Write it down in a worker, where it is another than the last time."""
        if self.session != self._saved:
            self._saved = self.session
            in_worker(self._screen, "keep", self._save)

    def save_at_last(self) -> None:
        """Write it down before the screen goes."""
        with self._saving, suppress(OSError):  # nobody is left to be told
            self._write()

    def _save(self) -> None:
        """Write down what is current when it is this worker's turn, so that the last one writes the last."""
        with self._saving:
            try:
                self._write()
            except OSError as error:
                reason = f"Where you are cannot be kept: {error.strerror or error}."
                self._screen.post_message(Failed(reason))

    def _write(self) -> None:
        self._desk.make_data_directory()
        save_session(self.path, self.session)
