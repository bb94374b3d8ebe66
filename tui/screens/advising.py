"""What to do about a query that finds nothing, or of which a part does: asked for, and shown in the list."""

from collections.abc import Callable

from index.model import Explanation
from tui.answers import Explained
from tui.screens import list_phrases
from tui.screens.listing import Listed
from tui.screens.room_questions import RoomQuestions
from tui.screens.searching import Searching
from tui.widgets.document_list import DocumentList


class Advising:
    """Asks why a list is empty once one has come to rest, and takes what is suggested."""

    def __init__(
        self,
        documents: DocumentList,
        listed: Listed,
        searching: Searching,
        questions: RoomQuestions,
        *,
        taken: Callable[[], None],
        advised: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        """Begin with nothing suggested.

        Args:
            documents: Shows why it is empty, and what is suggested.
            listed: Knows what was found.
            searching: Searches for what is taken.
            questions: Are asked why nothing was found.
            taken: Is told when a suggestion was taken.
            advised: Is told when there is something to be taken, or nothing any more.
            say: Says something in passing.
        """
        self._documents = documents
        self._listed = listed
        self._searching = searching
        self._questions = questions
        self._tell_taken = taken
        self._tell_advised = advised
        self._say = say
        self._explanation: Explanation | None = None

    @property
    def has_suggestions(self) -> bool:
        """Whether there is something to be taken."""
        return self._explanation is not None and bool(self._explanation.suggestions)

    def listed_anew(self) -> None:
        """Forget what was suggested for another list."""
        self._questions.forget_explanation()
        if self._explanation is not None:
            self._explanation = None
            self._documents.suggestions = ()
            self._listed.doubt = ""
            self._tell_advised()

    def rest(self) -> None:
        """Ask for an explanation of the list at hand, if it needs one."""
        listed = self._listed
        if listed.is_waiting or not listed.query.strip() or listed.is_still_filling:
            return
        listing = listed.listing
        is_doubtful = any(clause.documents <= list_phrases.FEW for clause in listing.clauses)
        if not len(listing.keys) or (is_doubtful and not listed.is_live):
            self._questions.explain(listed.query, listing.query)

    def take(self, explained: Explained) -> None:
        """Show an explanation, unless the list is another by now."""
        if self._questions.is_late("explain", explained.question) or self._listed.is_waiting:
            return
        self._explanation = why = explained.explanation
        if len(self._listed.listing.keys):
            self._listed.doubt = list_phrases.doubt(why)
            self._say(list_phrases.doubted(why))
        else:
            self._documents.empty_text = list_phrases.explained(why)
            self._documents.suggestions = why.suggestions
        self._tell_advised()

    def choose(self, place: int) -> None:
        """Search for a suggestion, by its place."""
        if self._explanation is not None and 0 <= place < len(self._explanation.suggestions):
            query = self._explanation.suggestions[place].query
            self.listed_anew()
            self._searching.make(query)
            self._tell_taken()
