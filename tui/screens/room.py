"""What is behind the main screen: its questions to the library and what came back.

The screen that shows it all is `tui.screens.main`; it lays out, binds keys and moves between
panes. Here every question gets a number, runs in a worker, and its late answer is dropped.
"""

import time
from collections.abc import Mapping

from textual import on, work
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from index.errors import Cancelled, CuttingsError, QueryError
from index.model import Headline, Listing, Sort
from tui.answers import ArticleFetched, Failed, Found, QueryRefused, SkippedFetched, SyncEnded, SyncTold
from tui.library import Desk

REFRESH_SECONDS = 2.0
"""While articles are read in, the list takes notice of them this often."""


class Room(Screen[None]):
    """A screen over one library: what is listed, what is open, what is being asked."""

    def __init__(self, desk: Desk, query: str, sort: Sort | None) -> None:
        """Ask through `desk`, beginning with a query and the order chosen for it."""
        super().__init__()
        self.desk = desk
        """Asks the library."""
        self.listing = Listing(query, (), (), 0, 0, ())
        """The documents that are listed."""
        self.headlines: Mapping[int, Headline] = {}
        """What the list shows, by key."""
        self.sort_chosen = sort
        """The order the reader chose; None for the one that fits the query."""
        self.query_wanted = query
        """The query last asked."""
        self._question = 0
        self._answered = 0
        self._fetch = 0
        self._stale = True
        self._refreshed = 0.0
        self._typing: Timer | None = None

    @property
    def order(self) -> Sort:
        """The order of the list."""
        return self.order_for(self.listing.query)

    def order_for(self, query: str) -> Sort:
        """The order chosen, or the one that fits a query: by relevance where there is one."""
        has_words = bool(query.strip())
        if self.sort_chosen is None:
            return "relevance" if has_words else "newest"
        needs_query = self.sort_chosen in ("relevance", "hits")
        return "newest" if needs_query and not has_words else self.sort_chosen

    # Lists

    def find(self, query: str) -> None:
        """List what matches a query; the answer is a `Found` or a `QueryRefused`."""
        self._question += 1
        self.query_wanted = query
        self._find(self._question, query, self.order_for(query), self._stale)

    @work(thread=True, exclusive=True, exit_on_error=False, group="find")
    def _find(self, question: int, query: str, sort: Sort, anew: bool) -> None:
        worker = get_current_worker()
        try:
            self.post_message(
                self.desk.find(question, query, sort, anew=anew, cancelled=lambda: worker.is_cancelled)
            )
        except Cancelled:
            return
        except QueryError as error:
            self.post_message(QueryRefused(question, str(error), error.start, error.end))
        except CuttingsError as error:
            self.post_message(Failed(str(error)))

    @property
    def is_finding(self) -> bool:
        """Whether a list that was asked for has not come yet."""
        return self._answered != self._question

    def is_late(self, answer: Found | QueryRefused) -> bool:
        """Whether something else has been asked since; takes note of the answer where not."""
        if answer.question == self._question:
            self._answered = answer.question
        return answer.question != self._question

    def accept(self, found: Found) -> None:
        """Take an answer for what is listed now."""
        self.listing = found.listing
        if found.headlines is not None:
            self.headlines = found.headlines
            self._stale = False

    # Documents

    def fetch(self, key: int) -> None:
        """Get a document to be read; the answer is an `ArticleFetched`."""
        self._fetch += 1
        headline = self.headlines.get(key)
        if headline is not None:
            self._fetch_article(self._fetch, key, headline.id, self.listing.query)

    @work(thread=True, exclusive=True, exit_on_error=False, group="fetch")
    def _fetch_article(self, question: int, key: int, id: str, query: str) -> None:
        try:
            self.post_message(self.desk.fetch(question, key, id, query))
        except CuttingsError as error:
            self.post_message(Failed(str(error)))

    def is_wanted(self, answer: ArticleFetched) -> bool:
        """Whether this is still the document to be read."""
        return answer.question == self._fetch

    @work(thread=True, exit_on_error=False, group="warm")
    def warm(self) -> None:
        """Get ready for the first search while the reader looks at the first screen."""
        self.desk.warm()

    @work(thread=True, exclusive=True, exit_on_error=False, group="skipped")
    def fetch_skipped(self) -> None:
        """Get the files that were not read in; the answer is a `SkippedFetched`."""
        self.post_message(SkippedFetched(self.desk.skipped()))

    # Bringing the library up to date

    @work(thread=True, exclusive=True, exit_on_error=False, group="sync")
    def sync(self) -> None:
        """Bring the library up to date; the answers are many `SyncTold` and one `SyncEnded`."""
        for told in self.desk.sync():
            self.post_message(told)

    @on(SyncTold)
    def _take_notice(self) -> None:
        """List again now and then what has been read in so far."""
        now = time.monotonic()
        if now - self._refreshed > REFRESH_SECONDS:
            self._refreshed = now
            self.refresh_list()

    @on(SyncEnded)
    def _take_last_notice(self) -> None:
        self.refresh_list()

    def refresh_list(self) -> None:
        """Ask again for what is listed, since the library may have changed."""
        self._stale = True
        self.find(self.asked)

    @property
    def asked(self) -> str:
        """The query last asked for; the screen says what that is while one types."""
        return self.listing.query
