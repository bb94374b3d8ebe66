"""The related passages: asked for when one rests on a passage, marked with their reasons, gone to."""

from collections.abc import Callable, Set

from index.model import Span
from tui.answers import RelatedFetched
from tui.screens import phrases
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.questions import Questions
from tui.widgets.reader import Reader
from tui.widgets.related_list import RelatedList


class Relating:
    """Lays the relatives of the current passage beside it."""

    def __init__(
        self,
        relatives: RelatedList,
        reader: Reader,
        listed: Listed,
        opener: Opener,
        questions: Questions,
        *,
        read: Callable[[], Set[str]],
        say: Callable[[str], None],
    ) -> None:
        """Take up the work.

        Args:
            relatives: Shows them.
            reader: Has the current passage, and shows why they are related to it.
            listed: Knows the documents they are in.
            opener: Goes to one.
            questions: Are asked for them.
            read: Gives the ids of the documents that were read.
            say: Says where there is none.
        """
        self._relatives = relatives
        self._reader = reader
        self._listed = listed
        self._opener = opener
        self._questions = questions
        self._read = read
        self._say = say

    @property
    def is_empty(self) -> bool:
        """Whether there are none to be shown."""
        return self._relatives.row(0) is None

    def ask(self) -> None:
        """Ask for the relatives of the current passage."""
        article = self._reader.article
        if article is not None and article.passages:
            self._questions.related(article.passages[self._reader.passage])
        else:
            self.clear()

    def clear(self) -> None:
        """Show none."""
        self._questions.forget_related()
        self._relatives.empty_text = ""
        self._relatives.show_related(())

    def take(self, fetched: RelatedFetched) -> None:
        """Show those that have come, unless others are wanted by now."""
        if not self._questions.is_late("related", fetched.question):
            to_come = self._listed.brings_passages
            self._relatives.empty_text = phrases.PASSAGES_TO_COME if to_come else phrases.NOTHING_RELATED
            self._relatives.read = self._read()
            self._relatives.show_related(fetched.related)
            self.mark_reasons()

    def mark_reasons(self) -> None:
        """Mark in the text why the chosen one is related."""
        row = self._relatives.current
        reasons = row.reasons if row is not None else ()
        self._reader.set_marks("reason", [Span(*place) for reason in reasons for place in reason.here])

    def jump(self, index: int) -> None:
        """Go to one by its place, from 0, and mark there why it is related."""
        row = self._relatives.row(index)
        key = self._listed.key_of(row.document.id) if row is not None else None
        if row is None or key is None:
            self._say(f"There is no related passage {index + 1}.")
            return
        marks = tuple(Span(*place) for reason in row.reasons for place in reason.there)
        self._opener.go_to(Opening(key, "at", (row.passage, None), "related", marks))
