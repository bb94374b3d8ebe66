"""The lines of a chronology: days, and what means them, each asked for when it comes into sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.model import DatedLine, Headline, Timeline
from tui.messages import DatesWanted, OpenDate
from tui.render.arrays import Ints, np
from tui.render.chronology import Shape, entry_line, heading_line, shape
from tui.render.rows import as_chosen
from tui.render.strips import Line
from tui.render.titles import GONE
from tui.widgets.coming_view import ComingView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class ChronologyList(ComingView[DatedLine]):
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
        self.forget_contents()
        self._rows, self._firsts = _grouped(timeline)
        self.renew(len(self._rows), None)
        if len(self._rows):
            self.move_cursor(1)  # the first row is a heading

    # What it can be asked

    @property
    def rows(self) -> Ints:
        """Dates and headings. Overrides `ComingView.rows`."""
        return self._rows

    @property
    def current(self) -> int | None:
        """The chosen date, or the first below the chosen heading; None where there is none."""
        if not 0 <= self._cursor < len(self._rows):
            return None
        row = int(self._rows[self._cursor])
        return row if row >= 0 else int(self._firsts[-1 - row])

    # How it looks

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each. Overrides `ComingView.heights`."""
        self._shape = shape(width, origin=not self._of_one)
        return super().heights(width)

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
            copies, is_coming = int(self._timeline.copies[number]), self.is_coming(number)
            dated = self.content_of(number)
            line = entry_line(headline, dated, self._shape, coming=is_coming, copies=copies)
        return as_chosen(line) if item == self.cursor else line

    # What happens

    def ask(self, numbers: tuple[int, ...]) -> None:
        """Ask for the sentences of some dates. Overrides `ComingView.ask`."""
        self.post_message(DatesWanted(numbers))

    def item_opened(self) -> None:
        """Ask to read at the chosen date. Overrides `ItemView`."""
        if (number := self.current) is not None:
            self.post_message(OpenDate(number))

    def action_next_hit(self, count: int = 1) -> None:
        """Go to the next heading."""
        self.walk(self._rows < 0, count)

    def action_previous_hit(self, count: int = 1) -> None:
        """Go to the heading before."""
        self.walk(self._rows < 0, -count)


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
