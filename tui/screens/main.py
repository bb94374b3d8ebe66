"""The reading room itself: search line, articles, reader, entities, related passages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from index.errors import QueryError
from index.model import SORTS, Entity, Headline, Listing, Sort, Span
from tui.answers import (
    ArticleFetched,
    EntitiesFetched,
    Failed,
    FindEnded,
    Found,
    QueryRefused,
    RelatedFetched,
    SkippedFetched,
    SyncEnded,
    SyncTold,
)
from tui.commands import BINDINGS, DIGITS, footer_keys
from tui.entity_query import with_entity
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
from tui.screens.panes import Panes
from tui.screens.questions import Questions
from tui.screens.trail import TrailScreen
from tui.screens.turns import Turns
from tui.screens.unfinished import as_typed
from tui.state import Session
from tui.trail import Step, Trail
from tui.widgets.document_list import DocumentList
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.reader import Reader
from tui.widgets.related_list import RelatedList
from tui.widgets.search_bar import SearchBar
from tui.widgets.status_line import KeyLine, Notice

SMALLEST = (40, 12)
"""Below this size nothing useful fits."""
REST_SECONDS = 0.04
"""A row is read ahead, and a passage's relatives are asked for, once one has rested on it this long."""
REFRESH_EVERY = 20
"""While articles are read in, the list takes notice of them once in so many reports of progress."""

How = Literal["shown", "read", "first hit", "last hit", "at", "again"]
"""What is done with a document that comes: shown beside the list, or gone to."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A document on its way to the reader."""

    key: int
    """Its key."""
    how: How
    """What is done when it comes."""
    place: tuple[int, int | None] = (0, None)
    """For "at" and "again": the passage, and the offset of the window's first line from it."""
    why: str = ""
    """What led there, for the trail; empty where that is no step of it."""
    marks: tuple[Span, ...] = ()
    """What is marked there as the reason."""


