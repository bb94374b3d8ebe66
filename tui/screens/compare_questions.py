"""What comparing asks of the library: two articles side by side."""

from tui.answers import Compared
from tui.screens.questions import Questions


class CompareQuestions(Questions):
    """Asks on behalf of the screen with the two, which gets the answer."""

    def compare(self, first: str, second: str) -> None:
        """Compare two documents by their ids; the answer is a `Compared`."""
        number = self._number("compare")
        self._fetch(
            "compare",
            lambda: Compared(number, self._desk.compare(first, second)),
            lambda why: Compared(number, None, why),
        )
