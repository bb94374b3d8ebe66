"""Trails kept under names: read, kept, opened and written down as research logs, all in workers.

The trail one walks is the session's. Before another one takes its place it is kept, under its name or
under the time, so that no way that was walked is lost.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from textual.screen import Screen

from index.errors import NotInLibrary
from tui.answers import Failed, StepFetched, TrailsRead, TrailWritten
from tui.library import Desk
from tui.research_log import research_log
from tui.screens.keeping import Keeping
from tui.screens.phrases import GONE, trail_name
from tui.screens.workers import fetch, in_worker
from tui.trail import Step, Trail
from tui.trails import KeptTrail, free_name, keep_trail, kept_trails, rename_trail
from tui.whole_files import write_whole


class Trails:
    """Has the kept trails, and does with them what is asked for."""

    def __init__(self, screen: Screen[None], desk: Desk, keeping: Keeping) -> None:
        """Begin with none known.

        Args:
            screen: Runs the workers, and is told what they found.
            desk: Knows the library's data directory and its documents.
            keeping: Has the trail one walks, and its name.
        """
        self.kept: tuple[KeptTrail, ...] = ()
        """The kept trails, the last kept first."""
        self._screen = screen
        self._desk = desk
        self._keeping = keeping
        self._guard = threading.Lock()

    @property
    def name(self) -> str:
        """The name of the trail one walks; empty where it has none."""
        return self._keeping.session.trail_name

    @property
    def is_kept(self) -> bool:
        """Whether the trail one walks is kept as it is."""
        return any(one.name == self.name and _same_way(one.trail, self._trail) for one in self.kept)

    @property
    def _trail(self) -> Trail:
        return self._keeping.session.trail

    def read(self) -> None:
        """Look at what is kept."""
        self._work(lambda: None)

    def keep(self, name: str) -> None:
        """Keep the trail one walks under a name, which is its name from now on."""
        self._name(name)
        trail = self._trail
        self._work(lambda: self._keep(name, trail))

    def rename(self, kept: KeptTrail, name: str) -> None:
        """Give a kept trail another name."""
        if kept.name == self.name:
            self._name(name)
        self._work(lambda: rename_trail(kept, name))

    def open(self, kept: KeptTrail) -> Trail:
        """Walk on along a kept trail, from where one was on it; gives it."""
        self._put_away()
        self._keeping.session = replace(self._keeping.session, trail=kept.trail, trail_name=kept.name)
        return kept.trail

    def begin(self) -> None:
        """Begin a new trail where one is."""
        self._put_away()
        here = self._trail.current
        fresh = Trail().walk(replace(here, why="begun here")) if here is not None else Trail()
        self._keeping.session = replace(self._keeping.session, trail=fresh, trail_name="")

    def change(self, trail: Trail) -> None:
        """Let the trail one walks be another, of the same name."""
        self._keeping.session = replace(self._keeping.session, trail=trail)

    def write(self, path: Path) -> None:
        """Write the trail one walks down as a research log, into a file that is asked for by name."""
        trail, name = self._trail, self.name
        self._work(lambda: self._write(path, trail, name))

    def look(self, screen: Screen[Trail | None], step: Step) -> None:
        """Fetch what stands where a step leads; the screen is told."""
        fetch(screen, "step", lambda: StepFetched(step, self._text_of(step)))

    def _text_of(self, step: Step) -> str:
        if step.document is None:
            return ""
        try:
            return self._desk.passage(step.document, step.passage) or ""
        except NotInLibrary:
            return GONE

    def _name(self, name: str) -> None:
        self._keeping.session = replace(self._keeping.session, trail_name=name)

    def _put_away(self) -> None:
        """Keep the trail one walks, if there is more of it than is kept."""
        if len(self._trail.steps) > 1 and not self.is_kept:
            name = self.name or free_name(trail_name(datetime.now()), [one.name for one in self.kept])
            trail = self._trail
            self._work(lambda: self._keep(name, trail))

    # In the workers

    def _work(self, work: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                with self._guard:
                    work()
                    kept = kept_trails(self._desk.library_data)
            except OSError as error:
                self._screen.post_message(Failed(f"Trails cannot be kept: {error.strerror or error}."))
            else:
                self._screen.post_message(TrailsRead(kept))

        in_worker(self._screen, "trails", guarded)

    def _keep(self, name: str, trail: Trail) -> None:
        self._desk.make_data_directory()
        keep_trail(self._desk.library_data, name, trail, datetime.now().isoformat(timespec="seconds"))

    def _write(self, path: Path, trail: Trail, name: str) -> None:
        articles = self._desk.articles(step.document for step in trail.steps if step.document is not None)
        log = research_log(trail, name, articles, datetime.now().date().isoformat())
        try:
            write_whole(path, log)
        except OSError as error:
            reason = f"{path} cannot be written: {error.strerror or error}."
            self._screen.post_message(TrailWritten(str(path), reason))
        else:
            self._screen.post_message(TrailWritten(str(path)))


def _same_way(one: Trail, other: Trail) -> bool:
    """Whether two trails have the same steps, wherever on them one is."""
    return (one.steps, one.origins) == (other.steps, other.origins)
