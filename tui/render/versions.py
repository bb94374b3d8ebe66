"""The rows of copies of an article: who printed it when, and what each added and dropped."""

from typing import Final

from index.model import Edit, Version
from tui.render.dates import short_date
from tui.render.edits import SIGNS, edit_text, words_text
from tui.render.quoted import joined
from tui.render.rows import MARGIN, RIGHT, clip, clipped_line, sides
from tui.render.shown import shown
from tui.render.spans import Mark
from tui.render.strips import Line

TITLE_LINES: Final = 2
"""Most lines of a title."""
SENTENCE_LINES: Final = 4
"""Most lines of a sentence."""
MOST_EDITS: Final = 12
"""Sentences of a copy that are shown; of more, the number."""


def version_lines(version: Version, width: int, *, is_first: bool, is_here: bool = False) -> list[Line]:
    """Make the lines of one of the copies of an article.

    Args:
        version: The copy.
        width: Cells from the left edge to the right.
        is_first: Whether it is the one that the others are compared with.
        is_here: Whether it is the one that is being read.
    """
    margin = " " * MARGIN
    room = max(1, width - MARGIN - RIGHT)
    where = f"{short_date(version.published)} · {shown(version.source or 'no outlet')}"
    about = f"{where} · where you are" if is_here else where
    title, strong = shown(version.title), int(Mark.STRONG)
    lines = [sides(about, words_text(version, is_first=is_first), room, margin, int(Mark.QUIET))]
    lines += [clipped_line(title, one, margin, (), strong) for one in clip(title, room, TITLE_LINES)]
    for edit in version.edits[:MOST_EDITS]:
        lines += _sentence(edit, margin, room)
    more = len(version.edits) - MOST_EDITS
    if more > 0:
        lines.append(sides(f"… and {more:,} more", "", room, margin))
    return lines


def _sentence(edit: Edit, margin: str, room: int) -> list[Line]:
    text, layers = joined(edit_text(edit))
    lines = []
    for number, piece in enumerate(clip(text, max(1, room - 2), SENTENCE_LINES)):
        lead = margin + (f"{SIGNS[edit.kind]} " if not number else "  ")
        lines.append(clipped_line(text, piece, lead, layers, 0))
    return lines
