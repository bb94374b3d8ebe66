"""The words of a traced quotation as another has them: who is named, what is left out and put in."""

from collections.abc import Sequence
from typing import Final

from index.model import Carrier, Carrying, Piece, Trace
from tui.render.shown import blanked
from tui.render.spans import Layer, Mark

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

_LONG: Final = 12
_KEPT: Final = 5

Marked = list[tuple[str, int]]
"""Pieces of a line, each with its marks."""


def speaker_text(carrier: Carrier) -> str:
    """Who a document says has said it, in its own words where they are others."""
    if carrier.speaker is None:
        return "nobody is named"
    speaker = blanked(carrier.speaker)
    named = blanked(carrier.named or "")
    return speaker if not named or named.casefold() == speaker.casefold() else f"{speaker}, here “{named}”"


def unseen_text(trace: Trace) -> str:
    """How many documents were not looked at; empty where all were that have words of it."""
    return f"{trace.unseen:,} more with words of it, not looked at" if trace.unseen else ""


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


def joined(parts: Marked) -> tuple[str, list[Layer]]:
    """Put pieces into one line with blanks between them; gives what lies on them, too."""
    text, layers = "", []
    for words, marks in parts:
        begin = len(text) + (1 if text else 0)
        text = f"{text} {words}" if text else words
        if marks:
            layers.append(Layer.of(marks, [(begin, len(text))]))
    return text, layers


def _short(text: str) -> str:
    words = text.split()
    if len(words) <= _LONG:
        return text
    return f"{' '.join(words[:_KEPT])} … {' '.join(words[-_KEPT:])}"
