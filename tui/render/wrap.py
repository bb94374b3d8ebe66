"""Where the lines of a text break, by the cells its characters take on a screen.

Lines are ranges of code points; the text itself is not copied into them. A line breaks
at a blank; a word longer than a line breaks behind a hyphen, dash or slash, else between
grapheme clusters, never inside one. Between wide characters (Chinese, Japanese) a line
may break anywhere.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import Final

from rich.cells import split_graphemes

from tui.render.shown import blanked

Range = tuple[int, int]
"""First code point, and one past the last."""

NARROW: Final = "\x00-\u02ff\u0370-\u0482\u048a-\u0556\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0"
"""Characters of one cell each that join with no neighbour, as the inside of a regular
expression's class. Controls are among them because one cell is what replaces them."""

_find_other: Final = re.compile(f"[^{NARROW}]").search
_BREAK_BEHIND: Final = "-‐–—/"
_CLOSING: Final = frozenset("、。，．：；！？）」』】〉》〕｝ー々…")
_REGIONAL: Final = range(0x1F1E6, 0x1F200)
_SKIN: Final = range(0x1F3FB, 0x1F400)
_LIST_ITEM: Final = re.compile(r"[-–—•*·▪>|]|\d{1,3}[.)]|[(]?[a-zA-Z][.)] ").match
_LONGISH: Final = 50


def is_narrow(text: str) -> bool:
    """Say whether every character of `text` takes one cell and stands for itself."""
    return text.isascii() or _find_other(text) is None


def clusters(text: str) -> tuple[list[int], list[int]]:
    """Cut `text` into grapheme clusters.

    Returns:
        The offset at which each cluster begins, and behind them the length of `text`; and
        for each of these offsets the cells taken before it.
    """
    if is_narrow(text):
        edges = list(range(len(text) + 1))
        return edges, edges
    starts: list[int] = []
    cells: list[int] = []
    half_flag = False
    for start, _, width in split_graphemes(text)[0]:
        code = ord(text[start])
        if starts and ((half_flag and code in _REGIONAL) or code in _SKIN):
            cells[-1] += width
            half_flag = False
        else:
            half_flag = code in _REGIONAL
            starts.append(start)
            cells.append(width)
    starts.append(len(text))
    return starts, list(accumulate(cells, initial=0))


def cells(text: str) -> int:
    """Count the cells that `text` takes."""
    return len(text) if is_narrow(text) else clusters(text)[1][-1]


def snapped(text: str, start: int, end: int) -> Range:
    """Widen `start` to `end` to the clusters of `text` that they touch."""
    if is_narrow(text):
        return start, end
    edges = clusters(text)[0]
    first = edges[max(0, bisect_right(edges, start) - 1)]
    return first, end if end >= len(text) else max(first, edges[bisect_left(edges, end)])


def wrap(text: str, start: int, end: int, width: int) -> list[Range]:
    """Break `text[start:end]`, a paragraph, into lines of at most `width` cells.

    A line end inside a paragraph that was wrapped by a machine is taken for a blank; any
    other is kept. A cluster wider than the width has a line to itself. The ranges are in
    order and hold every character that is no blank once (a tab is one); an empty one stands for an
    empty line that was kept.
    """
    piece = text[start:end]
    width = max(1, width)
    if "\n" not in piece:
        return _wrap_line(piece, start, width)
    if is_hard_wrapped(piece):
        return _wrap_line(piece.replace("\n", " "), start, width)
    lines: list[Range] = []
    for line in piece.split("\n"):
        lines.extend(_wrap_line(line, start, width) or [(start, start)])
        start += len(line) + 1
    return lines


def is_hard_wrapped(paragraph: str) -> bool:
    """Say whether the line ends of `paragraph` only come from a fixed line length.

    That is so where no line had room for the first word of the next one, the lines are
    longish, and none begins like an item of a list.
    """
    lines = paragraph.strip("\n").split("\n")
    room = max(map(len, lines))
    if len(lines) < 2 or room < _LONGISH or any(map(_LIST_ITEM, lines)):
        return False
    return all(len(line) + 1 + len(following.split(" ", 1)[0]) > room for line, following in pairwise(lines))


def _wrap_line(line: str, offset: int, width: int) -> list[Range]:
    """Wrap a text without line ends; `offset` is what its first character counts."""
    line = line.replace("\t", " ")
    length = len(line.rstrip(" "))
    if not length:
        return []
    if is_narrow(line):
        return _wrap_narrow(line, length, offset, width)
    return _wrap_wide(blanked(line), length, offset, width)


def _wrap_narrow(line: str, end: int, offset: int, width: int) -> list[Range]:
    if end <= width:
        return [(offset, offset + end)]
    lines: list[Range] = []
    find = line.rfind
    at = len(line) - len(line.lstrip(" "))
    while end - at > width:
        cut = find(" ", at, at + width + 1)
        if cut < 0:
            # One word fills the line; `at` never stands on a blank.
            cut = max([find(mark, at, at + width) for mark in _BREAK_BEHIND]) + 1 or at + width
            lines.append((offset + at, offset + cut))
            at = cut
            continue
        last = cut
        while line[last - 1] == " ":
            last -= 1
        lines.append((offset + at, offset + last))
        at = cut + 1
        while line[at] == " ":
            at += 1
    lines.append((offset + at, offset + end))
    return lines


def _wrap_wide(line: str, end: int, offset: int, width: int) -> list[Range]:
    edges, taken = clusters(line[:end])
    last = len(edges) - 1
    if taken[last] <= width:
        return [(offset, offset + end)]
    lines: list[Range] = []
    at = 0
    while _is_blank(line, edges, at):
        at += 1
    while taken[last] - taken[at] > width and at + 1 < last:
        fits = max(at + 1, bisect_right(taken, taken[at] + width) - 1)
        cut = _cut(line, edges, taken, at, fits)
        stop = edges[cut]
        while line[stop - 1] == " ":
            stop -= 1
        lines.append((offset + edges[at], offset + stop))
        at = cut
        while _is_blank(line, edges, at):
            at += 1
    lines.append((offset + edges[at], offset + end))
    return lines


def _cut(line: str, edges: list[int], taken: list[int], at: int, fits: int) -> int:
    """Choose the cluster before which to break, from those up to `fits`."""
    for edge in range(fits, at, -1):
        if line[edges[edge] - 1] == " " or _is_blank(line, edges, edge):
            return edge
        wide = taken[edge + 1] - taken[edge] > 1 or taken[edge] - taken[edge - 1] > 1
        if wide and line[edges[edge]] not in _CLOSING:
            return edge
    for edge in range(fits, at, -1):
        if line[edges[edge] - 1] in _BREAK_BEHIND:
            return edge
    return fits


def _is_blank(line: str, edges: list[int], cluster: int) -> bool:
    """Say whether a cluster is a blank that bears no mark of its own."""
    start = edges[cluster]
    return line[start] == " " and edges[cluster + 1] == start + 1
