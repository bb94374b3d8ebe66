"""Which entities stand out in some documents against all documents of a library."""

from collections.abc import Iterator
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Ints
from index.likelihood import log_likelihood
from index.model import Standing
from index.tallies import Counts

CHANCE = 0.05
"""How likely it may be that chance alone makes even one entity stand out."""

LEAST = 2
"""An entity that is mentioned in fewer of the documents does not stand out: one report is no pattern."""

TIMES = 1.5
"""So many times more often than in all documents it must be mentioned in these."""


class Against(NamedTuple):
    """All documents of a library, for some of them to be held against; copies count once."""

    everywhere: Ints
    """(E,) in how many each entity is mentioned."""
    of: int
    """How many the documents at hand are."""
    total: int
    """How many there are in all."""

    def standings(self, numbers: Ints, counts: Counts) -> Iterator[Standing]:
        """How some entities stand out, by their numbers."""
        here, everywhere = counts.sources[numbers], self.everywhere[numbers]
        scores = log_likelihood(here, self.of, everywhere, self.total)
        for one, other, score in zip(here.tolist(), everywhere.tolist(), scores.tolist(), strict=True):
            yield Standing(one, self.of, other, self.total, round(score, 3))

    def outstanding(self, numbers: Ints, counts: Counts) -> Ints:
        """Those of some entities that stand out, those most that do first.

        They are ordered by the log-likelihood ratio, which holds for rare names, too, and must reach
        what chance would reach for one in `1 / CHANCE` result sets, however many entities are tried
        (Bonferroni's correction). A ratio grows with the number of documents, so each must also be
        mentioned `TIMES` as often as elsewhere.
        """
        here = counts.sources[numbers]
        numbers = numbers[here >= LEAST]
        if not len(numbers):
            return numbers
        here, everywhere = counts.sources[numbers], self.everywhere[numbers]
        scores = log_likelihood(here, self.of, everywhere, self.total)
        is_often = here * self.total >= TIMES * everywhere * self.of
        wanted = np.flatnonzero(is_often & (scores >= threshold(len(numbers))))
        return numbers[wanted[np.argsort(-scores[wanted], kind="stable")]]


def threshold(tried: int) -> float:
    """The ratio that chance reaches for none of so many entities, but with the probability `CHANCE`.

    It is the square of a standard normal number, for one degree of freedom.
    """
    return NormalDist().inv_cdf(CHANCE / (2 * tried)) ** 2
