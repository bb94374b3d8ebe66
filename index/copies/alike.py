"""Decides whether two articles are copies of one another, from their texts."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.copies.wording import RUN, WORD, Hashes, runs

SAME = 8
"""Texts of fewer words are no copies, whatever they say: a caption, a line that says "no text"."""

LEAST = 25
"""Texts of fewer words are copies only where all their words are the same."""

COVERED = 0.86
"""So much of the words of the shorter text must stand in runs of four that the longer one has, too.

Of 3,788 articles of 2017 that were looked through, what is at .89 and above is the same report, edited;
what is at .83 and below is a later report of the same, which has another news and keeps the old for
background.
"""

PARTICULARS = 0.7
"""So much of its names and numbers must: what comes every day on the same form differs in these."""

NUMBERS = 0.5
"""So much of its numbers, where they are four or more: prices and degrees differ, the names do not."""

FEW_NUMBERS = 4
"""Fewer tell nothing."""

PART = 0.6
"""The shorter one must be so much of the longer one; less is another article that quotes it."""

TRIMMED = 0.25
"""It may be so little where it begins as the other does: outlets trim from the end."""

OPENING = 0.4
"""So much of the first words of one that was trimmed must stand at the beginning of the other."""

FIRST_LETTERS = 400
"""What counts as the first words."""

BEGINNING = 1_000
"""Letters that count as the beginning of the other."""

REMEMBERED = 512
"""Texts of which it is remembered what was found in them."""

Mask = NDArray[np.bool_]


def are_copies(one: str, other: str) -> bool:
    """Whether two texts are one report: the shorter says almost nothing that the longer does not.

    A text that was trimmed, lightly edited, or to which something was added counts as a copy, as long as
    it is no less than `PART` of the longer one, or `TRIMMED` of it and its beginning.
    """
    if (len(one), one) > (len(other), other):
        one, other = other, one
    if len(one) < TRIMMED * len(other) or (len(one) < PART * len(other) and not _begin_alike(one, other)):
        return False
    length, hashes = _runs(one)
    if length < LEAST:
        return length >= SAME and _words(one) == _words(other)
    covered = _covered(hashes, _runs(other)[1])
    if covered.mean() < COVERED:
        return False
    names, numbers = _particulars(one)
    marked = names | numbers
    if marked.any() and covered[marked].mean() < PARTICULARS:
        return False
    return bool(numbers.sum() < FEW_NUMBERS or covered[numbers].mean() >= NUMBERS)


@lru_cache(maxsize=REMEMBERED)
def _runs(text: str) -> tuple[int, Hashes]:
    return runs(text)


def _begin_alike(one: str, other: str) -> bool:
    """Whether the first words of a text are among those that another begins with."""
    first, beginning = runs(one[:FIRST_LETTERS])[1], runs(other[:BEGINNING])[1]
    return bool(len(first) and _covered(first, beginning).mean() >= OPENING)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _covered(runs: Hashes, others: Hashes) -> Mask:
    """Which words of a text stand in a run that another has, too."""
    shared = np.isin(runs, others)
    covered = np.zeros(len(runs) + RUN - 1, np.bool_)
    for place in range(RUN):
        covered[place : place + len(runs)] |= shared
    return covered


@lru_cache(maxsize=REMEMBERED)
def _particulars(text: str) -> tuple[Mask, Mask]:
    """Which words of a text are names, as capitals within a sentence tell, and which are numbers."""
    names, numbers = [], []
    last = 0
    for word in WORD.finditer(text):
        first = word.group()[0]
        begins = not last or any(mark in text[last : word.start()] for mark in '.!?…:\n"“”')
        names.append(first.isupper() and not begins)
        numbers.append(first.isdigit())
        last = word.end()
    return np.array(names, np.bool_), np.array(numbers, np.bool_)
