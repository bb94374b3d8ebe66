"""Which passages of two documents speak of the same.

A passage is linked to the one of the other document that is nearest to it by the TF-IDF cosine of their
words, that of their neighbours counting a little, and of those only where reasons stand in both texts.
Order plays no part: two reports of one event rarely tell it in the same order.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from index.comparing.placed import Placed
from index.model import Article, Link
from index.related.pairs import Reading
from index.related.reasons import reasons
from index.related.sides import Side, Weights
from index.related.terms import terms

Floats = NDArray[np.float64]

NEAR = 0.12
"""Cosine that two passages must have by themselves."""
NEIGHBOURS = 0.3
"""What the cosine with the passages around counts."""
SECOND = 0.75
"""A passage is linked to more than one where another has so much of the cosine of the nearest."""
MOST = 2_000
"""Passages of a document that are looked at; of more, the first."""
MOST_LINKS = 8
"""To so many passages one may be linked: where all are alike, to those at about the same place."""
_TIE = 1e-9
"""What it counts to stand at about the same place: less than anything else."""


def sides(article: Article) -> list[Side]:
    """The passages of a document with what is named and dated in them."""
    mentions = Placed([one for one in article.mentions if one.field == "text"])
    quotes = Placed([one for one in article.quotes if one.field == "text"])
    dates = Placed([one for one in article.dates if one.field == "text"])
    return [
        Side(
            article.text[one.start : one.end],
            one.start,
            mentions.within(one.start, one.end),
            dates.within(one.start, one.end),
            article.published,
            quotes.touching(one.start, one.end),
            language=article.language,
        )
        for one in article.passages[:MOST]
    ]


def align(here: Sequence[Side], there: Sequence[Side], weights: Weights) -> tuple[Link, ...]:
    """Link the passages of two documents, in the order of the first.

    Args:
        here: Those of the first.
        there: Those of the second.
        weights: How telling words are.
    """
    if not here or not there:
        return ()
    near = _cosines(here, there, weights.idf)
    score = near + NEIGHBOURS * _around(near)
    score[near < NEAR] = 0
    ours, theirs = list(map(Reading, here)), list(map(Reading, there))
    links = []
    for one, other in _nearest(score):
        why = reasons(ours[one], theirs[other], weights)
        if why:
            links.append(Link(one, other, why))
    return tuple(links)


def _cosines(here: Sequence[Side], there: Sequence[Side], idf: Callable[[str], float]) -> Floats:
    """(H, T) the cosines of the words of all passages of the one with those of the other."""
    ours, theirs = _weighted(here, idf), _weighted(there, idf)
    near = np.zeros((len(here), len(there)))
    for term in sorted(ours.keys() & theirs.keys()):  # no array of all terms: there may be 100,000
        (mine, my_weights), (yours, your_weights) = ours[term], theirs[term]
        near[np.ix_(mine, yours)] += np.outer(my_weights, your_weights)
    return near


def _weighted(sides: Sequence[Side], idf: Callable[[str], float]) -> dict[str, tuple[list[int], list[float]]]:
    """By term, the passages that have it, and what it weighs in each, of a vector of length 1."""
    found: dict[str, tuple[list[int], list[float]]] = {}
    for number, side in enumerate(sides):
        counted = Counter(term.term for term in terms(side.text))
        weights = {term: (1 + log(count)) * idf(term) for term, count in counted.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for term, weight in weights.items():
            numbers, values = found.setdefault(term, ([], []))
            numbers.append(number)
            values.append(weight / length)
    return found


def _around(near: Floats) -> Floats:
    """(H, T) the highest cosine among the passages next to each pair, those of the pair left out."""
    padded = np.pad(near, 1)
    beside = [
        padded[1 + down : padded.shape[0] - 1 + down, 1 + right : padded.shape[1] - 1 + right]
        for down in (-1, 0, 1)
        for right in (-1, 0, 1)
        if down and right
    ]
    return np.asarray(np.maximum.reduce(beside), dtype=np.float64)


def _nearest(score: Floats) -> list[tuple[int, int]]:
    """The pairs of which one is the nearest of the other, or hardly less near, in the order of the first."""
    many, others = score.shape
    apart = np.abs(np.arange(many)[:, None] / many - np.arange(others)[None, :] / others)
    order = score - _TIE * apart
    among = _highest(order, 1) & _highest(order, 0)
    best_here, best_there = score.max(axis=1, keepdims=True), score.max(axis=0, keepdims=True)
    is_best = (score == best_here) | (score == best_there)
    is_close = (score >= SECOND * best_here) & (score >= SECOND * best_there)
    return [
        (int(one), int(other))
        for one, other in zip(*np.nonzero((is_best | is_close) & (score > 0) & among), strict=True)
    ]


def _highest(order: Floats, axis: int) -> NDArray[np.bool_]:
    """(H, T) the `MOST_LINKS` highest along an axis."""
    if order.shape[axis] <= MOST_LINKS:
        return np.ones(order.shape, np.bool_)
    least = np.partition(order, -MOST_LINKS, axis=axis).take([-MOST_LINKS], axis=axis)
    return np.asarray(order >= least)
