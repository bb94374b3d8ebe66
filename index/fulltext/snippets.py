"""Pieces of a document around its hits, for the list of results."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from index.model import Hit, Snippet

WIDTH = 240
"""Code points of a snippet, about."""

WIDEST = 2 * WIDTH
"""Of a hit that is longer, such as a run of letters without end, only so much is shown."""

_REACH = 32
"""How far a cut is moved so as not to part what is read as one character."""


class Stretch(Protocol):
    """Where a passage is."""

    @property
    def number(self) -> int:
        """Place in the document, from 0."""

    @property
    def start(self) -> int:
        """First code point in the document's text."""

    @property
    def end(self) -> int:
        """One past the last."""


class _Window(NamedTuple):
    """The best stretch of a passage."""

    passage: Stretch
    first: int
    """Start of its first hit."""
    last: int
    """End of its last hit."""
    clauses: int
    """How many clauses have a hit in it."""
    hits: int
    """How many hits are in it."""


def snippets(
    hits: Sequence[Hit], text: str, passages: Sequence[Stretch], limit: int = 3
) -> tuple[Snippet, ...]:
    """The passages that say most about why a document matches, each cut to the best place in it.

    Args:
        hits: The hits in the document, by place.
        text: The document's text.
        passages: Its passages in order.
        limit: How many are wanted.

    Returns:
        The snippets in the order of the text. Without a hit in the text, its beginning.
    """
    here = [hit for hit in hits if hit.field == "text"]
    if limit < 1 or not passages:
        return ()
    if not here:
        first = passages[0]
        return (_cut(text, first, first.start, first.start, ()),)
    begins = [passage.start for passage in passages]
    windows = []
    for at, near in groupby(here, lambda hit: bisect_right(begins, hit.start) - 1):
        inside = [hit for hit in near if at >= 0 and hit.start < passages[at].end]
        if inside:
            windows.append(_best(passages[at], inside))
    windows.sort(key=lambda window: (-window.clauses, -window.hits, window.passage.number))
    chosen = sorted(windows[:limit], key=lambda window: window.passage.number)
    return tuple(_cut(text, window.passage, window.first, window.last, here) for window in chosen)


def _best(passage: Stretch, hits: list[Hit]) -> _Window:
    """The stretch of hits that fit into a snippet which has most clauses, then most hits."""
    best: _Window | None = None
    counts: dict[int, int] = {}
    low = 0
    for high, hit in enumerate(hits):
        counts[hit.clause] = counts.get(hit.clause, 0) + 1
        while hit.end - hits[low].start > WIDTH and low < high:
            gone = hits[low].clause
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            low += 1
        if best is None or (len(counts), high - low + 1) > (best.clauses, best.hits):
            last = max(hit.end, hits[high - 1].end if high > low else 0)
            best = _Window(passage, hits[low].start, last, len(counts), high - low + 1)
    assert best is not None
    return best


def _cut(text: str, passage: Stretch, first: int, last: int, hits: Sequence[Hit]) -> Snippet:
    """A piece of a passage with some text on both sides, cut between words."""
    last = min(last, first + WIDEST)
    floor, ceiling = passage.start, max(passage.end, last)
    spare = max(WIDTH - (last - first), 0)
    start = max(floor, first - spare // 2)
    end = min(ceiling, start + max(WIDTH, last - first))
    start = max(floor, min(start, end - WIDTH))
    start = _word_start(text, start, floor, first)
    end = _word_end(text, end, max(last, start), ceiling)
    spans = tuple(
        (hit.start - start, min(hit.end, end) - start)
        for hit in hits
        if start <= hit.start < end and (hit.end <= end or hit.end - hit.start > WIDEST)
    )
    return Snippet(passage.number, start, end, text[start:end], spans)


def _word_start(text: str, at: int, floor: int, before: int) -> int:
    """The first start of a word from a place on, up to what must stay in."""
    if at > floor and not text[at - 1].isspace():
        for place in range(at, before):
            if text[place].isspace():
                at = place
                break
        else:
            at = next(
                (near for near in range(at, max(floor, at - _REACH), -1) if not _joined(text, near)), at
            )
    while at < before and text[at].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, after: int, ceiling: int) -> int:
    """The last end of a word up to a place, after what must stay in."""
    if at < ceiling and not text[at].isspace():
        for place in range(at, after, -1):
            if text[place - 1].isspace():
                at = place - 1
                break
        else:
            at = next((near for near in range(at, min(ceiling, at + _REACH)) if not _joined(text, near)), at)
    while at > after and text[at - 1].isspace():
        at -= 1
    return at


def _joined(text: str, at: int) -> bool:
    """Whether a cut here would part what is read as one character."""
    return at < len(text) and (unicodedata.category(text[at])[0] == "M" or "\u200d" in text[at - 1 : at + 1])
