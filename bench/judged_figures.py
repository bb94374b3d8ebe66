"""The figures of all candidates of all passages whose relatives are known, and how good a ranking is."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from stories import Collection, Place

from index.related.evidence import EVIDENCE, Told, evidence, told
from index.related.figures import measure
from index.related.names import names_in
from index.related.query import passage_query
from index.related.sides import Side
from index.related.store import PassageEntry, PassageStore

Floats = NDArray[np.float64]

DEPTH = 10
"""Places of a ranking that count."""


@dataclass(frozen=True, slots=True)
class Question:
    """C candidates of a passage whose relatives are known."""

    topic: str
    """Topic of the passage's document."""
    places: tuple[Place, ...]
    """Where each stands."""
    documents: NDArray[np.int64]
    """(C,) number of its document."""
    figures: Floats
    """(C, F) its figures."""
    gains: NDArray[np.int64]
    """(C,) how far it tells the same."""
    judged: NDArray[np.bool_]
    """(C,) whether somebody looked at it."""
    ideal: float
    """What a ranking comes to that holds the best passage of each document in the best order."""


def questions(collection: Collection, side: Callable[[Place], Side] | None = None) -> list[Question]:
    """Take a collection into a store of passages and measure all candidates.

    Args:
        collection: The documents, and what is known of them.
        side: Gives a passage with what its document names: the evidence is measured too.
    """
    found = []
    tellings: dict[Place, Told] = {}
    with TemporaryDirectory() as directory:
        store = PassageStore.begin_anew(Path(directory) / "passages")
        store.update(PassageEntry(key, 1, one.passages) for key, one in enumerate(collection.reports))
        for asked in collection.asked:
            document, number = asked.place
            report = collection.reports[document]
            names = names_in(report.passages[number])
            query = passage_query(store.snapshot, document, number, names)
            assert query is not None
            measured = measure(store.snapshot, query)
            keys, passages = measured.found.keys, measured.found.passages
            places = tuple(zip(keys.tolist(), passages.tolist(), strict=True))
            figures = measured.figures
            if side is not None:
                for place in {asked.place, *places} - tellings.keys():
                    tellings[place] = told(side(place))
                mine = tellings[asked.place]
                rows = [evidence(mine, tellings[place]) for place in places]
                figures = np.hstack([figures, np.array(rows).reshape(len(places), len(EVIDENCE))])
            best: dict[int, int] = {}
            for (other, _), gain in asked.gains.items():
                best[other] = max(gain, best.get(other, 0))
            found.append(
                Question(
                    report.topic,
                    places,
                    np.asarray(keys, dtype=np.int64),
                    figures,
                    np.array([asked.gains.get(place, 0) for place in places], dtype=np.int64),
                    np.array([place in collection.judged for place in places], dtype=np.bool_),
                    discounted(sorted(best.values(), reverse=True)),
                )
            )
    return found


def ranking(question: Question, scores: Floats) -> NDArray[np.int64]:
    """The best candidate of each document, the best of all first."""
    order = np.argsort(-scores, kind="stable")
    _, first = np.unique(question.documents[order], return_index=True)
    return np.asarray(order[np.sort(first)], dtype=np.int64)


def discounted(gains: Sequence[int]) -> float:
    """What a ranking with these gains comes to (DCG, linear gains)."""
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains[:DEPTH]))


def quality(asked: Sequence[Question], scores: Sequence[Floats]) -> dict[str, dict[str, float]]:
    """nDCG@10 of rankings, the mean of each topic.

    Returns:
        `all`, where what nobody looked at is wrong, and `judged`, where it is left out.
    """
    sums: dict[str, dict[str, list[float]]] = {"all": {}, "judged": {}}
    for question, mine in zip(asked, scores, strict=True):
        order = ranking(question, mine)
        gains, seen = question.gains[order], question.judged[order]
        for kind, kept in (("all", gains), ("judged", gains[seen])):
            value = discounted(kept.tolist()) / question.ideal
            sums[kind].setdefault(question.topic, []).append(value)
    return {
        kind: {topic: sum(values) / len(values) for topic, values in found.items()}
        for kind, found in sums.items()
    }


def mean(by_topic: dict[str, float]) -> float:
    """The mean of topics."""
    return sum(by_topic.values()) / len(by_topic)
