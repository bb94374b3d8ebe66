"""Asking for lists, one at a time.

Asked for another meanwhile, the search is called off and the latest question is the next, so that typing
fast piles nothing up.
"""

from contextlib import suppress
from dataclasses import dataclass

from textual.screen import Screen

from index.errors import Cancelled, CuttingsError, QueryError, SearchTooLong
from index.model import Sort
from tui.answers import Explained, Failed, FindEnded, Found, QueryRefused
from tui.library import Desk
from tui.screens.questions import Questions
from tui.screens.workers import reason


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A list to be looked for."""

    number: int
    query: str
    sort: Sort
    anew: bool
    typed: str


class ListQuestions(Questions):
    """Asks for lists, and why they are empty."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        super().__init__(screen, desk)
        self._next: _Wanted | None = None
        self._is_searching = False

    def find(self, query: str, sort: Sort, *, anew: bool, typed: str | None = None) -> int:
        """List what matches; the answer is a `FindEnded`. Gives the number of the question.

        Args:
            query: The query.
            sort: The order.
            anew: Whether to take notice of what was written since.
            typed: What stands in the search line, where the query is a guess at what it will be.
        """
        number = self._number("find")
        self._next = _Wanted(number, query, sort, anew, query if typed is None else typed)
        if not self._is_searching:
            self.go_on()
        return number

    def go_on(self) -> None:
        """Look for what was asked last; to be called when a search has ended."""
        wanted, self._next = self._next, None
        self._is_searching = wanted is not None
        if wanted is not None:
            self._ask("find", lambda: self._find(wanted))

    def _find(self, wanted: _Wanted) -> None:
        answer: Found | QueryRefused | Failed | None = None
        try:
            answer = self._desk.find(
                wanted.query,
                wanted.sort,
                anew=wanted.anew,
                cancelled=lambda: self.is_late("find", wanted.number),
            )
        except Cancelled:
            pass
        except QueryError as error:
            answer = QueryRefused(str(error), error.start, error.end)
        except SearchTooLong as error:
            answer = QueryRefused(str(error), 0, len(wanted.query))
        except Exception as error:
            answer = Failed(reason(error))
        trouble = self._trouble(wanted.typed) if isinstance(answer, Found) else None
        self._screen.post_message(FindEnded(wanted.number, answer, trouble))

    def _trouble(self, typed: str) -> QueryRefused | None:
        try:
            self._desk.check(typed)
        except QueryError as error:
            return QueryRefused(str(error), error.start, error.end)
        return None

    def explain(self, query: str, finished: str) -> None:
        """Ask why a query finds nothing, or a part of it; the answer is an `Explained`.

        Args:
            query: The query as it was typed.
            finished: What was searched for, where that cannot be read.
        """
        number, found = self._number("explain"), self._numbers["find"]

        def cancelled() -> bool:
            return self.is_late("explain", number) or self.is_late("find", found)

        def ask() -> None:
            # Where it fails, the list has said so: it was asked the same
            with suppress(CuttingsError):
                explanation = self._desk.explain(query, finished, cancelled)
                self._screen.post_message(Explained(number, explanation))

        self._ask("explain", ask)

    def forget_explanation(self) -> None:
        """Want no explanation any more."""
        self._number("explain")
