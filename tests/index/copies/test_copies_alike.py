"""What is a copy of an article and what is none, on invented reports."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.copies.alike import are_copies

from .invented import EDITS, LOOKALIKES, report, text

EACH = 40
"""Pairs of each kind."""


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_an_editor_makes_of_a_report_is_a_copy(
    edit: Callable[[list[str], random.Random], list[str]],
) -> None:
    missed = []
    for seed in range(EACH):
        chance = random.Random(seed)
        mine = report(chance)
        if not are_copies(text(mine, chance), text(edit(mine, chance), chance)):
            missed.append(seed)
    assert missed == []


@pytest.mark.parametrize("pair", LOOKALIKES, ids=lambda pair: pair.__name__)
def test_what_only_looks_like_a_report_is_no_copy(
    pair: Callable[[random.Random], tuple[str, str]],
) -> None:
    wrong = [seed for seed in range(EACH) if are_copies(*pair(random.Random(seed)))]
    assert wrong == []


@given(st.text(max_size=300), st.text(max_size=300))
def test_it_does_not_matter_which_of_two_is_named_first(one: str, other: str) -> None:
    assert are_copies(one, other) == are_copies(other, one)


@given(st.text())
def test_any_text_can_be_compared_with_itself_and_with_none(one: str) -> None:
    assert are_copies(one, one) in (True, False)
    assert not are_copies(one, "")


def test_a_short_text_is_a_copy_only_of_the_very_words() -> None:
    line = "Water stood in the harbour district for nine hours."
    assert are_copies(line, line.upper())
    assert not are_copies(line, line.replace("nine", "ten"))
    assert not are_copies("No text", "No text")


def test_a_text_without_blanks_between_words_can_be_a_copy() -> None:
    line = "外務省は水曜日、港の封鎖を解除する方針を明らかにした。漁船は翌朝から出港できる見通しだ。" * 3
    assert are_copies(line, f"【共同】{line}")
