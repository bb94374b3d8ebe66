"""The concordance beside the room: opened on what is listed, left for a hit, come back to."""

from collections.abc import Mapping

from index.model import KwicSort, Sort
from tui.screens import hit_phrases, list_phrases
from tui.screens.beside import Beside, Setting
from tui.screens.concordance import ConcordanceScreen
from tui.screens.listing import Listed
from tui.screens.opening import Opening
from tui.screens.paging import Paging
from tui.screens.searching import Searching
from tui.sifting import Place

_ORDERS: Mapping[Sort, KwicSort] = {"relevance": "relevance", "newest": "date", "source": "source"}
"""The orders of a list that are orders of its hits."""


class Concording(Beside[ConcordanceScreen]):
    """Has the concordance, and knows whether one has left it for a hit."""

    NAME = "concordance"
    BACK = hit_phrases.BACK_TO_CONCORDANCE

    def __init__(self, setting: Setting, listed: Listed, searching: Searching, paging: Paging) -> None:
        """Begin without a concordance.

        Args:
            setting: What it is opened from.
            listed: Knows the documents whose hits are shown.
            searching: Takes the query that the list is limited to.
            paging: Shows the page of an entity.
        """
        super().__init__(setting)
        self._listed = listed
        self._searching = searching
        self._paging = paging

    def _make(self) -> ConcordanceScreen:
        return ConcordanceScreen(
            self._desk,
            self._keymap,
            read=self._read,
            limit=self._searching.set,
            open_page=self._paging.open_at,
            leave=self._close,
        )

    def open(self) -> None:
        """Show every hit of what is listed."""
        if self._listed.listing.hits_total:
            self._show(self._push())
        else:
            self._say(list_phrases.no_hits(self._listed.query))

    def listed_anew(self) -> None:
        """Show the hits of another query, where the concordance is open.

        That there are more hits of the same, since articles are being read in, moves no line under the
        reader's eyes: they are there when the concordance is opened the next time.
        """
        if self._shown is not None and self._is_of_others:
            self._show(self._shown)

    def come_back(self) -> bool:
        """Go back to the concordance; not where another query is listed by now. Overrides `Beside`."""
        return not self._is_of_others and super().come_back()

    @property
    def _is_of_others(self) -> bool:
        """Whether it shows the hits of another query than the one that is listed."""
        return self._screen is None or self._screen.asked != self._listed.listing.query

    def _show(self, screen: ConcordanceScreen) -> None:
        listed = self._listed
        screen.show(listed.whole, listed.headlines, listed.clauses, _ORDERS.get(listed.order))

    def _read(self, place: Place) -> None:
        self._leave_for(Opening(place.key, "hit", (place.number, None), why=self.NAME))
