"""Texts that tell of one thing in different words are near each other in few directions."""

import numpy as np
import pytest

from index.related import landscape
from index.related.landscape import DIRECTIONS, survey
from index.related.vectors import Vectors

QUAKE, TREMOR, RUBBLE, VOTE, BALLOT, SEAT, CHESS = range(7)


def vectors(*bags: list[int]) -> Vectors:
    sizes = [len(bag) for bag in bags]
    terms = np.array([term for bag in bags for term in bag], dtype=np.int64)
    rows = np.repeat(np.arange(len(bags)), sizes)
    weights = 1 / np.sqrt(np.array(sizes, dtype=np.float64))[rows]
    return Vectors(len(bags), rows, terms, np.ones(len(terms), dtype=np.int64), weights)


QUAKES = [[QUAKE, RUBBLE], [TREMOR, RUBBLE], [QUAKE, TREMOR, RUBBLE]] * 3
VOTES = [[VOTE, SEAT], [BALLOT, SEAT], [VOTE, BALLOT, SEAT]] * 3


def test_words_of_one_story_are_near_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landscape, "DIRECTIONS", 2)
    land = survey(7, vectors(*QUAKES, *VOTES))
    quake, tremor, vote = land.fold(vectors([QUAKE], [TREMOR], [VOTE]))
    assert quake @ tremor > quake @ vote + 0.2


def test_what_no_document_speaks_of_lies_nowhere() -> None:
    land = survey(7, vectors(*QUAKES))
    assert not land.fold(vectors([CHESS])).any()
    assert np.allclose(np.linalg.norm(land.fold(vectors([CHESS, QUAKE], [RUBBLE])), axis=1), 1)


def test_there_are_few_directions_and_none_that_is_empty() -> None:
    many = vectors(*([number] for number in range(7)))
    assert survey(7, many).directions.shape == (DIRECTIONS, 8)
    assert survey(7, vectors([QUAKE], [QUAKE])).directions.shape == (1, 2)
    assert survey(7, vectors([])).directions.shape == (0, 1)
    assert survey(7, vectors([])).fold(vectors([QUAKE])).shape == (1, 0)
