"""The lines of a chronology: days, and what means them, each asked for when it comes into sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from textual.cache import LRUCache

from index.model import DatedLine, Headline, Timeline
from tui.messages import DatesWanted, OpenDate
from tui.render.arrays import np
from tui.render.chronology import Shape, entry_line, heading_line, shape
from tui.render.rows import as_chosen
from tui.render.strips import Line
from tui.render.titles import GONE
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEPT: Final = 4096
"""Sentences that are remembered."""
_FIRST: Final = 24
"""Lines of a window that has no size yet; twice as many are asked for."""


class ChronologyList(ItemView):
    """The dates of any number of documents under the days they mean, one a line.

    A row is the place of a date in the timeline, or -1 - g for the heading of group g. Posts
    `DatesWanted` for the dates in sight whose sentences it does not have, and `OpenDate` on Enter or a
    click on the chosen row.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._timeline: Timeline | None = None
        self._headlines: Mapping[int, Headline] = {}
        self._rows: NDArray[np.int64] = np.zeros(0, np.int64)
        self._firsts: NDArray[np.int64] = np.zeros(1, np.int64)
        self._lines: LRUCache[int, DatedLine | None] = LRUCache(_KEPT)
        self._is_waiting = False
        self._of_one = False
        self._shape = Shape(0, 0, 1)

    # What it is told

    def show(self, timeline: Timeline | None, headlines: Mapping[int, Headline], *, of_one: bool) -> None:
        """Show other dates.

        Args:
            timeline: Where they are, in the order of the days; None where that is not known yet.
            headlines: What is known of each document, by catalog key.
            of_one: Whether they are of one document, which then need not be named with each.
        """
        self._timeline, self._headlines, self._of_one = timeline, headlines, of_one
        self._lines.clear()
        self._is_waiting = False
        self._rows, self._firsts = _grouped(timeline)
        self.renew(len(self._rows), None)
        if len(self._rows):
            self.move_cursor(1)  # the first row is a heading

    def give(self, lines: Mapping[int, DatedLine | None]) -> None:
        """Take the sentences of some dates; None for one that is not there any more."""
        for number, line in lines.items():
            self._lines[number] = line
        self._is_waiting = False
        self.repaint()
        self.scrolled()

    # What it can be asked

    @property
    def count(self) -> int:
        """Number of rows. Overrides `ItemView.count`."""
        return len(self._rows)

    @property
    def current(self) -> int | None:
        """The chosen date, or the first below the chosen heading; None where there is none."""
        if not 0 <= self._cursor < len(self._rows):
            return None
        row = int(self._rows[self._cursor])
        return row if row >= 0 else int(self._firsts[-1 - row])

    @property
    def is_waiting(self) -> bool:
        """Whether sentences are on their way."""
        return self._is_waiting

    def line_of(self, number: int) -> DatedLine | None:
        """A date in its sentence; None where that has not come, or it is not there any more."""
        return self._lines.get(number)

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each. Overrides `Lines.heights`."""
        self._shape = shape(width, origin=not self._of_one)
        return np.ones(self.count, np.int64) if self.count else ()

    def line(self, item: int, row: int, width: int) -> Line:
        """A date, or a heading. Overrides `Lines.line`."""
        assert self._timeline is not None, "without a timeline there is no item"
        number = int(self._rows[item])
        if number < 0:
            first, end = self._firsts[-1 - number], self._firsts[-number]
            line = heading_line(
                int(self._timeline.firsts[first]),
                int(self._timeline.lasts[first]),
                self._timeline.granularity(int(first)),
                int(end - first),
            )
        else:
            headline = self._headlines.get(int(self._timeline.keys[number]), GONE)
            is_coming = number not in self._lines
            copies = int(self._timeline.copies[number])
            line = entry_line(headline, self._lines.get(number), self._shape, coming=is_coming, copies=copies)
        return as_chosen(line) if item == self.cursor else line

    def scrolled(self) -> None:
        """Ask for what is in sight now, and a window before and behind it. Overrides `Lines.scrolled`."""
        if self.laid_width and (wanted := self.wanted()):
            self.post_message(DatesWanted(wanted))

    def wanted(self) -> tuple[int, ...]:
        """Give the dates whose sentences are to be fetched now; they are waited for from here on."""
        if self._is_waiting:
            return ()  # what is in sight when the answer comes is asked for then
        top, page = self.top, self.page if self.laid_width else _FIRST
        if not self._lacking(self._rows[top : top + page]):
            return ()
        self._is_waiting = True
        return self._lacking(self._rows[max(0, top - page) : top + 2 * page])

    def _lacking(self, rows: NDArray[np.int64]) -> tuple[int, ...]:
        return tuple(row for row in rows.tolist() if row >= 0 and row not in self._lines)

    # What happens

    def item_opened(self) -> None:
        """Ask to read at the chosen date. Overrides `ItemView`."""
        if (number := self.current) is not None:
            self.post_message(OpenDate(number))

    def action_next_hit(self, count: int = 1) -> None:
        """Go to the next heading."""
        self._walk(np.flatnonzero(self._rows[self.cursor + 1 :] < 0) + self.cursor + 1, count)

    def action_previous_hit(self, count: int = 1) -> None:
        """Go to the heading before."""
        self._walk(np.flatnonzero(self._rows[: max(0, self.cursor)] < 0)[::-1], count)

    def _walk(self, headings: NDArray[np.int64], count: int) -> None:
        if len(headings):
            self.move_cursor(int(headings[min(count, len(headings)) - 1]))


def _grouped(timeline: Timeline | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows of a timeline, and where in it each group begins, with its end as the last of these."""
    if timeline is None or not len(timeline):
        return np.zeros(0, np.int64), np.zeros(1, np.int64)
    is_new = np.zeros(len(timeline), np.bool_)
    is_new[0] = True
    for values in (timeline.firsts, timeline.lasts, timeline.granularities):
        is_new[1:] |= values[1:] != values[:-1]
    firsts = np.flatnonzero(is_new)
    rows = np.insert(np.arange(len(timeline)), firsts, -1 - np.arange(len(firsts)))
    return rows.astype(np.int64), np.append(firsts, len(timeline)).astype(np.int64)
