"""What the page of an entity asks of the library."""

from contextlib import suppress

from index.errors import Cancelled, CuttingsError
from index.model import Gathering
from tui.answers import CompanionsFound, CompanionsTold, GatheredFetched, PageFetched, QuotedCounted
from tui.screens.questions import Questions, failure


class PageQuestions(Questions):
    """Asks on behalf of an entity's page, which gets the answers."""

    def page(self, id: str) -> None:
        """Get what there is to know of an entity at first sight; the answer is a `PageFetched`."""
        number = self._number("page")

        def ask() -> None:
            try:
                self._screen.post_message(PageFetched(number, self._desk.pages.page(id)))
            except Exception as error:
                self._screen.post_message(PageFetched(number, None, failure(error).reason))

        self._ask("page", ask)

    def gather(self, wanted: Gathering) -> None:
        """Find out where some places of an entity are; the answer is a `GatheredFetched`."""
        number = self._number("gather")

        def ask() -> None:
            try:
                self._screen.post_message(GatheredFetched(number, wanted, self._desk.pages.gather(wanted)))
            except Exception as error:
                self._screen.post_message(GatheredFetched(number, wanted, None, failure(error).reason))

        self._ask("gather", ask)

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

        def ask() -> None:
            try:
                found = self._desk.pages.companions(id, tell, lambda: self.is_late("companions", number))
                self._screen.post_message(CompanionsFound(number, found))
            except Cancelled:
                pass
            except Exception as error:
                self._screen.post_message(CompanionsFound(number, (), failure(error).reason))

        self._ask("companions", ask)

    def forget_companions(self) -> None:
        """Want to know of no company any more."""
        self._number("companions")
