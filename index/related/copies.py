"""Finds passages that are copies of one another: the same words but for a few."""

from collections.abc import Sequence
from functools import lru_cache

from index.related.terms import REMEMBERED, WORD, fold

SHINGLE = 3
"""Words that are compared at a time."""

ALIKE = 0.8
"""Passages are copies when they share so much of their shingles."""

PART = 0.6
"""One that lies within another must be at least so much of it."""


def fold_copies(texts: Sequence[str]) -> list[tuple[int, tuple[int, ...]]]:
    """Fold each text under the first that it is a copy of.

    Args:
        texts: Passages, the best first.

    Returns:
        The number of each text that is no copy of one before it, with the numbers of its copies.
    """
    shingles = [_shingles(text) for text in texts]
    groups: dict[int, list[int]] = {}
    for number, mine in enumerate(shingles):
        first = next((one for one in groups if _alike(shingles[one], mine)), None)
        if first is None:
            groups[number] = []
        else:
            groups[first].append(number)
    return [(first, tuple(copies)) for first, copies in groups.items()]


def are_copies(one: str, other: str) -> bool:
    """Whether two texts are near enough the same."""
    return _alike(_shingles(one), _shingles(other))


@lru_cache(maxsize=REMEMBERED)
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = list(map(fold, WORD.findall(text)))
    length = max(min(SHINGLE, len(words)), 1)
    return frozenset(zip(*(words[at:] for at in range(length)), strict=False))


def _alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """Whether their shingles are mostly the same (Jaccard), or mostly within the other's (containment)."""
    small, large = sorted((len(one), len(other)))
    if not small:
        return False
    shared = len(one & other)
    return shared >= ALIKE * (small + large - shared) or (shared >= ALIKE * small and small >= PART * large)
