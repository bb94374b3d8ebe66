"""Searching on from what one reads: in the article, whose own hits come back, or in the library and back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from index.errors import QueryError
from index.model import Hit, HitClause
from tui.answers import HitsFetched
from tui.queries import quoted, within
from tui.render.words import pieces
from tui.screens import phrases
from tui.screens.keeping import Keeping
from tui.screens.room_questions import RoomQuestions
from tui.screens.search_on import Where
from tui.screens.searching import Searching
from tui.screens.wayfaring import Wayfaring
from tui.trail import Trail
from tui.widgets.reader import Reader


@dataclass(frozen=True, slots=True)
class _Left:
    """What was marked in the article before, and where one was."""

    hits: Sequence[Hit]
    clauses: Sequence[HitClause]
    clause: int | None
    hit: int
    place: tuple[int, int]


class SearchingOn:
    """Searches for what was selected, and finds the way back."""

    def __init__(
        self,
        reader: Reader,
        searching: Searching,
        questions: RoomQuestions,
        keeping: Keeping,
        way: Wayfaring,
        *,
        say: Callable[[str], None],
    ) -> None:
        """Begin with nothing searched for.

        Args:
            reader: Has the article, and marks what is found in it.
            searching: Makes searches in the library.
            questions: Are asked for hits in the article.
            keeping: Has the query.
            way: Knows where one is, and leads back.
            say: Says what was found.
        """
        self._reader = reader
        self._searching = searching
        self._questions = questions
        self._keeping = keeping
        self._way = way
        self._say = say
        self._from = 0
        self._asked = ""
        self._here: _Left | None = None
        self._library: tuple[str, Trail] | None = None

    @property
    def is_here(self) -> bool:
        """Whether the article shows what is searched for in it alone."""
        return self._here is not None

    # What is meant

    @property
    def begins_at(self) -> int:
        """Where in the text one is: at the hit one stands at, or where the current passage begins."""
        reader, article = self._reader, self._reader.article
        hit = reader.hits[reader.hit_index] if reader.hit_index >= 0 else None
        passage = article.passages[reader.passage] if article is not None and article.passages else None
        start, end = (passage.start, passage.end) if passage is not None else (0, 0)
        return hit.start if hit is not None and hit.field == "text" and start <= hit.start < end else start

    def selected(self, elsewhere: str) -> tuple[str, ...]:
        """The words to search for, in pieces that are found each.

        They are what is selected in the article; else what is selected elsewhere; else the hit one stands at.

        Args:
            elsewhere: What is selected on the screen.
        """
        reader, article = self._reader, self._reader.article
        span = reader.selected_span()
        if article is None or (span is None and elsewhere.strip()):
            return tuple(elsewhere.splitlines())
        if span is not None:
            self._from = span.start
            starts = [one.start for one in article.passages]
            return tuple(pieces(article.text, (span.start, span.end), starts))
        if reader.hit_index < 0:
            return ()
        hit = reader.hits[reader.hit_index]
        self._from = hit.start if hit.field == "text" else 0
        return ((article.title if hit.field == "title" else article.text)[hit.start : hit.end],)

    def passage_selected(self, texts: Sequence[str]) -> tuple[str, int | None]:
        """The words to look for the like of, and where in the article they begin.

        They are what is selected in the article as it stands there, else the words given.
        """
        article, span = self._reader.article, self._reader.selected_span()
        if article is None or span is None:
            return " ".join(texts), None
        return article.text[span.start : span.end], span.start

    def search(self, texts: Sequence[str], where: Where) -> bool:
        """Search for some words; tells whether there is another list now, to be gone to."""
        try:
            query = quoted(*texts)
            if where == "within":
                query = within(self._keeping.session.query, query)
        except QueryError as error:
            self._say(str(error))
            return False
        article = self._reader.article
        if not query:
            self._say(phrases.NO_WORD)
        elif where == "here" and article is not None:
            self._asked = query
            self._questions.hits(article.id, query)
        elif where != "here":
            self._search_library(query)
            return True
        return False

    # In the article

    def take(self, fetched: HitsFetched) -> None:
        """Mark what was found in the article, and go to the place one came from, or the next."""
        article = self._reader.article
        if self._questions.is_late("hits", fetched.question) or article is None:
            return
        if article.id != fetched.document:
            return
        if not fetched.hits:
            self._say(f"{self._asked} stands nowhere else here.")
            return
        reader = self._reader
        if self._here is None:
            self._here = _Left(reader.hits, reader.clauses, reader.clause, reader.hit_index, reader.place)
        reader.set_hits(fetched.hits)
        starts = [hit.end if hit.field == "text" else 0 for hit in fetched.hits]
        reader.go_to_hit(next((i for i, end in enumerate(starts) if end > self._from), 0))
        self._tell()

    def walk(self, step: Literal[1, -1]) -> None:
        """Go to the next place in the article, or to the one before."""
        if self._reader.next_hit() if step > 0 else self._reader.previous_hit():
            self._tell()
        else:
            self._say(f"No further {self._asked} here. Escape brings back what was marked before.")

    def _tell(self) -> None:
        here, number = self._reader.hit_index + 1, len(self._reader.hits)
        self._say(f"{self._asked}: {here} of {number} here · n N next, previous · Escape back")

    def forget(self) -> None:
        """Take notice that another article is shown, with marks of its own."""
        self._here = None
        self._questions.forget_hits()

    # In the library

    def _search_library(self, query: str) -> None:
        if self._here is not None:
            self._restore()
        self._way.stand()
        trail = self._way.trail
        if self._searching.make(query):
            self._library = query, trail

    # Back

    def back(self, *, from_list: bool) -> bool:
        """Go back to where one searched on from; False where one did not.

        Args:
            from_list: Whether one is in the list, from which a step back leads to where one came from.
        """
        if self._here is not None:
            self._restore()
            return True
        if not from_list or self._library is None or self._library[0] != self._keeping.session.query:
            return False
        (_, trail), self._library = self._library, None
        self._way.follow(trail)
        return True

    def _restore(self) -> None:
        before, self._here = self._here, None
        if before is None:
            return
        self._reader.set_hits(before.hits, before.clauses)
        self._reader.clause = before.clause
        if before.hit >= 0:
            self._reader.go_to_hit(before.hit)
        self._reader.restore(before.place)
