"""Which clause of the query is walked, and in which articles of the list it has hits."""

from collections.abc import Callable, Sequence

from index.model import HitClause
from tui.answers import ClauseCounted
from tui.screens import clause_phrases
from tui.screens.listing import Listed
from tui.screens.room_questions import RoomQuestions
from tui.widgets.document_list import DocumentList
from tui.widgets.reader import Reader
from tui.widgets.search_bar import SearchBar


class Clauses:
    """Chooses what `n` walks: all hits, or those of one clause. Another query walks all again."""

    def __init__(
        self,
        documents: DocumentList,
        reader: Reader,
        search_bar: SearchBar,
        listed: Listed,
        questions: RoomQuestions,
        *,
        say: Callable[[str], None],
    ) -> None:
        """Begin with all hits.

        Args:
            documents: Counts the hits that are walked.
            reader: Walks them.
            search_bar: Shows which part of the query they are of.
            listed: Knows the clauses and which documents match.
            questions: Are asked in which of them a clause has hits.
            say: Says what is walked.
        """
        self.walked: int | None = None
        """The clause, by its place among those that have hits; None for all."""
        self._documents = documents
        self._reader = reader
        self._search_bar = search_bar
        self._listed = listed
        self._questions = questions
        self._say = say
        self._of: tuple[str, Sequence[HitClause]] = ("", ())
        self._hits: Sequence[int] = ()
        self._hits_total = 0
        self._is_new = False
        self.is_waiting = False
        """Whether it is not known yet where the clause has hits."""

    # What it can be asked

    @property
    def hits(self) -> Sequence[int]:
        """Number of hits that are walked in each document of the list."""
        if self.walked is None:
            return self._listed.listing.hits
        return self._listed.of_rows(self._hits) if self._hits else ()

    @property
    def hits_total(self) -> int:
        """Their sum."""
        return self._listed.listing.hits_total if self.walked is None else self._hits_total

    @property
    def name(self) -> str:
        """What the clause that is walked is called; empty where all are."""
        return "" if self.walked is None else clause_phrases.clause(self.walked, self._listed.clauses)

    @property
    def are_shown(self) -> bool:
        """Whether the reader shows hits of the query that is listed, and not of something else."""
        here, listed = ([one.text for one in of] for of in (self._reader.clauses, self._listed.clauses))
        return here == listed

    # Choosing

    def turn(self, step: int) -> None:
        """Walk the next clause, or the one before; behind the last one all of them."""
        choices = [None, *range(len(self._listed.clauses))]
        self.choose(choices[(choices.index(self.walked) + step) % len(choices)])

    def choose(self, clause: int | None) -> None:
        """Walk the hits of a clause, by its place among those that have hits, or all."""
        clauses = self._listed.clauses
        if len(clauses) < 2 or not (clause is None or 0 <= clause < len(clauses)):
            self._say(clause_phrases.no_clause(clauses, self._listed.query))
            return
        self._take(clause)
        if clause is None:
            self._say(clause_phrases.walks_all(clauses))
        else:
            self._is_new = True
            self._ask(clauses[clause])

    def _take(self, clause: int | None) -> None:
        self.walked, self.is_waiting = clause, False
        self._hits, self._hits_total = (), 0
        self._documents.walk(clause, self.hits)
        self._search_bar.walked = clause
        self.walk_here()

    def walk_here(self) -> None:
        """Let the reader walk what is walked, if it shows hits of the query that is listed."""
        walked = self.walked if self.are_shown else None
        if self._reader.clause != walked:
            self._reader.clause = walked

    # What comes

    def listed_anew(self) -> None:
        """Take notice of another list: of another query all hits are walked."""
        of = (self._listed.listing.query, self._listed.clauses)
        self._search_bar.clauses = self._listed.clauses
        if of != self._of:
            self._of = of
            if self.walked is not None:
                self._take(None)
        elif self.walked is not None:
            self._documents.walk(self.walked, ())
            self._ask(self._listed.clauses[self.walked])

    def laid_anew(self) -> None:
        """Take notice that copies were folded, or opened."""
        self._documents.walk(self.walked, self.hits)

    def _ask(self, clause: HitClause) -> None:
        self.is_waiting = True
        self._questions.clause_hits(self._listed.whole, clause.numbers)

    def take(self, counted: ClauseCounted) -> bool:
        """Show in which documents the clause has hits; False where something else is walked by now."""
        if not self.is_waiting or self._questions.is_late("clause", counted.question):
            return False
        self.is_waiting = False
        if counted.hits is None:
            self._take(None)
            self._say(counted.reason)
            return True
        self._hits, self._hits_total = counted.hits, sum(counted.hits)
        self._documents.walk(self.walked, self.hits)
        if self._is_new:
            self._is_new = False
            articles = sum(1 for hits in self._hits if hits)
            self._say(clause_phrases.walks(self.name, self._reader.walked_count, self._hits_total, articles))
        return True
