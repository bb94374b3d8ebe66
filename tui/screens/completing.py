"""Completion in the search line: asked for while one types, chosen with Tab, never in the way of Enter."""

from collections.abc import Callable, Sequence

from tui.answers import CompletionsFound
from tui.render.completions import Offer, offers
from tui.screens.remembering import Remembering
from tui.screens.room_questions import RoomQuestions
from tui.widgets.completions import Completions
from tui.widgets.search_bar import SearchBar
from tui.widgets.status_line import Notice

MOST_FORMER = 3
"""Former searches that are offered at a time."""


class Completing:
    """Knows what is offered, what was typed, and which offer stands in the line instead."""

    def __init__(
        self,
        search_bar: SearchBar,
        shown: Completions,
        notice: Notice,
        questions: RoomQuestions,
        remembering: Remembering,
        *,
        written: Callable[[], None],
        nothing: Callable[[int], None],
    ) -> None:
        """Begin with nothing offered.

        Args:
            search_bar: Where one types.
            shown: Shows the offers.
            notice: Stands below the search line at times.
            questions: Are asked for completions.
            remembering: Has the former searches.
            written: Is told when an offer was put into the line.
            nothing: Is told which way one wanted to go where nothing is offered.
        """
        self._search_bar = search_bar
        self._shown = shown
        self._notice = notice
        self._questions = questions
        self._remembering = remembering
        self._tell_written = written
        self._tell_nothing = nothing
        self._is_asked = False
        self._wish = 0
        self._offers: Sequence[Offer] = ()
        self._typed = ("", 0)
        self._chosen = -1

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose from."""
        return bool(self._offers)

    @property
    def has_chosen(self) -> bool:
        """Whether an offer stands in the line."""
        return self._chosen >= 0

    def typed(self) -> None:
        """Ask what may stand where one types now."""
        self._typed, self._chosen = (self._search_bar.text, self._search_bar.cursor), -1
        self._wish = 0
        if not self._typed[0].strip():
            self.close()
        else:
            self._is_asked = True
            self._questions.complete(*self._typed)

    def take(self, found: CompletionsFound) -> None:
        """Offer what was found, unless one has typed on."""
        if self._questions.is_late("complete", found.question) or not self._search_bar.is_typing:
            return
        query, cursor = self._typed
        chosen = self._chosen
        at_end = cursor == len(query)
        begun = self._remembering.history.beginning(query)[:MOST_FORMER] if at_end else ()
        former = [(past.query, past.articles) for past in begun]
        self._offers, self._chosen = offers(query, found.completions, former), -1
        wish, self._wish, self._is_asked = self._wish, 0, False
        start = found.completions[0].start if found.completions else 0
        top = self._search_bar.size.height + (1 if self._notice.display else 0)
        self._shown.show(self._offers, self._search_bar.column_of(start), top)
        self._offers = self._offers[: len(self._shown.rows)]
        if chosen >= 0:  # they came without counts before
            self._chosen = chosen if chosen < len(self._offers) else -1
            self._shown.choose(self._chosen)
        if wish:
            self.choose(wish)

    def choose(self, step: int) -> None:
        """Put the next offer into the line, or the one before; between last and first what was typed.

        Where it is not known yet what is offered, this is done when it is.
        """
        if self._is_asked:
            self._wish = step
        elif not self.is_open:
            self._tell_nothing(step)
        else:
            self.choose_at((self._chosen + 1 + step) % (len(self._offers) + 1) - 1)

    def choose_at(self, index: int) -> None:
        """Put an offer into the line by its number; -1 puts what was typed there."""
        if not -1 <= index < len(self._offers):
            return
        is_only = len(self._offers) == 1
        self._chosen = index
        self._write()
        self._shown.choose(index)
        if is_only and index == 0:
            self.typed()  # it is taken, and one may go on from there

    def close(self) -> None:
        """Offer nothing any more; what stands in the line stays."""
        self._questions.forget_completions()
        self._offers, self._chosen = (), -1
        self._wish, self._is_asked = 0, False
        self._shown.show((), 0, 0)

    def drop(self) -> None:
        """Offer nothing any more, and put back what was typed."""
        if self.has_chosen:
            self._chosen = -1
            self._write()
        self.close()

    def _write(self) -> None:
        offer = self._offers[self._chosen] if self._chosen >= 0 else None
        text, cursor = (offer.query, offer.cursor) if offer is not None else self._typed
        self._search_bar.set_text(text, cursor)
        self._tell_written()
