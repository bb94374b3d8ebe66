"""The concordance: every hit of the query one a line, aligned, sorted, sifted, and read from.

What it is made of stands in `hits_shown`, what keys do to hits in `hit_actions`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from index.errors import QueryError
from index.model import Headline, HitClause, KwicSort, Listing, Span
from tui.commands import CONCORDANCE_COMMANDS, DIGITS
from tui.library import Desk
from tui.messages import OpenHit
from tui.queries import within
from tui.screens import hit_phrases, list_phrases
from tui.screens.hit_actions import HitActions
from tui.screens.hit_questions import QuerySource
from tui.sifting import Place, Sifting


class ConcordanceScreen(HitActions):
    """The hits of what the room lists. It stays as it is while one reads at one of them."""

    PANE = "concordance"
    OFFERED = CONCORDANCE_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*(one.binding for one in OFFERED), *DIGITS]

    def __init__(
        self,
        desk: Desk,
        keymap: Mapping[str, str],
        *,
        read: Callable[[Place], None],
        limit: Callable[[str], None],
        open_page: Callable[[str, Sequence[Span]], None],
        leave: Callable[[], None],
    ) -> None:
        """Begin without hits.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            read: Is told at which hit the reader wants to read.
            limit: Is told to which query the reader wants to limit the list.
            open_page: Is told at which places of which document someone is named whose page is wanted.
            leave: Is told that the reader goes back to the room.
        """
        super().__init__(desk, keymap, leave=leave)
        self.field = Input(id="limit", compact=True)
        """Where a filter is written."""
        self._desk = desk
        self._tell_read, self._tell_limit, self._tell_page = read, limit, open_page
        self._listing = Listing("", (), (), 0, 0, ())

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.hits
        yield self.field
        yield self.notice
        yield self.key_line

    def on_mount(self) -> None:
        """Let keys go to the hits."""
        self.field.display = False
        self.set_focus(self.hits)
        self.say_what_is_shown()

    # What it shows

    @property
    def asked(self) -> str:
        """The query whose hits are shown."""
        return self._listing.query

    def show(
        self,
        listing: Listing,
        headlines: Mapping[int, Headline],
        clauses: Sequence[HitClause],
        listed: KwicSort | None,
    ) -> None:
        """Show the hits of a list; of the list that is shown already nothing changes.

        What was rejected stays out as long as the query is the same.

        Args:
            listing: The documents.
            headlines: What is known of each, by catalog key.
            clauses: The clauses of the query that hits can be of.
            listed: The order they are in, where it is one of those of a concordance.
        """
        if listing is self._listing:
            return
        is_same, self._listing = listing.query == self._listing.query, listing
        self.hits.empty_text = list_phrases.no_hits(listing.query)
        self.notice.clear("query")
        self.show_hits(
            QuerySource(self._desk, listing),
            Sifting(listing.keys, listing.hits),
            headlines,
            clauses=clauses,
            listed=listed,
            like=is_same,
        )

    def say_what_is_shown(self) -> None:
        """Say what is shown, out of what, in which order, and what comes."""
        said = hit_phrases.concordance(
            self.sifting.kept,
            self.sifting.documents,
            self.sifting.rejected,
            self._sort,
            list_phrases.left_out(self._listing),
        )
        if self._coming is not None:
            said = hit_phrases.ordering(self._coming, self._told)
        self.hits.label(f"Concordance of “{self.asked}”", said)

    # Limiting

    def action_limit(self) -> None:
        """Let keys go into a filter."""
        row = self.hits.current
        outlet = None if row is None else self.hits.headline_of(row).source
        self.field.value = hit_phrases.outlet_filter(outlet)
        self.field.display = True
        self.set_focus(self.field)
        self.hits.label(f"Concordance of “{self.asked}”", "Limit to: Enter takes it, Escape does not")

    @on(Input.Submitted)
    def _take_limit(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            query = within(self.asked, event.value)
        except QueryError as error:
            self.notice.say("query", str(error))
            return
        self._close_field()
        if query != self.asked:
            self._tell_limit(query)

    def _close_field(self) -> None:
        self.field.display = False
        self.notice.clear("query")
        self.set_focus(self.hits)
        self.say_what_is_shown()

    # Reading, leaving

    def action_entity_page(self) -> None:
        """Show the page of whoever is named by the chosen hit, or else beside it."""
        row = self.hits.current
        line = None if row is None else self.hits.content_of(self.sifting.first_hit(row))
        if line is not None:
            hit = Span(line.start, line.end, line.field)
            beside = Span(line.start - len(line.left), line.end + len(line.right), line.field)
            self._tell_page(line.document.id, [hit, beside])

    @on(OpenHit)
    def _read(self, event: OpenHit) -> None:
        self._tell_read(self.sifting.place_of(event.hit))

    def action_back(self) -> None:
        """Go one step back: from the filter, from what is being sorted, to the room."""
        self.notice.clear("library")
        if self.field.display:
            self._close_field()
        elif self._counting.take() is not None:
            pass
        elif self._coming is not None:
            self._questions.forget_order()
            self._coming = None
            self.say_what_is_shown()
        else:
            self._tell_left()
