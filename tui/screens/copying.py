"""The copies of the article that is chosen or open: shown, read, and compared with the first of them."""

from typing import Any

from textual.screen import Screen
from textual.worker import get_current_worker

from tui.answers import VersionsFetched
from tui.library import Desk
from tui.screens.comparing import Comparing
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.versions import VersionsScreen, Wanted
from tui.screens.wayfaring import Wayfaring
from tui.screens.workers import fetch


class Copying:
    """Shows who else printed an article."""

    def __init__(
        self,
        room: Screen[None],
        desk: Desk,
        listed: Listed,
        opener: Opener,
        comparing: Comparing,
        way: Wayfaring,
    ) -> None:
        """Take up the work.

        Args:
            room: The screen it is opened from.
            desk: Asks the library.
            listed: Knows the documents of the library.
            opener: Goes to one.
            comparing: Lays two side by side.
            way: Takes down where one is, to come back to.
        """
        self._room = room
        self._desk = desk
        self._listed = listed
        self._opener = opener
        self._comparing = comparing
        self._way = way

    def open(self, document: str) -> None:
        """Show the copies of an article."""

        def ask(asker: Screen[Any]) -> None:
            def answer() -> VersionsFetched:
                worker = get_current_worker()
                for told in self._desk.versions(document, lambda: worker.is_cancelled):
                    if told.is_whole:
                        break
                    asker.post_message(told)
                return told

            fetch(asker, "versions", answer)

        self._room.app.push_screen(VersionsScreen(document, ask), self._closed)

    def _closed(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        what, first, chosen = wanted
        key = self._listed.key_of(chosen.id)
        if what == "compare":
            self._comparing.lay(first.id, chosen.id)
        elif key is not None:
            self._way.stand()
            self._opener.go_to(Opening(key, "read", why="copy"))
