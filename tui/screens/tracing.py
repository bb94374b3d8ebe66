"""The quotation that is meant where one reads, traced and gone to in another article."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from index.model import Article, Carrier, Span
from tui.answers import TraceFetched
from tui.library import Desk
from tui.screens import phrases
from tui.screens.listing import Listed
from tui.screens.opening import Opener, Opening
from tui.screens.tracer import TracerScreen
from tui.screens.wayfaring import Wayfaring
from tui.screens.workers import fetch
from tui.widgets.reader import Reader

NO_QUOTATION = "No quotation here. V selects words, w looks who has them."


class Tracing:
    """Opens the tracer on what is selected, or on what the current passage quotes."""

    def __init__(
        self,
        room: Screen[None],
        desk: Desk,
        reader: Reader,
        listed: Listed,
        opener: Opener,
        way: Wayfaring,
        *,
        say: Callable[[str], None],
    ) -> None:
        """Take up the work.

        Args:
            room: The screen it is opened from, with what is selected.
            desk: Asks the library.
            reader: Has the article and the current passage.
            listed: Knows the documents of the library.
            opener: Goes to one.
            way: Takes down where one is, to come back to.
            say: Says where there is nothing to trace.
        """
        self._room = room
        self._desk = desk
        self._reader = reader
        self._listed = listed
        self._opener = opener
        self._way = way
        self._say = say

    def open(self) -> None:
        """Show who has the words that are selected, or those that the current passage quotes."""
        article = self._reader.article
        if article is None:
            self._say(phrases.NOTHING_OPEN)
            return
        selected = " ".join((self._room.get_selected_text() or "").split())
        quotations = [(self._selected(article, selected), selected)] if selected else self._quoted(article)
        if not quotations:
            self._say(NO_QUOTATION)
            return
        longest = max(range(len(quotations)), key=lambda at: len(quotations[at][1]))
        screen = TracerScreen(quotations, longest, lambda *asked: self._ask(article.id, *asked))
        self._room.app.push_screen(screen, self._go_to)

    def _selected(self, article: Article, selected: str) -> Span | str:
        """Where the selected words stand in the article; the words alone where that is not plain."""
        passages = article.passages
        begin = passages[self._reader.passage].start if passages else 0
        flat = article.text.replace("\n", " ")
        for first in (begin, 0):
            at = flat.find(selected, first)
            if at >= 0:
                return Span(at, at + len(selected))
        return selected

    def _quoted(self, article: Article) -> list[tuple[Span | str, str]]:
        """The quotations of the current passage; of the title where the first one has none."""
        number = self._reader.passage
        if not article.passages:
            return [(one, one.text) for one in article.quotes]
        passage = article.passages[number]
        found = [
            one
            for one in article.quotes
            if one.field == "text" and one.start < passage.end and passage.start < one.end
        ]
        if not found and number == 0:
            found = [one for one in article.quotes if one.field == "title"]
        return [(one, one.text) for one in found]

    def _ask(self, document: str, asker: Screen[Any], quotation: Span | str, question: int) -> None:
        fetch(asker, "trace", lambda: TraceFetched(question, self._desk.trace(document, quotation)))

    def _go_to(self, carrier: Carrier | None) -> None:
        key = self._listed.key_of(carrier.document.id) if carrier is not None else None
        if carrier is None or key is None:
            return
        self._way.stand()
        marks = (Span(carrier.start, carrier.end, carrier.field),)
        self._opener.go_to(Opening(key, "at", (carrier.passage or 0, None), "quotation", marks))
