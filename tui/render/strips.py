"""From a line with its runs to the strip of styled segments that Textual paints."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.shown import blanked
from tui.render.spans import Layer, Mark, Run, runs
from tui.render.wrap import cells, clusters, is_narrow, snapped

StyleOf = Callable[[int], Style]
"""Gives the whole style, background included, for a set of `Mark`s."""

_SEEN_ON_BLANKS = int(Mark.MENTION | Mark.OTHER | Mark.HIT | Mark.CURRENT | Mark.SELECTED)


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

    Segments know their place for the mouse (as by `Strip.apply_offsets`): x is the code point
    in the line's text behind its margin, negative in it; y is `row`. As Textual finds the
    character under the mouse by adding up cells, each cluster of several code points is a
    segment of its own.
    """
    text = blanked(line.text)
    taken = cells(text)
    segments: list[Segment] = []
    at = -line.margin
    for piece, marks in _joined(line, text + " " * (width - taken)):
        style = style_of(marks)
        for part in _parts(piece):
            segments.append(Segment(part, style + Style.from_meta({"offset": (at, row)})))
            at += len(part)
    painted = Strip(segments, max(taken, width))
    return painted if taken <= width else painted.crop(0, width)


def _joined(line: Line, text: str) -> list[tuple[str, int]]:
    """Cut a line into pieces of one style each.

    Blanks look the same in any style that has no ground or underline of its own, and every
    change of style costs some forty bytes on the way to the terminal: they join a neighbour.
    """
    pieces: list[tuple[str, int]] = []
    for start, end, marks in _gapless(line.runs, len(text)):
        piece, marks = text[start:end], marks | line.marks
        if pieces:
            before, marks_before = pieces[-1]
            if not (marks | marks_before) & _SEEN_ON_BLANKS:
                if piece.isspace():
                    marks = marks_before
                elif before.isspace():
                    marks_before = marks
            if marks == marks_before:
                pieces[-1] = before + piece, marks
                continue
        pieces.append((piece, marks))
    return pieces


def _parts(piece: str) -> Iterator[str]:
    """Cut out the clusters of several code points."""
    if is_narrow(piece):
        yield piece
        return
    low = 0
    for first, last in pairwise(clusters(piece)[0]):
        if last - first > 1:
            if low < first:
                yield piece[low:first]
            yield piece[first:last]
            low = last
    if low < len(piece):
        yield piece[low:]


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
