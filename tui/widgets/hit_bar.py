"""The reader's scroll bar, with a mark at each place where a hit is."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from rich.console import Console, ConsoleOptions
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender


class Tick(NamedTuple):
    """A mark in a cell of the bar."""

    glyph: str
    """What stands there."""
    style: Style
    """Its colour."""


class HitBar(ScrollBarRender):
    """Draws a scroll bar one cell wide, and ticks on it; track, thumb and mouse stay as they are."""

    def __init__(self, *args: Any, ticks: Callable[[int], Sequence[Tick | None]], **settings: Any) -> None:
        """Take what a scroll bar is drawn from.

        Args:
            args: As for a scroll bar.
            ticks: Gives what to draw in each cell of a bar of so many; quick.
            settings: As for a scroll bar.
        """
        super().__init__(*args, **settings)
        self._ticks = ticks

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segments]:
        for bar in super().__rich_console__(console, options):
            assert isinstance(bar, Segments)
            ticks = self._ticks(len(bar.segments))
            segments = [
                segment if tick is None else _on(segment, tick)
                for segment, tick in zip(bar.segments, ticks, strict=True)
            ]
            yield Segments(segments, new_lines=True)


def _on(segment: Segment, tick: Tick) -> Segment:
    """Put a tick on what stands in a cell: the track, or the thumb, which is drawn reversed."""
    before = segment.style or Style()
    ground = before.color if before.reverse else before.bgcolor
    return Segment(tick.glyph, before + tick.style + Style(bgcolor=ground, reverse=False))
