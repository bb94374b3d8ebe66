"""What the concordance is made of: its lines, their orders, and the contexts that come into sight."""

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Input

from index.model import Headline, HitClause, KwicSort, Listing
from tui.answers import ContextsFetched, OrderEnded, OrderTold
from tui.commands import footer_keys
from tui.library import Desk
from tui.messages import ContextsWanted
from tui.render.arrays import np
from tui.screens import phrases
from tui.screens.counting import Counting
from tui.screens.hit_questions import HitQuestions
from tui.sifting import Ints, Place, Sifting
from tui.widgets.concordance_list import ConcordanceList
from tui.widgets.status_line import KeyLine, Notice


class Concordance(Screen[None]):
    """The hits of what the room lists, in an order; what keys do to them stands upon it."""

    def __init__(
        self,
        desk: Desk,
        keymap: Mapping[str, str],
        *,
        read: Callable[[Place], None],
        limit: Callable[[str], None],
        leave: Callable[[], None],
    ) -> None:
        """Begin without hits.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            read: Is told at which hit the reader wants to read.
            limit: Is told to which query the reader wants to limit the list.
            leave: Is told that the reader goes back to the room.
        """
        super().__init__()
        self.hits = ConcordanceList(id="hits")
        """The hits."""
        self.field = Input(id="limit", compact=True)
        """Where a filter is written."""
        self.notice = Notice(id="notice")
        """What is wrong."""
        self.key_line = KeyLine(id="keys")
        """The keys that matter, and what there is to say."""
        self.sifting = Sifting((), ())
        """Which hits show, and in which order."""
        self._keymap = keymap
        self._questions = HitQuestions(self, desk)
        self._counting = Counting()
        self._tell_read, self._tell_limit, self._tell_left = read, limit, leave
        self._listing = Listing("", (), (), 0, 0, ())
        self._orders: dict[KwicSort, Ints] = {}
        self._sort: KwicSort = "relevance"
        self._coming: KwicSort | None = None
        self._told = 0.0

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.hits
        yield self.field
        yield self.notice
        yield self.key_line

    def on_mount(self) -> None:
        """Show the keys that matter."""
        self.field.display = False
        self.key_line.keys = footer_keys("concordance", self._keymap)
        self.set_focus(self.hits)
        self._label()

    def on_resize(self, event: Resize) -> None:
        """Say what there is room for."""
        self._label()

    # What it shows

    @property
    def asked(self) -> str:
        """The query whose hits are shown."""
        return self._listing.query

    @property
    def sort(self) -> KwicSort:
        """The order in which they are shown."""
        return self._sort

    def show(
        self,
        listing: Listing,
        headlines: Mapping[int, Headline],
        clauses: Sequence[HitClause],
        listed: KwicSort | None,
    ) -> None:
        """Show the hits of a list; of the list that is shown already nothing changes.

        What was rejected stays out as long as the query is the same.

        Args:
            listing: The documents.
            headlines: What is known of each, by catalog key.
            clauses: The clauses of the query that hits can be of.
            listed: The order they are in, where it is one of those of a concordance.
        """
        if listing is self._listing:
            return
        old, is_same = self.sifting, listing.query == self._listing.query
        row = self.hits.current if is_same else None
        self.sifting = Sifting(listing.keys, listing.hits)
        if is_same:
            self.sifting.take_over(old)
        self.sifting.group(old.grouped)
        self._listing = listing
        self._questions.forget_contexts()
        self._orders = {listed: np.arange(self.sifting.total)} if listed else {}
        self.hits.empty_text = phrases.no_hits(listing.query)
        self.hits.show(self.sifting, headlines, clauses)
        wanted, self._sort = self._sort, listed or self._sort
        self.notice.clear("query")
        self._order(wanted)
        if row is not None and (hit := self.sifting.number_of(old.place_of(old.first_hit(row)))) is not None:
            self.hits.sifted(max(0, self.sifting.find(hit)))
        if not self.hits.laid_width and (first := self.hits.wanted()):
            self._fetch(ContextsWanted(first))  # meanwhile it is mounted

    def _label(self) -> None:
        """Say what is shown, out of what, in which order, and what comes."""
        said = phrases.concordance(
            self.sifting.kept,
            self.sifting.documents,
            self.sifting.rejected,
            self._sort,
            phrases.left_out(self._listing),
        )
        if self._coming is not None:
            said = phrases.ordering(self._coming, self._told)
        self.hits.label(f"Concordance of “{self.asked}”", said)

    # Orders

    def _order(self, sort: KwicSort) -> None:
        """Show the hits in an order, at once or when they are in it."""
        self._questions.forget_order()
        self._coming = None
        if sort in self._orders:
            self._sort = sort
            self.sifting.sort(self._orders[sort])
            self.hits.sifted(None, sort)
        else:
            self._coming, self._told = sort, 0.0
            self._questions.order(self._listing, sort)
        self._label()

    @on(OrderTold)
    def _tell_order(self, event: OrderTold) -> None:
        if not self._questions.is_late("order", event.question):
            self._told = event.share
            self._label()

    @on(OrderEnded)
    def _take_order(self, event: OrderEnded) -> None:
        if self._questions.is_late("order", event.question) or self._coming is None:
            return
        self._orders.update(event.orders)
        if event.trouble:
            self._coming = None
            self.notice.say("library", event.trouble)
            self._label()
        else:
            self._order(self._coming)

    # Contexts

    @on(ContextsWanted)
    def _fetch(self, event: ContextsWanted) -> None:
        self._questions.contexts(self.asked, [(hit, self.sifting.place_of(hit)) for hit in event.hits])

    @on(ContextsFetched)
    def _take_contexts(self, event: ContextsFetched) -> None:
        if not self._questions.is_late("contexts", event.question):
            self.hits.give(event.contexts)
            if event.trouble:
                self.notice.say("library", event.trouble)
