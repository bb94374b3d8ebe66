"""Grouping articles that are copies, among many, and whatever order they come in."""

import random
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.copies.grouping import Kept, group
from index.copies.groups import Groups
from index.copies.wording import sketch

from .invented import EDITS, LOOKALIKES, report, text

Texts = dict[int, str]


def kept(texts: Texts) -> list[Kept]:
    return [Kept(key, sketch(one)) for key, one in texts.items()]


def grouped(texts: Texts, before: dict[int, int] | None = None) -> dict[int, int]:
    return group(kept(texts), before or {}, texts.__getitem__)


def sets_of(leaders: dict[int, int]) -> set[frozenset[int]]:
    found = defaultdict(set)
    for key, leader in leaders.items():
        found[leader].add(key)
    return set(map(frozenset, found.values()))


def library(seed: int) -> tuple[Texts, set[frozenset[int]]]:
    """Reports with copies of each kind, among others that look like copies; and which belong together."""
    chance = random.Random(seed)
    texts: Texts = {}
    wanted = set()
    for _ in range(12):
        mine = report(chance, chance.randint(12, 40))
        copies = [mine, *(edit(mine, chance) for edit in EDITS)]
        keys = range(len(texts) + 1, len(texts) + 1 + len(copies))
        texts.update(zip(keys, (text(one, chance) for one in copies), strict=True))
        wanted.add(frozenset(keys))
    for pair in LOOKALIKES:
        for one in pair(chance):
            texts[len(texts) + 1] = one
            wanted.add(frozenset([len(texts)]))
    return texts, wanted


def pairs(groups: set[frozenset[int]]) -> set[tuple[int, int]]:
    return {(one, other) for group in groups for one in group for other in group if one < other}


def test_copies_are_found_among_others() -> None:
    """Counted by pairs over five libraries: 2,160 pairs, each kind of edit against each.

    What is missed was trimmed so far, or edited so much, that the longest copy is no copy of it.
    """
    wanted, found = 0, 0
    for seed in range(5):
        texts, right = library(seed)
        given = pairs(sets_of(grouped(texts)))
        assert given <= pairs(right)
        wanted += len(pairs(right))
        found += len(given)
    assert wanted == 2160
    assert found >= 0.96 * wanted, found


@pytest.mark.parametrize("seed", range(4))
def test_the_groups_do_not_depend_on_the_order_in_which_articles_come(seed: int) -> None:
    texts, _ = library(seed)
    chance = random.Random(seed)
    at_once = grouped(texts)
    order = list(texts)
    chance.shuffle(order)
    known: Texts = {}
    before: dict[int, int] = {}
    for first in range(0, len(order), 30):
        known |= {key: texts[key] for key in order[first : first + 30]}
        before = grouped(known, before)
    assert before == at_once


def test_what_was_found_before_is_not_read_again() -> None:
    texts, _ = library(1)
    before = grouped(texts)
    read = []

    def text_of(key: int) -> str:
        read.append(key)
        return texts[key]

    assert group(kept(texts), before, text_of) == before
    assert read == []
    texts[999] = texts[1] + " And the harbour was quiet."
    assert group(kept(texts), before, text_of)[999] == before[1]
    assert 0 < len(read) < 10


def test_without_the_one_that_led_the_others_are_still_together() -> None:
    texts, wanted = library(2)
    before = grouped(texts)
    one = next(group for group in wanted if len(group) > 1)
    leader = before[min(one)]
    del texts[leader]
    left = {key: value for key, value in before.items() if value != leader}
    after = grouped(texts, left)
    assert after == grouped(texts)
    assert len({after[key] for key in one - {leader}}) == 1


def test_a_report_that_grows_from_day_to_day_does_not_become_one_group() -> None:
    chance = random.Random(4)
    story = report(chance, 60)
    texts = {day: " ".join(story[: 6 * day]) for day in range(1, 11)}
    leaders = grouped(texts)
    assert leaders[10] == leaders[9] == 10
    assert leaders[1] != 10


def test_hundreds_of_the_very_same_text_are_one_group() -> None:
    texts = {key: "This page is not to be found on the server any more." for key in range(1, 301)}
    assert len(set(grouped(texts).values())) == 1
    assert len(set(grouped({key: "No text" for key in range(1, 9)}).values())) == 8


@given(
    st.dictionaries(st.integers(1, 60), st.integers(1, 9), max_size=40),
    st.lists(st.integers(1, 80), unique=True, max_size=50),
)
def test_groups_as_arrays_say_what_a_dictionary_says(numbers: dict[int, int], keys: list[int]) -> None:
    leaders = {key: min(k for k in numbers if numbers[k] == number) for key, number in numbers.items()}
    alone = {key for key, leader in leaders.items() if list(leaders.values()).count(leader) == 1}
    groups = Groups(sorted((key, leader) for key, leader in leaders.items() if key not in alone))
    wanted = [leaders.get(key, key) for key in keys]
    assert groups.of(np.array(keys, np.int64)).tolist() == wanted
    firsts = [number not in wanted[:place] for place, number in enumerate(wanted)]
    assert groups.is_first(np.array(keys, np.int32)).tolist() == firsts
