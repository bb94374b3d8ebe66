"""The files that lie in the library's folders and were not read in, each with its reason."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from index.model import Skipped
from tui.render.shown import shown
from tui.render.strips import Line
from tui.screens.phrases import count
from tui.widgets.line_view import LineView


class _Files(LineView):
    """A path and under it the reason, for each file."""

    def __init__(self, skipped: Sequence[Skipped]) -> None:
        super().__init__(id="left-out")
        self._skipped = skipped

    def heights(self, width: int) -> NDArray[np.int64]:
        """Two lines each. Overrides `LineView`."""
        return np.full(len(self._skipped), 2, np.int64)

    def line(self, item: int, row: int, width: int) -> Line:
        """The path, or the reason. Overrides `LineView`."""
        one = self._skipped[item]
        return Line(shown(one.path)) if row == 0 else Line(f"    {shown(one.reason)}")


class LeftOutScreen(ModalScreen[None]):
    """The list, to be looked through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f2", "dismiss", "Close", show=False),
        Binding("j,down", "files('cursor_down')", show=False),
        Binding("k,up", "files('cursor_up')", show=False),
        Binding("space,f,pagedown", "files('page_down')", show=False),
        Binding("b,pageup", "files('page_up')", show=False),
        Binding("g,home", "files('top')", show=False),
        Binding("G,end", "files('bottom')", show=False),
    ]

    def __init__(self, skipped: Sequence[Skipped]) -> None:
        super().__init__()
        self._files = _Files(skipped)
        reasons = Counter(one.reason for one in skipped)
        common = ", ".join(f"{number:,} × {reason}" for reason, number in reasons.most_common(3))
        self._title = f"{count(len(skipped), 'file')} left out"
        self._reasons = common

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._files

    def on_mount(self) -> None:
        """Say how many and why."""
        self._files.label(self._title, self._reasons)
        self._files.focus()

    def action_files(self, name: str) -> None:
        """Move in the list."""
        getattr(self._files, f"action_{name}")()
