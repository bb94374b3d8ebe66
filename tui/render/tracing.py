"""The rows of a traced quotation: who carries it, whose words it says they are, and how it has them."""

from typing import Final

from index.model import Carrier
from tui.render.dates import short_date
from tui.render.quoted import HOW, Marked, compared, joined, speaker_text
from tui.render.rows import MARGIN, RIGHT, clip, clipped_line, sides
from tui.render.shown import blanked, shown
from tui.render.spans import Mark
from tui.render.strips import Line

WORDS_LINES: Final = 6
"""Most lines of words compared."""
WHOLE_LINES: Final = 2
"""Most lines of a statement of which a part is like a fragment."""
COPIES_LINES: Final = 2
"""Most lines about copies."""
_SEPARATOR: Final = " · "


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


def _wrapped(parts: Marked, margin: str, room: int, most: int) -> list[Line]:
    text, layers = joined(parts)
    return [clipped_line(text, piece, margin, layers, 0) for piece in clip(text, room, most)]


def _copies(carrier: Carrier) -> str:
    outlets = list(dict.fromkeys(shown(one.source or one.title) for one in carrier.copies))
    number = len(carrier.copies)
    return f"the same report {'once' if number == 1 else f'{number:,} times'} more: {', '.join(outlets)}"
