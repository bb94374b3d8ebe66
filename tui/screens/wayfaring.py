"""The way the reader came: steps taken down on the trail, and gone back to."""

from collections.abc import Callable
from dataclasses import replace

from tui.screens import phrases
from tui.screens.keeping import Keeping
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.searching import Searching
from tui.screens.turns import Turns
from tui.trail import Step, Trail
from tui.widgets.reader import Reader


class Wayfaring:
    """Takes steps, and goes back and forward along them. The trail is the session's."""

    def __init__(
        self,
        reader: Reader,
        listed: Listed,
        searching: Searching,
        opener: Opener,
        keeping: Keeping,
        turns: Turns,
        *,
        say: Callable[[str], None],
    ) -> None:
        """Take up the work.

        Args:
            reader: Where one is.
            listed: Knows the documents of the library.
            searching: Takes the query of a step gone to.
            opener: Opens its document.
            keeping: Has the trail.
            turns: Let the list come before the document.
            say: Says where a step leads nowhere.
        """
        self._reader = reader
        self._listed = listed
        self._searching = searching
        self._opener = opener
        self._keeping = keeping
        self._turns = turns
        self._say = say

    @property
    def trail(self) -> Trail:
        """The trail, with the place at which the current step would be left."""
        trail, article = self._keeping.session.trail, self._reader.article
        if trail.current is None or article is None or trail.current.document != article.id:
            return trail
        return trail.update(self._reader.place)

    def walk(self, why: str, beside: str = "") -> None:
        """Take a step: where one is now, why, and the title of what it was compared with."""
        article = self._reader.article
        id, title = (article.id, article.title) if article is not None else (None, "")
        session = self._keeping.session
        step = Step(session.query, id, title, *self._reader.place, why, beside)
        self._keeping.session = replace(session, trail=session.trail.walk(step))

    def stand(self) -> None:
        """Take down exactly where one is, so that one can come back here; a step of its own, if need be."""
        article, session = self._reader.article, self._keeping.session
        step, here = session.trail.current, article.id if article is not None else None
        if step is None or (step.query, step.document) != (session.query, here):
            self.walk("read")
        self._keeping.session = replace(self._keeping.session, trail=self.trail)

    def back(self) -> None:
        """Go back to where one came from."""
        self._follow(self.trail.back(), "This is where the trail begins.")

    def forward(self) -> None:
        """Go forward again."""
        self._follow(self.trail.forward(), "The trail goes no further.")

    def _follow(self, trail: Trail | None, otherwise: str) -> None:
        if trail is None:
            self._say(otherwise)
        else:
            self.follow(trail)

    def follow(self, trail: Trail) -> None:
        """Go to the current step of a trail: list its query, then open its document."""
        self._keeping.session = replace(self._keeping.session, trail=trail)
        step = trail.current
        if step is not None:
            self._searching.set(step.query)
            self._turns.in_turn(lambda: self._return_to(step))

    def _return_to(self, step: Step) -> None:
        key = self._listed.key_of(step.document)
        if key is not None:
            self._opener.go_to(Opening(key, "at", (step.passage, step.offset)))
        else:
            self._say(phrases.GONE if step.document else "")
