"""Which passages of two documents speak of the same.

A passage is linked to the one of the other document that is nearest to it by the TF-IDF cosine of their
words, that of their neighbours counting a little, and of those only where reasons stand in both texts.
Order plays no part: two reports of one event rarely tell it in the same order.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

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


def sides(article: Article) -> list[Side]:
    """The passages of a document with what is named and dated in them."""
    found = []
    for passage in article.passages[:MOST]:
        named = [
            one
            for one in article.mentions
            if one.field == "text" and passage.start <= one.start and one.end <= passage.end
        ]
        text = article.text[passage.start : passage.end]
        found.append(Side(text, passage.start, named, article.dates, article.published, article.quotes))
    return found


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
    counts = [Counter(term.term for term in terms(side.text)) for side in (*here, *there)]
    numbers = {term: number for number, term in enumerate(sorted(set().union(*counts)))}
    vectors = np.zeros((len(counts), max(1, len(numbers))))
    for row, counted in enumerate(counts):
        for term, count in counted.items():
            vectors[row, numbers[term]] = (1 + log(count)) * idf(term)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths > 0, lengths, 1)
    return np.asarray(vectors[: len(here)] @ vectors[len(here) :].T, dtype=np.float64)


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
    best_here, best_there = score.max(axis=1, keepdims=True), score.max(axis=0, keepdims=True)
    is_best = (score == best_here) | (score == best_there)
    is_close = (score >= SECOND * best_here) & (score >= SECOND * best_there)
    return [
        (int(one), int(other))
        for one, other in zip(*np.nonzero((is_best | is_close) & (score > 0)), strict=True)
    ]
