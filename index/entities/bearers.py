"""Whom of several people a document means by their surname alone: who is elsewhere named in like company."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from math import sqrt

COUNTED = 3
"""So many documents of a bearer count, those most like the one in question."""
LEAST = 0.1
"""How alike they must be on average, as a cosine; what lacks to their number counts as nothing."""
FAR = 2.0
"""So many times as much as that of any other must be the likeness of the one who is meant."""


class Bearers:
    """The people of one surname, with the company in which documents name each of them in full."""

    def __init__(
        self, documents: Mapping[str, Sequence[Collection[str]]], weight: Callable[[str], float]
    ) -> None:
        """Take what documents name, by the bearer they name in full; and how telling it is to name that."""
        self._people = frozenset(documents)
        self._weight = weight
        self._lengths: list[float] = []
        self._of: list[str] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for bearer, companies in documents.items():
            for company in companies:
                others = sorted(frozenset(company) - self._people)  # sums depend on the order
                for other in others:
                    self._places[other].append(len(self._of))
                self._lengths.append(sqrt(sum(map(weight, others))))
                self._of.append(bearer)

    def meant(self, company: Collection[str], spread: Mapping[str, int]) -> str | None:
        """Who is meant by the surname in a document that names these; None where that is not plain.

        Of two in like company, who is in more documents (`spread`) is meant more likely.
        """
        shared: dict[int, float] = {}
        square = 0.0
        for other in sorted(company):
            weight = self._weight(other)
            square += weight
            for place in self._places.get(other, ()):
                shared[place] = shared.get(place, 0.0) + weight
        alike: defaultdict[str, list[float]] = defaultdict(list)
        for place, product in shared.items():
            alike[self._of[place]].append(product / self._lengths[place])
        if not alike:
            return None
        length = sqrt(square) * COUNTED
        scores = {
            bearer: sum(sorted(products, reverse=True)[:COUNTED]) / length
            for bearer, products in alike.items()
        }
        likely = {bearer: score * sqrt(spread[bearer]) for bearer, score in scores.items()}
        first = max(likely, key=lambda bearer: (likely[bearer], bearer))
        rest = max((score for bearer, score in likely.items() if bearer != first), default=0.0)
        return first if scores[first] >= LEAST and likely[first] >= FAR * rest else None
