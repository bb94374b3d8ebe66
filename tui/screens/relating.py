"""The related passages: they follow the passage one reads, are marked with their reasons, and gone to.

What was found for a passage is remembered, and the passages before and behind it are asked for ahead, so
that reading on shows their relatives at once; a list that is come back to stands as it was left. While
articles are being read in nothing is remembered, since there may be more at any time.
"""

from collections.abc import Callable, Set

from index.model import Passage, Related, Span
from tui.answers import RelatedFetched, RelatedToText
from tui.screens import phrases
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.room_questions import RoomQuestions
from tui.widgets.reader import Reader
from tui.widgets.related_list import Place, RelatedList

REMEMBERED = 200
"""Passages whose relatives are remembered."""
AHEAD = (1, -1, 2)
"""The passages that are asked for ahead, counted from the one that is read."""

TITLE = "Related passages"


class Relating:
    """Lays the relatives of the current passage beside it."""

    def __init__(
        self,
        relatives: RelatedList,
        reader: Reader,
        listed: Listed,
        opener: Opener,
        questions: RoomQuestions,
        *,
        read: Callable[[], Set[str]],
        stand: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        """Take up the work.

        Args:
            relatives: Shows them.
            reader: Has the current passage, and shows why they are related to it.
            listed: Knows the documents they are in, and whether more are being read in.
            opener: Goes to one.
            questions: Are asked for them.
            read: Gives the ids of the documents that were read.
            stand: Takes down on the trail where one is, before one goes.
            say: Says where there is none.
        """
        self._relatives = relatives
        self._reader = reader
        self._listed = listed
        self._opener = opener
        self._questions = questions
        self._read = read
        self._stand = stand
        self._say = say
        self._known: dict[Passage, tuple[Related, ...]] = {}
        self._places: dict[Passage, Place] = {}
        self._shown: Passage | None = None
        self._text_start: int | None = None
        self._is_about_text = False
        self._came: tuple[str, int] | None = None
        self._came_for: tuple[Span, ...] = ()
        self._at_first = 0

    @property
    def is_empty(self) -> bool:
        """Whether there are none to be shown."""
        return self._relatives.row(0) is None

    @property
    def _passage(self) -> Passage | None:
        """The passage one reads."""
        article = self._reader.article
        return article.passages[self._reader.passage] if article is not None and article.passages else None

    # What is asked for

    def follow(self) -> None:
        """Show the relatives of the current passage, if they are known."""
        passage = self._passage
        if passage is not None and passage in self._known and passage != self._shown:
            self._show(passage)

    def ask(self) -> None:
        """Ask for the relatives of the current passage, if they are not known, and of its neighbours."""
        passage = self._passage
        if passage is None:
            self.clear()
            return
        if self._listed.is_reading_in:
            self.forget()
            wanted = [passage]
        else:
            wanted = [one for one in (passage, *self._neighbours(passage)) if one not in self._known]
        if passage in self._known and passage != self._shown:
            self._show(passage)
        if wanted:
            self._questions.related(wanted)

    def _neighbours(self, passage: Passage) -> list[Passage]:
        article = self._reader.article
        passages = article.passages if article is not None else ()
        numbers = (passage.number + step for step in AHEAD)
        return [passages[number] for number in numbers if 0 <= number < len(passages)]

    def ask_about(self, text: str, start: int | None) -> None:
        """Ask for what speaks of the same as some words.

        Args:
            text: The words.
            start: Where they begin in the open article; None where they are not in it.
        """
        self._questions.related_to_text(text, start)

    def forget(self) -> None:
        """Remember nothing: the library, or what is known of its names, is another one."""
        self._known.clear()

    def clear(self) -> None:
        """Show none."""
        self._questions.forget_related()
        self._relatives.empty_text = ""
        self._lay(None, ())

    # What comes

    def take(self, fetched: RelatedFetched) -> None:
        """Remember those that have come, and show them if they are those of the current passage."""
        if self._questions.is_late("related", fetched.question):
            return
        while len(self._known) >= REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[fetched.passage] = fetched.related
        if fetched.passage == self._passage:
            self._show(fetched.passage)

    def take_text(self, fetched: RelatedToText) -> None:
        """Show what speaks of the same as some words, until one reads on or goes back."""
        if self._questions.is_late("related", fetched.question):
            return
        article = self._reader.article
        own = article.id if article is not None and fetched.start is not None else None
        self._lay(None, tuple(row for row in fetched.related if row.document.id != own))
        self._is_about_text, self._text_start = True, fetched.start
        self._relatives.empty_text = phrases.NOTHING_LIKE_IT
        self._relatives.label(phrases.LIKE_SELECTION)
        self.mark_reasons()

    def back(self) -> bool:
        """Go back from what is like some words to the relatives of the passage; False where one is there."""
        if not self._is_about_text:
            return False
        self._lay(None, ())
        self.ask()
        return True

    def _show(self, passage: Passage) -> None:
        to_come = self._listed.brings_passages
        self._relatives.empty_text = phrases.PASSAGES_TO_COME if to_come else phrases.NOTHING_RELATED
        self._lay(passage, self._known[passage])
        self.mark_reasons()

    def _lay(self, passage: Passage | None, rows: tuple[Related, ...]) -> None:
        """Show some rows, and take down where the list stood that was shown before."""
        if self._shown is not None and (place := self._relatives.place) is not None:
            while len(self._places) >= REMEMBERED:
                del self._places[next(iter(self._places))]
            self._places[self._shown] = place
        self._shown = passage
        if self._is_about_text:
            self._is_about_text = False
            self._relatives.label(TITLE)
        self._relatives.read = self._read()
        self._relatives.show_related(rows, self._places.get(passage) if passage is not None else None)
        self._at_first = self._relatives.cursor
        if passage is not None and not self._has_come:
            self._came = None

    @property
    def _has_come(self) -> bool:
        """Whether the passage is the one that was last gone to from a row."""
        shown = None if self._is_about_text else self._shown
        return shown is not None and (shown.document, shown.number) == self._came

    # What is done with them

    def mark_reasons(self) -> None:
        """Mark in the text why the chosen one is related; after a jump, first, why one has come here."""
        if self._has_come and self._relatives.cursor == self._at_first:
            self._reader.set_marks("reason", self._came_for)
            return
        row = self._relatives.current
        reasons = row.reasons if row is not None else ()
        start = self._text_start if self._is_about_text else 0
        places = [] if start is None else [place for reason in reasons for place in reason.here]
        self._reader.set_marks(
            "reason", [Span((start or 0) + one, (start or 0) + end) for one, end in places]
        )

    def jump(self, index: int) -> None:
        """Go to one by its place, from 0, and mark there why it is related."""
        row = self._relatives.row(index)
        key = self._listed.key_of(row.document.id) if row is not None else None
        if row is None or key is None:
            self._say(f"There is no related passage {index + 1}.")
            return
        marks = tuple(Span(*place) for reason in row.reasons for place in reason.there)
        self._came, self._came_for = (row.document.id, row.passage), marks
        self._stand()
        self._opener.go_to(Opening(key, "at", (row.passage, None), "related", marks))
