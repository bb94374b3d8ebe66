"""A text of any length can be compared: twice the text takes twice the steps, and no more."""

from collections.abc import Callable

import pytest

from index.related.days import days_named
from index.related.names import names_in
from index.related.numbers import numbers
from index.related.reasons import reasons
from index.related.sides import Side, Weights

KINDS = {
    "numbers": "There were 12 men, ",
    "days and numbers": "On 3 May 2025 there were 12 men, ",
    "quotations": "He called it “very successful work” on the three bridges. ",
    "words": "engineers closed the bridge over the river. ",
}
ROW = Side("On 3 May 2025 engineers closed three bridges; 12 men called it “very successful work”.")
WEIGHTS = Weights(lambda term: 5.0, 5.0)
READ: dict[str, Callable[[str], object]] = {
    "numbers": lambda text: numbers(text),
    "days": lambda text: days_named(text, 0, None),
    "names": lambda text: names_in(text),
    "reasons": lambda text: reasons(Side(text), ROW, WEIGHTS),
}


@pytest.mark.parametrize("read", READ)
@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_takes_twice_the_steps(
    kind: str, read: str, steps: Callable[[Callable[[], object]], int]
) -> None:
    once = steps(lambda: READ[read](KINDS[kind] * 150))
    twice = steps(lambda: READ[read](KINDS[kind] * 300))
    assert twice < 2.3 * once + 1000
