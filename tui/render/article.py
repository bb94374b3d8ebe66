"""The lines of an article as they are read: head, text, marks, the bar beside a passage."""

from collections.abc import Iterable
from typing import Final

from index.model import Span
from tui.render.layout import Layout
from tui.render.shown import shown
from tui.render.spans import Layer, Mark, Run, runs
from tui.render.strips import Line
from tui.render.wrap import Range

_BAR: Final = "▌"


class Marks:
    """Where hits and marks lie, in the text and in the title of an article."""

    def __init__(self) -> None:
        self._text: dict[Mark, Layer] = {}
        self._title: dict[Mark, Layer] = {}

    def set(self, mark: Mark, spans: Iterable[Span]) -> None:
        """Lay a mark on these spans and no others."""
        spans = tuple(spans)
        for layers, field in ((self._text, "text"), (self._title, "title")):
            found = [span for span in spans if span.field == field]
            layers[mark] = Layer.between(mark, [span.start for span in found], [span.end for span in found])

    def in_text(self, start: int, end: int) -> list[Run]:
        """Return the runs of a range of the text."""
        return runs(start, end, tuple(self._text.values()))

    def in_title(self, start: int, end: int) -> list[Run]:
        """Return the runs of a range of the title."""
        return runs(start, end, tuple(self._title.values()))


def article_line(made: Layout, marks: Marks, item: int, row: int, barred: Range) -> Line:
    """Return a line of an article.

    Args:
        made: Where its lines are.
        marks: What lies on them.
        item: 0 for the head, n + 1 for paragraph n.
        row: Which line of the item.
        barred: The range of the text beside which the bar stands.
    """
    if not item:
        return _head_line(made, marks, row)
    start, end = made.range_at(item, row)
    if start == end:
        return Line("")
    bar = _BAR if start < barred[1] and end > barred[0] else " "
    shift = made.margin - start
    marked = [Run(made.margin - 2, made.margin - 1, int(Mark.BAR))]
    marked += [Run(run.start + shift, run.end + shift, run.marks) for run in marks.in_text(start, end)]
    margin = " " * (made.margin - 2) + bar + " "
    return Line(margin + made.article.text[start:end], marked, made.margin)


def _head_line(made: Layout, marks: Marks, row: int) -> Line:
    kind, start, end = made.head[row]
    if kind == "blank":
        return Line("")
    margin = made.margin - 2
    shift = margin - start
    if kind == "about":
        marked = [Run(margin, end + shift, int(Mark.QUIET))]
        return Line(" " * margin + made.about[start:end], marked, margin)
    found = marks.in_title(start, end)
    marked = [Run(run.start + shift, run.end + shift, run.marks | Mark.STRONG) for run in found]
    return Line(" " * margin + shown(made.article.title)[start:end], marked, margin)
