"""What a copy of an article added, dropped and changed, in words and signs: on the screen and printed."""

from typing import Final

from index.model import Edit, EditKind, Version
from tui.render.quoted import Marked, compared
from tui.render.shown import blanked
from tui.render.spans import Mark

SIGNS: Final[dict[EditKind, str]] = {"added": "+", "dropped": "−", "changed": "~"}
"""Stand before a sentence, so that what was done with it is seen without colours, too."""


def words_text(version: Version, *, is_first: bool) -> str:
    """Say how much of a copy is other than in the first: "+8 −3 words"."""
    if is_first:
        return f"{version.words:,} words"
    if not version.edits:
        return "word for word"
    parts = [f"+{version.added:,}"] if version.added else []
    parts += [f"−{version.dropped:,}"] if version.dropped else []
    return f"{' '.join(parts)} {'word' if version.added + version.dropped == 1 else 'words'}"


def edit_text(edit: Edit) -> Marked:
    """Give the words of a sentence that was added, dropped or changed, in pieces with their marks."""
    if edit.kind == "changed":
        return compared(edit.pieces)
    mark = Mark.REASON if edit.kind == "added" else Mark.QUIET
    return [(blanked(piece.there or piece.here), int(mark)) for piece in edit.pieces]
