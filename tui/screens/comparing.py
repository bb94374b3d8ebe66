"""Comparing beside the room: two articles laid side by side, left to read one of them, come back to."""

from collections.abc import Callable, Mapping

from textual.screen import Screen

from tui.library import Desk
from tui.screens import phrases
from tui.screens.compare import CompareScreen
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.turns import Turns
from tui.widgets.reader import Reader
from tui.widgets.related_list import RelatedList

COMPARED = "compared"
"""Why one went to a passage, for the trail; and under which name the app has the screen."""


class Comparing:
    """Has the two articles side by side, and knows whether one has left them to read one."""

    def __init__(
        self,
        room: Screen[None],
        desk: Desk,
        listed: Listed,
        reader: Reader,
        relatives: RelatedList,
        opener: Opener,
        turns: Turns,
        keymap: Mapping[str, str],
        *,
        say: Callable[[str], None],
    ) -> None:
        """Begin with nothing compared.

        Args:
            room: The screen it is opened from.
            desk: Asks the library.
            listed: Knows the documents.
            reader: Has the one article.
            relatives: Has the chosen related passage, whose document is the other.
            opener: Opens a document.
            turns: Let a list come before what is to be done with it.
            keymap: The reader's own keys.
            say: Says why there is nothing to compare with, and how to come back.
        """
        self._room = room
        self._desk = desk
        self._listed = listed
        self._reader = reader
        self._relatives = relatives
        self._opener = opener
        self._turns = turns
        self._keymap = keymap
        self._say = say
        self._screen: CompareScreen | None = None
        self._is_left = False

    def open(self) -> None:
        """Lay the open article and that of the chosen related passage side by side."""
        article, other = self._reader.article, self._relatives.current
        if article is None:
            self._say(phrases.NOTHING_OPEN)
        elif other is None or other.document.id == article.id:
            self._say(phrases.NOTHING_TO_COMPARE)
        else:
            self._push()
            self._made.show(article.id, other.document.id, self._reader.passage, other.passage)

    def lay(self, first: str, second: str) -> None:
        """Lay two articles side by side by their ids, each at its beginning."""
        self._push()
        self._made.show(first, second, 0, 0)

    def come_back(self) -> bool:
        """Go back to the articles side by side that one has left to read; False where that is not so."""
        if not self._is_left:
            return False
        self._push()
        return True

    def forget(self) -> None:
        """Read something else: Escape does not lead back any more."""
        self._is_left = False

    @property
    def _made(self) -> CompareScreen:
        if self._screen is None:
            self._screen = CompareScreen(self._desk, self._keymap, read=self._read, leave=self._close)
            self._room.app.install_screen(self._screen, COMPARED)
        return self._screen

    def _push(self) -> None:
        self._is_left = False
        self._room.app.push_screen(self._made)

    def _close(self) -> None:
        self._room.app.pop_screen()

    def _read(self, document: str, passage: int) -> None:
        key = self._listed.key_of(document)
        if key is None:
            self._say(phrases.GONE)
            return
        self._close()
        self._is_left = True
        opening = Opening(key, "at", (passage, None), why=COMPARED)
        self._turns.in_turn(lambda: self._opener.go_to(opening))
        self._say(phrases.BACK_TO_COMPARED)
