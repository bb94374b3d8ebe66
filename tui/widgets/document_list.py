"""The list of articles: titles with date, outlet and number of hits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from textual.reactive import reactive

from index.model import Headline, Hit, HitClause, Listing, Snippet
from tui.folding import Folding
from tui.messages import DocumentChosen, OpenDocument
from tui.render.arrays import np
from tui.render.clauses import Marked, count_mark
from tui.render.document_rows import (
    BELOW,
    DocumentRow,
    compact_line,
    room_of,
    roomy_lines,
    with_sign,
)
from tui.render.rows import MARGIN, Clip, clipped_line, excerpt
from tui.render.shown import blanked
from tui.render.spans import Mark
from tui.render.strips import Line
from tui.render.titles import GONE, TitleCells
from tui.widgets.advised_view import AdvisedView

if TYPE_CHECKING:
    from numpy.typing import NDArray

Density = Literal["roomy", "compact"]
"""Title over date and outlet, or one line each."""

_SNIPPET_LINES: Final = 2


class DocumentList(AdvisedView):
    """All documents that match, in order; any number of them.

    Posts `DocumentChosen` when the cursor comes to stand on another document (also when a
    new listing puts another one under it) and `OpenDocument` on Enter or a click on the
    chosen row. Where it is empty it shows what is suggested. It never asks for anything:
    snippets are handed to it by `show_snippet`.
    """

    density: reactive[Density] = reactive[Density]("roomy", init=False)
    """How much room a row has."""
    read: reactive[Set[str]] = reactive[Set[str]](frozenset(), init=False)
    """Ids of the documents that have been read; assign a new set to change it."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._listing: Listing | None = None
        self._headlines: Mapping[int, Headline] = {}
        self._keys: NDArray[np.int64] | tuple[()] = ()
        self._titles: TitleCells | None = None
        self._count_cells = 0
        self._snippet: Snippet | None = None
        self._snippet_key: int | None = None
        self._in_snippet = self._in_title = Marked()
        self._walked: int | None = None
        self._counts: Sequence[int] = ()
        self._folding = Folding()

    # What it is told

    def show_listing(
        self,
        listing: Listing,
        headlines: Mapping[int, Headline],
        *,
        keep: bool = False,
        measured: TitleCells | None = None,
        folding: Folding | None = None,
    ) -> None:
        """Show other documents.

        Args:
            listing: The documents and their order.
            headlines: What to say of each, by catalog key. A mapping seen before is not
                measured again: hand in the same one for every listing of one library.
            keep: Leave the cursor on its document, where the listing still has it, and
                the row where it is on the screen; else the cursor goes to the first.
            measured: The measure of the titles, where a worker has taken it already, as
                is wise from ten thousand headlines on.
            folding: Which of them lead copies, and which are copies.
        """
        key = self.current_key
        if self._titles is None or headlines is not self._headlines or len(headlines) != len(self._titles):
            self._titles = measured or TitleCells(headlines)
        self._listing, self._headlines = listing, headlines
        self._folding = Folding(listing.keys) if folding is None else folding
        self._counts = listing.hits
        self._keys = np.asarray(listing.keys, np.int64)
        most = int(np.max(listing.hits, initial=0))
        self._count_cells = len(f"{most:,}") if most else 0
        found = self._place_of(key) if keep and key is not None else None
        if not keep or found is None or key != self._snippet_key:
            self._snippet = self._snippet_key = None
            self._in_snippet = self._in_title = Marked()
        self.renew(len(self._keys), found)
        if self.current_key is not None and self.current_key != key:
            self.cursor_moved()

    def walk(self, clause: int | None, hits: Sequence[int]) -> None:
        """Let the hits of one clause stand out, and count only those; or all.

        Args:
            clause: The clause by its place among those that have hits; None for all.
            hits: Number of hits to show for each document of the listing.
        """
        self._walked, self._counts = clause, hits
        self.repaint()

    def show_snippet(
        self,
        key: int,
        snippet: Snippet | None,
        hits: Sequence[Hit] = (),
        clauses: Sequence[HitClause] = (),
    ) -> None:
        """Show a place of the chosen document under its row, instead of the one before.

        Args:
            key: Key of the document.
            snippet: The place, if there is one.
            hits: The document's hits; those in the snippet and in the title are marked.
            clauses: The clauses of the query that they are hits of.

        Until then the one before stays, so that stepping through the list moves nothing.
        One that comes late, for a document that is not chosen any more, is dropped.
        """
        if key != self.current_key:
            return
        place = self.place_in_window
        self._snippet = snippet and replace(snippet, text=blanked(snippet.text))
        self._snippet_key = key
        self._in_snippet = Marked.in_snippet(snippet, hits, clauses)
        self._in_title = Marked.in_title(hits, clauses)
        self.relayout(keep=False)
        self.show_row(self.first_row(self._cursor) - place)
        self.reveal_cursor()

    # What it can be asked

    @property
    def count(self) -> int:
        """Number of documents listed. Overrides `ItemView.count`."""
        return len(self._keys)

    @property
    def current_key(self) -> int | None:
        """Catalog key of the document under the cursor; None where the list is empty."""
        return int(self._keys[self._cursor]) if 0 <= self._cursor < len(self._keys) else None

    def move_to_key(self, key: int) -> bool:
        """Put the cursor on a document; False where the list does not have it."""
        found = self._place_of(key)
        if found is None:
            return False
        self.move_cursor(found)
        return True

    def _place_of(self, key: int) -> int | None:
        """Where in the list a document is; None where it is not."""
        found = np.flatnonzero(np.equal(self._keys, key))
        return int(found[0]) if len(found) else None

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """Return the lines of each row: title, date and a blank, or one; and the snippet."""
        if self._titles is None or not len(self._keys):
            return ()
        if self.density == "compact":
            heights = np.ones(len(self._keys), np.int64)
        else:
            room = np.where(self._folding.below, room_of(width, len(BELOW)), room_of(width))
            is_long = self._titles.of(np.asarray(self._keys)) > room
            heights = np.where(is_long, 4, 3).astype(np.int64) + (self._folding.counts > 0)
        if self._snippet_key is not None and self._snippet is not None:
            lines = len(self._excerpt(room_of(width)))
            heights[np.equal(self._keys, self._snippet_key)] += lines
        return heights

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line of a document's row. Overrides `Lines.line`."""
        key = int(self._keys[item])
        shown = self._row(item, key)
        with_snippet = self._snippet_key == key
        if self.density == "compact":
            lines = [compact_line(shown, width, self._count_cells)]
        else:
            in_title = self._in_title.layers(self._walked) if with_snippet else ()
            copies = self._folding.copies_of(item) if shown.copies else ()
            outlets = [self._headlines.get(copy, GONE).source for copy in copies]
            lines = roomy_lines(shown, width, in_title, outlets)
        if row >= len(lines) and with_snippet and self._snippet is not None:
            layers, text = self._in_snippet.layers(self._walked), self._snippet.text
            pieces = self._excerpt(room_of(width))
            lines += [clipped_line(text, piece, " " * MARGIN, layers, int(Mark.QUIET)) for piece in pieces]
        if row >= len(lines):
            return Line("")
        return with_sign(lines[row], is_chosen=item == self._cursor, is_unread=shown.is_unread and not row)

    def _row(self, item: int, key: int) -> DocumentRow:
        """What the row of a document says."""
        headline = self._headlines.get(key, GONE)
        return DocumentRow(
            headline,
            self._counts[item] if item < len(self._counts) else 0,
            int(Mark.COUNT) if self._walked is None else count_mark(self._walked),
            headline.id not in self.read,
            bool(self._folding.below[item]),
            int(self._folding.counts[item]),
            self._folding.is_open(item),
        )

    def marked_height(self, item: int) -> int:
        """Return the lines of a row without the blank one. Overrides `ItemView.marked_height`."""
        return self.item_height(item) - (self.density == "roomy")

    def _excerpt(self, room: int) -> list[Clip]:
        if self._snippet is None:
            return []
        return excerpt(self._snippet.text, self._snippet.spans, room, _SNIPPET_LINES)

    # What happens

    def cursor_moved(self) -> None:
        """Tell which document is chosen. Overrides `ItemView.cursor_moved`."""
        if self.current_key is not None:
            self.post_message(DocumentChosen(self.current_key, self._cursor))

    def item_opened(self) -> None:
        """Ask for the chosen document. Overrides `ItemView.item_opened`."""
        if self.current_key is not None:
            self.post_message(OpenDocument(self.current_key))
        else:
            super().item_opened()

    def watch_density(self) -> None:
        """Lay out anew; the chosen row stays in sight."""
        self.set_class(self.density == "compact", "-compact")
        self.relayout()
        self.reveal_cursor()

    def watch_read(self) -> None:
        """Show what is unread now."""
        self.repaint()
