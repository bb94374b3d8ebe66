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
from tui.render.dates import iso_date, short_date
from tui.render.rows import (
    BAR,
    ELLIPSIS,
    MARGIN,
    RIGHT,
    Clip,
    clip,
    clipped_line,
    cut,
    excerpt,
    outlet,
    sides,
)
from tui.render.shown import blanked, shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.titles import GONE, TitleCells
from tui.render.wrap import cells
from tui.widgets.advised_view import AdvisedView

if TYPE_CHECKING:
    from numpy.typing import NDArray

Density = Literal["roomy", "compact"]
"""Title over date and outlet, or one line each."""

_UNREAD: Final = "•"
_SNIPPET_LINES: Final = 2
_DOT: Final = " · "
_BELOW: Final = "└ "
_ROOM_FOR_TITLE: Final = 12
"""Cells that a compact row keeps for its title before it says how many copies there are."""
_ROOM_FOR_OUTLET: Final = 50
_ROOM_FOR_DATE: Final = 34
_ROOM_FOR_ISO_DATE: Final = 30
_ROOM_FOR_HITS: Final = 22
"""Cells a compact row needs to have these beside its title."""


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
        """Show a place of the chosen document under its row, in stead of the one before.

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
            room = np.where(self._folding.below, self._room(width, len(_BELOW)), self._room(width))
            is_long = self._titles.of(np.asarray(self._keys)) > room
            heights = np.where(is_long, 4, 3).astype(np.int64) + (self._folding.counts > 0)
        if self._snippet_key is not None and self._snippet is not None:
            lines = len(self._excerpt(self._room(width)))
            heights[np.equal(self._keys, self._snippet_key)] += lines
        return heights

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line of a document's row. Overrides `Lines.line`."""
        headline = self._headlines.get(int(self._keys[item]), GONE)
        unread = headline.id not in self.read
        hits = self._counts[item] if item < len(self._counts) else 0
        chosen = item == self._cursor
        with_snippet = self._snippet_key == int(self._keys[item])
        if self.density == "compact":
            lines = [self._compact(item, headline, hits, unread, self._room(width))]
        else:
            lines = self._roomy(item, headline, hits, unread, width, with_snippet)
        if row >= len(lines) and with_snippet and self._snippet is not None:
            layers = self._in_snippet.layers(self._walked)
            for piece in self._excerpt(self._room(width)):
                lines.append(clipped_line(self._snippet.text, piece, " " * MARGIN, layers, int(Mark.QUIET)))
        if row >= len(lines):
            return Line("")
        return _with_sign(lines[row], BAR if chosen else _UNREAD if unread and not row else " ", chosen)

    def marked_height(self, item: int) -> int:
        """Return the lines of a row without the blank one. Overrides `ItemView.marked_height`."""
        return self.item_height(item) - (self.density == "roomy")

    def _roomy(
        self, item: int, headline: Headline, hits: int, unread: bool, width: int, with_spans: bool
    ) -> list[Line]:
        margin = " " * MARGIN + (_BELOW if self._folding.below[item] else "")
        room = self._room(width, len(margin) - MARGIN)
        title = shown(headline.title)
        layers = self._in_title.layers(self._walked) if with_spans else []
        marks = int(Mark.STRONG) if unread else 0
        lines = [
            clipped_line(title, piece, margin, layers, marks)
            for piece in clip(title, room, 2) or [Clip(0, 0)]
        ]
        count, date = f"{hits:,}" if hits else "", short_date(headline.published)
        left = room - cells(date) - len(count) - bool(count) - len(_DOT)
        name = outlet(shown(headline.source or ""), left)
        about = f"{date}{_DOT}{name}" if name else date
        lines.append(sides(about, count, room, margin, self._count_mark))
        if self._folding.counts[item]:
            lines.append(sides(self._copies(item, room), "", room, margin))
        return lines

    def _copies(self, item: int, room: int) -> str:
        """Say of which outlets the copies of a row are."""
        found = [self._headlines.get(key, GONE).source for key in self._folding.copies_of(item)]
        number = _copies_count(len(found), is_open=self._folding.is_open(item))
        names = ", ".join(shown(name) for name in dict.fromkeys(found) if name)
        return cut(f"{number}: {names}", room) if names else number

    def _compact(self, item: int, headline: Headline, hits: int, unread: bool, room: int) -> Line:
        date = _date_column(headline.published, room)
        name_room = min(20, room // 4) if room >= _ROOM_FOR_OUTLET else 0
        name = outlet(shown(headline.source or ""), name_room)
        name += " " * (name_room - cells(name) + 2) if name_room else ""
        count = f"{hits:,}" if hits else ""
        count = f"{count:>{self._count_cells}}  " if self._count_cells and room >= _ROOM_FOR_HITS else ""
        before = " " * MARGIN + date + name
        number, is_open = int(self._folding.counts[item]), self._folding.is_open(item)
        copies = "  " + _copies_count(number, is_open=is_open) if number else ""
        copies = copies if len(copies) < room - cells(date + name + count) - _ROOM_FOR_TITLE else ""
        title = (_BELOW if self._folding.below[item] else "") + shown(headline.title)
        piece = (clip(title, max(1, room - cells(date + name + count + copies)), 1) or [Clip(0, 0)])[0]
        title = title[piece.start : piece.end] + (ELLIPSIS if piece.after else "")
        at = len(before) + len(count)
        end = at + len(title)
        return Line(
            before + count + title + copies,
            [
                Run(MARGIN, len(before), int(Mark.QUIET)),
                Run(len(before), at, self._count_mark),
                Run(at, end, int(Mark.STRONG) if unread else 0),
                Run(end, end + len(copies), int(Mark.QUIET)),
            ],
            MARGIN,
        )

    @property
    def _count_mark(self) -> int:
        """What lies on a number of hits."""
        return int(Mark.COUNT) if self._walked is None else count_mark(self._walked)

    def _excerpt(self, room: int) -> list[Clip]:
        if self._snippet is None:
            return []
        return excerpt(self._snippet.text, self._snippet.spans, room, _SNIPPET_LINES)

    def _room(self, width: int, indent: int = 0) -> int:
        return max(1, width - MARGIN - RIGHT - indent)

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


def _with_sign(line: Line, sign: str, chosen: bool) -> Line:
    """Put a sign at the left of a line, and the chosen row's ground under it.

    Beside a title it takes the title's style, which spares the terminal a change of style.
    """
    marks = next((run.marks for run in line.runs), 0)
    sign_marks = int(Mark.BAR) if marks & Mark.QUIET else marks & Mark.STRONG
    marked = [Run(0, 1, sign_marks), *line.runs]
    return replace(line, text=sign + line.text[1:], runs=marked, marks=int(Mark.CHOSEN) if chosen else 0)


def _copies_count(number: int, *, is_open: bool) -> str:
    """How many copies a row has: "+5 copies" where they are folded."""
    return f"{'' if is_open else '+'}{number:,} {'copy' if number == 1 else 'copies'}"


def _date_column(published: str | None, room: int) -> str:
    """Return the date of a compact row as there is room for it, with the gap behind it."""
    if room >= _ROOM_FOR_DATE:
        return f"{short_date(published):>11}  "
    return f"{iso_date(published):>10}  " if room >= _ROOM_FOR_ISO_DATE else ""
