"""What the chronology asks of the library: where the dates are, and dates in their sentences."""

from collections.abc import Sequence

from textual.screen import Screen

from tui.answers import DatedFetched, TimelineFetched
from tui.library import DaySpan, Desk
from tui.screens.questions import Questions, failure


class DayQuestions(Questions):
    """Asks through a desk, on behalf of the chronology, which gets the answers."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        super().__init__(screen, desk)
        self._numbers |= {"timeline": 0, "dated": 0}

    def timeline(self, query: str, document: str | None, span: DaySpan | None) -> None:
        """Get the dates of a document, or of all that matches; the answer is a `TimelineFetched`."""
        number = self._number("timeline")
        self._number("dated")  # those of the timeline before are wanted no more

        def ask() -> None:
            try:
                found = self._desk.timeline(query, document, span)
                self._screen.post_message(TimelineFetched(number, found))
            except Exception as error:
                self._screen.post_message(TimelineFetched(number, None, failure(error).reason))

        self._ask("timeline", ask)

    def dated(self, places: Sequence[tuple[int, tuple[int, int]]]) -> None:
        """Get some dates in their sentences; the answer is a `DatedFetched`.

        Args:
            places: Of each the place in the timeline, and where it is.
        """
        number = self._number("dated")

        def ask() -> None:
            try:
                lines = self._desk.dated([place for _, place in places])
                found = {at: line for (at, _), line in zip(places, lines, strict=True)}
                self._screen.post_message(DatedFetched(number, found))
            except Exception as error:
                nothing = dict.fromkeys(at for at, _ in places)
                self._screen.post_message(DatedFetched(number, nothing, failure(error).reason))

        self._ask("dated", ask)
