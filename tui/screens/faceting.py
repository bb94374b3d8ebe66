"""The facets of the results: asked for as results come, and choices among them written into the query."""

from collections.abc import Callable

from index.errors import QueryError
from tui.answers import FacetsFetched
from tui.queries import with_choice, without_choice, without_dates
from tui.render.facets import Joined
from tui.screens.keeping import Keeping
from tui.screens.listing import Listed
from tui.screens.room_questions import RoomQuestions
from tui.screens.searching import Searching


class Faceting:
    """Has the facets counted while someone looks at them, and changes the query that is kept."""

    def __init__(
        self, listed: Listed, searching: Searching, keeping: Keeping, questions: RoomQuestions
    ) -> None:
        """Begin with nobody looking.

        Args:
            listed: Knows which results there are.
            searching: Takes the query that a choice makes.
            keeping: Has the query as it is.
            questions: Are asked for what there is to choose from.
        """
        self._listed = listed
        self._searching = searching
        self._keeping = keeping
        self._questions = questions
        self._is_open = False
        self._query_before = ""

    def open(self) -> None:
        """Count for someone who looks."""
        self._is_open = True
        self._query_before = self._keeping.session.query
        self._ask()

    def close(self) -> bool:
        """Count no more; gives whether the query is another than before."""
        self._is_open = False
        self._questions.forget_facets()
        return self._keeping.session.query != self._query_before

    def listed_anew(self) -> None:
        """Take notice of other results."""
        if self._is_open:
            self._ask()

    def _ask(self) -> None:
        self._questions.facets(self._listed.listing.query)

    def is_late(self, fetched: FacetsFetched) -> bool:
        """Whether other facets are wanted by now."""
        return self._questions.is_late("facets", fetched.question)

    # Changing the query; each gives what is wrong with that, or nothing

    def join(self, choice: str, how: Joined) -> str:
        """Join a choice to the query."""
        return self._change(lambda query: with_choice(query, choice, how))

    def take_out(self, choice: str) -> str:
        """Take a choice out of the query."""
        return self._change(lambda query: without_choice(query, choice))

    def take_out_dates(self) -> str:
        """Take out of the query what it asks of dates."""
        return self._change(without_dates)

    def _change(self, changed: Callable[[str], str]) -> str:
        query = self._keeping.session.query
        try:
            new = changed(query)
        except QueryError as error:
            return str(error)
        if new == query:
            return "That changes nothing in the query."
        self._searching.set(new, keep=True)
        return ""
