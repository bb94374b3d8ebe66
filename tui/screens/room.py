"""What the reading room is made of: its panes, and the objects that own its state."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from index.model import Entity, Headline, Listing
from tui.commands import ADVICE_KEYS, TAKE_KEY, footer_keys
from tui.library import Desk
from tui.screens.advising import Advising
from tui.screens.beside import Setting
from tui.screens.chronicling import Chronicling
from tui.screens.clauses import Clauses
from tui.screens.comparing import Comparing
from tui.screens.completing import Completing
from tui.screens.concording import Concording
from tui.screens.copying import Copying
from tui.screens.counting import Counting
from tui.screens.faceting import Faceting
from tui.screens.keeping import Keeping
from tui.screens.listing import Listed
from tui.screens.marking import Marking
from tui.screens.mender import Mender
from tui.screens.mentioning import Mentioning
from tui.screens.opening import Opener, Opening
from tui.screens.paging import Paging
from tui.screens.panes import Panes
from tui.screens.relating import Relating
from tui.screens.remembering import Remembering
from tui.screens.resting import Resting
from tui.screens.room_questions import RoomQuestions
from tui.screens.saving import Saving
from tui.screens.searching import Searching
from tui.screens.searching_on import SearchingOn
from tui.screens.tracing import Tracing
from tui.screens.trails import Trails
from tui.screens.turns import Turns
from tui.screens.walking import Walking
from tui.screens.watch_list import WatchLists
from tui.screens.wayfaring import Wayfaring
from tui.state import Session
from tui.trail import Trail
from tui.widgets.completions import Completions
from tui.widgets.document_list import DocumentList
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.reader import Reader
from tui.widgets.related_list import RelatedList
from tui.widgets.search_bar import SearchBar
from tui.widgets.status_line import KeyLine, Notice

LIST_SECONDS = 0.1
"""So long a list has to stand before it is asked why it is empty: whoever types does not wait for that."""


class Room(Screen[None]):
    """The panes laid out, and the parts that do the work; what hears and acts stands upon it."""

    def __init__(
        self, desk: Desk, session: Session, session_path: Path, *, keymap: Mapping[str, str], sync: bool
    ) -> None:
        """Show a library as it was left.

        Args:
            desk: Asks the library.
            session: Where the reader was.
            session_path: Where to keep that.
            keymap: The reader's own keys, by name of the command.
            sync: Whether to bring the library up to date.
        """
        super().__init__()
        self.search_bar = SearchBar(id="search")
        """The query, and what it found."""
        self.completions = Completions(id="completions")
        """What may stand in the query."""
        self.notice = Notice(id="notice")
        """What is wrong."""
        self.documents = DocumentList(id="documents")
        """The list of articles."""
        self.reader = Reader(id="reader")
        """The open article."""
        self.sidebar = EntitySidebar(id="entities")
        """Who and what is named in it."""
        self.relatives = RelatedList(id="related")
        """What other articles say of the same."""
        self.key_line = KeyLine(id="keys")
        """The keys that matter, and what there is to say."""
        self._side = Vertical(self.sidebar, self.relatives, id="side")
        self._too_small = Static("", id="too-small", markup=False)
        self._desk = desk
        self._keymap = keymap
        self._sync_wanted = sync
        self._is_warm = False
        self._make_parts(session, session_path)

    def _make_parts(self, session: Session, session_path: Path) -> None:
        """Give each piece of state its owner."""
        reader, documents, say = self.reader, self.documents, self.key_line.say
        self._questions = asked = RoomQuestions(self, self._desk)
        self._keeping = keeping = Keeping(self, self._desk, session, session_path)
        self._counting = Counting()
        self._remembering = Remembering(self, self._desk)
        self._saving = Saving(self, self._desk)
        self._trails = Trails(self, self._desk, keeping)
        self._marking = Marking(self, self._desk, documents, self.relatives, keeping)
        self._turns = turns = Turns(self._is_waiting)
        self._panes = panes = Panes(
            self,
            {"list": documents, "reader": reader, "entities": self.sidebar, "related": self.relatives},
            self._side,
        )
        self._listed = listed = Listed(documents, self.search_bar, asked, keeping, self._desk.name)
        self._searching = Searching(
            self.search_bar,
            self.notice,
            listed,
            keeping,
            check=self._desk.check,
            kept=lambda: turns.in_turn(self._search_kept),
            hint=lambda said: setattr(self.key_line, "hint", said),
        )
        self._completing = Completing(
            self.search_bar,
            self.completions,
            self.notice,
            asked,
            self._remembering,
            written=self._searching.typed,
            nothing=self._complete_nothing,
        )
        self._faceting = Faceting(listed, self._searching, keeping, asked)
        self._clauses = clauses = Clauses(documents, reader, self.search_bar, listed, asked, say=say)
        self._opener = Opener(
            documents,
            reader,
            listed,
            clauses,
            asked,
            keeping,
            emptied=self._clear_side,
            read=self._marking.mark_read,
            say=say,
        )
        self._way = Wayfaring(reader, listed, self._searching, self._opener, keeping, turns, say=say)
        self._searching_on = SearchingOn(reader, self._searching, asked, keeping, self._way, say=say)
        self._mender = Mender(self, self._desk)
        self._watch_list = WatchLists(self, self._desk)
        self._mentioning = Mentioning(self.sidebar, reader, listed, asked)
        self._relating = Relating(
            self.relatives,
            reader,
            listed,
            self._opener,
            asked,
            read=lambda: self._marking.read,
            stand=self._way.stand,
            say=say,
        )
        self._walking = Walking(
            documents,
            reader,
            listed,
            self._opener,
            clauses,
            self._mentioning,
            turns,
            arrived=lambda: panes.go_to("reader"),
            say=say,
        )
        self._paging = Paging(
            self,
            self._desk,
            lambda: listed.headlines,
            self._opener,
            asked,
            turns,
            self._mender,
            self._keymap,
            say=say,
        )
        self._tracing = Tracing(self, self._desk, reader, listed, self._opener, self._way, say=say)
        setting = Setting(self, self._desk, self._opener, turns, self._keymap, say)
        self._concording = Concording(setting, listed, self._searching, self._paging)
        self._chronicling = Chronicling(setting, listed, reader)
        self._comparing = Comparing(setting, listed, reader, self.relatives)
        # Where several were left to read, the first of these is come back to first
        self._beside = (self._paging, self._chronicling, self._comparing, self._concording)
        self._copying = Copying(self, self._desk, listed, self._opener, self._comparing, self._way)
        self._advising = Advising(
            documents,
            listed,
            self._searching,
            asked,
            taken=lambda: panes.go_to("list"),
            advised=self._show_keys,
            say=say,
        )
        self._rest_on_list = Resting(self, self._advising.rest, LIST_SECONDS)
        self._rest_on_row = Resting(self, self._opener.rest_on_row)
        self._rest_on_passage = Resting(self, self._relating.ask)

    def _is_waiting(self) -> bool:
        """Whether a list, a document or a count that was asked for has not come yet."""
        return self._listed.is_waiting or self._opener.is_waiting or self._clauses.is_waiting

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.search_bar
        yield self.notice
        with Horizontal(id="panes"):
            yield self.documents
            yield self.reader
            yield self._side
        yield self.key_line
        yield self.completions
        yield self._too_small

    def _keep_results(self) -> None:
        """Keep what the search line found, and go to it."""
        if self._searching.keep():
            self._panes.go_to("list")

    def _search_kept(self) -> None:
        """Take down a search that was made, once its list is there."""
        self._way.walk("search")
        if self.listing.query == self.session.query:
            self._remembering.made(self.session.query, len(self._listed.whole.keys))

    def _show_keys(self) -> None:
        """Show the keys that matter where one is."""
        pane = "search" if self.search_bar.is_typing else self._panes.current
        keys = footer_keys(pane, self._keymap)
        if self.documents.is_advising and pane in ("search", "list"):
            keys = (TAKE_KEY, *keys) if pane == "search" else (*ADVICE_KEYS, *keys)
        self.key_line.keys = keys

    def _complete_nothing(self, step: int) -> None:
        """Take the advice there is, where nothing is offered; else go to the next pane, or the one before."""
        if step > 0 and self.documents.is_advising:
            self._advising.choose(0)
        else:
            self._panes.turn(1 if step > 0 else -1)

    def _clear_side(self) -> None:
        """Show nothing beside the text, since there is no text."""
        self._mentioning.clear()
        self._relating.clear()

    @property
    def session(self) -> Session:
        """Where the reader is."""
        return self._keeping.session

    @property
    def trail(self) -> Trail:
        """The way the reader came."""
        return self.session.trail

    @property
    def listing(self) -> Listing:
        """The documents that are listed."""
        return self._listed.listing

    @property
    def headlines(self) -> Mapping[int, Headline]:
        """What is known of every document of the library, by key."""
        return self._listed.headlines

    def list_query(self, query: str) -> None:
        """Put a query into the search line, to be looked at and changed."""
        self._searching.put(query)

    def open_page(self, entity: str) -> None:
        """Show the page of an entity."""
        self._paging.open(entity)

    def entities_called(self, typed: str, most: int) -> tuple[Entity, ...]:
        """Some entities by the beginnings of their names; it may take long and touches nothing."""
        return self._desk.called(typed, most)

    def read_document(self, key: int) -> None:
        """Read a document, whether the list holds it or not."""
        self._opener.go_to(Opening(key, "read", why="by its name"))
