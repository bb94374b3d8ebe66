"""What every screen of hits is made of: their lines, their orders, and the contexts that come into sight."""

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.events import Resize

from index.model import Headline, HitClause, KwicSort
from tui.answers import ContextsFetched, OrderEnded, OrderTold
from tui.library import Desk
from tui.messages import ContextsWanted
from tui.render.arrays import Ints, np
from tui.screens.beside_screen import BesideScreen
from tui.screens.hit_questions import HitQuestions, Source
from tui.sifting import Sifting
from tui.widgets.concordance_list import ConcordanceList


class HitsShown(BesideScreen):
    """Hits below each other, in an order; what keys do to them stands upon it."""

    def __init__(self, desk: Desk, keymap: Mapping[str, str], *, leave: Callable[[], None]) -> None:
        """Begin without hits.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            leave: Is told that the reader goes back to where it was opened.
        """
        super().__init__(keymap, leave=leave)
        self.hits = ConcordanceList(id="hits")
        """The hits."""
        self.sifting = Sifting((), ())
        """Which hits show, and in which order."""
        self._questions = HitQuestions(self, desk)
        self._source: Source | None = None
        self._orders: dict[KwicSort, Ints] = {}
        self._sort: KwicSort = "relevance"
        self._coming: KwicSort | None = None
        self._told = 0.0

    def on_resize(self, event: Resize) -> None:
        """Say what there is room for."""
        self.say_what_is_shown()

    def say_what_is_shown(self) -> None:
        """Say what is shown, out of what, in which order, and what comes."""
        raise NotImplementedError

    @property
    def sort(self) -> KwicSort:
        """The order in which hits are shown."""
        return self._sort

    def show_hits(
        self,
        source: Source,
        sifting: Sifting,
        headlines: Mapping[int, Headline],
        *,
        clauses: Sequence[HitClause] = (),
        listed: KwicSort | None,
        mark: int = 0,
        like: bool = False,
    ) -> None:
        """Show other hits, in the same order as those before.

        Args:
            source: What they are of.
            sifting: All of them.
            headlines: What is known of each document, by catalog key.
            clauses: The clauses that they are of.
            listed: The order they are in now, where it is one of those of a concordance.
            mark: What marks them; 0 for the marks of hits.
            like: Whether they are of the same as those before: then the same are rejected, and the cursor
                stays.
        """
        old, row = self.sifting, self.hits.current if like else None
        self.sifting = sifting
        if like:
            sifting.take_over(old)
        sifting.group(old.grouped)
        self._source = source
        self._questions.forget_contexts()
        self._orders = {listed: np.arange(sifting.total)} if listed else {}
        self.hits.show(sifting, headlines, clauses, mark)
        wanted, self._sort = self._sort, listed or self._sort
        self._order(wanted)
        if row is not None and (hit := sifting.number_of(old.place_of(old.first_hit(row)))) is not None:
            self.hits.sifted(max(0, sifting.find(hit)))
        if not self.hits.laid_width and (first := self.hits.wanted()):
            self._fetch(ContextsWanted(first))  # meanwhile it is mounted

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
            if self._source is not None:
                self._questions.order(self._source, sort)
        self.say_what_is_shown()

    @on(OrderTold)
    def _tell_order(self, event: OrderTold) -> None:
        if not self._questions.is_late("order", event.question):
            self._told = event.share
            self.say_what_is_shown()

    @on(OrderEnded)
    def _take_order(self, event: OrderEnded) -> None:
        if self._questions.is_late("order", event.question) or self._coming is None:
            return
        self._orders.update(event.orders)
        if event.trouble:
            self._coming = None
            self.notice.say("library", event.trouble)
            self.say_what_is_shown()
        else:
            self._order(self._coming)

    # Contexts

    @on(ContextsWanted)
    def _fetch(self, event: ContextsWanted) -> None:
        if self._source is not None:
            # There may be fewer by now than when they came into sight
            hits = [hit for hit in event.hits if hit < self.sifting.total]
            places = [(hit, self.sifting.place_of(hit)) for hit in hits]
            self._questions.contexts(self._source, places)

    @on(ContextsFetched)
    def _take_contexts(self, event: ContextsFetched) -> None:
        if not self._questions.is_late("contexts", event.question):
            self.hits.give(event.contexts)
            if event.trouble:
                self.notice.say("library", event.trouble)
