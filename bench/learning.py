"""Learns weights for the figures of the ranker: LambdaRank (Burges 2010) for a weighted sum.

Only passages that somebody looked at are learned from. Few weights, few steps and a pull towards the
weights from which it begins keep it from learning one collection by heart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from judged_figures import DEPTH, Floats, Question, ranking
from numpy.typing import NDArray

STEPS = 40
"""Steps down the slope."""

RATE = 0.05
"""How far a step goes (Adam, Kingma and Ba 2015)."""

PULL = 0.03
"""How strongly weights are held to those from which it begins."""

SHARPNESS = 8.0
"""How sharply a difference of scores decides which passage is ahead."""

MOST = 70
"""Candidates of a passage that are learned from: those that are ahead at the beginning."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What is learned from one passage."""

    figures: Floats
    gains: NDArray[np.int64]
    documents: NDArray[np.int64]
    weight: float


def learn(asked: Sequence[Question], start: Floats, pull: float = PULL) -> Floats:
    """The weights that order the candidates of some passages best."""
    lessons = _lessons(asked, start)
    weights = start.copy()
    slope, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        down = pull * (weights - start)
        for lesson in lessons:
            down += lesson.weight * _slope(lesson, weights)
        slope = 0.9 * slope + 0.1 * down
        square = 0.99 * square + 0.01 * down * down
        weights -= RATE * (slope / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-9)
    return weights


def _lessons(asked: Sequence[Question], start: Floats) -> list[_Lesson]:
    """What is to be learned from, each topic as much as any other."""
    topics = [question.topic for question in asked]
    count = len(set(topics))
    found = []
    for question in asked:
        seen = np.flatnonzero(question.judged)
        scores = question.figures[seen] @ start
        seen = seen[np.argsort(-scores, kind="stable")[:MOST]]
        if question.gains[seen].any():
            weight = 1 / topics.count(question.topic) / count / question.ideal
            found.append(
                _Lesson(question.figures[seen], question.gains[seen], question.documents[seen], weight)
            )
    return found


def _slope(lesson: _Lesson, weights: Floats) -> Floats:
    """How the loss grows with each weight."""
    scores = lesson.figures @ weights
    worth = _worth(lesson.documents, scores)
    better = np.flatnonzero(lesson.gains > 0)
    ahead = lesson.gains[better][:, None] - lesson.gains[None, :]
    swing = np.abs(worth[better][:, None] - worth[None, :])
    same = lesson.documents[better][:, None] == lesson.documents[None, :]
    swing = np.where(same, worth[better][:, None], swing)  # of a document only one is shown
    doubt = 1 / (1 + np.exp(np.clip(SHARPNESS * (scores[better][:, None] - scores[None, :]), -30, 30)))
    pushes = np.where(ahead > 0, ahead * swing * doubt, 0.0)
    total = pushes.sum(axis=0)
    total[better] -= pushes.sum(axis=1)
    return np.asarray(total @ lesson.figures)


def _worth(documents: NDArray[np.int64], scores: Floats) -> Floats:
    """(C,) what the place of each candidate's document in the ranking is worth."""
    order = np.argsort(-scores, kind="stable")
    first = np.zeros(len(scores), dtype=np.bool_)
    first[np.unique(documents[order], return_index=True)[1]] = True
    places = np.empty(len(scores), dtype=np.int64)
    places[order] = np.cumsum(first) - 1
    worth = 1 / np.log2(places + 2)
    return np.where(places < DEPTH, worth, worth / 2)


def folds(topics: Sequence[str], count: int) -> list[set[str]]:
    """Parts of some topics, each of which is left out once."""
    shuffled = np.random.default_rng(1).permutation(np.array(topics)).tolist()
    return [set(shuffled[number::count]) for number in range(count)]


def left_out(asked: Sequence[Question], start: Floats, count: int) -> list[Floats]:
    """The scores of candidates by weights that were learned without the topic they are of.

    Args:
        asked: What is learned from and ranked.
        start: The weights from which it begins.
        count: Into how many parts the topics are divided.
    """
    scores: list[Floats] = [np.empty(0)] * len(asked)
    for part in folds(sorted({one.topic for one in asked}), count):
        weights = learn([one for one in asked if one.topic not in part], start)
        for number, question in enumerate(asked):
            if question.topic in part:
                scores[number] = question.figures @ weights
    return scores


def first_rows(asked: Sequence[Question], scores: Sequence[Floats]) -> list[int]:
    """The gain of the first row of each ranking."""
    return [
        int(question.gains[ranking(question, mine)[0]]) if len(mine) else 0
        for question, mine in zip(asked, scores, strict=True)
    ]
