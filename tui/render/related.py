"""The rows of the related passages: where one is, what it says, and why it is here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.model import Reason, Related
from tui.render.cuts import ELLIPSIS
from tui.render.dates import short_date
from tui.render.reasons import how, in_marks, is_seen, what
from tui.render.rows import MARGIN, RIGHT, Clip, clip, clipped_line
from tui.render.shown import blanked, shown
from tui.render.spans import Layer, Mark, Run
from tui.render.strips import Line
from tui.render.wrap import Range, cells, wrap

HEAD_LINES: Final = 2
"""Most lines of date and outlet."""
PASSAGE_LINES: Final = 5
"""Most lines of the passage itself."""
WHY_LINES: Final = 3
"""Most lines of reasons."""
COPIES_LINES: Final = 2
"""Most lines about copies."""
NAMED: Final = 3
"""So many outlets with copies are named even where that takes two lines."""
NUMBERED: Final = 9
"""Rows that have a number, which is the key that leads to them."""

_INDENT: Final = 2
_ROOMY: Final = 28
_SEARCHED: Final = 5000
_NAME_CELLS: Final = 44
_HOW: Final = ("word for word", "verbatim")
_LOOSE: Final = " ,;:–—·\N{NO-BREAK SPACE}"
_SEPARATOR: Final = "\N{NO-BREAK SPACE}· "


def related_lines(row: Related, number: int, width: int, *, read: bool = False) -> list[Line]:
    """Make the lines of a related passage.

    Args:
        row: The passage.
        number: Its place in the list, from 1.
        width: Cells from the left edge to the right.
        read: Whether its article has been read.
    """
    indent = _INDENT if width >= _ROOMY else 0
    margin = " " * (MARGIN + indent)
    room = max(1, width - len(margin) - RIGHT)
    return [
        *_head(row, number, indent, room, read),
        *_passage(row, margin, room),
        *_why(row.reasons, margin, room),
        *_copies(row, margin, room),
    ]


def _head(row: Related, number: int, indent: int, room: int, read: bool) -> list[Line]:
    """Make the lines that say where it is: date and outlet, or where that is not known, title."""
    document = row.document
    digit = str(number) if number <= NUMBERED else ""
    parts = [
        short_date(document.published),
        *(["read"] if read else []),
        shown(document.source or document.title),
    ]
    about = _SEPARATOR.join(parts)
    first = " " * MARGIN + (f"{digit:<{indent}}" if indent or not digit else digit + " ")
    # Where nothing is indented, the number stands before the date and takes of its room.
    hung = len(first) - MARGIN - indent
    pieces = _cut(about, max(1, room - hung), HEAD_LINES) or [Clip(0, 0)]
    about = about.replace("\N{NO-BREAK SPACE}", " ")
    lines = [clipped_line(about, piece, " " * len(first), (), int(Mark.QUIET)) for piece in pieces]
    runs = [Run(MARGIN, MARGIN + len(digit), int(Mark.STRONG)), *lines[0].runs]
    lines[0] = replace(lines[0], text=first + lines[0].text[len(first) :], runs=runs)
    return lines


def _passage(row: Related, margin: str, room: int) -> list[Line]:
    text = blanked(row.text)
    places = [_places(reason, row.start, len(text)) for reason in row.reasons]
    marked = [Layer.of(Mark.REASON, [place for found in places for place in found])]
    return [clipped_line(text, piece, margin, marked, 0) for piece in _excerpt(text, places, room)]


def _places(reason: Reason, start: int, length: int) -> list[Range]:
    """Return where a reason stands, counted from the beginning of the passage."""
    return [(max(0, low - start), min(length, high - start)) for low, high in reason.there]


def _excerpt(text: str, places: Sequence[Sequence[Range]], room: int) -> list[Clip]:
    """Choose the lines of a passage in which its strongest reasons are seen; its first, if they do."""
    first = _cut(text, room, PASSAGE_LINES)
    if len(first) < PASSAGE_LINES or not first[-1].after:
        return first
    # An ellipsis goes before any other, and one behind all but the end.
    before, both = max(1, room - 1), max(1, room - 2)
    lines = wrap(text, 0, min(len(text), _SEARCHED), before)

    def seen_from(line: int) -> int:
        start, end = lines[line][0], lines[line + PASSAGE_LINES - 1][1]
        if not line:
            end = first[-1].end
        elif line + PASSAGE_LINES < len(lines):
            end = wrap(text, lines[line + PASSAGE_LINES - 1][0], end, both)[0][1]
        weighed = enumerate(reversed(places), 1)
        return sum(weight for weight, found in weighed if any(start <= a and b <= end for a, b in found))

    best = max(range(len(lines) - PASSAGE_LINES + 1), key=seen_from, default=0)
    if best == 0:
        return first
    pieces = _cut(text, before, PASSAGE_LINES, lines[best][0])
    return [pieces[0]._replace(before=True), *pieces[1:]]


def _why(reasons: Sequence[Reason], margin: str, room: int) -> list[Line]:
    names: dict[str, str] = {}  # each name once, with what stands before it
    before = ""
    for reason in reasons:
        name = _name(reason)
        if name and name not in names:
            told = _told(reason)
            names[name] = f"{told}: " if told and told != before else ""
            before = told
    text = _SEPARATOR.join(told + name for name, told in names.items())
    pieces = _cut(text, room, WHY_LINES)
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    return [clipped_line(text, piece, margin, (), int(Mark.WHY)) for piece in pieces]


def _told(reason: Reason) -> str:
    """Say what two passages have in common, where that is not seen by itself."""
    return "" if is_seen(reason) else ", ".join(filter(None, (what(reason), how(reason))))


def _name(reason: Reason) -> str:
    """Name a reason so short that one of many words leaves room for the others."""
    text = shown(reason.text)
    pieces = _cut(text, _NAME_CELLS, 1)
    if not pieces:
        return ""
    said = text[pieces[0].start : pieces[0].end] + (ELLIPSIS if pieces[0].after else "")
    return in_marks(reason, said)


def _copies(row: Related, margin: str, room: int) -> list[Line]:
    if not row.copies:
        return []
    most = COPIES_LINES if len(row.copies) <= NAMED else 1
    for where in _wheres(row):
        said = [f"also in {where}, near {how}" for how in _HOW]
        text = next((one for one in said if cells(one) <= room), said[-1])
        if not _cut(text, room, most)[-1].after:
            break
    pieces = _cut(text, room, COPIES_LINES)
    return [clipped_line(text, piece, margin, (), int(Mark.QUIET)) for piece in pieces]


def _wheres(row: Related) -> list[str]:
    """Name the outlets with copies, and count them, where each is in one of its own; else count articles."""
    copies = row.copies
    outlets = dict.fromkeys(one.document.source for one in copies if one.document.source)
    outlets.pop(row.document.source or "", None)
    if len(outlets) < len(copies):
        return [f"{len(copies):,} articles" if len(copies) > 1 else "another article"]
    named = ", ".join(map(shown, outlets))
    return [named, f"{len(outlets):,} outlets"] if len(outlets) > 1 else [named]


def _cut(text: str, width: int, most: int, start: int = 0) -> list[Clip]:
    """Break a text into lines as `clip` does; no comma or the like stands before the ellipsis."""
    pieces = clip(text, width, most, start)
    if pieces and pieces[-1].after:
        low, high, *_ = pieces[-1]
        pieces[-1] = pieces[-1]._replace(end=low + len(text[low:high].rstrip(_LOOSE)))
    return pieces
