"""The reading room itself: search line, articles, reader, entities, related passages.

The screen lays out, hands each message to the object whose work it is, and names the actions.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.screen import Screen
from textual.widgets import Static

from index.errors import QueryError
from index.model import SORTS, Headline, Listing
from tui.answers import (
    ArticleFetched,
    EntitiesFetched,
    Failed,
    FetchFailed,
    FindEnded,
    Found,
    QueryRefused,
    RelatedFetched,
    SkippedFetched,
    SyncEnded,
    SyncTold,
)
from tui.commands import BINDINGS, DIGITS, footer_keys
from tui.library import Desk
from tui.messages import (
    DocumentChosen,
    EntityChosen,
    HitChanged,
    OpenDocument,
    OpenRelated,
    PassageChanged,
    ReaderScrolled,
    RelatedChosen,
)
from tui.screens import leaving, phrases
from tui.screens.counting import Counting
from tui.screens.help import HelpScreen
from tui.screens.keeping import SAVE_SECONDS, Keeping
from tui.screens.left_out import LeftOutScreen
from tui.screens.listing import Listed
from tui.screens.mentioning import Mentioning
from tui.screens.opening import Opener, Opening
from tui.screens.panes import Panes
from tui.screens.questions import Questions
from tui.screens.relating import Relating
from tui.screens.resting import Resting
from tui.screens.searching import Searching
from tui.screens.trail import TrailScreen
from tui.screens.turns import Turns
from tui.screens.walking import Walking
from tui.screens.wayfaring import Wayfaring
from tui.state import Session
from tui.trail import Trail
from tui.widgets.document_list import DocumentList
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.reader import Reader
from tui.widgets.related_list import RelatedList
from tui.widgets.search_bar import SearchBar
from tui.widgets.status_line import KeyLine, Notice

SMALLEST = (40, 12)
"""Below this size nothing useful fits."""


class MainScreen(Screen[None]):
    """Search line on top, articles left, the reader, entities over related passages right."""

    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS, *DIGITS]

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
        self._questions = asked = Questions(self, self._desk)
        self._keeping = keeping = Keeping(self, self._desk, session, session_path)
        self._counting = Counting()
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
            kept=lambda: turns.in_turn(lambda: self._way.walk("search")),
        )
        self._opener = Opener(documents, reader, listed, asked, keeping, emptied=self._clear_side, say=say)
        self._way = Wayfaring(reader, listed, self._searching, self._opener, keeping, turns, say=say)
        self._mentioning = Mentioning(self.sidebar, reader, listed, asked)
        self._relating = Relating(
            self.relatives, reader, listed, self._opener, asked, read=lambda: self.session.read, say=say
        )
        self._walking = Walking(
            documents,
            reader,
            listed,
            self._opener,
            self._mentioning,
            turns,
            arrived=lambda: panes.go_to("reader"),
            say=say,
        )
        self._rest_on_row = Resting(self, self._opener.rest_on_row)
        self._rest_on_passage = Resting(self, self._relating.ask)

    def _is_waiting(self) -> bool:
        """Whether a list or a document that was asked for has not come yet."""
        return self._listed.is_waiting or self._opener.is_waiting

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.search_bar
        yield self.notice
        with Horizontal(id="panes"):
            yield self.documents
            yield self.reader
            yield self._side
        yield self.key_line
        yield self._too_small

    def on_mount(self) -> None:
        """Show the room as it was left."""
        self.documents.density = "compact" if self.session.compact else "roomy"
        self.documents.read = set(self.session.read)
        self.documents.empty_text = "Opening the library."
        self.search_bar.set_text(self.session.query)
        self.sidebar.label("Entities of this article")
        self.relatives.label("Related passages")
        self.set_focus(self.documents)
        self.set_interval(SAVE_SECONDS, self._keeping.save_if_changed)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Ask for the list, once there is something to be seen; keys may have come before."""
        self._listed.ask_again(keep=False)
        if self._sync_wanted:
            self._listed.begin_reading_in()
            self._questions.sync(self.session.opened)
        elif self._desk.damage:
            self.notice.say("library", self._desk.damage)

    def on_unmount(self) -> None:
        """Keep where the reader is, before the screen goes."""
        self._keeping.save_at_last()

    # What others ask

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

    def read_document(self, key: int) -> None:
        """Read a document, whether the list holds it or not."""
        self._opener.go_to(Opening(key, "read", why="by its name"))

    # What the library answers

    @on(FindEnded)
    def _take_list(self, event: FindEnded) -> None:
        self._questions.go_on()
        match self._listed.take(event):
            case Found():
                self._searching.found()
                self._mentioning.listed_anew()
                self._opener.listed_anew()
            case QueryRefused() as refused:
                self._searching.refused(refused)
            case Failed() as failed:
                self._tell_failure(failed)
        self._turns.go_on()
        if not self._is_warm:
            self._is_warm = True
            self.call_after_refresh(self._questions.warm)

    @on(ArticleFetched)
    def _take_article(self, event: ArticleFetched) -> None:
        opening = self._opener.take(event)
        if opening is None:
            return
        self._mentioning.opened(opening.how)
        if opening.is_to_read:
            self._panes.go_to("reader")
        if opening.why:
            self._way.walk(opening.why)
        self._passage_changed()
        self._turns.go_on()

    @on(FetchFailed)
    def _tell_unread(self, event: FetchFailed) -> None:
        if self._opener.failed(event):
            self.notice.say("library", event.reason)
            self._turns.go_on()

    @on(EntitiesFetched)
    def _take_entities(self, event: EntitiesFetched) -> None:
        self._mentioning.take(event)

    @on(RelatedFetched)
    def _take_related(self, event: RelatedFetched) -> None:
        self._relating.take(event)

    @on(SkippedFetched)
    def _take_skipped(self, event: SkippedFetched) -> None:
        self.app.push_screen(LeftOutScreen(event.skipped))

    @on(Failed)
    def _tell_failure(self, failed: Failed) -> None:
        self.notice.say("library", failed.reason)

    @on(SyncTold)
    def _tell_progress(self, event: SyncTold) -> None:
        if self._listed.tell_progress(event.progress) == "names":
            self._fill_side()

    @on(SyncEnded)
    def _tell_end(self, event: SyncEnded) -> None:
        self._listed.end_reading_in()
        if event.error or event.trouble:
            self.notice.say("library", event.error or event.trouble)
        if told := phrases.changes(event.added, event.updated, event.removed, event.skipped):
            self.key_line.say(told)
            self._opener.open_again()  # its names are known now, as the library knows them
        else:
            self._fill_side()

    def _fill_side(self) -> None:
        """Ask anew for what could not be shown beside the open article because it was still to come."""
        if self._mentioning.is_empty:
            self._opener.open_again()
        elif self._relating.is_empty:
            self._relating.ask()

    # What the widgets tell

    @on(SearchBar.Changed)
    def _query_typed(self) -> None:
        self._searching.typed()

    @on(DocumentChosen)
    def _row_chosen(self) -> None:
        self._rest_on_row.begin()

    @on(OpenDocument)
    def _document_wanted(self, event: OpenDocument) -> None:
        self._opener.open(Opening(event.key, "read", why="read"))

    @on(HitChanged)
    @on(ReaderScrolled)
    def _place_changed(self) -> None:
        self._opener.label()

    @on(PassageChanged)
    def _passage_changed(self) -> None:
        self._opener.label()
        self._rest_on_passage.begin()

    @on(RelatedChosen)
    def _relative_chosen(self) -> None:
        self._relating.mark_reasons()

    @on(OpenRelated)
    def _relative_wanted(self, event: OpenRelated) -> None:
        self._relating.jump(event.index)

    @on(EntityChosen)
    def _entity_chosen(self, event: EntityChosen) -> None:
        try:
            query = self._mentioning.choose(event.entity, self.session.query)
        except QueryError as error:
            self.notice.say("query", str(error))
            return
        self._searching.set(query, keep=True)
        if (entity := self._mentioning.chosen) is not None:
            self._turns.in_turn(lambda: self._way.walk(entity.name))
            self._mentioning.go_to_one()

    def _clear_side(self) -> None:
        """Show nothing beside the text, since there is no text."""
        self._mentioning.clear()
        self._relating.clear()

    def on_resize(self, event: Resize) -> None:
        """Fit the panes to the new size."""
        self._panes.arrange()
        width, height = event.size
        self._too_small.update(phrases.too_small(width, height, SMALLEST))
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-too-small")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show the keys that matter in this pane; a search line left in another way keeps its query."""
        self._searching.leave()
        self._panes.arrange()
        pane = "search" if self.search_bar.is_typing else self._panes.current
        self.key_line.keys = footer_keys(pane, self._keymap)

    # Finding

    def action_search(self) -> None:
        """Let keys go into the search line."""
        self.search_bar.edit()

    def action_keep_results(self) -> None:
        """Keep what the search line found."""
        if self._searching.keep():
            self._panes.go_to("list")

    def action_drop_results(self) -> None:
        """Go back to what was listed before the query was changed."""
        self._searching.drop()
        self._panes.go_to("list")

    def action_next_hit(self) -> None:
        """Go to the next hit, on into the next document."""
        for _ in range(self._counting.take() or 1):
            self._turns.in_turn(lambda: self._walking.walk(1))

    def action_previous_hit(self) -> None:
        """Go to the previous hit, back into the previous document."""
        for _ in range(self._counting.take() or 1):
            self._turns.in_turn(lambda: self._walking.walk(-1))

    def action_sort(self) -> None:
        """Take the next order."""
        orders = SORTS if self.session.query.strip() else ("newest", "oldest", "source")
        order = orders[(orders.index(self._listed.order) + 1) % len(orders)]
        self._keeping.session = replace(self.session, sort=order)
        self._listed.ask_again(keep=False)

    # Reading

    def action_open(self) -> None:
        """Read what is chosen in the pane that has the focus."""
        if self.search_bar.is_typing:
            self.action_keep_results()
        pane = self.focused
        if isinstance(pane, (DocumentList, EntitySidebar, RelatedList)):
            self._turns.in_turn(pane.item_opened)

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self._walking.walk_passages(count))

    def action_previous_passage(self) -> None:
        """Go to the previous passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self._walking.walk_passages(-count))

    def action_digit(self, digit: int) -> None:
        """Go to a related passage; in the list, collect a count before a motion."""
        if self.focused is self.documents:
            self._counting.add(digit)
        elif digit:
            self._turns.in_turn(lambda: self._relating.jump(digit - 1))

    def action_pane(self, name: str) -> None:
        """Do something in the pane that has the focus, as often as the count says."""
        count = self._counting.take()
        action = getattr(self._panes.focused, f"action_{name}")
        self._turns.in_turn(lambda: action() if count is None else action(count))

    def action_trail_back(self) -> None:
        """Go back to where one came from."""
        self._turns.in_turn(self._way.back)

    def action_trail_forward(self) -> None:
        """Go forward again."""
        self._turns.in_turn(self._way.forward)

    def action_trail(self) -> None:
        """Show the trail."""
        self.app.push_screen(TrailScreen(self._way.trail), self._go_along)

    def _go_along(self, trail: Trail | None) -> None:
        if trail is not None:
            self._turns.in_turn(lambda: self._way.follow(trail))

    def action_copy(self) -> None:
        """Copy the selection or the passage."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=False)))

    def action_copy_cited(self) -> None:
        """Copy it with its citation."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=True)))

    def action_editor(self) -> None:
        """Open the file in an editor."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.edit(self.app, self.reader)))

    # The room

    def action_back(self) -> None:
        """Go one step back."""
        self.notice.clear("library")
        self._turns.forget()
        if self._counting.take() is None:
            self._panes.back()

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._panes.turn(1)

    def action_previous_pane(self) -> None:
        """Go to the previous pane."""
        self._panes.turn(-1)

    def action_entities(self) -> None:
        """Go to the entities; there already, show those of all results, or of the article again."""
        if self._panes.current == "entities":
            self._mentioning.toggle_results()
        self._panes.go_to("entities")

    def action_related(self) -> None:
        """Go to the related passages."""
        self._panes.go_to("related")

    def action_reader_alone(self) -> None:
        """Show the reader alone, or everything again."""
        self._panes.toggle_alone()

    def action_density(self) -> None:
        """Show the list in its other density."""
        compact = self.documents.density == "roomy"
        self.documents.density = "compact" if compact else "roomy"
        self._keeping.session = replace(self.session, compact=compact)

    def action_theme(self) -> None:
        """Take the other theme."""
        light = not self.session.light
        self.app.theme = "cuttings-light" if light else "cuttings-dark"
        self._keeping.session = replace(self.session, light=light)

    def action_left_out(self) -> None:
        """Show the files that were not read in."""
        self._questions.skipped()

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen(self._keymap, "list" if self._panes.current == "list" else "reader"))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
