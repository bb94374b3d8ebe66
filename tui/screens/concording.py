"""The concordance beside the room: opened on what is listed, left for a hit, come back to."""

from collections.abc import Callable, Mapping

from textual.screen import Screen

from index.model import KwicSort, Sort
from tui.library import Desk
from tui.screens import phrases
from tui.screens.concordance import ConcordanceScreen
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.paging import Paging
from tui.screens.searching import Searching
from tui.screens.turns import Turns
from tui.sifting import Place

_NAME = "concordance"
_ORDERS: Mapping[Sort, KwicSort] = {"relevance": "relevance", "newest": "date", "source": "source"}
"""The orders of a list that are orders of its hits."""


class Concording:
    """Has the concordance, and knows whether one has left it for a hit."""

    def __init__(
        self,
        room: Screen[None],
        desk: Desk,
        listed: Listed,
        searching: Searching,
        opener: Opener,
        turns: Turns,
        paging: Paging,
        keymap: Mapping[str, str],
        *,
        say: Callable[[str], None],
    ) -> None:
        """Begin without a concordance.

        Args:
            room: The screen it is opened from.
            desk: Asks the library.
            listed: Knows the documents whose hits are shown.
            searching: Takes the query that the list is limited to.
            opener: Opens the document of a hit.
            turns: Let a list come before what is to be done with it.
            paging: Shows the page of an entity.
            keymap: The reader's own keys.
            say: Says why there is none, and how to come back to it.
        """
        self._room = room
        self._desk = desk
        self._listed = listed
        self._searching = searching
        self._opener = opener
        self._turns = turns
        self._paging = paging
        self._keymap = keymap
        self._say = say
        self._screen: ConcordanceScreen | None = None
        self._is_left = False

    def open(self) -> None:
        """Show every hit of what is listed."""
        if not self._listed.listing.hits_total:
            self._say(phrases.no_hits(self._listed.query))
            return
        if self._screen is None:
            self._screen = ConcordanceScreen(
                self._desk,
                self._keymap,
                read=self._read,
                limit=self._limit,
                open_page=self._paging.open_at,
                leave=self._close,
            )
            self._room.app.install_screen(self._screen, _NAME)
        self._push()
        self._show(self._screen)

    def listed_anew(self) -> None:
        """Show the hits of another query, where the concordance is open.

        That there are more hits of the same, since articles are being read in, moves no line under the
        reader's eyes: they are there when the concordance is opened the next time.
        """
        screen = self._screen
        if screen is not None and screen.is_current and screen.asked != self._listed.listing.query:
            self._show(screen)

    def come_back(self) -> bool:
        """Go back to the concordance that one has left for a hit; False where that is not so."""
        screen = self._screen
        if not self._is_left or screen is None or screen.asked != self._listed.listing.query:
            return False
        self._push()
        return True

    def forget(self) -> None:
        """Read something else: Escape does not lead back to the concordance any more."""
        self._is_left = False

    def _show(self, screen: ConcordanceScreen) -> None:
        listed = self._listed
        screen.show(listed.whole, listed.headlines, listed.clauses, _ORDERS.get(listed.order))

    def _push(self) -> None:
        self._is_left = False
        self._room.app.push_screen(_NAME)

    def _close(self) -> None:
        self._room.app.pop_screen()

    def _read(self, place: Place) -> None:
        self._close()
        self._is_left = True
        self._turns.in_turn(
            lambda: self._opener.go_to(Opening(place.key, "hit", (place.number, None), "concordance"))
        )
        self._say(phrases.BACK_TO_CONCORDANCE)

    def _limit(self, query: str) -> None:
        self._searching.set(query)
