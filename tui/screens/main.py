"""The reading room itself: search line, article list, reader."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Literal

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from index.model import SORTS
from tui.answers import ArticleFetched, Failed, Found, QueryRefused, SkippedFetched, SyncEnded, SyncTold
from tui.commands import BINDINGS, DIGITS, footer_keys
from tui.library import Desk
from tui.messages import DocumentChosen, HitChanged, OpenDocument, PassageChanged, ReaderScrolled
from tui.render.shown import shown
from tui.screens import leaving, phrases
from tui.screens.help import HelpScreen
from tui.screens.left_out import LeftOutScreen
from tui.screens.room import Room
from tui.state import Session, save_session
from tui.widgets.document_list import DocumentList
from tui.widgets.line_view import LineView
from tui.widgets.reader import Place, Reader
from tui.widgets.search_bar import SearchBar
from tui.widgets.status_line import KeyLine, Notice

NARROW = 72
"""Below this width one pane shows at a time."""
SMALLEST = (40, 12)
"""Below this size nothing useful fits."""
PREVIEW_SECONDS = 0.04
"""A document is shown beside the list once the cursor has rested on it this long."""
SAVE_SECONDS = 2.0
"""A dropped connection costs no more than this."""

Arrival = Literal["shown", "read", "first-hit", "last-hit", "restored"]
"""What to do when a document comes that was asked for."""


class MainScreen(Room):
    """Search line on top, articles left, the reader beside them, keys at the foot."""

    CSS_PATH = "main.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS, *DIGITS]

    search_bar = getters.query_one(SearchBar)
    documents = getters.query_one(DocumentList)
    reader = getters.query_one(Reader)
    notice = getters.query_one(Notice)
    key_line = getters.query_one(KeyLine)

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
        super().__init__(desk, session.query, session.sort)
        self.session = session
        """Where the reader is."""
        self._session_path = session_path
        self._keymap = keymap
        self._sync_wanted = sync
        self._returning_to = session.document
        self._arrival: Arrival = "shown"
        self._waiting: Callable[[], None] | None = None
        self._awaited_key: int | None = None
        self._open_key: int | None = None
        self._preview: Timer | None = None
        self._typed_count = ""
        self._reading_in = ""
        self._alone = False
        self._saved = session
        self._saving = threading.Lock()

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield SearchBar(id="search")
        yield Notice(id="notice")
        with Horizontal(id="panes"):
            yield DocumentList(id="documents")
            yield Reader(id="reader")
        yield KeyLine(id="keys")
        yield Static("", id="too-small", markup=False)

    def on_mount(self) -> None:
        """Ask for the list."""
        self.documents.density = "compact" if self.session.compact else "roomy"
        self.documents.read = set(self.session.read)
        self.documents.empty_text = "Opening the library."
        self.search_bar.set_text(self.session.query)
        self.set_focus(self.documents)
        self.set_interval(SAVE_SECONDS, self._save_if_changed)
        self.find(self.session.query)
        self.warm()
        if self._sync_wanted:
            self._reading_in = "looking for articles"
            self.sync()
        elif self.desk.damage:
            self.notice.say("library", self.desk.damage)

    # The list

    @property
    def asked(self) -> str:
        """The query whose results are wanted. Overrides `Room`."""
        return self.search_bar.text if self.search_bar.is_typing else self.session.query

    @on(SearchBar.Changed)
    def _query_typed(self) -> None:
        # What stands there now counts: of keys that came fast, this may be told of an earlier one
        if self.search_bar.text != self.query_wanted:
            self.find(self.search_bar.text)

    def action_keep_results(self) -> None:
        """Keep what the search line found."""
        query = self.search_bar.text
        if query != self.session.query:
            self.session = replace(self.session, query=query)
            self.find(query)
        self._go_to(self.documents)

    def action_drop_results(self) -> None:
        """Go back to what was listed before the query was changed."""
        self.search_bar.set_text(self.session.query)
        self.find(self.session.query)
        self._go_to(self.documents)

    @on(Found)
    def _show_found(self, event: Found) -> None:
        if self.is_late(event):
            return
        same = event.listing.query == self.listing.query
        self.accept(event)
        listing = self.listing
        self.search_bar.underline(None)
        self.search_bar.summary = phrases.summary(listing, len(self.headlines), self.order)
        nothing = phrases.nothing_found(listing.clauses, listing.undated) if listing.query.strip() else ""
        self.notice.clear("query")
        self.documents.empty_text = nothing or ("" if self._reading_in else phrases.NO_ARTICLES)
        self.documents.show_listing(listing, self.headlines, keep=same)
        self._label_list()
        returning_to = self._key_of(self._returning_to)
        if returning_to is not None and self.documents.move_to_key(returning_to):
            self._returning_to = None
            self._ask_for(returning_to, "restored")
        elif not same or self._open_key is None or self._open_key not in self.headlines:
            self._read_ahead()
        self._do_what_waited()

    def _when_found(self, action: Callable[[], None]) -> None:
        """Do something with the list, once the one that was asked for is there."""
        if self.is_finding:
            self._waiting = action
        else:
            action()

    def _do_what_waited(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _key_of(self, id: str | None) -> int | None:
        return next((key for key, one in self.headlines.items() if one.id == id), None) if id else None

    @on(QueryRefused)
    def _show_trouble(self, event: QueryRefused) -> None:
        if not self.is_late(event):
            self.search_bar.underline((event.start, event.end))
            self.notice.say("query", event.reason)
            self._waiting = None

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell of a failure that nobody foresaw."""
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self.notice.say("library", f"Something failed: {shown(repr(event.worker.error))}")

    @on(Failed)
    def _show_failure(self, event: Failed) -> None:
        self.notice.say("library", event.reason)

    def _label_list(self) -> None:
        undated = f"{self.listing.undated:,} undated left out" if self.listing.undated else ""
        self.documents.label("Articles", " · ".join(filter(None, (undated, self._reading_in))))

    @on(SyncTold)
    def _tell_progress(self, event: SyncTold) -> None:
        self._reading_in = phrases.progress(event.progress)
        self._label_list()

    @on(SyncEnded)
    def _tell_end(self, event: SyncEnded) -> None:
        self._reading_in = ""
        self._label_list()
        if event.error:
            self.notice.say("library", event.error)
        elif told := phrases.changes(event.added, event.updated, event.removed, event.skipped):
            self.key_line.say(told)

    # The reader

    @on(DocumentChosen)
    def _row_chosen(self, event: DocumentChosen) -> None:
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.set_timer(PREVIEW_SECONDS, self._rest_on_row)

    def _rest_on_row(self) -> None:
        if self.documents.current_key != self._open_key:
            self._read_ahead()

    def _read_ahead(self) -> None:
        """Show the chosen document beside the list."""
        key = self.documents.current_key
        if key is None:
            self._open_key = None
            self.reader.show_article(None)
            self._label_reader()
        else:
            self._ask_for(key, "shown")

    @on(OpenDocument)
    def _document_wanted(self, event: OpenDocument) -> None:
        self._ask_for(event.key, "read")

    def read_document(self, key: int) -> None:
        """Read a document, whether the list holds it or not."""
        self.documents.move_to_key(key)
        self._ask_for(key, "read")

    def _ask_for(self, key: int, arrival: Arrival) -> None:
        if arrival == "shown" and key == self._awaited_key:
            return  # it is on its way already, perhaps to be read
        self._awaited_key, self._arrival = key, arrival
        self.fetch(key)

    @on(ArticleFetched)
    def _show_article(self, event: ArticleFetched) -> None:
        if not self.is_wanted(event):
            return
        arrival, self._awaited_key = self._arrival, None
        self._open_key = event.key
        reading = event.reading
        self.reader.show_article(reading.article, reading.hits)
        titles = [(hit.start, hit.end) for hit in reading.hits if hit.field == "title"]
        self.documents.show_snippet(event.key, reading.snippets[0] if reading.snippets else None, titles)
        match arrival:
            case "read" | "first-hit":
                self.reader.go_to_hit(0)
            case "last-hit":
                self.reader.go_to_hit(-1)
            case "restored":
                self.reader.restore(Place(self.session.passage, self.session.offset))
            case "shown":
                pass
        if arrival in ("read", "first-hit", "last-hit"):
            self._mark_read(event.reading.article.id)
            self._go_to(self.reader)
        self.session = replace(self.session, document=event.reading.article.id)
        self._label_reader()

    def _mark_read(self, id: str) -> None:
        if id not in self.session.read:
            self.session = self.session.with_read(id)
            self.documents.read = set(self.session.read)

    @on(HitChanged)
    @on(PassageChanged)
    @on(ReaderScrolled)
    def _label_reader(self) -> None:
        reader = self.reader
        status = ""
        if reader.article is not None:
            status = phrases.place(
                reader.hit_index, len(reader.hits), self.listing.hits_total, reader.percent
            )
            place = reader.place
            if self.session.document == reader.article.id:
                self.session = replace(self.session, passage=place.passage, offset=place.offset)
        reader.label("", status)

    # Keys

    def action_digit(self, digit: int) -> None:
        """Collect a count before a motion."""
        self._typed_count = (self._typed_count + str(digit)).lstrip("0")[:6]

    def _take_count(self) -> int | None:
        count, self._typed_count = self._typed_count, ""
        return int(count) if count else None

    def action_pane(self, name: str) -> None:
        """Do something in the pane that has the focus, as often as the count says."""
        pane = self.focused if isinstance(self.focused, LineView) else self.documents
        count = self._take_count()
        action = getattr(pane, f"action_{name}")
        action() if count is None else action(count)

    def action_search(self) -> None:
        """Let keys go into the search line."""
        self.search_bar.edit()

    def action_open(self) -> None:
        """Read the chosen document."""
        if self.focused is self.documents:
            self._when_found(self._read_chosen)

    def _read_chosen(self) -> None:
        key = self.documents.current_key
        if key is not None:
            self._ask_for(key, "read")

    def action_next_hit(self) -> None:
        """Go to the next hit, on into the next document."""
        count = self._take_count() or 1
        self._when_found(lambda: self._walk_hits(count, 1))

    def action_previous_hit(self) -> None:
        """Go to the previous hit, back into the previous document."""
        count = self._take_count() or 1
        self._when_found(lambda: self._walk_hits(count, -1))

    def _walk_hits(self, count: int, step: Literal[1, -1]) -> None:
        if not self.listing.query.strip():
            self.key_line.say("Nothing is searched for. / goes to the search line.")
            return
        reader = self.reader
        walk = reader.next_hit if step == 1 else reader.previous_hit
        if self._open_key == self.documents.current_key and walk(count):
            self._go_to(reader)
            return
        key = self._neighbour_with_hits(step)
        if key is None:
            self.key_line.say("No further hit." if step == 1 else "No hit before this one.")
            return
        self.documents.move_to_key(key)
        self._ask_for(key, "first-hit" if step == 1 else "last-hit")

    def _neighbour_with_hits(self, step: Literal[1, -1]) -> int | None:
        keys, hits = self.listing.keys, self.listing.hits
        place = self.documents.cursor + step
        if self._open_key != self.documents.current_key:
            place -= step  # nothing of the chosen document has been seen yet
        while 0 <= place < len(keys):
            if hits[place]:
                return int(keys[place])
            place += step
        return None

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        self.reader.next_passage(self._take_count() or 1)

    def action_previous_passage(self) -> None:
        """Go to the previous passage."""
        self.reader.previous_passage(self._take_count() or 1)

    def action_sort(self) -> None:
        """Take the next order."""
        orders = SORTS if self.session.query.strip() else ("newest", "oldest", "source")
        self.sort_chosen = orders[(orders.index(self.order) + 1) % len(orders)]
        self.session = replace(self.session, sort=self.sort_chosen)
        self.find(self.session.query)

    def action_density(self) -> None:
        """Show the list in its other density."""
        compact = self.documents.density == "roomy"
        self.documents.density = "compact" if compact else "roomy"
        self.session = replace(self.session, compact=compact)

    def action_theme(self) -> None:
        """Take the other theme."""
        light = not self.session.light
        self.app.theme = "cuttings-light" if light else "cuttings-dark"
        self.session = replace(self.session, light=light)

    def action_copy(self) -> None:
        """Copy the selection or the passage."""
        self.key_line.say(leaving.copy(self.app, self.reader, cite=False))

    def action_copy_cited(self) -> None:
        """Copy it with its citation."""
        self.key_line.say(leaving.copy(self.app, self.reader, cite=True))

    def action_editor(self) -> None:
        """Open the file in an editor."""
        self.key_line.say(leaving.edit(self.app, self.reader))

    def action_left_out(self) -> None:
        """Show the files that were not read in."""
        self.fetch_skipped()

    @on(SkippedFetched)
    def _show_skipped(self, event: SkippedFetched) -> None:
        self.app.push_screen(LeftOutScreen(event.skipped))

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen(self._keymap))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    # Panes

    def action_back(self) -> None:
        """Go one step back."""
        self.notice.clear("library")
        if self._typed_count:
            self._typed_count = ""
        elif self._alone:
            self.action_reader_alone()
        else:
            self._go_to(self.documents)

    def action_next_pane(self) -> None:
        """Go to the other pane."""
        self._go_to(self.documents if self.focused is self.reader else self.reader)

    action_previous_pane = action_next_pane

    def action_reader_alone(self) -> None:
        """Show the reader alone, or everything again."""
        self._alone = not self._alone
        self._go_to(self.reader)

    def _go_to(self, pane: LineView) -> None:
        if pane is self.documents:
            self._alone = False
        self._arrange(pane)
        self.set_focus(pane)

    def _arrange(self, pane: LineView) -> None:
        """Show the panes there is room for; `pane` is one of them."""
        narrow = self.size.width < NARROW
        self.documents.display = not self._alone and (not narrow or pane is self.documents)
        self.reader.display = not narrow or pane is self.reader

    def on_resize(self, event: Resize) -> None:
        """Fit the panes to the new size."""
        self._arrange(self.reader if self.focused is self.reader else self.documents)
        width, height = event.size
        too_small = width < SMALLEST[0] or height < SMALLEST[1]
        self.query_one("#too-small", Static).update(phrases.too_small(width, height, SMALLEST))
        self.set_class(too_small, "-too-small")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show the keys that matter in this pane."""
        pane = (
            "list"
            if event.widget is self.documents
            else "reader"
            if event.widget is self.reader
            else "search"
        )
        self.key_line.keys = footer_keys(pane, self._keymap)

    # What is kept for the next start

    def on_unmount(self) -> None:
        """Keep where the reader is, before the screen goes."""
        with self._saving, suppress(OSError):  # nobody is left to be told
            save_session(self._session_path, self.session)

    def _save_if_changed(self) -> None:
        if self.session != self._saved:
            self._saved = self.session
            self._save()

    @work(thread=True, exit_on_error=False, group="keep")
    def _save(self) -> None:
        """Write down what is current when it is this worker's turn, so that the last one writes the last."""
        with self._saving:
            try:
                save_session(self._session_path, self.session)
            except OSError as error:
                self.post_message(Failed(f"Where you are cannot be kept: {error.strerror or error}."))
