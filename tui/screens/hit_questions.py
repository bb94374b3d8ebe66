"""What the concordance asks of the library: hits in their contexts, and hits in order."""

from collections.abc import Sequence

from textual.screen import Screen

from index.errors import Cancelled
from index.model import KwicSort, Listing
from tui.answers import ContextsFetched, OrderEnded, OrderTold
from tui.library import Desk
from tui.screens.questions import Questions, failure
from tui.sifting import Place


class HitQuestions(Questions):
    """Asks through a desk, on behalf of the concordance, which gets the answers."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        super().__init__(screen, desk)
        self._numbers |= {"contexts": 0, "order": 0}

    def contexts(self, query: str, hits: Sequence[tuple[int, Place]]) -> None:
        """Get some hits of a query in their contexts; the answer is a `ContextsFetched`.

        Args:
            query: The query.
            hits: Their numbers, and where they are.
        """
        number = self._number("contexts")

        def ask() -> None:
            try:
                lines = self._desk.contexts(query, [place for _, place in hits])
                found = {hit: line for (hit, _), line in zip(hits, lines, strict=True)}
                self._screen.post_message(ContextsFetched(number, found))
            except Exception as error:
                nothing = dict.fromkeys(hit for hit, _ in hits)
                self._screen.post_message(ContextsFetched(number, nothing, failure(error).reason))

        self._ask("contexts", ask)

    def forget_contexts(self) -> None:
        """Want no contexts of the query before any more."""
        self._number("contexts")

    def order(self, listing: Listing, sort: KwicSort) -> None:
        """Put all hits in an order; the answers are many `OrderTold` and one `OrderEnded`."""
        number = self._number("order")

        def tell(share: float) -> None:
            self._screen.post_message(OrderTold(number, share))

        def ask() -> None:
            try:
                orders = self._desk.order_hits(listing, sort, tell, lambda: self.is_late("order", number))
                self._screen.post_message(OrderEnded(number, orders))
            except Cancelled:
                pass
            except Exception as error:
                self._screen.post_message(OrderEnded(number, {}, failure(error).reason))

        self._ask("order", ask)

    def forget_order(self) -> None:
        """Want no other order any more."""
        self._number("order")
