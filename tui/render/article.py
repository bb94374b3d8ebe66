"""The lines of an article as they are read: head, text, marks, the bar beside a passage."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from index.model import Span
from tui.render.clauses import MORE, Standing, count_mark, current_mark, hit_mark, signs, walked_mark
from tui.render.layout import Layout
from tui.render.rows import BAR
from tui.render.shown import shown
from tui.render.spans import Layer, Mark, Run, runs
from tui.render.strips import Line
from tui.render.wrap import Range

_MOST_SIGNS: Final = 4
"""Cells for the digits of clauses beside a line."""


class Marks:
    """Where hits and marks lie, in the text and in the title of an article."""

    def __init__(self) -> None:
        self._text: dict[Mark, Layer] = {}
        self._title: dict[Mark, Layer] = {}
        self._hits_in_text: Sequence[Layer] = ()
        self._hits_in_title: Sequence[Layer] = ()

    def set(self, mark: Mark, spans: Iterable[Span]) -> None:
        """Lay a mark on these spans and no others."""
        self._text[mark], self._title[mark] = _layers(int(mark), spans)

    def set_hits(self, hits: Sequence[Standing]) -> None:
        """Mark the hits of each clause and no others; all of them are walked."""
        self._hits_in_text = [
            Layer.between(hit_mark(clause), those.starts[those.titled :], those.ends[those.titled :])
            for clause, those in enumerate(hits)
        ]
        self._hits_in_title = [
            Layer.between(hit_mark(clause), those.starts[: those.titled], those.ends[: those.titled])
            for clause, those in enumerate(hits)
        ]

    def set_current(self, hit: Span | None, clause: int = 0) -> None:
        """Mark the current hit, which is one of a clause."""
        found = [hit] if hit is not None else []
        self._text[Mark.CURRENT], self._title[Mark.CURRENT] = _layers(current_mark(clause), found)

    def walk(self, clause: int | None) -> None:
        """Let the hits of one clause stand out, or all of them."""
        self._hits_in_text = _marked_anew(self._hits_in_text, clause)
        self._hits_in_title = _marked_anew(self._hits_in_title, clause)

    def in_text(self, start: int, end: int) -> list[Run]:
        """Return the runs of a range of the text."""
        return runs(start, end, (*self._text.values(), *self._hits_in_text))

    def in_title(self, start: int, end: int) -> list[Run]:
        """Return the runs of a range of the title."""
        return runs(start, end, (*self._title.values(), *self._hits_in_title))

    def clauses(self, start: int, end: int, *, title: bool) -> list[int]:
        """Return the clauses that have hits in a range; none where only one has any in all of it."""
        layers = self._hits_in_title if title else self._hits_in_text
        if len(layers) < 2:
            return []
        return [clause for clause, layer in enumerate(layers) if any(layer.within(start, end))]


def _layers(mark: int, spans: Iterable[Span]) -> tuple[Layer, Layer]:
    """Lay a mark on spans of the text, and of the title."""
    spans = tuple(spans)
    text, title = ([span for span in spans if span.field == field] for field in ("text", "title"))
    return (
        Layer.between(mark, [span.start for span in text], [span.end for span in text]),
        Layer.between(mark, [span.start for span in title], [span.end for span in title]),
    )


def _marked_anew(layers: Sequence[Layer], walked: int | None) -> list[Layer]:
    return [replace(layer, mark=walked_mark(clause, walked)) for clause, layer in enumerate(layers)]


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
    bar = BAR if start < barred[1] and end > barred[0] else " "
    shift = made.margin - start
    margin, marked = _digits(marks.clauses(start, end, title=False), made.margin - 2)
    marked.append(Run(made.margin - 2, made.margin - 1, int(Mark.BAR)))
    marked += [Run(run.start + shift, run.end + shift, run.marks) for run in marks.in_text(start, end)]
    return Line(margin + bar + " " + made.article.text[start:end], marked, made.margin)


def _head_line(made: Layout, marks: Marks, row: int) -> Line:
    kind, start, end = made.head[row]
    if kind == "blank":
        return Line("")
    margin = made.margin - 2
    shift = margin - start
    if kind == "about":
        marked = [Run(margin, end + shift, int(Mark.QUIET))]
        return Line(" " * margin + made.about[start:end], marked, margin)
    left, marked = _digits(marks.clauses(start, end, title=True), margin - 1)
    found = marks.in_title(start, end)
    marked += [Run(run.start + shift, run.end + shift, run.marks | Mark.STRONG) for run in found]
    return Line(f"{left:{margin}}{shown(made.article.title)[start:end]}", marked, margin)


def _digits(clauses: Sequence[int], room: int) -> tuple[str, list[Run]]:
    """Return the digits of clauses in so many cells, with a blank behind them if there is room for one.

    Their marks come with them.
    """
    said = signs(clauses, min(room, _MOST_SIGNS))
    gap = 1 if 0 < len(said) < room else 0
    first = room - gap - len(said)
    marked = [
        Run(first + at, first + at + 1, int(Mark.QUIET) if digit == MORE else count_mark(clause))
        for at, (digit, clause) in enumerate(zip(said, clauses, strict=False))
    ]
    return (said + " " * gap).rjust(room), marked
