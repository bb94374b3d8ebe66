"""What the room hears: the answers of the library, and what its panes tell; each goes to whose work it is."""

from textual import on

from index.errors import QueryError
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
    HistoryRead,
    HitsFetched,
    MarksRead,
    ModelHeard,
    NamedFound,
    NamesMended,
    NamesWatched,
    QueryRefused,
    RelatedFetched,
    RelatedToText,
    SavedRead,
    SkippedFetched,
    SyncEnded,
    SyncTold,
    TagsRead,
    TrailsRead,
    TrailWritten,
    WalkedElsewhere,
    WatchListChanged,
)
from tui.commands import footer_keys
from tui.messages import (
    DocumentChosen,
    EntityChosen,
    HitChanged,
    OpenDocument,
    OpenRelated,
    PassageChanged,
    ReaderScrolled,
    RelatedChosen,
    TakeSuggestion,
)
from tui.queries import asks_names
from tui.render.shown import shown
from tui.screens import phrases
from tui.screens.facets import FacetsScreen
from tui.screens.left_out import LeftOutScreen
from tui.screens.mendings import MendingsScreen
from tui.screens.opening import Opening
from tui.screens.room import Room
from tui.screens.saved import SavedScreen
from tui.screens.tagging import TagScreen
from tui.screens.trail import TrailScreen
from tui.widgets.completions import Completions
from tui.widgets.reader import Reader
from tui.widgets.search_bar import SearchBar


