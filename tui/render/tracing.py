"""The rows of a traced quotation: who carries it, whose words it says they are, and how it has them."""

from collections.abc import Sequence
from typing import Final

from index.model import Carrier, Carrying, Piece
from tui.render.dates import short_date
from tui.render.rows import MARGIN, RIGHT, clip, clipped_line, sides
from tui.render.shown import blanked, shown
from tui.render.spans import Layer, Mark
from tui.render.strips import Line

HOW: Final[dict[Carrying, str]] = {
    "verbatim": "word for word",
    "trimmed": "cut",
    "longer": "longer",
    "altered": "altered",
    "alike": "alike",
}
"""What is said of how a document has a quotation."""

LEFT_OUT: Final = ("[-", "-]")
"""Stand around what the other leaves out: seen without colours, too."""
PUT_IN: Final = ("{+", "+}")
"""Stand around what it puts in."""

WORDS_LINES: Final = 6
"""Most lines of words compared."""
WHOLE_LINES: Final = 2
"""Most lines of a statement of which a part is like a fragment."""
COPIES_LINES: Final = 2
"""Most lines about copies."""
_LONG: Final = 12
_KEPT: Final = 5
_SEPARATOR: Final = " · "

Marked = list[tuple[str, int]]
"""Pieces of a line, each with its marks."""


def carrier_lines(carrier: Carrier, width: int) -> list[Line]:
    """Make the lines of a document that carries a quotation.

    Args:
        carrier: The document, and how it carries it.
        width: Cells from the left edge to the right.
    """
    margin = " " * MARGIN
    room = max(1, width - MARGIN - RIGHT)
    document = carrier.document
    where = [short_date(document.published), shown(document.source or document.title)]
    how = "where you are" if carrier.is_own and not carrier.copies else HOW[carrier.how]
    lines = [sides(_SEPARATOR.join(where), how, room, margin, int(Mark.QUIET))]
    lines += _wrapped([(speaker_text(carrier), int(Mark.ENTITY))], margin, room, 2)
    lines += _wrapped(compared(carrier.pieces), margin, room, WORDS_LINES)
    if carrier.how == "alike" and len(carrier.text) > sum(len(piece.there) for piece in carrier.pieces):
        lines += _wrapped([(f"“{blanked(carrier.text)}”", int(Mark.QUIET))], margin, room, WHOLE_LINES)
    if carrier.copies:
        lines += _wrapped([(_copies(carrier), int(Mark.QUIET))], margin, room, COPIES_LINES)
    return lines


def speaker_text(carrier: Carrier) -> str:
    """Who a document says has said it, in its own words where they are others."""
    if carrier.speaker is None:
        return "nobody is named"
    speaker = blanked(carrier.speaker)
    named = blanked(carrier.named or "")
    return speaker if not named or named.casefold() == speaker.casefold() else f"{speaker}, here “{named}”"


def compared(pieces: Sequence[Piece]) -> Marked:
    """The words compared, what is left out and put in between its signs; very long runs of them shortened."""
    parts: Marked = []
    for piece in pieces:
        here, there = blanked(piece.here), blanked(piece.there)
        if piece.kind == "same":
            parts.append((there, 0))
            continue
        if here:
            parts.append((_short(here).join(LEFT_OUT), int(Mark.QUIET)))
        if there:
            parts.append((_short(there).join(PUT_IN), int(Mark.REASON)))
    return parts


def _short(text: str) -> str:
    words = text.split()
    if len(words) <= _LONG:
        return text
    return f"{' '.join(words[:_KEPT])} … {' '.join(words[-_KEPT:])}"


def _wrapped(parts: Marked, margin: str, room: int, most: int) -> list[Line]:
    text, layers = "", []
    for words, marks in parts:
        begin = len(text) + (1 if text else 0)
        text = f"{text} {words}" if text else words
        if marks:
            layers.append(Layer.of(marks, [(begin, len(text))]))
    return [clipped_line(text, piece, margin, layers, 0) for piece in clip(text, room, most)]


def _copies(carrier: Carrier) -> str:
    outlets = list(dict.fromkeys(shown(one.source or one.title) for one in carrier.copies))
    number = len(carrier.copies)
    return f"the same report {'once' if number == 1 else f'{number:,} times'} more: {', '.join(outlets)}"
