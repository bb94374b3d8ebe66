"""The document on its way to the reader, and how it arrives there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from index.model import Span
from tui.answers import ArticleFetched, FetchFailed
from tui.screens import phrases
from tui.screens.clauses import Clauses
from tui.screens.keeping import Keeping
from tui.screens.listing import Listed
from tui.screens.room_questions import RoomQuestions
from tui.widgets.document_list import DocumentList
from tui.widgets.reader import Reader

How = Literal["shown", "read", "hit", "first hit", "last hit", "first mention", "last mention", "at", "again"]
"""What is done with a document that comes: shown beside the list, or gone to."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A document on its way to the reader."""

    key: int
    """Its key."""
    how: How
    """What is done when it comes."""
    place: tuple[int, int | None] = (0, None)
    """For "at" and "again" the passage, and the offset of the window's first line from it; for "hit" it."""
    why: str = ""
    """What led there, for the trail; empty where that is no step of it."""
    marks: tuple[Span, ...] = ()
    """What is marked there as the reason."""
    entities: tuple[str, ...] = ()
    """Ids of the entities whose mentions are marked there, beside those of the chosen one."""
    beside: str = ""
    """Title of the document that it was compared with, for the trail."""

    @property
    def is_to_read(self) -> bool:
        """Whether the reader goes there, and does not only see it beside the list."""
        return self.how not in ("shown", "again")


class Opener:
    """Opens documents; knows which one is open and which one is on its way."""

    def __init__(
        self,
        documents: DocumentList,
        reader: Reader,
        listed: Listed,
        clauses: Clauses,
        questions: RoomQuestions,
        keeping: Keeping,
        *,
        emptied: Callable[[], None],
        read: Callable[[str], None],
        say: Callable[[str], None],
    ) -> None:
        """Begin with nothing open, on the way to what was open the last time.

        Args:
            documents: The list, with the chosen document.
            reader: Shows what comes.
            listed: Knows the documents of the library.
            clauses: Knows what is walked.
            questions: Are asked for them.
            keeping: Has the place one was at, and takes the one where one is.
            emptied: Is told when nothing is open any more.
            read: Is told the id of a document that is being read.
            say: Says that a document is gone.
        """
        self.open_key: int | None = None
        """Key of the open document; None where none is."""
        self._documents = documents
        self._reader = reader
        self._listed = listed
        self._clauses = clauses
        self._clauses_asked = listed.clauses
        self._questions = questions
        self._keeping = keeping
        self._tell_emptied = emptied
        self._tell_read = read
        self._say = say
        self._coming: Opening | None = None
        self._row_left: int | None = None
        self._returning_to = keeping.session.document

    @property
    def is_waiting(self) -> bool:
        """Whether a document to be read has not come yet."""
        return self._coming is not None and self._coming.is_to_read

    # Asking

    def open(self, opening: Opening) -> None:
        """Ask for a document, and for no other any more."""
        headline = self._listed.headlines.get(opening.key)
        self._coming = opening if headline is not None else None
        if opening.is_to_read:
            self._returning_to = None
        if headline is None:
            self._say(phrases.GONE)
        else:
            self._clauses_asked = self._listed.clauses
            self._questions.fetch(opening.key, headline.id, self._listed.listing.query)

    def go_to(self, opening: Opening) -> None:
        """Ask for a document and choose it in the list, where that has it."""
        if self._listed.reveal(opening.key):
            self._clauses.laid_anew()
        is_listed = self._documents.move_to_key(opening.key)
        self._row_left = None if is_listed else self._documents.current_key
        self.open(opening)

    def open_again(self) -> None:
        """Ask anew for what is open, unless something else is on its way."""
        if self.open_key is not None and self._coming is None:
            self.open(Opening(self.open_key, "again", self._reader.place))

    def listed_anew(self) -> None:
        """Open what was open the last time, once it is there; else what the list has chosen now."""
        key = self._listed.key_of(self._returning_to)
        if key is not None:
            self._returning_to = None
            session = self._keeping.session
            self.go_to(Opening(key, "again", (session.passage, session.offset)))
            return
        if not self._listed.is_reading_in:  # it will not come any more
            self._returning_to = None
        if not self._listed.keeps_row or self.open_key not in self._listed.headlines:
            self._read_ahead()

    def rest_on_row(self) -> None:
        """Show the chosen document beside the list, unless one went from this row to where no row is."""
        if self._documents.current_key != self._row_left:
            self._row_left = None
            if self._documents.current_key != self.open_key:
                self._read_ahead()

    def _read_ahead(self) -> None:
        """Show the chosen document, unless another is on its way to be read."""
        key = self._documents.current_key
        if key is None:
            self.open_key = self._coming = None
            self._reader.clear()
            self.label()
            self._tell_emptied()
        elif self._coming is None or self._coming.how == "shown":
            self.open(Opening(key, "shown"))

    # What comes

    def take(self, fetched: ArticleFetched) -> Opening | None:
        """Show a document that has come; None where something else is wanted by now."""
        opening = self._coming
        if opening is None or self._questions.is_late("fetch", fetched.question):
            return None
        self._coming = None
        self.open_key = fetched.key
        reading = fetched.reading
        hit = -1
        before = self._reader.article
        if opening.how == "again" and before is not None and before.id == reading.article.id:
            # One may have moved on since it was asked for
            hit, opening = self._reader.hit_index, replace(opening, place=self._reader.place)
        self._reader.show_article(reading.article, reading.hits, self._clauses_asked)
        self._clauses.walk_here()
        if hit >= 0:
            self._reader.go_to_hit(hit)
        snippet = next(iter(reading.snippets), None)
        self._documents.show_snippet(fetched.key, snippet, reading.hits, self._clauses_asked)
        self._keeping.session = replace(self._keeping.session, document=reading.article.id)
        self._arrive(opening)
        if opening.is_to_read:
            self.mark_read()
        return opening

    def failed(self, failed: FetchFailed) -> bool:
        """Wait no longer for what cannot be read; False where something else is wanted by now."""
        if self._questions.is_late("fetch", failed.question):
            return False
        self._coming = None
        return True

    def _arrive(self, opening: Opening) -> None:
        match opening.how:
            case "read" | "first hit":
                self._reader.go_to_walked(0)
            case "hit":
                self._reader.go_to_hit(opening.place[0])
            case "last hit":
                self._reader.go_to_walked(-1)
            case "at" | "again":
                passage, offset = opening.place
                if offset is None:
                    self._reader.go_to_passage(passage)
                else:
                    self._reader.restore((passage, offset))
            case "shown" | "first mention" | "last mention":  # mentions are not known here
                pass
        self._reader.set_marks("reason", opening.marks)

    # What is open

    def mark_read(self) -> None:
        """Take down that the open document was read."""
        if self._reader.article is not None:
            self._tell_read(self._reader.article.id)

    def label(self) -> None:
        """Say where in the open document one is, and take it down."""
        reader, article, session = self._reader, self._reader.article, self._keeping.session
        if article is None:
            reader.label("", "")
            return
        name, hits_total = self._clauses.name, self._clauses.hits_total
        if not self._clauses.are_shown:
            name, hits_total = "", 0
        place = phrases.place(reader.walked_index, reader.walked_count, hits_total, reader.percent)
        reader.label(reader.legend, f"{name}: {place}" if name else place)
        if session.document == article.id and self._returning_to is None:
            passage, offset = reader.place
            self._keeping.session = replace(session, passage=passage, offset=offset)
