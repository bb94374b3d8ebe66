"""Where hits show in a bar that stands for a whole article: which clause has one in each cell of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.render.arrays import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

NONE = -1
"""In this cell there is no hit."""


def clauses_by_cell(
    rows: Sequence[NDArray[np.int64]], lines: int, cells: int, walked: int | None
) -> NDArray[np.int64]:
    """Say for each cell of the bar which clause has a hit there.

    Of several it is the one walked, else the one with fewest hits: one looks for those.

    Args:
        rows: For each clause the rows in which its hits stand.
        lines: Number of rows of the article; where there are fewer than cells, a cell is a row.
        cells: Height of the bar.
        walked: The clause that is walked; None for all.
    """
    found = np.full(max(0, cells), NONE, np.int64)
    if cells <= 0:
        return found
    rising = sorted(range(len(rows)), key=lambda clause: (clause == walked, -len(rows[clause]), -clause))
    for clause in rising:
        found[np.clip(rows[clause] * cells // max(lines, cells), 0, cells - 1)] = clause
    return found
