"""The files that lie in the library's folders and were not read in, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from index.model import Skipped
from tui.render.arrays import np
from tui.render.counts import count
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.screens.motions import motions
from tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALL_READ: Final = "Every file was read in."
REASONS: Final = 6
"""Reasons that are counted above the files, the most frequent first."""


class _Files(LineView):
    """How often there is which reason, then a path and under it the reason for each file."""

    def __init__(self, skipped: Sequence[Skipped]) -> None:
        super().__init__(id="left-out", classes="" if skipped else "-empty")
        self._skipped = skipped
        self._reasons = reasons(skipped)

    def heights(self, width: int) -> NDArray[np.int64]:
        """The reasons and a blank, then two lines each. Overrides `Lines.heights`."""
        heights = np.full(len(self._skipped) + 1, 2, np.int64)
        heights[0] = len(self._reasons) + 1
        return heights if self._skipped else heights[:0]

    def line(self, item: int, row: int, width: int) -> Line:
        """A reason's count, a path, or its reason. Overrides `Lines.line`."""
        if item == 0:
            return Line(shown(self._reasons[row])) if row < len(self._reasons) else Line("")
        one = self._skipped[item - 1]
        return Line(shown(one.path)) if row == 0 else _quiet(f"    {shown(one.reason)}")

    def empty_line(self, row: int, width: int) -> Line:
        """That there is none. Overrides `Lines.empty_line`."""
        return Line(ALL_READ if row == 0 else "")


class LeftOutScreen(ModalScreen[None]):
    """The list, to be looked through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f2", "dismiss", "Close", show=False),
        *motions("files"),
    ]

    def __init__(self, skipped: Sequence[Skipped]) -> None:
        super().__init__()
        self._files = _Files(skipped)
        self._title = f"{count(len(skipped), 'file')} left out" if skipped else "Files left out"

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._files

    def on_mount(self) -> None:
        """Say how many there are."""
        self._files.label(self._title, "Escape closes")
        self._files.focus()

    def action_files(self, name: str) -> None:
        """Move in the list."""
        getattr(self._files, f"action_{name}")()


def reasons(skipped: Sequence[Skipped]) -> list[str]:
    """Say how many files were left out for which reason; the rare ones of many together."""
    counted = Counter(one.reason for one in skipped).most_common()
    most = len(counted) if len(counted) <= REASONS else REASONS - 1
    said = [(number, reason) for reason, number in counted[:most]]
    if most < len(counted):
        said.append((sum(number for _, number in counted[most:]), "for other reasons"))
    digits = max((len(f"{number:,}") for number, _ in said), default=0)
    return [f"{number:>{digits},}  {reason}" for number, reason in said]


def _quiet(text: str) -> Line:
    return Line(text, [Run(0, len(text), int(Mark.QUIET))])
