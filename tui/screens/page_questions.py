"""What the page of an entity asks of the library."""

from contextlib import suppress
from functools import partial

from textual.message import Message

from index.errors import CuttingsError
from index.model import Gathering, Named
from tui.answers import (
    CompanionsFound,
    CompanionsTold,
    EntityFetched,
    GatheredFetched,
    PageFetched,
    QuotedCounted,
)
from tui.screens.questions import Questions


class PageQuestions(Questions):
    """Asks on behalf of an entity's page, which gets the answers."""

    def page(self, *ids: str | Named) -> None:
        """Get what there is to know of an entity at first sight; the answer is a `PageFetched`.

        Args:
            ids: Of several, by their ids or names, the first is meant that is mentioned anywhere.
        """
        number = self._number("page")
        self._fetch(
            "page",
            lambda: PageFetched(number, self._desk.page(ids)),
            lambda why: PageFetched(number, None, why),
        )

    def entity(self, id: str) -> None:
        """Get to know who it is that is pointed at; the answer is an `EntityFetched`."""
        number = self._number("entity")
        self._fetch(
            "entity",
            lambda: EntityFetched(number, self._desk.pages.page(id).entity),
            lambda why: EntityFetched(number, None, why),
        )

    def gather(self, wanted: Gathering) -> None:
        """Find out where some places of an entity are; the answer is a `GatheredFetched`."""
        number = self._number("gather")
        self._fetch(
            "gather",
            lambda: GatheredFetched(number, wanted, self._desk.pages.gather(wanted)),
            lambda why: GatheredFetched(number, wanted, None, why),
        )

    def forget_gathered(self) -> None:
        """Want no other places any more."""
        self._number("gather")

    def quoted(self, id: str) -> None:
        """Find out how often an entity is quoted, and spoken of; the answer is a `QuotedCounted`."""
        number = self._number("quoted")

        def ask() -> None:
            with suppress(CuttingsError):  # the page has said so: it asks the same catalog
                self._screen.post_message(QuotedCounted(number, self._desk.pages.quoted(id)))

        self._ask("quoted", ask)

    def companions(self, id: str) -> None:
        """Find out with whom an entity is mentioned: many `CompanionsTold`, then a `CompanionsFound`."""
        number = self._number("companions")

        def tell(share: float) -> None:
            self._screen.post_message(CompanionsTold(number, share))

        def answer() -> Message:
            is_late = partial(self.is_late, "companions", number)
            return CompanionsFound(number, self._desk.pages.companions(id, tell, is_late))

        self._fetch("companions", answer, lambda why: CompanionsFound(number, (), why))

    def forget_companions(self) -> None:
        """Want to know of no company any more."""
        self._number("companions")
