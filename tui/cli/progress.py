"""How far bringing a library up to date has come, on standard error."""

import os
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index.model import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 0.3
"""Seconds of work after which it is worth drawing a bar."""
STAGES = {
    "waiting": "Waiting for another Cuttings to finish",
    "looking": "Looking for articles",
    "reading": "Reading",
    "finishing": "Finishing",
    "naming": "Finding who and what is named",
    "relating": "Getting passages ready to compare",
    "comparing": "Looking for copies of articles",
    "merging": "Putting the index in order",
    "voting": "Hearing the model on names",
}


class ProgressLine:
    """A line with a bar that is gone when the work is done; nothing where there is no terminal."""

    def __init__(self) -> None:
        self._visible = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._guard = threading.Lock()
        self._last = Progress("looking", 0, 0)
        self._bar: Bar | None = None
        self._later = threading.Timer(PATIENCE, self._begin)
        self._later.daemon = True

    def __enter__(self) -> Self:
        if self._visible:
            self._later.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._visible:
            return
        self._later.cancel()
        self._later.join()
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        """Take notice of how far it is."""
        with self._guard:
            self._last = progress
            self._update()

    def _begin(self) -> None:
        with self._guard:
            self._bar = _bar()
            self._update()
            self._bar.start()

    def _update(self) -> None:
        if self._bar is None:
            return
        done, total = self._last.done, self._last.total
        self._bar.update(
            self._bar.task_ids[0],
            description=STAGES[self._last.stage],
            completed=done,
            total=total or None,
            numbers=f"{done:,} of {total:,}" if total else "",
        )


def _bar() -> "Bar":
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
    bar.add_task("", total=None, numbers="")
    return bar
