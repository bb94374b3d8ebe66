"""Texts that nobody writes: finding who is quoted takes twice the steps for twice the text, and no more."""

from collections.abc import Callable

import pytest

from index.entities import recognise
from index.quotes import discourse, items, kinds, paragraph
from index.quotes.find import find_quotes
from index.quotes.likeness import likeness
from index.quotes.marks import marked
from index.quotes.wording import words_of

BOUNDS = (
    (items, "MOST"),
    (paragraph, "MOST"),
    (discourse, "REMEMBERED"),
    (kinds, "AROUND"),
)
"""How far around a quotation is looked."""
HOSTILE = {
    "closed at once": "“No” ",
    "in a row": "“No”, ",
    "never closed": "“No ",
    "apostrophes that open": "'a ",
    "inches": '"5" a ',
    "one within another": "“No ‘a ",
    "of one speaker": "“No,” said Tom Baker. “Yes,” he said. ",
    "of an office": "Foreign Minister Tom Baker came. “No,” the minister said. ",
    "verbs of saying": "“No” was said told quoted said of ",
    "headings": "“Alpha Beta” ",
    "one each paragraph": "“No,” said Tom Baker.\n\n",
    "several paragraphs": "“He said that.\n\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_takes_twice_the_steps(
    kind: str, steps: Callable[[Callable[[], object]], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in BOUNDS:  # so that little text is much
        monkeypatch.setattr(module, name, 20)
    few, many = HOSTILE[kind] * 120, HOSTILE[kind] * 240
    named_few, named_many = recognise("", few), recognise("", many)
    once = steps(lambda: find_quotes("", few, named_few, "en"))
    twice = steps(lambda: find_quotes("", many, named_many, "en"))
    assert twice < 2.3 * once + 1000


def test_quotations_are_found_however_many_there_are() -> None:
    text = "“No,” said Tom Baker. " * 3000
    quotes = find_quotes("", text, recognise("", text), "en")
    assert len(marked(text)) == len(quotes) == 3000
    assert all(one.mention is not None for one in quotes)


def test_two_speeches_are_compared_in_steps_that_grow_with_them(
    steps: Callable[[Callable[[], object]], int],
) -> None:
    def compared(times: int) -> int:
        speech = " ".join(f"we shall hold the bridge number {number} and" for number in range(times))
        ours, theirs = words_of(f"{speech} sleep"), words_of(f"Nothing of it: {speech} wake " * 2)
        assert likeness(ours, theirs, True) is not None
        return steps(lambda: likeness(ours, theirs, True))

    assert compared(200) < 2.3 * compared(100) + 1000
