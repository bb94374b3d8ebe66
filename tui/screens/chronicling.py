"""The chronology beside the room: opened on the article or the results, left for a date, come back to."""

from index.model import DatedLine, Span
from tui.screens import day_phrases
from tui.screens.beside import Beside, Setting
from tui.screens.chronology import ChronologyScreen, Scope
from tui.screens.listing import Listed
from tui.screens.opening import Opening
from tui.widgets.reader import Reader


class Chronicling(Beside[ChronologyScreen]):
    """Has the chronology, and knows whether one has left it for a date."""

    NAME = "chronology"
    BACK = day_phrases.BACK_TO_CHRONOLOGY

    def __init__(self, setting: Setting, listed: Listed, reader: Reader) -> None:
        """Begin without a chronology.

        Args:
            setting: What it is opened from.
            listed: Knows the results.
            reader: Knows the open article.
        """
        super().__init__(setting)
        self._listed = listed
        self._reader = reader

    def _make(self) -> ChronologyScreen:
        return ChronologyScreen(self._desk, self._keymap, read=self._read, leave=self._close)

    def open(self, *, of_article: bool) -> None:
        """Show the dates of the open article, or of the results."""
        article = self._reader.article
        id, title = (article.id, article.title) if article is not None else (None, "")
        scope = Scope(self._listed.listing.query, id, title)
        self._push().show(scope, self._listed.headlines, of_article=of_article)

    def names_came(self) -> None:
        """Look again where no dates were known, since more texts have been read through."""
        if self._shown is not None:
            self._shown.look_again()

    def _read(self, key: int, line: DatedLine) -> None:
        marks = (Span(line.start, line.end, line.field),)
        self._leave_for(Opening(key, "at", (line.passage or 0, None), why=self.NAME, marks=marks))
