"""In reports of events that repeat themselves, a passage leads to its own event and not to one of its kind.

The reports are ours (`tests/data/events`): strikes, votes, matches, each told by several outlets, on
another day at the same place, on the same day elsewhere, and again later. Half of the families have
never been learned from, and the figures are held on these.
"""

from collections.abc import Iterator

import pytest
from own_library import opened
from stories import TRAINING, Collection, families, topics

from index import Library
from index.model import Article

SAME_EVENT = 0.83
"""First rows that are on the same event, of all first rows."""

SAME_FACT = 0.65
"""First rows that tell the same of it."""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return families()


@pytest.fixture(scope="module")
def library(collection: Collection) -> Iterator[tuple[Library, dict[int, Article]]]:
    with opened(collection) as found:
        yield found


def test_there_are_enough_pairs_and_some_of_every_grade(collection: Collection) -> None:
    assert set(TRAINING) < set(topics(collection.reports))
    for learned in (True, False):
        grades = [
            grade
            for asked in collection.asked
            if (collection.reports[asked.place[0]].topic in TRAINING) == learned
            for grade in asked.gains.values()
        ]
        same, some = grades.count(2), grades.count(1)
        assert same >= 100 and some >= 150
    for asked in collection.asked:
        for place, grade in asked.gains.items():
            back = next((one for one in collection.asked if one.place == place), None)
            assert back is None or back.gains[asked.place] == grade
            assert collection.reports[place[0]].topic == collection.reports[asked.place[0]].topic


@pytest.mark.parametrize("learned", [True, False], ids=["learned from", "left out"])
def test_the_first_row_is_on_the_same_event(
    collection: Collection, library: tuple[Library, dict[int, Article]], learned: bool
) -> None:
    opened_library, articles = library
    numbers = {article.id: number for number, article in articles.items()}
    gains = []
    for asked in collection.asked:
        document, number = asked.place
        if (collection.reports[document].topic in TRAINING) == learned:
            rows = opened_library.related(articles[document].passages[number], limit=5)
            if rows:
                first = rows[0]
                gains.append(asked.gains.get((numbers[first.document.id], first.passage), 0))
    assert len(gains) >= 70
    assert sum(gain >= 1 for gain in gains) >= SAME_EVENT * len(gains)
    assert sum(gain == 2 for gain in gains) >= SAME_FACT * len(gains)
