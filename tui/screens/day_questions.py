"""What the chronology asks of the library: where the dates are, and dates in their sentences."""

from collections.abc import Sequence

from textual.message import Message

from tui.answers import DatedFetched, TimelineFetched
from tui.library import DaySpan
from tui.screens.questions import Questions


class DayQuestions(Questions):
    """Asks on behalf of the chronology, which gets the answers."""

    def timeline(self, query: str, document: str | None, span: DaySpan | None) -> None:
        """Get the dates of a document, or of all that matches; the answer is a `TimelineFetched`."""
        number = self._number("timeline")
        self._number("dated")  # those of the timeline before are wanted no more
        self._fetch(
            "timeline",
            lambda: TimelineFetched(number, self._desk.timeline(query, document, span)),
            lambda why: TimelineFetched(number, None, why),
        )

    def dated(self, places: Sequence[tuple[int, tuple[int, int]]]) -> None:
        """Get some dates in their sentences; the answer is a `DatedFetched`.

        Args:
            places: Of each the place in the timeline, and where it is.
        """
        number = self._number("dated")

        def answer() -> Message:
            lines = self._desk.dated([place for _, place in places])
            return DatedFetched(number, {at: line for (at, _), line in zip(places, lines, strict=True)})

        nothing = dict.fromkeys(at for at, _ in places)
        self._fetch("dated", answer, lambda why: DatedFetched(number, nothing, why))
