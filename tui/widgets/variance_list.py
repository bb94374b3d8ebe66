"""On what two articles differ, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import Comparison, Variance
from tui.messages import OpenVariance, VarianceChosen
from tui.render.arrays import np
from tui.render.strips import Line
from tui.render.variance_line import variance_line
from tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class VarianceList(ItemView):
    """Posts `VarianceChosen` when the cursor comes to stand on another line, `OpenVariance` on Enter."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._comparison: Comparison | None = None

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show on what two articles differ."""
        self._comparison = comparison
        self.renew(self.count, None)

    @property
    def count(self) -> int:
        """Number of differences. Overrides `ItemView.count`."""
        return len(self._comparison.variances) if self._comparison is not None else 0

    @property
    def current(self) -> Variance | None:
        """The chosen one."""
        if self._comparison is None or not 0 <= self.cursor < self.count:
            return None
        return self._comparison.variances[self.cursor]

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """One line each. Overrides `Lines.heights`."""
        return np.ones(self.count, np.int64) if self.count else ()

    def line(self, item: int, row: int, width: int) -> Line:
        """What the one says, and what the other. Overrides `Lines.line`."""
        if self._comparison is None:
            return Line("")
        variance = self._comparison.variances[item]
        return variance_line(self._comparison, variance, width, chosen=item == self.cursor)

    def cursor_moved(self) -> None:
        """Tell which one is chosen. Overrides `ItemView.cursor_moved`."""
        self.post_message(VarianceChosen(self.cursor))

    def item_opened(self) -> None:
        """Ask to be shown the places. Overrides `ItemView.item_opened`."""
        self.post_message(OpenVariance(self.cursor))
