"""The words of a text, found around a place: for selecting with keys, and to search for a selection."""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Final

from tui.render.wrap import Range

_find_words: Final = re.compile(r"\w(?:[\w’'.-]*\w)?").finditer
_NEAR: Final = 400
"""Code points before a place that are looked through for the word before it, and then ever more."""


def word_at(text: str, offset: int) -> Range | None:
    """Return the word that holds an offset, else the first behind it, else the last before it."""
    before = text.rfind("\n", 0, max(0, offset)) + 1
    before = max(before, offset - _NEAR)
    for word in _find_words(text, before):
        if word.end() > offset:
            return word.span()
    return word_before(text, len(text))


def word_after(text: str, end: int) -> Range | None:
    """Return the first word that begins at an offset or behind it."""
    return next((word.span() for word in _find_words(text, end)), None)


def word_before(text: str, start: int) -> Range | None:
    """Return the last word that ends at an offset or before it."""
    reach = _NEAR
    while True:
        begin = max(0, start - reach)
        # From the beginning of a word on, lest half of one be taken for it
        while begin and not text[begin - 1].isspace():
            begin -= 1
        found = [word.span() for word in _find_words(text, begin, start)]
        if found or not begin:
            return found[-1] if found else None
        reach *= 8


def whole_words(text: str, start: int, end: int) -> Range:
    """Return a stretch made so wide that no word at its edges is cut."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def pieces(text: str, span: Range, starts: list[int]) -> list[str]:
    """Return a stretch of a text in pieces, so that none runs from one passage into the next.

    Args:
        text: The text.
        span: The stretch.
        starts: Where its passages begin, ascending.
    """
    start, end = whole_words(text, *span)
    within = [at for at in starts[bisect_right(starts, start) :] if at < end]
    edges = [start, *within, end]
    return [text[first:last] for first, last in pairwise(edges)]