class MainScreen(Screen[None]):
    """Search line on top, articles left, the reader, entities over related passages right."""

    CSS_PATH = "main.tcss"
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
        self.documents = DocumentList(id="documents")
        """The list of articles."""
        self.reader = Reader(id="reader")
        """The open article."""
        self.sidebar = EntitySidebar(id="entities")
        """Who and what is named in it."""
        self.relatives = RelatedList(id="related")
        """What other articles say of the same."""
        self.notice = Notice(id="notice")
        """What is wrong."""
        self.key_line = KeyLine(id="keys")
        """The keys that matter, and what there is to say."""
        self._side = Vertical(self.sidebar, self.relatives, id="side")
        self._too_small = Static("", id="too-small", markup=False)
        self._keeping = Keeping(self, desk, session, session_path)
        self._panes = Panes(
            self,
            {
                "list": self.documents,
                "reader": self.reader,
                "entities": self.sidebar,
                "related": self.relatives,
            },
            self._side,
        )
        self._turns = Turns(lambda: self._is_waiting)
        self._counting = Counting()
        self.listing = Listing("", (), (), 0, 0, ())
        """The documents that are listed."""
        self.headlines: Mapping[int, Headline] = {}
        """What the list shows, by key."""
        self._desk = desk
        self._questions = Questions(self, desk)
        self._keymap = keymap
        self._sync_wanted = sync
        self._keys: Mapping[str, int] = {}
        self._asked = (session.query, False)
        self._listed: tuple[str, bool] | None = None
        self._is_stale = True
        self._keeps_row = False
        self._opening: Opening | None = None
        self._returning_to = session.document
        self._open_key: int | None = None
        self._rest: Timer | None = None
        self._rest_passage: Timer | None = None
        self._reading_in = ""
        self._told = 0
        self._of_results = False
        self._entities: Mapping[str, Entity] = {}
        self._entity: Entity | None = None

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

    # What others ask

    @property
    def session(self) -> Session:
        """Where the reader is."""
        return self._keeping.session

    @property
    def trail(self) -> Trail:
        """The way the reader came."""
        return self.session.trail

    def on_mount(self) -> None:
        """Ask for the list."""
        self.documents.density = "compact" if self.session.compact else "roomy"
        self.documents.read = set(self.session.read)
        self.documents.empty_text = "Opening the library."
        self.search_bar.set_text(self.session.query)
        self.sidebar.label("Entities of this article")
        self.relatives.label("Related passages")
        self.set_focus(self.documents)
        self.set_interval(SAVE_SECONDS, self._keeping.save_if_changed)
        self._ask(self.session.query)
        self._questions.warm()
        if self._sync_wanted:
            self._reading_in = "looking for articles"
            self._questions.sync()
        elif self._desk.damage:
            self.notice.say("library", self._desk.damage)

    # The list

    @property
    def order(self) -> Sort:
        """The order of the list: the one chosen, or the one that fits the query."""
        has_words = bool(self._asked[0].strip())
        if self.session.sort is None:
            return "relevance" if has_words else "newest"
        return "newest" if self.session.sort in ("relevance", "hits") and not has_words else self.session.sort

    def _ask(self, query: str, *, live: bool = False, keep: bool = False) -> None:
        """Ask for the list of a query; `live` is one still being typed, `keep` leaves the row where it is."""
        self._asked, self._keeps_row = (query, live), keep
        self._questions.find(as_typed(query) if live else query, self.order, anew=self._is_stale)

    def _ask_again(self) -> None:
        """Ask for the same list, since the library or the order may have changed."""
        self._ask(self._asked[0], live=self._asked[1], keep=True)

    def list_query(self, query: str) -> None:
        """Put a query into the search line, to be looked at and changed."""
        self.search_bar.edit()
        self.search_bar.set_text(query)
        self._ask(query)

    @on(SearchBar.Changed)
    def _query_typed(self) -> None:
        # What stands there now counts: of keys that came fast, this may be told of an earlier one
        query = self.search_bar.text
        if query != self._asked[0]:
            self._ask(query, live=True)

    def action_keep_results(self) -> None:
        """Keep what the search line found."""
        if self._keep_query():
            self._panes.go_to("list")

    def _keep_query(self) -> bool:
        """Take the query of the search line; one that cannot be read is left there to be mended."""
        query = self.search_bar.text
        try:
            self._desk.check(query)
        except QueryError as error:
            self.search_bar.underline((error.start, error.end))
            self.notice.say("query", str(error))
            return False
        if query != self.session.query:
            self._keeping.session = replace(self.session, query=query)
            self._turns.in_turn(lambda: self._walk("search"))
        if self._asked != (query, False):
            self._ask(query)
        return True

    def action_drop_results(self) -> None:
        """Go back to what was listed before the query was changed."""
        self._drop_query()
        self._panes.go_to("list")

    def _drop_query(self) -> None:
        self.notice.clear("query")
        self.search_bar.underline(None)
        self._set_query(self.session.query)

    def _set_query(self, query: str, *, keep: bool = False) -> None:
        """Put a query into the search line and list what it finds."""
        self.search_bar.set_text(query)
        self._keeping.session = replace(self.session, query=query)
        if self._asked != (query, False):
            self._ask(query, keep=keep)

    @on(FindEnded)
    def _take_answer(self, event: FindEnded) -> None:
        self._questions.go_on()
        if event.answer is None or self._questions.is_late("find", event.question):
            return
        same, self._listed = self._listed == self._asked, self._asked
        match event.answer:
            case Found():
                self._show_found(event.answer, keep=same or self._keeps_row)
            case QueryRefused():
                self._refuse(event.answer)
            case Failed():
                self._show_failure(event.answer)
        self._turns.go_on()

    def _show_found(self, found: Found, *, keep: bool) -> None:
        self.listing = found.listing
        if found.headlines is not None:
            self.headlines, self._keys, self._is_stale = found.headlines, found.keys, False
        self.search_bar.underline(None)
        self.search_bar.summaries = phrases.summaries(self.listing, len(self.headlines), self.order)
        self.notice.clear("query")
        self.documents.empty_text = phrases.why_empty(self.listing, self._asked[0], self._reading_in)
        self.documents.show_listing(self.listing, self.headlines, keep=keep, measured=found.measured)
        self._label_list()
        if self._of_results:
            self._ask_entities()
        key = self._keys.get(self._returning_to or "")
        if key is not None:
            self._returning_to = None
            self.documents.move_to_key(key)
            place = (self.session.passage, self.session.offset)
            self._open(Opening(key, "again", place))
        elif not keep or self._open_key is None or self._open_key not in self.headlines:
            self._read_ahead()

    def _refuse(self, refused: QueryRefused) -> None:
        if not self.headlines and self._asked[0]:  # what was kept from the last time cannot be read
            self._set_query("")
        elif not self._asked[1]:
            self.search_bar.underline((refused.start, refused.end))
            self.notice.say("query", refused.reason)

    @on(Failed)
    def _show_failure(self, failed: Failed) -> None:
        self._opening = None
        self.notice.say("library", failed.reason)
        self._turns.go_on()

    def _label_list(self) -> None:
        undated = f"{self.listing.undated:,} undated left out" if self.listing.undated else ""
        status = " · ".join(filter(None, (undated, self._reading_in)))
        self.documents.label(f"Articles in {self._desk.name}", status)

    @on(SyncTold)
    def _tell_progress(self, event: SyncTold) -> None:
        self._reading_in = phrases.progress(event.progress)
        self._label_list()
        self._told += 1
        if event.progress.stage == "reading" and self._told % REFRESH_EVERY == 1:
            self._is_stale = True
            self._ask_again()

    @on(SyncEnded)
    def _tell_end(self, event: SyncEnded) -> None:
        self._reading_in = ""
        self._is_stale = True
        self._ask_again()
        if event.error:
            self.notice.say("library", event.error)
        elif told := phrases.changes(event.added, event.updated, event.removed, event.skipped):
            self.key_line.say(told)
            if self._open_key is not None and self._opening is None:  # its names are known now
                self._open(Opening(self._open_key, "again", self.reader.place))

    # The reader

    @on(DocumentChosen)
    def _row_chosen(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST_SECONDS, self._rest_on_row)

    def _rest_on_row(self) -> None:
        if self.documents.current_key != self._open_key:
            self._read_ahead()

    def _read_ahead(self) -> None:
        """Show the chosen document beside the list, unless another is on its way to be read."""
        key = self.documents.current_key
        if key is None:
            self._show_nothing()
        elif self._opening is None or self._opening.how == "shown":
            self._open(Opening(key, "shown"))

    def _show_nothing(self) -> None:
        self._open_key = self._opening = None
        self.reader.clear()
        self._label_reader()
        self._show_entities(())
        self._clear_related()

    @on(OpenDocument)
    def _document_wanted(self, event: OpenDocument) -> None:
        self._open(Opening(event.key, "read", why="read"))

    def read_document(self, key: int) -> None:
        """Read a document, whether the list holds it or not."""
        self.documents.move_to_key(key)
        self._open(Opening(key, "read", why="by its name"))

    def _open(self, opening: Opening) -> None:
        headline = self.headlines.get(opening.key)
        if headline is not None:
            self._opening = opening
            self._questions.fetch(opening.key, headline.id, self.listing.query)

    @on(ArticleFetched)
    def _show_article(self, event: ArticleFetched) -> None:
        opening = self._opening
        if opening is None or self._questions.is_late("fetch", event.question):
            return
        self._opening = None
        reading, article = event.reading, event.reading.article
        self._open_key = event.key
        self.reader.show_article(article, reading.hits)
        self.reader.set_marks("mention", self._mentions())
        titles = [(hit.start, hit.end) for hit in reading.hits if hit.field == "title"]
        self.documents.show_snippet(event.key, reading.snippets[0] if reading.snippets else None, titles)
        self._keeping.session = replace(self.session, document=article.id)
        self._arrive(opening)
        self._label_reader()
        if not self._of_results:
            self._ask_entities()
        self._passage_changed()
        self._turns.go_on()

    def _arrive(self, opening: Opening) -> None:
        match opening.how:
            case "read" | "first hit":
                self.reader.go_to_hit(0)
            case "last hit":
                self.reader.go_to_hit(-1)
            case "at" | "again":
                passage, offset = opening.place
                if offset is None:
                    self.reader.go_to_passage(passage)
                else:
                    self.reader.restore((passage, offset))
            case "shown":
                pass
        self.reader.set_marks("reason", opening.marks)
        if opening.how not in ("shown", "again"):
            self._mark_read()
            self._panes.go_to("reader")
        if opening.why:
            self._walk(opening.why)

    def _mark_read(self) -> None:
        article = self.reader.article
        if article is not None and article.id not in self.session.read:
            self._keeping.session = self.session.with_read(article.id)
            self.documents.read = set(self.session.read)

    @on(HitChanged)
    @on(ReaderScrolled)
    def _label_reader(self) -> None:
        reader, article = self.reader, self.reader.article
        status = ""
        if article is not None:
            status = phrases.place(
                reader.hit_index, len(reader.hits), self.listing.hits_total, reader.percent
            )
            if self.session.document == article.id and self._returning_to is None:
                passage, offset = reader.place
                self._keeping.session = replace(self.session, passage=passage, offset=offset)
        reader.label("", status)

    # Related passages

    @on(PassageChanged)
    def _passage_changed(self) -> None:
        self._label_reader()
        if self._rest_passage is not None:
            self._rest_passage.stop()
        self._rest_passage = self.set_timer(REST_SECONDS, self._ask_related)

    def _ask_related(self) -> None:
        article = self.reader.article
        if article is not None and article.passages:
            self._questions.related(article.passages[self.reader.passage])
        else:
            self._clear_related()

    def _clear_related(self) -> None:
        self._questions.forget_related()
        self.relatives.empty_text = ""
        self.relatives.show_related(())

    @on(RelatedFetched)
    def _show_related(self, event: RelatedFetched) -> None:
        if self._questions.is_late("related", event.question):
            return
        self.relatives.empty_text = phrases.NOTHING_RELATED
        self.relatives.show_related(event.related)
        self._mark_reasons()

    @on(RelatedChosen)
    def _mark_reasons(self) -> None:
        """Mark in the text why the chosen related passage is related."""
        row = self.relatives.current
        reasons = row.reasons if row is not None else ()
        self.reader.set_marks("reason", [Span(*place) for reason in reasons for place in reason.here])

    @on(OpenRelated)
    def _jump_to(self, event: OpenRelated) -> None:
        self._jump(event.index)

    def _jump(self, index: int) -> None:
        row = self.relatives.row(index)
        key = self._keys.get(row.document.id) if row is not None else None
        if row is None or key is None:
            self.key_line.say(f"There is no related passage {index + 1}.")
            return
        self.documents.move_to_key(key)
        marks = tuple(Span(*place) for reason in row.reasons for place in reason.there)
        self._open(Opening(key, "at", (row.passage, None), "related", marks))

    # Entities

    def _ask_entities(self) -> None:
        article = self.reader.article
        if self._of_results:
            self._questions.entities(document=None, query=self.listing.query)
        elif article is not None:
            self._questions.entities(document=article.id, query="")

    @on(EntitiesFetched)
    def _take_entities(self, event: EntitiesFetched) -> None:
        if not self._questions.is_late("entities", event.question):
            self._show_entities(event.entities)

    def _show_entities(self, entities: tuple[Entity, ...]) -> None:
        self.sidebar.label(f"Entities of {'these results' if self._of_results else 'this article'}")
        self.sidebar.empty_text = phrases.NO_ENTITIES
        self._entities = {one.id: one for one in entities}
        self.sidebar.show_entities(entities, keep=True)

    @on(EntityChosen)
    def _entity_chosen(self, event: EntityChosen) -> None:
        """Mark the mentions of an entity and only its, write it into the query, go to its first mention."""
        entity = self._entities.get(event.entity or "")
        query = self.session.query
        for one in (self._entity, entity):
            query = with_entity(query, one.type, one.name) if one is not None else query
        self._entity = entity
        self.reader.set_marks("mention", self._mentions())
        self._set_query(query, keep=True)
        if entity is not None:
            self._turns.in_turn(lambda: self._walk(entity.name))
            self._walk_mentions(1, first=True)

    def _mentions(self) -> list[Span]:
        """The mentions of the chosen entity in the open article."""
        article, entity = self.reader.article, self._entity
        if article is None or entity is None:
            return []
        return [Span(one.start, one.end, one.field) for one in article.mentions if one.entity == entity.id]

    def _walk_mentions(self, step: Literal[1, -1], *, first: bool = False) -> bool:
        """Go to the next passage that names the chosen entity; False where there is none."""
        article = self.reader.article
        starts = [span.start for span in self._mentions() if span.field == "text"]
        if article is None:
            return False
        numbers = [one.number for one in article.passages if any(one.start <= at < one.end for at in starts)]
        here = self.reader.passage
        ahead = [number for number in numbers if (number > here if step == 1 else number < here)]
        if first and here in numbers:
            return True
        if not ahead:
            return False
        return self.reader.go_to_passage(ahead[0] if step == 1 else ahead[-1])

    # Keys: what waits its turn

    @property
    def _is_waiting(self) -> bool:
        """Whether a list or a document that was asked for has not come yet."""
        is_opening = self._opening is not None and self._opening.how not in ("shown", "again")
        return self._listed != self._asked or is_opening

    def action_digit(self, digit: int) -> None:
        """Go to a related passage; in the list, collect a count before a motion."""
        if self.focused is self.documents:
            self._counting.add(digit)
        elif digit:
            self._turns.in_turn(lambda: self._jump(digit - 1))

    def action_pane(self, name: str) -> None:
        """Do something in the pane that has the focus, as often as the count says."""
        pane = self._panes.focused
        count = self._counting.take()
        action = getattr(pane, f"action_{name}")
        self._turns.in_turn(lambda: action() if count is None else action(count))

    def action_search(self) -> None:
        """Let keys go into the search line."""
        self.search_bar.edit()

    def action_open(self) -> None:
        """Read what is chosen in the pane that has the focus."""
        pane = self.focused
        if pane is self.documents:
            self._turns.in_turn(self.documents.item_opened)
        elif isinstance(pane, (EntitySidebar, RelatedList)):
            self._turns.in_turn(pane.item_opened)

    def action_next_hit(self) -> None:
        """Go to the next hit, on into the next document."""
        self._repeat(lambda: self._walk_hits(1))

    def action_previous_hit(self) -> None:
        """Go to the previous hit, back into the previous document."""
        self._repeat(lambda: self._walk_hits(-1))

    def _repeat(self, action: Callable[[], None]) -> None:
        for _ in range(self._counting.take() or 1):
            self._turns.in_turn(action)

    def _walk_hits(self, step: Literal[1, -1]) -> None:
        by_mention = not self.listing.hits_total and self._entity is not None
        if not self.listing.hits_total and not by_mention:
            self.key_line.say(phrases.no_hits(self.session.query))
            return
        reader = self.reader
        if self._open_key == self.documents.current_key:
            if by_mention:
                found = self._walk_mentions(step)
            else:
                found = reader.next_hit() if step == 1 else reader.previous_hit()
            if found:
                self._mark_read()
                self._panes.go_to("reader")
                return
        key = self._neighbour(step, with_hits=not by_mention)
        if key is None:
            self._turns.forget()
            self.key_line.say("No further hit." if step == 1 else "No hit before this one.")
            return
        self.documents.move_to_key(key)
        self._open(Opening(key, "first hit" if step == 1 else "last hit", why="next hit"))

    def _neighbour(self, step: Literal[1, -1], *, with_hits: bool) -> int | None:
        """Key of the next document of the list that has something to go to."""
        keys, hits = self.listing.keys, self.listing.hits
        place = self.documents.cursor + step
        if self._open_key != self.documents.current_key:
            place -= step  # nothing of the chosen document has been seen yet
        while 0 <= place < len(keys):
            if hits[place] or not with_hits:
                return int(keys[place])
            place += step
        return None

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self._walk_passages(count))

    def action_previous_passage(self) -> None:
        """Go to the previous passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self._walk_passages(-count))

    def _walk_passages(self, count: int) -> None:
        article = self.reader.article
        if article is not None:
            last = len(article.passages) - 1
            self.reader.go_to_passage(min(max(0, self.reader.passage + count), last))

    def action_sort(self) -> None:
        """Take the next order."""
        orders = SORTS if self.session.query.strip() else ("newest", "oldest", "source")
        order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._keeping.session = replace(self.session, sort=order)
        self._ask(self._asked[0], live=self._asked[1])

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

    def action_copy(self) -> None:
        """Copy the selection or the passage."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=False)))

    def action_copy_cited(self) -> None:
        """Copy it with its citation."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=True)))

    def action_editor(self) -> None:
        """Open the file in an editor."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.edit(self.app, self.reader)))

    def action_left_out(self) -> None:
        """Show the files that were not read in."""
        self._questions.skipped()

    @on(SkippedFetched)
    def _show_skipped(self, event: SkippedFetched) -> None:
        self.app.push_screen(LeftOutScreen(event.skipped))

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen(self._keymap, "list" if self._panes.current == "list" else "reader"))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    # The trail

    def _walk(self, why: str) -> None:
        """Take a step: where one is now, and why."""
        article = self.reader.article
        passage, offset = self.reader.place
        step = Step(
            self.session.query, article.id if article else None, article.title if article else "",
            passage, offset, why,
        )  # fmt: skip
        self._keep_trail(self.trail.walk(step))

    def _keep_trail(self, trail: Trail) -> None:
        self._keeping.session = replace(self.session, trail=trail)

    def _leave_step(self) -> Trail:
        """The trail, with the place at which the current step is left."""
        current, article = self.trail.current, self.reader.article
        if current is None or article is None or current.document != article.id:
            return self.trail
        return self.trail.update(self.reader.place)

    def action_trail_back(self) -> None:
        """Go back to where one came from."""
        self._turns.in_turn(
            lambda: self._follow(self._leave_step().back(), "This is where the trail begins.")
        )

    def action_trail_forward(self) -> None:
        """Go forward again."""
        self._turns.in_turn(lambda: self._follow(self._leave_step().forward(), "The trail goes no further."))

    def _follow(self, trail: Trail | None, otherwise: str) -> None:
        if trail is None:
            self.key_line.say(otherwise)
            return
        self._keep_trail(trail)
        step = trail.current
        if step is None:
            return
        self._set_query(step.query)
        self._turns.in_turn(lambda: self._return_to(step))

    def _return_to(self, step: Step) -> None:
        key = self._keys.get(step.document or "")
        if key is None:
            self.key_line.say("That article is no longer in the library." if step.document else "")
            return
        self.documents.move_to_key(key)
        self._open(Opening(key, "at", (step.passage, step.offset)))

    def action_trail(self) -> None:
        """Show the trail."""
        trail = self._leave_step()
        self.app.push_screen(TrailScreen(trail), self._go_along)

    def _go_along(self, trail: Trail | None) -> None:
        if trail is not None:
            self._turns.in_turn(lambda: self._follow(trail, ""))

    # Panes

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
            self._of_results = not self._of_results
            self._show_entities(())
            self._ask_entities()
        self._panes.go_to("entities")

    def action_related(self) -> None:
        """Go to the related passages."""
        self._panes.go_to("related")

    def action_reader_alone(self) -> None:
        """Show the reader alone, or everything again."""
        self._panes.toggle_alone()

    def on_resize(self, event: Resize) -> None:
        """Fit the panes to the new size."""
        self._panes.arrange()
        width, height = event.size
        too_small = width < SMALLEST[0] or height < SMALLEST[1]
        self._too_small.update(phrases.too_small(width, height, SMALLEST))
        self.set_class(too_small, "-too-small")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show the keys that matter in this pane; a search line left in another way keeps its query."""
        typing = self.search_bar.is_typing
        if not typing and self.search_bar.text != self.session.query and not self._keep_query():
            self._drop_query()
        self._panes.arrange()
        self.key_line.keys = footer_keys("search" if typing else self._panes.current, self._keymap)

    # What is kept for the next start

    def on_unmount(self) -> None:
        """Keep where the reader is, before the screen goes."""
        self._keeping.save_at_last()
