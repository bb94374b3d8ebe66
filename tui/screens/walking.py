"""From hit to hit and from mention to mention, on into the next article of the list."""

from collections.abc import Callable, Mapping
from typing import Literal

from tui.screens import clause_phrases, list_phrases
from tui.screens.clauses import Clauses
from tui.screens.listing import Listed
from tui.screens.mentioning import Mentioning
from tui.screens.opening import How, Opener, Opening
from tui.screens.turns import Turns
from tui.widgets.document_list import DocumentList
from tui.widgets.reader import Reader

_ARRIVALS: Mapping[tuple[int, bool], How] = {
    (1, False): "first hit",
    (-1, False): "last hit",
    (1, True): "first mention",
    (-1, True): "last mention",
}
"""How one comes into the next document, by the step and whether mentions are walked."""


class Walking:
    """Goes through what was found; where the query has no hits, through the mentions."""

    def __init__(
        self,
        documents: DocumentList,
        reader: Reader,
        listed: Listed,
        opener: Opener,
        clauses: Clauses,
        mentioning: Mentioning,
        turns: Turns,
        *,
        arrived: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        """Take up the work.

        Args:
            documents: The list, with the chosen document.
            reader: Has the hits of the open one.
            listed: Knows the documents.
            opener: Opens the next one.
            clauses: Knows which of them have hits that are walked.
            mentioning: Knows the chosen entity.
            turns: Forgets the steps typed ahead beyond the last hit.
            arrived: Is told when the reader stands at a hit of the open document.
            say: Says where there is no further one.
        """
        self._documents = documents
        self._reader = reader
        self._listed = listed
        self._opener = opener
        self._clauses = clauses
        self._mentioning = mentioning
        self._turns = turns
        self._tell_arrived = arrived
        self._say = say

    def walk(self, step: Literal[1, -1]) -> None:
        """Go to the next hit, or to the one before."""
        by_mention = not self._listed.listing.hits_total and self._mentioning.chosen is not None
        name = self._clauses.name
        if not self._listed.listing.hits_total and not by_mention:
            self._say(list_phrases.no_hits(self._listed.query))
        elif self._is_chosen_open and self._walk_here(step, by_mention=by_mention):
            self._opener.mark_read()
            self._tell_arrived()
        elif (key := self._neighbour(step, with_hits=not by_mention)) is not None:
            self._opener.go_to(Opening(key, _ARRIVALS[step, by_mention], why="next hit"))
        else:
            self._turns.forget()
            self._say(clause_phrases.no_further(name) if step == 1 else clause_phrases.none_before(name))

    @property
    def _is_chosen_open(self) -> bool:
        return self._opener.open_key == self._documents.current_key

    def _walk_here(self, step: Literal[1, -1], *, by_mention: bool) -> bool:
        if by_mention:
            return self._mentioning.walk(step)
        return self._reader.next_hit() if step == 1 else self._reader.previous_hit()

    def _neighbour(self, step: Literal[1, -1], *, with_hits: bool) -> int | None:
        """Key of the next document of the list that has something to go to."""
        keys, hits = self._listed.listing.keys, self._clauses.hits
        place = self._documents.cursor
        if self._is_chosen_open:  # else nothing of the chosen document has been seen yet
            place += step
        while 0 <= place < len(keys):
            key = int(keys[place])
            if key in self._listed.headlines and (hits[place] or not with_hits):
                return key
            place += step
        return None