class Hearing(Room):
    """Hands each message to the object whose work it is."""

    # What the library answers

    @on(FindEnded)
    def _take_list(self, event: FindEnded) -> None:
        self._questions.go_on()
        match self._listed.take(event):
            case Found() as found:
                self._searching.found(event.trouble)
                self._advising.listed_anew()
                self._rest_on_list.begin()
                self._clauses.listed_anew()
                self._mentioning.listed_anew()
                self._faceting.listed_anew()
                self._opener.listed_anew()
                self._concording.listed_anew()
                self._chronicling.names_came()
                if found.headlines is not None and not self._listed.is_reading_in:
                    self._saving.count()
            case QueryRefused() as refused:
                self._searching.refused(refused)
            case Failed() as failed:
                self._tell_failure(failed)
        self._turns.go_on()
        if not self._is_warm:
            self._is_warm = True
            self.call_after_refresh(self._questions.warm)

    @on(ClauseCounted)
    def _take_counts(self, event: ClauseCounted) -> None:
        if self._clauses.take(event):
            self._opener.label()
            self._turns.go_on()

    @on(Explained)
    def _take_explanation(self, event: Explained) -> None:
        self._advising.take(event)

    @on(ArticleFetched)
    def _take_article(self, event: ArticleFetched) -> None:
        opening = self._opener.take(event)
        if opening is None:
            return
        self._searching_on.forget()
        self._mentioning.opened(opening.how, opening.entities)
        if opening.is_to_read:
            self._panes.go_to("reader")
        if opening.why:
            self._way.walk(opening.why, opening.beside)
        self._passage_changed()
        self._turns.go_on()

    @on(FetchFailed)
    def _tell_unread(self, event: FetchFailed) -> None:
        if self._opener.failed(event):
            self.notice.say("library", event.reason)
            self._turns.go_on()

    @on(EntitiesFetched)
    def _take_entities(self, event: EntitiesFetched) -> None:
        query = self._mentioning.take(event, self.session.query)
        if query is not None:
            self._searching.set(query, keep=True)

    @on(NamesMended)
    def _take_mended(self, event: NamesMended) -> None:
        self.key_line.say(event.said)
        self._paging.mended(event)
        if isinstance(screen := self.app.screen, MendingsScreen):
            screen.renew()
        if event.mending is None or event.mending.kind == "decline":
            return
        self._mentioning.mended(event.mending, event.to)
        self._opener.open_again()
        if asks_names(self.listing.query):
            self._listed.ask_again(keep=True)
        self._relating.ask()

    @on(NamesWatched)
    def _take_watched(self, event: NamesWatched) -> None:
        self.key_line.say(event.said)
        self._paging.tell(event.said)
        self._watch_list.look()

    @on(WatchListChanged)
    def _follow_watch_list(self, event: WatchListChanged) -> None:
        if not self._listed.is_reading_in and self._watch_list.begin(event.text):
            self._listed.begin_reading_in()
            self._questions.follow_watched(self.session.opened)

    @on(FacetsFetched)
    def _take_facets(self, event: FacetsFetched) -> None:
        screen = self.app.screen
        if isinstance(screen, FacetsScreen) and not self._faceting.is_late(event):
            if isinstance(event.answer, Failed):
                screen.fail(event.answer.reason)
            else:
                screen.show(event.answer)

    @on(NamedFound)
    def _take_named(self, event: NamedFound) -> None:
        self._paging.take(event)

    @on(RelatedFetched)
    def _take_related(self, event: RelatedFetched) -> None:
        self._relating.take(event)

    @on(RelatedToText)
    def _take_related_to_text(self, event: RelatedToText) -> None:
        self._relating.take_text(event)

    @on(SkippedFetched)
    def _take_skipped(self, event: SkippedFetched) -> None:
        self.app.push_screen(LeftOutScreen(event.skipped))

    @on(CompletionsFound)
    def _take_completions(self, event: CompletionsFound) -> None:
        self._completing.take(event)

    @on(HitsFetched)
    def _take_hits(self, event: HitsFetched) -> None:
        self._searching_on.take(event)

    @on(HistoryRead)
    def _take_history(self, event: HistoryRead) -> None:
        self._remembering.history = event.history

    @on(SavedRead)
    def _take_saved(self, event: SavedRead) -> None:
        news = self._saving.take(event)
        self._listed.tell_new(self._saving.new)
        if isinstance(self.app.screen, SavedScreen):
            self.app.screen.show()
        elif news:
            self.key_line.say(" · ".join(filter(None, (self.key_line.message, news))))

    @on(TrailsRead)
    def _take_trails(self, event: TrailsRead) -> None:
        self._trails.kept = event.kept
        if isinstance(self.app.screen, TrailScreen):
            self.app.screen.show()

    @on(WalkedElsewhere)
    def _take_steps(self, event: WalkedElsewhere) -> None:
        self.key_line.say(phrases.walked_elsewhere(event.kept_as))
        if not event.kept_as:
            trail = self._keeping.join(event.trail)
            if isinstance(self.app.screen, TrailScreen):
                self.app.screen.take(trail)

    @on(TrailWritten)
    def _tell_written(self, event: TrailWritten) -> None:
        said = event.trouble or f"Written down in {shown(event.path)}"
        if isinstance(self.app.screen, TrailScreen):
            self.app.screen.say(said)
        else:
            self.key_line.say(said)

    @on(MarksRead)
    def _take_marks(self, event: MarksRead) -> None:
        self._marking.take(event)

    @on(TagsRead)
    def _tags_read(self, event: TagsRead) -> None:
        def named(tags: tuple[str, ...] | None) -> None:
            if tags is not None and tags != event.tags:
                self.key_line.say(self._marking.set_tags(event.document, tags))

        self.app.push_screen(TagScreen(event.tags, event.known), named)

    @on(Failed)
    def _tell_failure(self, failed: Failed) -> None:
        self.notice.say("library", failed.reason)
        self._paging.fail(failed.reason)

    @on(SyncTold)
    def _tell_progress(self, event: SyncTold) -> None:
        if self._listed.tell_progress(event.progress) == "names":
            self._fill_side()

    @on(SyncEnded)
    def _tell_end(self, event: SyncEnded) -> None:
        self._listed.end_reading_in()
        self._relating.forget()
        if event.error or event.trouble:
            self.notice.say("library", event.error or event.trouble)
        if told := phrases.changes(event.added, event.updated, event.removed, event.skipped):
            self.key_line.say(told)
        if self._watch_list.end(failed=bool(event.error)) or told:
            self._opener.open_again()  # its names are known now, as the library knows them
        else:
            self._fill_side()

    @on(ModelHeard)
    def _tell_model(self, event: ModelHeard) -> None:
        self._listed.end_voting()
        if event.trouble:
            self.notice.say("library", event.trouble)
        else:
            self.key_line.say(phrases.MODEL_HEARD)
        self._opener.open_again()

    def _fill_side(self) -> None:
        """Ask anew for what could not be shown beside the open article because it was still to come."""
        self._chronicling.names_came()
        if self._mentioning.is_empty:
            self._opener.open_again()
        elif self._relating.is_empty:
            self._relating.ask()

    # What the widgets tell

    @on(SearchBar.Changed)
    def _query_typed(self) -> None:
        self._remembering.forget_place()
        self._searching.typed()
        self._completing.typed()

    @on(Reader.Selecting)
    def _keys_for_selecting(self, event: Reader.Selecting) -> None:
        pane = "select" if event.is_on else self._panes.current
        self.key_line.keys = footer_keys(pane, self._keymap)

    @on(Completions.Clicked)
    def _completion_clicked(self, event: Completions.Clicked) -> None:
        self._completing.choose_at(event.index)

    @on(TakeSuggestion)
    def _suggestion_taken(self, event: TakeSuggestion) -> None:
        self._advising.choose(event.index)

    @on(DocumentChosen)
    def _row_chosen(self) -> None:
        self._rest_on_row.begin()

    @on(OpenDocument)
    def _document_wanted(self, event: OpenDocument) -> None:
        for one in self._beside:
            one.forget()
        self._opener.open(Opening(event.key, "read", why="read"))

    @on(HitChanged)
    @on(ReaderScrolled)
    def _place_changed(self) -> None:
        self._opener.label()

    @on(PassageChanged)
    def _passage_changed(self) -> None:
        self._opener.label()
        self._relating.follow()
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
