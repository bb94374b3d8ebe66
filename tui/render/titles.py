"""How much room titles take: what a list of any length needs to know of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.model import Headline
from tui.render.arrays import np
from tui.render.shown import shown
from tui.render.wrap import cells, is_narrow

if TYPE_CHECKING:
    from numpy.typing import NDArray

GONE = Headline(id="", title="(no longer in the library)", source=None, published=None)
"""What is shown of a document that a listing has and the headlines have not."""


class TitleCells:
    """The cells each title takes, by catalog key; a hundred thousand take some fifty milliseconds."""

    def __init__(self, headlines: Mapping[int, Headline]) -> None:
        count = len(headlines)
        keys = np.fromiter(headlines.keys(), np.int64, count)
        widths = np.fromiter((_title_cells(line.title) for line in headlines.values()), np.int64, count)
        order = np.argsort(keys, kind="stable")
        self._keys, self._widths = keys[order], widths[order]

    def __len__(self) -> int:
        return len(self._keys)

    def of(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the cells of the titles of these documents, or of `GONE`."""
        if not len(self._keys):
            return np.full(len(keys), len(GONE.title), np.int64)
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[places] == keys, self._widths[places], len(GONE.title))


def _title_cells(title: str) -> int:
    return len(title) if is_narrow(title) else cells(shown(title))
