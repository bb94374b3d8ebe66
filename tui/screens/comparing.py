"""Comparing beside the room: two articles laid side by side, left to read one of them, come back to."""

from collections.abc import Callable

from tui.screens import compare_phrases, phrases
from tui.screens.beside import Beside, Setting
from tui.screens.compare import CompareScreen
from tui.screens.listing import Listed
from tui.screens.opening import Opening
from tui.widgets.reader import Reader
from tui.widgets.related_list import RelatedList


class Comparing(Beside[CompareScreen]):
    """Has the two articles side by side, and knows whether one has left them to read one."""

    NAME = "compared"
    BACK = compare_phrases.BACK_TO_COMPARED

    def __init__(self, setting: Setting, listed: Listed, reader: Reader, relatives: RelatedList) -> None:
        """Begin with nothing compared.

        Args:
            setting: What it is opened from.
            listed: Knows the documents.
            reader: Has the one article.
            relatives: Has the chosen related passage, whose document is the other.
        """
        super().__init__(setting)
        self._listed = listed
        self._reader = reader
        self._relatives = relatives
        self._show_origin: Callable[[], None] | None = None

    def _make(self) -> CompareScreen:
        return CompareScreen(self._desk, self._keymap, read=self._read, leave=self._leave)

    def open(self) -> None:
        """Lay the open article and that of the chosen related passage side by side."""
        article, other = self._reader.article, self._relatives.current
        if article is None:
            self._say(phrases.NOTHING_OPEN)
        elif other is None or other.document.id == article.id:
            self._say(compare_phrases.NOTHING_TO_COMPARE)
        else:
            self._show_origin = None
            self._push().show(article.id, other.document.id, self._reader.passage, other.passage)

    def lay(self, first: str, second: str, *, show_origin: Callable[[], None]) -> None:
        """Lay two articles side by side, each at its beginning.

        Args:
            first: Id of the one.
            second: Id of the other.
            show_origin: Shows that from which they are compared; called when one leaves them.
        """
        self._show_origin = show_origin
        self._push().show(first, second, 0, 0)

    def _leave(self) -> None:
        self._close()
        if self._show_origin is not None:
            self._show_origin()

    def _read(self, document: str, passage: int, other: str) -> None:
        key = self._listed.key_of(document)
        if key is None:
            self._say(phrases.GONE)
        else:
            self._leave_for(Opening(key, "at", (passage, None), why=self.NAME, beside=other))
