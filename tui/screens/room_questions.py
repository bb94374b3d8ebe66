"""What the reading room asks of the library."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from textual.message import Message

from index.errors import Cancelled
from index.model import Entity, EntityType, Listing, Passage, Span
from tui.answers import (
    ArticleFetched,
    ClauseCounted,
    CompletionsFound,
    EntitiesFetched,
    FacetsFetched,
    Failed,
    FetchFailed,
    HitsFetched,
    ModelHeard,
    NamedFound,
    RelatedFetched,
    RelatedToText,
    SkippedFetched,
    SyncEnded,
)
from tui.screens.list_questions import ListQuestions
from tui.screens.workers import reason


class RoomQuestions(ListQuestions):
    """Asks on behalf of the room, which gets the answers."""

    # The list

    def clause_hits(self, listing: Listing, clauses: Sequence[int]) -> None:
        """Ask in which documents of a list some clauses have hits; the answer is a `ClauseCounted`.

        Args:
            listing: The list.
            clauses: The numbers that these hits bear.
        """
        number = self._number("clause")

        def answer() -> Message:
            is_late = partial(self.is_late, "clause", number)
            return ClauseCounted(number, self._desk.clause_hits(listing, clauses, is_late))

        self._fetch("clause", answer, lambda why: ClauseCounted(number, None, why))

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
                self._screen.post_message(FacetsFetched(number, Failed(reason(error))))

        self._ask("facets", ask)

    def forget_facets(self) -> None:
        """Want no facets any more."""
        self._number("facets")

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
                self._screen.post_message(Failed(reason(error)))
                self._screen.post_message(CompletionsFound(number, ()))

        self._ask("complete", ask)

    def forget_completions(self) -> None:
        """Want no completions any more."""
        self._number("complete")

    # The article

    def fetch(self, key: int, id: str, query: str) -> None:
        """Get a document; the answer is an `ArticleFetched` or a `FetchFailed`."""
        number = self._number("fetch")
        self._fetch(
            "fetch",
            lambda: ArticleFetched(number, key, self._desk.read(id, query)),
            lambda why: FetchFailed(number, why),
        )

    def hits(self, id: str, query: str) -> None:
        """Get the hits of a query in one document; the answer is a `HitsFetched`."""
        number = self._number("hits")
        self._fetch("hits", lambda: HitsFetched(number, id, tuple(self._desk.read(id, query).hits)))

    def forget_hits(self) -> None:
        """Want no hits of another query any more."""
        self._number("hits")

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
                    answer = Failed(reason(error))
                self._screen.post_message(answer)

        self._ask("related", ask)

    def related_to_text(self, text: str, start: int | None) -> None:
        """Get the passages that speak of the same as some words; the answer is a `RelatedToText`.

        Args:
            text: The words.
            start: Where they begin in the open article; None where they are not in it.
        """
        number = self._number("related")
        self._fetch("related", lambda: RelatedToText(number, start, self._desk.related(text)))

    def forget_related(self) -> None:
        """Want no related passages any more."""
        self._number("related")

    # Names

    def entities(self, *, document: str | None, query: str, stands_out: bool = False) -> None:
        """Get the entities of a document, or of all that matches; the answer is an `EntitiesFetched`.

        Args:
            document: The document; None for all that matches.
            query: What matches.
            stands_out: Whether those only are wanted that stand out in it.
        """
        number = self._number("entities")

        def answer() -> Message:
            found = self._desk.entities(document, query, stands_out=stands_out)
            return EntitiesFetched(number, document, found, self._desk.foreign_language(document))

        self._fetch("entities", answer)

    def named_at(self, document: str, places: Sequence[Span]) -> None:
        """Find out who is named at the first of some places that names any; the answer is a `NamedFound`."""
        self._named(lambda: self._desk.named_at(document, places))

    def named(self, name: str, type: EntityType) -> None:
        """Find out who is called by a name; the answer is a `NamedFound`."""
        self._named(lambda: self._desk.named(name, type))

    def _named(self, found: Callable[[], tuple[Entity, ...]]) -> None:
        number = self._number("named")
        self._fetch("named", lambda: NamedFound(number, found()))

    # Reading in

    def skipped(self) -> None:
        """Get the files that were not read in; the answer is a `SkippedFetched`."""
        self._fetch("skipped", lambda: SkippedFetched(self._desk.skipped()))

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
        """Pass on what is told; whatever goes wrong, somebody waits to hear that it has ended."""

        def ask() -> None:
            has_ended = False
            try:
                for told in work():
                    has_ended = has_ended or isinstance(told, SyncEnded)
                    self._screen.post_message(told)
            except Exception as error:
                ended = ModelHeard(reason(error)) if has_ended else SyncEnded(reason(error))
                self._screen.post_message(ended)

        self._ask(kind, ask)

    def warm(self) -> None:
        """Get ready for the first search while the reader looks at the first screen."""
        self._ask("warm", self._desk.warm)
