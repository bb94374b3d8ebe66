"""What a concordance asks of the library: hits in their contexts, and hits in order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from textual.message import Message

from index.model import Gathered, Gathering, KwicLine, KwicSort, Listing
from tui.answers import ContextsFetched, OrderEnded, OrderTold
from tui.library import Desk
from tui.render.arrays import Ints
from tui.screens.questions import Questions
from tui.sifting import Place


class Source(Protocol):
    """What hits are of, and come from."""

    def contexts(self, places: Sequence[Place]) -> Sequence[KwicLine | None]:
        """Some of them in their contexts; None for one that is not there any more."""

    def order(
        self, sort: KwicSort, told: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Mapping[KwicSort, Ints]:
        """The numbers of all of them in an order, and in others found on the way."""


class QuerySource:
    """The hits of a query in the documents of a list."""

    def __init__(self, desk: Desk, listing: Listing) -> None:
        self._desk = desk
        self._listing = listing

    def contexts(self, places: Sequence[Place]) -> Sequence[KwicLine | None]:
        """Some of them in their contexts."""
        return self._desk.contexts(self._listing.query, places)

    def order(
        self, sort: KwicSort, told: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Mapping[KwicSort, Ints]:
        """The numbers of all of them in an order."""
        return self._desk.order_hits(self._listing, sort, told, cancelled)


class PageSource:
    """Places of an entity."""

    def __init__(self, desk: Desk, wanted: Gathering, gathered: Gathered) -> None:
        self._desk = desk
        self._wanted = wanted
        self._gathered = gathered

    def contexts(self, places: Sequence[Place]) -> Sequence[KwicLine | None]:
        """Some of them in their contexts."""
        return self._desk.pages.contexts(self._wanted, places)

    def order(
        self, sort: KwicSort, told: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Mapping[KwicSort, Ints]:
        """The numbers of all of them in an order."""
        return self._desk.pages.order(self._wanted, self._gathered, sort, told, cancelled)


class HitQuestions(Questions):
    """Asks on behalf of a screen with hits, which gets the answers."""

    def contexts(self, source: Source, hits: Sequence[tuple[int, Place]]) -> None:
        """Get some hits in their contexts; the answer is a `ContextsFetched`.

        Args:
            source: What they are of.
            hits: Their numbers, and where they are.
        """
        number = self._number("contexts")

        def answer() -> Message:
            lines = source.contexts([place for _, place in hits])
            return ContextsFetched(number, {hit: line for (hit, _), line in zip(hits, lines, strict=True)})

        nothing = dict.fromkeys(hit for hit, _ in hits)
        self._fetch("contexts", answer, lambda why: ContextsFetched(number, nothing, why))

    def forget_contexts(self) -> None:
        """Want no contexts of what was shown before any more."""
        self._number("contexts")

    def order(self, source: Source, sort: KwicSort) -> None:
        """Put all hits in an order; the answers are many `OrderTold` and one `OrderEnded`."""
        number = self._number("order")

        def tell(share: float) -> None:
            self._screen.post_message(OrderTold(number, share))

        def answer() -> Message:
            return OrderEnded(number, source.order(sort, tell, lambda: self.is_late("order", number)))

        self._fetch("order", answer, lambda why: OrderEnded(number, {}, why))

    def forget_order(self) -> None:
        """Want no other order any more."""
        self._number("order")
