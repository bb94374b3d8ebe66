"""From a line with its runs to the strip of styled segments that Textual paints."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.shown import blanked
from tui.render.spans import Layer, Mark, Run, runs
from tui.render.wrap import clusters, is_narrow, snapped

StyleOf = Callable[[int], Style]
"""Gives the whole style, background included, for a set of `Mark`s."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a view, before it has colours."""

    text: str
    """What stands in it, margin included."""
    runs: Sequence[Run] = ()
    """Its marks, in order and disjoint; offsets count in `text`, gaps bear no mark."""
    margin: int = 0
    """How many code points at the start are margin, no part of what can be selected."""
    marks: int = 0
    """`Mark`s that lie on the whole line, to its right end."""

    def selected(self, start: int, end: int) -> "Line":
        """Return the line with a part selected, whole clusters of it.

        Args:
            start: First code point, counted behind the margin.
            end: One past the last; may lie behind the end of the line.
        """
        length = len(self.text)
        first, last = min(length, self.margin + start), min(length, self.margin + end)
        first, last = snapped(self.text, first, last)
        if first >= last:
            return self
        selected = Layer.of(Mark.SELECTED, [(first, last)])
        layers = [Layer(run.marks, (run.start,), (run.end,)) for run in self.runs if run.marks]
        return replace(self, runs=runs(0, length, [*layers, selected]))


def strip(line: Line, width: int, row: int, style_of: StyleOf) -> Strip:
    """Paint a line exactly `width` cells wide.

    Segments know their place for the mouse (`Strip.apply_offsets`): x is the code point
    in the line's text behind its margin, negative in it; y is `row`. As Textual finds the
    character under the mouse by adding up cells, each cluster of several code points is a
    segment of its own.
    """
    text = blanked(line.text)
    segments: list[Segment] = []
    taken = 0
    for start, end, marks in _gapless(line.runs, len(text)):
        style = style_of(marks | line.marks)
        piece = text[start:end]
        if is_narrow(piece):
            segments.append(Segment(piece, style))
            taken += end - start
            continue
        edges, cells = clusters(piece)
        taken += cells[-1]
        low = 0
        for first, last in pairwise(edges):
            if last - first > 1:
                if low < first:
                    segments.append(Segment(piece[low:first], style))
                segments.append(Segment(piece[first:last], style))
                low = last
        if low < len(piece):
            segments.append(Segment(piece[low:], style))
    if taken < width:
        blank = style_of(line.marks)
        if segments and segments[-1].style is blank:
            segments[-1] = Segment(segments[-1].text + " " * (width - taken), blank)
        else:
            segments.append(Segment(" " * (width - taken), blank))
    painted = Strip(segments, max(taken, width)).apply_offsets(-line.margin, row)
    return painted if taken <= width else painted.crop(0, width)


def _gapless(marked: Sequence[Run], length: int) -> Iterator[tuple[int, int, int]]:
    at = 0
    for start, end, marks in marked:
        if at < start:
            yield at, start, 0
        if start < end:
            yield start, end, marks
        at = end
    if at < length:
        yield at, length, 0
