"""A long text in pieces, so that what reading it takes does not grow with it."""

from collections.abc import Iterator

PIECE = 8_000
"""Code points that are read at once, about: what one takes grows with it."""


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces that end with a line where that is possible, each with where it begins."""
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > PIECE:
            cut = text.rfind("\n", start + 1, start + PIECE)
            if cut < 0:
                cut = text.rfind(" ", start + 1, start + PIECE)
            end = cut + 1 if cut >= 0 else start + PIECE
        yield start, text[start:end]
        start = end
