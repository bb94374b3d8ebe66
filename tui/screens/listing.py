"""The list of articles: which query it was asked for, what it shows, how far reading in has come."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.model import Headline, HitClause, Listing, Progress, Sort
from tui.answers import Failed, FindEnded, Found, QueryRefused
from tui.folding import Folding
from tui.queries import asks_names
from tui.render.arrays import np
from tui.render.dates import short_date
from tui.render.rows import outlet
from tui.render.shown import shown
from tui.render.titles import TitleCells
from tui.screens import list_phrases, phrases
from tui.screens.keeping import Keeping
from tui.screens.reading_in import New, ReadingIn
from tui.screens.room_questions import RoomQuestions
from tui.screens.unfinished import as_asked, as_typed
from tui.widgets.document_list import DocumentList
from tui.widgets.search_bar import SearchBar

SHORT_OUTLET = 18
"""Cells of an outlet where there is little room."""


class Listed:
    """Asks for the list and shows what comes."""

    def __init__(
        self,
        documents: DocumentList,
        search_bar: SearchBar,
        questions: RoomQuestions,
        keeping: Keeping,
        library: str,
    ) -> None:
        """Begin with nothing listed.

        Args:
            documents: Shows the list.
            search_bar: Shows what it sums up to.
            questions: Are asked for it.
            keeping: Has the order chosen, and the query of the last time.
            library: What the library is called.
        """
        self.whole = Listing("", (), (), 0, 0, ())
        """The documents that were found."""
        self.listing = self.whole
        """The documents that are listed: those that were found without copies that are folded."""
        self.folding = Folding()
        """Which of them that are."""
        self.clauses: tuple[HitClause, ...] = ()
        """The clauses of its query that hits can be of, as they stand in the search line."""
        self.headlines: Mapping[int, Headline] = {}
        """What is known of every document of the library, by key."""
        self.keeps_row = False
        """Whether the list that came last left the cursor where it was."""
        self.is_still_filling = False
        """Whether more may be found for the query at hand once all is read in."""
        self._doubt = ""
        self._documents = documents
        self._search_bar = search_bar
        self._questions = questions
        self._keeping = keeping
        self._library = library
        self._keys: Mapping[str, int] = {}
        self._asked = (keeping.session.query, False)
        self._answered: tuple[str, bool] | None = None
        self._asked_to_keep = False
        self._is_stale = True
        self._reading_in = ReadingIn()
        self._news = ""

    # What it can be asked

    @property
    def query(self) -> str:
        """The query that was asked for last, as it stands in the search line."""
        return self._asked[0]

    @property
    def is_live(self) -> bool:
        """Whether that was still being typed."""
        return self._asked[1]

    @property
    def is_waiting(self) -> bool:
        """Whether the list that was asked for has not come yet."""
        return self._answered != self._asked

    @property
    def is_reading_in(self) -> bool:
        """Whether articles are being read in, so that there may be more of them."""
        return self._reading_in.is_on

    @property
    def brings_names(self) -> bool:
        """Whether names are being read, so that there may be more of them."""
        return self._reading_in.brings_names

    @property
    def brings_passages(self) -> bool:
        """Whether passages are being made ready to compare."""
        return self._reading_in.brings_passages

    @property
    def order(self) -> Sort:
        """The order of the list: the one chosen, or the one that fits the query."""
        has_words, chosen = bool(self.query.strip()), self._keeping.session.sort
        if chosen is None:
            return "relevance" if has_words else "newest"
        return "newest" if chosen in ("relevance", "hits") and not has_words else chosen

    @property
    def doubt(self) -> str:
        """What is said of a part of the query that finds nothing, where others do."""
        return self._doubt

    @doubt.setter
    def doubt(self, said: str) -> None:
        self._doubt = said
        self._label()

    def key_of(self, document: str | None) -> int | None:
        """Key of a document by its id; None where the library does not have it."""
        return self._keys.get(document or "")

    def source_of(self, document: str) -> tuple[str, ...]:
        """Outlet and date of a document by its id, at length and then shorter; nothing where it is gone."""
        headline = self.headlines.get(self._keys.get(document, -1))
        if headline is None:
            return ()
        day = short_date(headline.published)
        if not headline.source:
            return (day,)
        source = shown(headline.source)
        short = outlet(source, SHORT_OUTLET)
        return f"{source}, {day}", f"{short}, {day}" if short else day, day

    # Asking

    def ask(self, query: str, *, live: bool = False, keep: bool = False) -> None:
        """Ask for the list of a query.

        Args:
            query: The query.
            live: Whether it is still being typed.
            keep: Whether to leave the cursor on its document.
        """
        self._asked, self._asked_to_keep = (query, live), keep
        wanted = as_typed(query) if live else query
        self._questions.find(wanted, self.order, anew=self._is_stale, typed=query)

    def ask_again(self, *, keep: bool) -> None:
        """Ask for the same list, since the library or the order may have changed."""
        self.ask(self.query, live=self.is_live, keep=keep)

    def take(self, ended: FindEnded) -> Found | QueryRefused | Failed | None:
        """Take an answer and show what was found; None where it comes too late."""
        answer = ended.answer
        if answer is None or self._questions.is_late("find", ended.question):
            return None
        self.keeps_row = self._asked_to_keep or self._answered == self._asked
        self._answered = self._asked
        self._reading_in.list_came()
        # A guess at what is being typed that finds nothing is not worth what was found before
        if isinstance(answer, Found) and (len(answer.listing.keys) or ended.trouble is None):
            self._show(answer)
        return answer

    def _show(self, found: Found) -> None:
        is_other = found.listing.query != self.whole.query
        self.whole = found.listing
        opened = frozenset[int]() if is_other else self.folding.opened
        is_on = not self._keeping.session.copies_listed
        self.folding = Folding(self.whole.keys, found.leaders, opened=opened, is_on=is_on)
        if self.keeps_row and (key := self._documents.current_key) is not None:
            self.folding = self.folding.revealed(key)
        self.clauses = found.clauses
        if self.is_live:
            self.clauses = as_asked(found.clauses, found.listing.query, self.query)
        if found.headlines is not None:
            self.headlines, self._keys = found.headlines, found.keys
            self._is_stale = self._reading_in.is_on  # there may be more of them by now
        total, copies = len(self.headlines), self.folding.copies
        self._search_bar.summaries = list_phrases.summaries(self.whole, total, self.order, copies)
        reading = self._reading_in
        is_open = reading.brings_articles or (reading.brings_names and asks_names(self.query))
        self.is_still_filling = is_open
        why = list_phrases.why_empty(self.whole, self.query, reading.phrase if is_open else "")
        self._documents.empty_text = why
        self._lay(keep=self.keeps_row, measured=found.measured)

    def _lay(self, *, keep: bool, measured: TitleCells | None = None) -> None:
        """Show what is not folded."""
        self.listing, folding = self.whole, self.folding
        if folding.folded or folding.opened:
            rows = folding.rows
            keys, hits = folding.keys[rows].tolist(), self.of_rows(self.whole.hits)
            self.listing = replace(self.whole, keys=keys, hits=hits)
        self._documents.show_listing(
            self.listing, self.headlines, keep=keep, measured=measured, folding=folding
        )
        self._label()

    def of_rows(self, numbers: Sequence[int]) -> list[int]:
        """Of numbers that all documents found have, those of the ones that are listed."""
        listed: list[int] = np.asarray(numbers, np.int64)[self.folding.rows].tolist()
        return listed

    # Copies

    def turn_copies(self, key: int) -> bool:
        """Show the copies of a document, or fold them; False where it has none in the list."""
        leader, turned = self.folding.leader_of(key), self.folding.turned(key)
        if leader is None or len(turned.rows) == len(self.folding.rows):
            return False
        self._documents.move_to_key(leader)
        self.folding = turned
        self._lay(keep=True)
        return True

    def fold_copies(self, *, is_on: bool) -> None:
        """Fold all copies, or give each a row of its own."""
        key = self._documents.current_key
        leader = self.folding.leader_of(key) if is_on and key is not None else None
        if leader is not None:
            self._documents.move_to_key(leader)
        self.folding = self.folding.switched(is_on=is_on)
        self._lay(keep=True)

    def reveal(self, key: int) -> bool:
        """Show a document that is folded; False where it is not."""
        revealed = self.folding.revealed(key)
        if revealed is self.folding:
            return False
        self.folding = revealed
        self._lay(keep=True)
        return True

    # Reading in

    def begin_reading_in(self) -> None:
        """Take notice that articles are being looked for."""
        self._reading_in.begin()

    def tell_progress(self, progress: Progress) -> New | None:
        """Say how far reading in has come, and list now and then what has been read; gives what is new."""
        new = self._reading_in.tell(progress)
        self._label()
        if new == "articles" or (new == "names" and asks_names(self.query)):
            self._ask_anew()
        return new

    def end_reading_in(self) -> None:
        """List what there is now."""
        self._reading_in.end()
        self._ask_anew()

    def end_voting(self) -> None:
        """Count names anew: a model has been heard on them."""
        self._reading_in.end()
        self._ask_anew()

    def _ask_anew(self) -> None:
        self._is_stale = True
        self._reading_in.list_asked()
        self.ask_again(keep=True)

    def tell_new(self, new: int) -> None:
        """Say how many articles are new in saved searches, until one has looked."""
        self._news = phrases.new_in_saved(new)
        self._label()

    def _label(self) -> None:
        folded = list_phrases.folded(self.folding.folded)
        parts = (list_phrases.left_out(self.whole), folded, self._doubt, self._reading_in.said, self._news)
        status = " · ".join(filter(None, parts))
        self._documents.label(f"Articles in {self._library}", status)
