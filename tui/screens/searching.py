"""The query of the search line: typed, kept or dropped, and what is wrong with it."""

from collections.abc import Callable
from dataclasses import replace

from index.errors import QueryError
from tui.answers import QueryRefused
from tui.screens.keeping import Keeping
from tui.screens.listing import Listed
from tui.widgets.search_bar import SearchBar
from tui.widgets.status_line import Notice


class Searching:
    """Lists what the search line asks for. The query that is kept is the session's."""

    def __init__(
        self,
        search_bar: SearchBar,
        notice: Notice,
        listed: Listed,
        keeping: Keeping,
        *,
        check: Callable[[str], None],
        kept: Callable[[], None],
        hint: Callable[[str], None],
    ) -> None:
        """Take up the work.

        Args:
            search_bar: Has the query.
            notice: Says what is wrong with it.
            listed: Is asked for what it finds.
            keeping: Has the query that was kept.
            check: Raises QueryError where a query cannot be read.
            kept: Is told when another query is kept and its list was asked for.
            hint: Says something for as long as one types so, or falls silent.
        """
        self._search_bar = search_bar
        self._notice = notice
        self._listed = listed
        self._keeping = keeping
        self._check = check
        self._tell_kept = kept
        self._hint = hint

    def typed(self) -> None:
        """List what the query finds so far."""
        # What stands there now counts: of keys that came fast, this may be told of an earlier one
        query = self._search_bar.text
        if query != self._listed.query:
            self._listed.ask(query, live=True)

    def put(self, query: str) -> None:
        """Put a query into the search line, to be looked at and changed."""
        self._search_bar.edit()
        self._search_bar.set_text(query)
        self._listed.ask(query)

    def set(self, query: str, *, keep: bool = False) -> None:
        """Take a query as one that is kept, and list what it finds; `keep` leaves the row where it is."""
        self._search_bar.set_text(query)
        self._keeping.session = replace(self._keeping.session, query=query)
        self._list(query, keep=keep)

    def make(self, query: str) -> bool:
        """Search for something written elsewhere; what cannot be read is put into the line to be mended."""
        try:
            self._check(query)
        except QueryError:
            self.put(query)
            return False
        is_other = query != self._keeping.session.query
        self.set(query)
        if is_other:
            self._tell_kept()
        return True

    def keep(self) -> bool:
        """Keep the query of the search line; one that cannot be read is left there to be mended."""
        query = self._search_bar.text
        try:
            self._check(query)
        except QueryError as error:
            self._tell_trouble(str(error), error.start, error.end)
            return False
        is_other = query != self._keeping.session.query
        self._keeping.session = replace(self._keeping.session, query=query)
        self._list(query)
        if is_other:
            self._tell_kept()
        return True

    def drop(self) -> None:
        """Go back to the query that was kept."""
        self.found()
        self.set(self._keeping.session.query)

    def leave(self) -> None:
        """Keep a query that was left without a word, or drop it where it cannot be read."""
        is_kept = self._search_bar.text == self._keeping.session.query
        if not (self._search_bar.is_typing or is_kept or self.keep()):
            self.drop()

    def found(self, trouble: QueryRefused | None = None) -> None:
        """Say that nothing is wrong with the query, or what is, where one is still typing it."""
        self._notice.clear("query")
        self._search_bar.underline((trouble.start, trouble.end) if trouble else None)
        self._hint(trouble.reason if trouble else "")

    def refused(self, refused: QueryRefused) -> None:
        """Say what is wrong with the query that was listed; the list stays what it was."""
        if not self._listed.headlines and self._listed.query:
            self.set("")  # what was kept from the last time cannot be read
        elif self._listed.is_live:
            self.found(refused)
        else:
            self._tell_trouble(refused.reason, refused.start, refused.end)

    def _list(self, query: str, *, keep: bool = False) -> None:
        if self._listed.query != query or self._listed.is_live:
            self._listed.ask(query, keep=keep)

    def _tell_trouble(self, reason: str, start: int, end: int) -> None:
        self._hint("")
        self._search_bar.underline((start, end))
        self._notice.say("query", reason)
