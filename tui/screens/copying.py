"""The copies of an article: shown, read, compared with the first of them, come back to from comparing."""

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
        self._screen: VersionsScreen | None = None

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

        app, before = self._room.app, self._screen
        if before is not None:
            app.uninstall_screen(before)
            before.remove()
        self._screen = VersionsScreen(document, ask)
        app.install_screen(self._screen, "copies")
        self._show()

    def _show(self) -> None:
        """Show them, as they were left."""
        if self._screen is not None:
            self._room.app.push_screen(self._screen, self._closed)

    def _closed(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        what, first, chosen = wanted
        key = self._listed.key_of(chosen.id)
        if what == "compare":
            self._comparing.lay(first.id, chosen.id, show_origin=self._show)
        elif key is not None:
            self._way.stand()
            self._opener.go_to(Opening(key, "read", why="copy"))
