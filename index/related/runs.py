"""Runs of words that two texts have in common."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from index.language.sentences import NOT_AT_ALL, Shape, is_over, shape
from index.related.terms import REMEMBERED, WORD, fold, term_of

_LONGEST_CROWD = 8
"""Of a pair of words that is more often in a text, only so many places are tried."""
_STOPS = frozenset(".!?…\n")
_WRAPPED = 50
"""A line of more letters was broken because it was full: its sentence goes on in the next."""
_NEAR = 40
"""Letters around the end of a sentence that tell whether it is one."""
_BLANK = re.compile(r"\s")


class Word(NamedTuple):
    """A word of a text."""

    form: str
    """The word without case, accents and possessive."""
    term: str
    """What it is compared by; empty where it tells nothing."""
    start: int
    """First code point."""
    end: int
    """One past the last."""
    sentence: int
    """Goes up by one where a sentence or a line ends."""


class Run(NamedTuple):
    """Words that stand in both texts in the same order, next to each other."""

    here: int
    """Number of its first word in the one text."""
    there: int
    """Number of its first word in the other."""
    length: int
    """Number of words."""


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, those that tell nothing included."""
    found: list[Word] = []
    sentence = last = 0
    for match in WORD.finditer(text):
        if not _STOPS.isdisjoint(text[last : match.start()]) and _is_over(text, last, match.start()):
            sentence += 1
        last = match.end()
        found.append(Word(fold(match.group()), term_of(match.group()), match.start(), last, sentence))
    return tuple(found)


def _is_over(text: str, end: int, begin: int) -> bool:
    """Whether a sentence, or a line that is none, is over between two words."""
    line = text.find("\n", end, begin)
    if line >= 0:
        is_full = line > _WRAPPED and text.rfind("\n", line - _WRAPPED, line) < 0
        if not is_full or not text[line + 1].isalnum():
            return True
    before = max(0, end - _NEAR)
    first = max(before, text.rfind(" ", before, end) + 1, text.rfind("\n", before, end) + 1)
    last = _BLANK.search(text, begin, begin + _NEAR)
    pieces = text[first : last.start() if last else begin + _NEAR].split()
    if len(pieces) < 2:
        return True
    earlier = text[max(0, first - _NEAR) : first].split()
    shapes = [_shape(one) for one in (*earlier[-1:], *pieces)]
    ends = [NOT_AT_ALL, *(one.ends for one in shapes)]
    begun = 1 + bool(earlier)
    return any(is_over(ends[at - 1], ends[at], shapes[at].opens) for at in range(begun, len(shapes)))


@lru_cache(maxsize=1 << 12)
def _shape(piece: str) -> Shape:
    return shape(piece)


def common_runs(here: Sequence[Word], there: Sequence[Word]) -> list[Run]:
    """The longest runs of two words or more, each place of the first text in one of them at most.

    A run stays within a sentence of both texts and neither begins nor ends with a word that tells nothing.
    """
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in range(len(there) - 1):
        pairs[there[number].form, there[number + 1].form].append(number)
    found = []
    at = 0
    while at < len(here) - 1:
        best = Run(at, 0, 0)
        for place in pairs.get((here[at].form, here[at + 1].form), ())[:_LONGEST_CROWD]:
            length = _length(here, there, at, place)
            if length > best.length:
                best = Run(at, place, length)
        if best.length >= 2 and (trimmed := _trim(here, best)).length >= 2:
            found.append(trimmed)
        at += max(best.length - 1, 1)
    return found


def _length(here: Sequence[Word], there: Sequence[Word], at: int, place: int) -> int:
    length = 0
    while (
        at + length < len(here)
        and place + length < len(there)
        and here[at + length].form == there[place + length].form
        and here[at + length].sentence == here[at].sentence
        and there[place + length].sentence == there[place].sentence
    ):
        length += 1
    return length


def _trim(here: Sequence[Word], run: Run) -> Run:
    first, last = run.here, run.here + run.length
    while first < last and not here[first].term:
        first += 1
    while last > first and not here[last - 1].term:
        last -= 1
    return Run(first, run.there + first - run.here, last - first)
