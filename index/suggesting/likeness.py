"""Names that are like one another: word by word, by letters and by sound."""

from collections.abc import Iterable, Sequence

from index.fulltext import analysis
from index.fulltext.neighbours import DEAREST, costs_among

DEAREST_NAME = 1.2
"""What it may cost to take a name for another."""

MOST = 6
"""Names that are worth a try."""

_WORD_MORE = 0.1


class Names:
    """Some names, by their words."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names as they are written."""
        self._words: dict[str, list[str]] = {}
        self._holding: dict[str, list[str]] = {}
        for name in names:
            self._words[name] = words = words_of(name)
            for word in words:
                self._holding.setdefault(word, []).append(name)
        self._all = list(self._holding)

    def alike(self, asked: str) -> list[tuple[str, float]]:
        """Those that are like a name, and what it costs to take each for it; the nearest first."""
        costs = list[dict[str, float]]()
        for word in words_of(asked):
            near = zip(self._all, costs_among(word, self._all), strict=True)
            costs.append({other: cost for other, cost in near if cost <= DEAREST})
        names = {name for each in costs for word in each for name in self._holding[word]}
        found = [(self._cost(costs, name), name) for name in names]
        return [(name, cost) for cost, name in sorted(found)[:MOST] if cost <= DEAREST_NAME]

    def _cost(self, costs: Sequence[dict[str, float]], name: str) -> float:
        """What a name costs, by what each word costs in place of each of the words asked for."""
        words = self._words[name]
        each = [min([row.get(word, DEAREST) for word in words], default=DEAREST) for row in costs]
        return sum(each) / len(each) + _WORD_MORE * abs(len(words) - len(each))


def words_of(name: str) -> list[str]:
    """The folded words of a name."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return name.lower().split()
    return [analysis.fold(token.surface) for token in analysis.tokens(name) if token.length == 1]
