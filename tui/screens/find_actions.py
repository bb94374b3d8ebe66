"""The actions of finding: the search line, the hits, the order of the list."""

from dataclasses import replace
from typing import Literal

from index.model import SORTS, EntityType
from tui.queries import with_undated
from tui.screens import clause_phrases, list_phrases, phrases
from tui.screens.facets import FacetsScreen
from tui.screens.room import Room


class FindActions(Room):
    """What keys do to what is found."""

    def action_search(self) -> None:
        """Let keys go into the search line."""
        self.search_bar.edit()

    def action_keep_results(self) -> None:
        """Keep what the search line found."""
        self._keep_results()

    def action_drop_results(self) -> None:
        """Offer nothing any more; where nothing is offered, go back to what was listed before."""
        if self._completing.is_open:
            self._completing.drop()
            return
        self._searching.drop()
        self._panes.go_to("list")

    def action_next_hit(self) -> None:
        """Go to the next hit, on into the next document; of a search in the article alone, within it."""
        for _ in range(self._counting.take() or 1):
            self._turns.in_turn(lambda: self._walk(1))

    def action_previous_hit(self) -> None:
        """Go to the previous hit, back into the previous document."""
        for _ in range(self._counting.take() or 1):
            self._turns.in_turn(lambda: self._walk(-1))

    def _walk(self, step: Literal[1, -1]) -> None:
        if self._searching_on.is_here:
            self._searching_on.walk(step)
        else:
            self._walking.walk(step)

    def action_next_clause(self) -> None:
        """Walk the hits of the next clause alone, behind the last one all; a count says which clause."""
        self._turn_clause(1)

    def action_previous_clause(self) -> None:
        """Walk the hits of the clause before."""
        self._turn_clause(-1)

    def _turn_clause(self, step: int) -> None:
        count = self._counting.take()
        if self._searching_on.is_here:
            self.key_line.say(phrases.SEARCHED_HERE)
            return
        self._turns.in_turn(lambda: self.walk_clause(count - 1) if count else self._clauses.turn(step))
        self._turns.in_turn(self._opener.label)

    @property
    def clause_names(self) -> list[str]:
        """What the clauses are called whose hits can be walked."""
        clauses = self._listed.clauses
        return [clause_phrases.clause(place, clauses) for place in range(len(clauses))]

    def walk_clause(self, clause: int | None) -> None:
        """Walk the hits of one clause, by its place among those that have hits, or all."""
        self._clauses.choose(clause)
        self._opener.label()

    def action_undated(self) -> None:
        """Let in what has no date where the query asks for dates, or leave it out again."""
        self._searching.leave()
        query = self.session.query
        if (changed := with_undated(query)) == query:
            self.key_line.say(list_phrases.NO_DATES)
        else:
            self._searching.set(changed, keep=True)

    def action_facets(self) -> None:
        """Show outlets, languages and days of the results."""
        self._searching.leave()
        self._turns.in_turn(self._open_facets)

    def _open_facets(self) -> None:
        self.app.push_screen(FacetsScreen(self._faceting), self._facets_closed)

    def _facets_closed(self, wanted: tuple[str, EntityType] | None) -> None:
        if self._faceting.close():
            self._turns.in_turn(self._search_kept)
        if wanted is not None:
            self._paging.open_named(*wanted)

    def action_chronology(self) -> None:
        """Show the days meant: in the article, where one is reading, else in the results."""
        of_article = self._panes.current == "reader"
        self._concording.forget()
        self._paging.forget()
        self._turns.in_turn(lambda: self._chronicling.open(of_article=of_article))

    def action_concordance(self) -> None:
        """Show every hit of the query in its context."""
        self._chronicling.forget()
        self._turns.in_turn(self._concording.open)

    def action_take_suggestion(self) -> None:
        """Search for the first of what is suggested."""
        if self._advising.has_suggestions:
            self._advising.choose(0)
        else:
            self.key_line.say(list_phrases.NO_SUGGESTION)

    def action_fold(self) -> None:
        """Show the copies of the chosen article, or fold them."""
        self._turns.in_turn(self._turn_copies)

    def _turn_copies(self) -> None:
        key = self.documents.current_key
        if not self._listed.folding.is_on:
            self.key_line.say(list_phrases.COPIES_LISTED)
        elif key is None or not self._listed.turn_copies(key):
            is_known = not self._listed.is_reading_in
            self.key_line.say(list_phrases.NO_COPIES if is_known else list_phrases.COPIES_COMING)
        else:
            self._clauses.laid_anew()

    def action_fold_all(self) -> None:
        """Give each copy of an article a row of its own in the list, or fold all."""
        listed = not self.session.copies_listed
        self._keeping.session = replace(self.session, copies_listed=listed)
        self._turns.in_turn(lambda: self._fold_all(is_on=not listed))

    def _fold_all(self, *, is_on: bool) -> None:
        self._listed.fold_copies(is_on=is_on)
        self._clauses.laid_anew()
        self.key_line.say(list_phrases.COPIES_FOLDED if is_on else list_phrases.COPIES_LISTED)

    def action_sort(self) -> None:
        """Take the next order; among the entities: those that stand out in the results, or all."""
        if self._panes.current == "entities":
            self._mentioning.toggle_order()
            return
        orders = SORTS if self.session.query.strip() else ("newest", "oldest", "source")
        order = orders[(orders.index(self._listed.order) + 1) % len(orders)]
        self._keeping.session = replace(self.session, sort=order)
        self._listed.ask_again(keep=False)
