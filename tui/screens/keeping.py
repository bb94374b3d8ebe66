"""Where the reader is, and how that is kept for the next start: every two seconds, and on leaving."""

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from textual.screen import Screen

from tui.answers import Failed, WalkedElsewhere
from tui.library import Desk
from tui.screens.phrases import trail_name
from tui.screens.workers import in_worker
from tui.state import Session, read_session, save_session
from tui.trail import Trail
from tui.trails import keep_trail

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
        self._written: str | None = None
        self._read = session
        self._others = ""

    def join(self, trail: Trail) -> Trail:
        """Take up the steps that another room has walked on this trail; gives it with them."""
        self.session = replace(self.session, trail=self.session.trail.joined(trail))
        return self.session.trail

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
        self._written = save_session(self.path, self.session, self._with_others)

    def _with_others(self, found: str, session: Session) -> Session:
        """A session with what another room on the same library has written of its way meanwhile."""
        if not found or found == self._written:
            return session
        other = read_session(found)
        if (self._written is None and other == self._read) or not other.trail.steps:
            return session
        if other.trail_name == session.trail_name:
            joined = session.trail.joined(other.trail)
            if joined != session.trail:
                self._screen.post_message(WalkedElsewhere(other.trail))
            return replace(session, trail=joined)
        now = datetime.now()
        self._others = other.trail_name or self._others or trail_name(now)
        keep_trail(self.path.parent, self._others, other.trail, now.isoformat(timespec="seconds"))
        self._screen.post_message(WalkedElsewhere(other.trail, self._others))
        return session
