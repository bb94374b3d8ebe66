"""Saved searches: read from their file and written to it, counted, and looked at.

All of it is done in workers. Each change begins with the file as it stands, so that what was written
by hand or in another room meanwhile is kept.
"""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from textual.screen import Screen

from index.errors import Cancelled, CuttingsError
from tui import looks as looked
from tui import saved
from tui.answers import Failed, SavedRead
from tui.library import Desk
from tui.looks import Looks
from tui.saved import Removed, SavedSearches, Tally
from tui.screens.phrases import saved_news
from tui.screens.workers import in_worker
from tui.whole_files import change_whole, read_whole

Change = Callable[[SavedSearches], SavedSearches]


class Saving:
    """Has the saved searches, and how many articles each of them finds."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        """Begin with none known.

        Args:
            screen: Runs the workers, and is told what they found (`SavedRead`).
            desk: Finds what the searches find.
        """
        self.searches = SavedSearches()
        """The saved searches."""
        self.tallies: Mapping[str, Tally] = {}
        """How many articles each finds, by its query, as far as they were counted."""
        self._screen = screen
        self._desk = desk
        self._guard = threading.Lock()
        self._round = 0
        self._removed: list[Removed] = []
        self._announced: Mapping[str, int] = {}
        self._looks: tuple[tuple[int, int, int], Looks] | None = None

    # Asking

    def count(self) -> None:
        """Read the file and count what each search finds; the last of the answers `is_counted`."""
        self._round += 1
        number = self._round
        self._work("saved-count", lambda: self._count(number))

    def save(self, name: str, query: str) -> None:
        """Save a query that was just looked at under a name."""
        self._change(lambda searches: searches.with_search(name, query), look=query)

    def rename(self, old: str, new: str) -> None:
        """Give a search another name."""
        self._change(lambda searches: searches.renamed(old, new))

    def delete(self, name: str) -> None:
        """Take a search out; `undo` brings it back."""

        def without(searches: SavedSearches) -> SavedSearches:
            fewer, removed = searches.without(name)
            if removed is not None:
                self._removed.append(removed)
            return fewer

        self._change(without)

    def undo(self) -> str:
        """Bring back what was taken out last; gives its name, empty where there is nothing."""
        if not self._removed:
            return ""
        removed = self._removed.pop()
        self._change(lambda searches: searches.restored(removed))
        return removed.name

    def look(self, query: str) -> None:
        """Take down that one looks at what a saved search finds."""
        self._change(lambda searches: searches, look=query)

    # Answering

    def take(self, read: SavedRead) -> str:
        """Take what was read or counted; gives what there is to tell of what is new since told last."""
        self.searches = read.searches
        self.tallies = {**self.tallies, **read.tallies}
        if not read.is_counted:
            return ""
        counted = {one.name: self.tallies[one.query].new for one in self.searches.searches}
        more = {name: new for name, new in counted.items() if new > self._announced.get(name, 0)}
        self._announced = counted
        return saved_news(more)

    @property
    def new(self) -> int:
        """How many articles are new, all searches together."""
        tallies = [self.tallies.get(one.query) for one in self.searches.searches]
        return sum(tally.new for tally in tallies if tally is not None)

    # In the workers

    @property
    def _path(self) -> Path:
        return self._desk.library_data / saved.FILE

    @property
    def _looks_path(self) -> Path:
        return self._desk.library_data / looked.FILE

    def _work(self, group: str, work: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                work()
            except Cancelled:
                pass  # it is being counted anew
            except OSError as error:
                reason = f"Saved searches cannot be kept: {error.strerror or error}."
                self._screen.post_message(Failed(reason))

        in_worker(self._screen, group, guarded)

    def _change(self, change: Change, *, look: str | None = None) -> None:
        def work() -> None:
            with self._guard:
                self._desk.make_data_directory()
                text = change_whole(self._path, lambda text: change(SavedSearches.read(text)).text)
            after = SavedSearches.read(text)
            self._screen.post_message(SavedRead(after))
            if look is not None:
                self._screen.post_message(SavedRead(after, {look: self._look(look)}))

        self._work("saved-change", work)

    def _look(self, query: str) -> Tally:
        """Take down what a query finds now as seen."""
        try:
            found = self._desk.matching(query)
        except CuttingsError as error:
            return Tally(trouble=str(error))
        with self._guard:
            looks = self._read_looks()
            if looks.new(query, found) or query not in looks.seen:
                saved_ones = SavedSearches.read(read_whole(self._path)).searches
                wanted = {query, *(one.query for one in saved_ones), *(one.query for one in self._removed)}
                change_whole(
                    self._looks_path, lambda text: Looks.read(text).looked(query, found).only(wanted).text
                )
        return Tally(len(found))

    def _read_looks(self) -> Looks:
        """What the file of looks holds; it may be large, and is read again only when it has changed."""
        try:
            stat = self._looks_path.stat()
        except FileNotFoundError:
            return Looks()
        version = stat.st_ino, stat.st_mtime_ns, stat.st_size
        if self._looks is None or self._looks[0] != version:
            self._looks = version, Looks.read(read_whole(self._looks_path))
        return self._looks[1]

    def _count(self, number: int) -> None:
        searches = SavedSearches.read(read_whole(self._path))
        self._screen.post_message(SavedRead(searches))
        tallies = {one.query: self._tally(one.query, number) for one in searches.searches}
        self._screen.post_message(SavedRead(searches, tallies, is_counted=True))

    def _tally(self, query: str, number: int) -> Tally:
        try:
            found = self._desk.matching(query, lambda: number != self._round)
        except Cancelled:
            raise
        except CuttingsError as error:
            return Tally(trouble=str(error))
        with self._guard:  # a look that is being taken down comes first
            looks = self._read_looks()
        return Tally(len(found), len(looks.new(query, found)))
