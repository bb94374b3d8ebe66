"""The actions on searches: former ones, saved ones, and a search within the results."""

from index.errors import QueryError
from tui.queries import to_be_continued
from tui.screens import phrases
from tui.screens.history import HistoryScreen
from tui.screens.room import Room
from tui.screens.saved import SavedScreen
from tui.screens.search_on import SearchOnScreen, Where


class SearchActions(Room):
    """What keys do to searches as a whole."""

    def action_search_within(self) -> None:
        """Let keys go into the search line behind the query, so that they narrow what it found."""
        try:
            begun = to_be_continued(self.session.query)
        except QueryError as error:
            self.notice.say("query", str(error))
            return
        self.search_bar.go_on(begun)

    def action_complete(self, step: int) -> None:
        """Put the next completion into the line, or the one before; where there is none, go to a pane."""
        self._completing.choose(step)

    def action_select(self) -> None:
        """Begin to select with keys, at the hit one stands at or in the current passage; mark a name."""
        if self._panes.current == "entities":
            self.sidebar.toggle_mark()
            return
        self._panes.go_to("reader")
        if self.reader.article is not None and not self.reader.begin_selecting(self._searching_on.begins_at):
            self.key_line.say(phrases.NO_WORD)

    def action_search_on(self) -> None:
        """Search for what is selected, for the entity or the hit one is at; else let a word be chosen."""
        entity = self.sidebar.current if self._panes.current == "entities" else None
        if entity is not None:
            texts: tuple[str, ...] = (entity.name,)
        else:
            texts = self._searching_on.selected(self.get_selected_text() or "")
        if not any(text.strip() for text in texts):
            self.key_line.say(phrases.CHOOSE_A_WORD)
            self._panes.go_to("reader")
            self.action_select()
            return
        self.app.push_screen(SearchOnScreen(" ".join(texts)), lambda where: self._search_on(texts, where))

    def _search_on(self, texts: tuple[str, ...], where: Where | None) -> None:
        if where is None:
            return
        about = self._searching_on.passage_selected(texts) if where == "related" else None
        self.reader.action_end_selecting()
        self.clear_selection()
        if about is not None:
            self._relating.ask_about(*about)
            self._panes.go_to("related")
        elif self._searching_on.search(texts, where):
            self._panes.go_to("list")
        elif where == "here":
            self._panes.go_to("reader")

    def action_older_search(self) -> None:
        """Put the search made before into the line; among completions, the one above."""
        if self._completing.has_chosen:
            self._completing.choose(-1)
        else:
            self._completing.close()
            self._recall(1)

    def action_newer_search(self) -> None:
        """Put the next completion into the line, or the search made after; else go to the list."""
        if self._completing.is_open:
            self._completing.choose(1)
        elif self._remembering.is_recalling:
            self._recall(-1)
        else:
            self._keep_results()

    def _recall(self, step: int) -> None:
        query = self._remembering.recall(self.search_bar.text, step)
        if query is not None:
            self.search_bar.set_text(query)
            self._searching.typed()

    def action_history(self) -> None:
        """Show the searches that were made."""
        self.app.push_screen(HistoryScreen(self._remembering.history), self._search_again)

    def action_saved(self) -> None:
        """Show the saved searches."""
        self.app.push_screen(SavedScreen(self._saving, self.session.query), self._open_saved)

    def _search_again(self, query: str | None) -> None:
        if query is not None and self._searching.make(query):
            self._panes.go_to("list")

    def _open_saved(self, query: str | None) -> None:
        if query is not None:
            self._search_again(query)
            self._saving.look(query)
