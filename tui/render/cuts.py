"""The beginning or the end of a text, as much as fits into some cells, cut between words."""

from bisect import bisect_left, bisect_right
from typing import Final

from tui.render.wrap import cells, clusters

ELLIPSIS: Final = "…"
"""Stands where something was cut."""


def beginning(text: str, width: int) -> str:
    """Give as much of the beginning of a text as fits, cut between words where it can be."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    edges, taken = clusters(text)
    cut = edges[bisect_right(taken, width - 1) - 1]
    blank = text.rfind(" ", 0, cut + 1)
    if text[: max(0, blank)].strip():
        cut = blank
    return text[:cut].rstrip() + ELLIPSIS


def ending(text: str, width: int) -> str:
    """Give as much of the end of a text as fits, cut between words where it can be."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    edges, taken = clusters(text)
    cut = edges[bisect_left(taken, taken[-1] - width + 1)]
    blank = text.find(" ", cut - 1)
    if blank >= 0 and text[blank:].strip():
        cut = blank
    return ELLIPSIS + text[cut:].lstrip()
