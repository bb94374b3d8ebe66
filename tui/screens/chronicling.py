"""The chronology beside the room: opened on the article or the results, left for a date, come back to."""

from collections.abc import Callable, Mapping

from textual.screen import Screen

from index.model import DatedLine, Span
from tui.library import Desk
from tui.screens import day_phrases
from tui.screens.chronology import ChronologyScreen, Scope
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.turns import Turns
from tui.widgets.reader import Reader

CHRONOLOGY = "chronology"
"""Why one went to a passage, for the trail; and under which name the app has the screen."""


class Chronicling:
    """Has the chronology, and knows whether one has left it for a date."""

    def __init__(
        self,
        room: Screen[None],
        desk: Desk,
        listed: Listed,
        reader: Reader,
        opener: Opener,
        turns: Turns,
        keymap: Mapping[str, str],
        *,
        say: Callable[[str], None],
    ) -> None:
        """Begin without a chronology.

        Args:
            room: The screen it is opened from.
            desk: Asks the library.
            listed: Knows the results.
            reader: Knows the open article.
            opener: Opens the document of a date.
            turns: Let a list come before what is to be done with it.
            keymap: The reader's own keys.
            say: Says how to come back to it.
        """
        self._room = room
        self._desk = desk
        self._listed = listed
        self._reader = reader
        self._opener = opener
        self._turns = turns
        self._keymap = keymap
        self._say = say
        self._screen: ChronologyScreen | None = None
        self._is_left = False

    def open(self, *, of_article: bool) -> None:
        """Show the dates of the open article, or of the results."""
        if self._screen is None:
            self._screen = ChronologyScreen(self._desk, self._keymap, read=self._read, leave=self._close)
            self._room.app.install_screen(self._screen, CHRONOLOGY)
        article = self._reader.article
        id, title = (article.id, article.title) if article is not None else (None, "")
        self._push()
        scope = Scope(self._listed.listing.query, id, title)
        self._screen.show(scope, self._listed.headlines, of_article=of_article)

    def names_came(self) -> None:
        """Look again where no dates were known, since more texts have been read through."""
        if self._screen is not None and self._screen.is_current:
            self._screen.look_again()

    def come_back(self) -> bool:
        """Go back to the chronology that one has left for a date; False where that is not so."""
        if not self._is_left:
            return False
        self._push()
        return True

    def forget(self) -> None:
        """Read something else: Escape does not lead back to the chronology any more."""
        self._is_left = False

    def _push(self) -> None:
        self._is_left = False
        self._room.app.push_screen(CHRONOLOGY)

    def _close(self) -> None:
        self._room.app.pop_screen()

    def _read(self, key: int, line: DatedLine) -> None:
        self._close()
        self._is_left = True
        marks = (Span(line.start, line.end),)
        opening = Opening(key, "at", (line.passage, None), why=CHRONOLOGY, marks=marks)
        self._turns.in_turn(lambda: self._opener.go_to(opening))
        self._say(day_phrases.BACK_TO_CHRONOLOGY)
