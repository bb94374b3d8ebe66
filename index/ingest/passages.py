"""Lays out the lines of an article as its text, and the text as passages."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from index.ingest.clean import paragraphs, unindent
from index.ingest.draft import DraftPassage
from index.language.sentences import sentence_ends

LONG_LINES = 100
"""Where the median line is longer than this, a line is a paragraph and not a wrapped piece of one."""

LONG_PASSAGE = 120
"""Words about which a paragraph is cut into pieces."""

_TOLERANCE = 1.25
"""A paragraph may be this much longer before it is cut, so that no piece is a mere remnant."""

_WIDE = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_WIDE}]{{1,2}}|[^\s{_WIDE}]{{1,80}}")
"""A word; of scripts written without blanks, two letters; of an endless row of letters, eighty."""


_JOINERS = "\u200c\u200d"


def lay_out(lines: list[str], numbers: Sequence[int]) -> tuple[str, tuple[DraftPassage, ...]]:
    """Makes the text of an article and finds its passages.

    Args:
        lines: The lines of its body, as `clean_lines` gives them.
        numbers: For each line, its number in the source file.

    Returns:
        The text, in which a blank line parts paragraphs and does nothing else, and the
        passages: all of the text that is not blank, in order.
    """
    runs = paragraphs(lines)
    if lines_are_paragraphs(lines):
        runs = [(place + i, [line]) for place, run in runs for i, line in enumerate(run)]
    parts: list[str] = []
    passages: list[DraftPassage] = []
    offset = 0
    for place, run in runs:
        run = unindent(run)
        part = "\n".join(run)
        before = 0
        for start, end in pieces(part):
            place += part.count("\n", before, start)
            passages.append(DraftPassage(offset + start, offset + end, numbers[place]))
            before = start
        parts.append(part)
        offset += len(part) + 2
    return "\n\n".join(parts), tuple(passages)


def lines_are_paragraphs(lines: Sequence[str]) -> bool:
    """Whether the lines of a text are so long that each is a paragraph."""
    lengths = sorted(len(line) for line in lines if line)
    return bool(lengths) and lengths[(len(lengths) - 1) // 2] > LONG_LINES


def pieces(paragraph: str) -> list[tuple[int, int]]:
    """Start and end of each piece of a paragraph; only a long one has more than one."""
    most = LONG_PASSAGE * _TOLERANCE
    if len(paragraph) <= most or _count(paragraph, 0, len(paragraph)) <= most:
        return [(0, len(paragraph))]
    cuts: list[int] = []
    words: list[int] = []
    start = 0
    for end in [*sentence_ends(paragraph), len(paragraph)]:
        for cut in [*_cuts_inside(paragraph, start, end), end]:
            cuts.append(cut)
            words.append(_count(paragraph, start, cut))
            start = cut
    read = list(accumulate(words))
    number = -(-read[-1] // LONG_PASSAGE)
    chosen = {cuts[_nearest(read, read[-1] * share / number)] for share in range(1, number)}
    found = []
    start = 0
    for end in sorted(chosen | {len(paragraph)}):
        piece = paragraph[start:end]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            found.append((first, first + len(stripped)))
        start = end
    return found


def _count(text: str, start: int, end: int) -> int:
    """Number of words in a stretch of text."""
    return len(_WORD.findall(text, start, end))


def _nearest(counts: list[int], wanted: float) -> int:
    """Place of the count nearest to the one wanted; `counts` rises."""
    place = min(bisect_left(counts, wanted), len(counts) - 1)
    if place and wanted - counts[place - 1] <= counts[place] - wanted:
        return place - 1
    return place


def _cuts_inside(text: str, start: int, end: int) -> list[int]:
    """Where to cut a stretch without sentence ends that is too long for a passage: between words."""
    if end - start <= 2 * LONG_PASSAGE:
        return []
    begins = [word.start() for word in _WORD.finditer(text, start, end)]
    if len(begins) <= 2 * LONG_PASSAGE:
        return []
    number = -(-len(begins) // LONG_PASSAGE)
    return [_between(text, begins, len(begins) * share // number) for share in range(1, number)]


def _between(text: str, begins: list[int], place: int) -> int:
    """The beginning of a word near the one at `place`, after a blank if there is one, never before a mark."""
    for near in begins[place - 20 : place][::-1]:
        if text[near - 1].isspace():
            return near
    for cut in range(begins[place], max(0, begins[place] - 40), -1):
        joined = text[cut] in _JOINERS or text[cut - 1] in _JOINERS
        if not joined and unicodedata.category(text[cut])[0] != "M":
            return cut
    return begins[place]
