"""What a screen asks of the library: every question in a worker, its answer as a message.

Questions have numbers, and an answer that is no longer wanted is told by its number. Of lists
only one is looked for at a time; asked for another meanwhile, the search is called off and the
latest question is the next, so that typing fast piles nothing up.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from index.errors import Cancelled, CuttingsError, QueryError, SearchTooLong
from index.model import Entity, EntityType, Listing, Passage, Sort, Span
from tui.answers import (
    ArticleFetched,
    ClauseCounted,
    CompletionsFound,
    EntitiesFetched,
    Explained,
    FacetsFetched,
    Failed,
    FetchFailed,
    FindEnded,
    Found,
    HitsFetched,
    NamedFound,
    QueryRefused,
    RelatedFetched,
    RelatedToText,
    SkippedFetched,
)
from tui.library import Desk
from tui.render.shown import shown


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A list to be looked for."""

    number: int
    query: str
    sort: Sort
    anew: bool
    typed: str


class Questions:
    """Asks through a desk, on behalf of a screen, which gets the answers."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self._screen = screen
        self._desk = desk
        self._numbers = Counter[str]()
        self._next: _Wanted | None = None
        self._is_searching = False

    def is_late(self, kind: str, number: int) -> bool:
        """Whether something else of this kind has been asked since."""
        return number != self._numbers[kind]

    def _number(self, kind: str) -> int:
        self._numbers[kind] += 1
        return self._numbers[kind]

    def _ask(self, kind: str, ask: object) -> None:
        self._screen.run_worker(
            ask,  # type: ignore[arg-type]
            thread=True,
            exclusive=True,
            exit_on_error=False,
            group=kind,
            name=kind,  # else Textual would describe the worker by what it was given, texts and all
            description=kind,
        )

    # Lists

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
            answer = failure(error)
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

    # All else

    def clause_hits(self, listing: Listing, clauses: Sequence[int]) -> None:
        """Ask in which documents of a list some clauses have hits; the answer is a `ClauseCounted`.

        Args:
            listing: The list.
            clauses: The numbers that these hits bear.
        """
        number = self._number("clause")

        def ask() -> None:
            hits, reason = None, ""
            try:
                hits = self._desk.clause_hits(listing, clauses, lambda: self.is_late("clause", number))
            except Cancelled:
                return
            except Exception as error:
                reason = failure(error).reason
            self._screen.post_message(ClauseCounted(number, hits, reason))

        self._ask("clause", ask)

    def fetch(self, key: int, id: str, query: str) -> None:
        """Get a document; the answer is an `ArticleFetched` or a `FetchFailed`."""
        number = self._number("fetch")

        def ask() -> None:
            try:
                self._screen.post_message(ArticleFetched(number, key, self._desk.read(id, query)))
            except Exception as error:
                self._screen.post_message(FetchFailed(number, failure(error).reason))

        self._ask("fetch", ask)

    def entities(self, *, document: str | None, query: str, stands_out: bool = False) -> None:
        """Get the entities of a document, or of all that matches; the answer is an `EntitiesFetched`.

        Args:
            document: The document; None for all that matches.
            query: What matches.
            stands_out: Whether those only are wanted that stand out in it.
        """
        number = self._number("entities")

        def ask() -> None:
            try:
                found = self._desk.entities(document, query, stands_out=stands_out)
                only_known = self._desk.foreign_language(document)
                self._screen.post_message(EntitiesFetched(number, document, found, only_known))
            except Exception as error:
                self._screen.post_message(failure(error))

        self._ask("entities", ask)

    def named_at(self, document: str, places: Sequence[Span]) -> None:
        """Find out who is named at the first of some places that names any; the answer is a `NamedFound`."""
        self._named(lambda: self._desk.named_at(document, places))

    def named(self, name: str, type: EntityType) -> None:
        """Find out who is called by a name; the answer is a `NamedFound`."""
        self._named(lambda: self._desk.named(name, type))

    def _named(self, found: Callable[[], tuple[Entity, ...]]) -> None:
        number = self._number("named")

        def ask() -> None:
            try:
                self._screen.post_message(NamedFound(number, found()))
            except Exception as error:
                self._screen.post_message(failure(error))

        self._ask("named", ask)

    def facets(self, query: str) -> None:
        """Get outlets, languages and days of what matches, then names; the answers are `FacetsFetched`."""
        number = self._number("facets")

        def ask() -> None:
            try:
                found = self._desk.facets(query, lambda: self.is_late("facets", number))
                self._screen.post_message(FacetsFetched(number, found))
                if not self.is_late("facets", number):  # names take longer the first time
                    self._screen.post_message(FacetsFetched(number, self._desk.named_facets(found)))
            except Cancelled:
                pass  # others were asked for
            except Exception as error:
                self._screen.post_message(FacetsFetched(number, failure(error)))

        self._ask("facets", ask)

    def forget_facets(self) -> None:
        """Want no facets any more."""
        self._number("facets")

    def related(self, passages: Sequence[Passage]) -> None:
        """Get the related passages of some passages, one after the other, until others are asked for.

        The answers are a `RelatedFetched` each.
        """
        number = self._number("related")

        def ask() -> None:
            for passage in passages:
                if self.is_late("related", number):
                    return
                try:
                    answer: Message = RelatedFetched(number, passage, self._desk.related(passage))
                except Exception as error:
                    answer = failure(error)
                self._screen.post_message(answer)

        self._ask("related", ask)

    def related_to_text(self, text: str, start: int | None) -> None:
        """Get the passages that speak of the same as some words; the answer is a `RelatedToText`.

        Args:
            text: The words.
            start: Where they begin in the open article; None where they are not in it.
        """
        number = self._number("related")

        def ask() -> None:
            try:
                self._screen.post_message(RelatedToText(number, start, self._desk.related(text)))
            except Exception as error:
                self._screen.post_message(failure(error))

        self._ask("related", ask)

    def forget_related(self) -> None:
        """Want no related passages any more."""
        self._number("related")

    def hits(self, id: str, query: str) -> None:
        """Get the hits of a query in one document; the answer is a `HitsFetched`."""
        number = self._number("hits")

        def ask() -> None:
            try:
                found = self._desk.read(id, query).hits
                self._screen.post_message(HitsFetched(number, id, tuple(found)))
            except Exception as error:
                self._screen.post_message(failure(error))

        self._ask("hits", ask)

    def forget_hits(self) -> None:
        """Want no hits of another query any more."""
        self._number("hits")

    def complete(self, query: str, cursor: int) -> None:
        """Get what may stand where one types; the answers are `CompletionsFound`, those that come in time."""
        number = self._number("complete")

        def is_late() -> bool:
            return self.is_late("complete", number)

        def ask() -> None:
            try:
                if not is_late():
                    for found in self._desk.complete(query, cursor, is_late):
                        self._screen.post_message(CompletionsFound(number, found))
            except Cancelled:
                pass
            except Exception as error:
                self._screen.post_message(failure(error))
                self._screen.post_message(CompletionsFound(number, ()))

        self._ask("complete", ask)

    def forget_completions(self) -> None:
        """Want no completions any more."""
        self._number("complete")

    def skipped(self) -> None:
        """Get the files that were not read in; the answer is a `SkippedFetched`."""
        self._ask("skipped", lambda: self._screen.post_message(SkippedFetched(self._desk.skipped())))

    def sync(self, first: Iterable[str] = ()) -> None:
        """Bring the library up to date; the answers are many `SyncTold` and one `SyncEnded`.

        Args:
            first: Ids of documents to be dealt with before the others.
        """
        self._tell("sync", lambda: self._desk.sync(first))

    def follow_watched(self, first: Iterable[str] = ()) -> None:
        """Read articles for names again because of whom the user watches for; answered as `sync` is."""
        self._tell("follow", lambda: self._desk.follow_watched(first))

    def _tell(self, kind: str, work: Callable[[], Iterable[Message]]) -> None:
        def ask() -> None:
            for told in work():
                self._screen.post_message(told)

        self._ask(kind, ask)

    def warm(self) -> None:
        """Get ready for the first search while the reader looks at the first screen."""
        self._ask("warm", self._desk.warm)


def failure(error: Exception) -> Failed:
    """What to say of work that failed."""
    if isinstance(error, CuttingsError):
        return Failed(str(error))
    return Failed(f"Something failed that should not have: {shown(repr(error))}")
