"""What stands in a row of a list: a title that is never cut in a word, and an excerpt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tui.render.cuts import ELLIPSIS
from tui.render.shown import blanked, shown
from tui.render.spans import Layer, Mark, Run, runs
from tui.render.strips import Line
from tui.render.wrap import Range, cells, clusters, is_narrow, wrap

BAR: Final = "▌"
"""The sign beside the chosen item."""
MARGIN: Final = 2
"""Cells left of what a row says: room for a sign, and a blank."""
RIGHT: Final = 1
"""Cells that stay free at the right."""
_LOOSE = " ,;:&–—-|·/("
"""What ends no name that is cut behind a word."""


class Clip(NamedTuple):
    """A line of a text that may have been cut."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    before: bool = False
    """Something was left out before it."""
    after: bool = False
    """Something was left out behind it."""


def clip(text: str, width: int, most: int, start: int = 0) -> list[Clip]:
    """Break a text, from `start` on, into at most so many lines of `width` cells.

    Where that is not all of it, the last line leaves room for an ellipsis.
    """
    lines = wrap(text, start, len(text), width)
    if len(lines) <= most:
        return [Clip(*line) for line in lines]
    last = wrap(text, lines[most - 1][0], len(text), max(1, width - 1))[0]
    return [*(Clip(*line) for line in lines[: most - 1]), Clip(*last, after=True)]


def cut(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, with an ellipsis where it was cut."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    if is_narrow(text):
        return text[: width - 1].rstrip() + ELLIPSIS
    edges, taken = clusters(text)
    fits = max(edge for edge, before in zip(edges, taken, strict=True) if before <= width - 1)
    return text[:fits].rstrip() + ELLIPSIS


def outlet(name: str, width: int) -> str:
    """Return an outlet's name in at most `width` cells, cut between words.

    Its article goes first. Where not even a word of it fits, nothing is left.
    """
    name = name.strip()
    short = name.removeprefix("The ")
    for whole in (name, short):
        if cells(whole) <= width:
            return whole
    if width < 2:
        return ""
    piece = clip(short, width, 1)[0]
    kept = short[piece.start : piece.end].rstrip(_LOOSE)
    is_whole = kept and short[piece.end : piece.end + 1].isspace()
    return kept + ELLIPSIS if is_whole and cells(kept) < width else ""


def excerpt(text: str, spans: Sequence[Range], width: int, most: int) -> list[Clip]:
    """Break a snippet into at most so many lines, from where its first hit is seen."""
    if not text.strip():
        return []
    lines = _excerpt_from(text, 0, width, most)
    if spans and lines[-1].end < spans[0][1]:
        hit = spans[0][0]
        begin = text.find(" ", max(0, hit - width // 2), hit) + 1 or hit
        lines = _excerpt_from(text, begin, width, most)
        if lines[-1].end <= hit:
            lines = _excerpt_from(text, hit, width, most)
    if not text.rstrip("\"'”’»)] ").endswith((".", "!", "?", ELLIPSIS, "。")):
        lines[-1] = lines[-1]._replace(after=True)
    return lines


def _excerpt_from(text: str, start: int, width: int, most: int) -> list[Clip]:
    # Where a snippet begins in the middle of a sentence, something was left out before it.
    begins = start == 0 and not text.lstrip("\"'“‘«([")[:1].islower()
    lines = clip(text, width if begins else max(1, width - 1), most, start)
    return lines if begins else [lines[0]._replace(before=True), *lines[1:]]


def clipped_line(text: str, piece: Clip, margin: str, layers: Sequence[Layer], marks: int) -> Line:
    """Make the line of a clip, with the marks that lie on it, and `marks` on all of it."""
    lead = margin + (ELLIPSIS if piece.before else "")
    shift = len(lead) - piece.start
    marked = [
        Run(run.start + shift, run.end + shift, run.marks | marks)
        for run in runs(piece.start, piece.end, layers)
    ]
    line = lead + blanked(text[piece.start : piece.end]) + (ELLIPSIS if piece.after else "")
    before = [Run(len(margin), len(lead), marks)] if piece.before else []
    after = [Run(len(line) - 1, len(line), marks)] if piece.after else []
    return Line(line, [*before, *marked, *after], len(margin))


def as_chosen(line: Line) -> Line:
    """Make a line of the chosen row: the bar in its first cell, the ground of the chosen under all of it."""
    marked = [Run(0, 1, int(Mark.BAR)), *line.runs]
    return replace(line, text=BAR + line.text[1:], runs=marked, marks=int(Mark.CHOSEN))


def sides(left: str, right: str, width: int, margin: str, right_marks: int = int(Mark.COUNT)) -> Line:
    """Make a quiet line with something marked at its right end."""
    room = width - len(right) - (1 if right else 0)
    left = cut(left, max(0, room))
    gap = " " * max(0, width - cells(left) - len(right)) if right else ""
    text = margin + left + gap + right
    marked = [Run(len(margin), len(margin) + len(left), int(Mark.QUIET))]
    if right:
        marked.append(Run(len(text) - len(right), len(text), right_marks))
    return Line(text, marked, len(margin))


def said(text: str, width: int, margin: str) -> list[Line]:
    """Make the quiet lines of something the view itself says, wrapped; it may have line ends."""
    lines: list[Line] = []
    for line in text.split("\n"):
        for start, end in wrap(line, 0, len(line), width) or [(0, 0)]:
            whole = margin + shown(line[start:end])
            lines.append(Line(whole, [Run(len(margin), len(whole), int(Mark.QUIET))], len(margin)))
    return lines
