"""Mentions that are easily taken for one entity, or for two: tests/data/confusable-names.txt."""

import pytest
from own_names import BRACES, is_right, pairs

LEAST = 100
"""So many pairs are held at the least."""


@pytest.mark.parametrize(
    ("verdict", "documents"), pairs(), ids=lambda one: one if isinstance(one, str) else one[0]
)
def test_confusable_mentions_are_told_apart_or_brought_together(verdict: str, documents: list[str]) -> None:
    assert is_right(verdict, documents)


def test_there_are_many() -> None:
    assert len(pairs()) >= LEAST
    assert all(verdict in ("same", "apart") for verdict, _ in pairs())
    assert all(len(BRACES.findall(" ".join(documents))) == 2 for _, documents in pairs())
