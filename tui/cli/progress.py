"""How far bringing a library up to date has come, on standard error."""

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index.model import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 0.3
"""Seconds of work after which it is worth drawing a bar."""
STAGES = {
    "waiting": "Waiting for another Cuttings to finish",
    "looking": "Looking for articles",
    "reading": "Reading",
    "finishing": "Finishing",
}


class ProgressLine:
    """A line with a bar that is gone when the work is done; nothing where there is no terminal."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._began = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        """Show how far it is, once it has taken long enough to be worth it."""
        if not self._visible:
            return
        if self._bar is None:
            if time.monotonic() - self._began < PATIENCE:
                return
            self._bar = _draw()
            self._task = self._bar.add_task("", total=None, numbers="")
        assert self._task is not None
        numbers = f"{progress.done:,} of {progress.total:,}" if progress.total else ""
        self._bar.update(
            self._task,
            description=STAGES[progress.stage],
            completed=progress.done,
            total=progress.total or None,
            numbers=numbers,
        )


def _draw() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30, style="dim", complete_style="default", pulse_style="default"),
        TextColumn("{task.fields[numbers]}", style="dim", markup=False),
        console=Console(file=sys.stderr, highlight=False, markup=False, emoji=False),
        transient=True,
    )
    bar.start()
    return bar
