"""Two texts compared word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.differences import LONGEST, Difference, differences

WORDS = st.lists(
    st.sampled_from(["a", "the", "bridge", "Lorries", "was", "12", "1,200", "Café", "cafe", "don’t"]),
    max_size=14,
)


def told(here: str, there: str) -> list[tuple[str, str, str]]:
    return [(one.kind, here[slice(*one.here)], there[slice(*one.there)]) for one in differences(here, there)]


def test_one_word_put_for_another() -> None:
    here = "Three sites were hit in a highly successful attack."
    there = "Three sites were hit in a very successful attack!"
    assert told(here, there) == [
        ("same", "Three sites were hit in a", "Three sites were hit in a"),
        ("changed", "highly", "very"),
        ("same", "successful attack", "successful attack"),
    ]


def test_what_only_one_has() -> None:
    here, there = "The bridge is closed", "The old bridge is closed to lorries"
    assert told(here, there) == [
        ("same", "The", "The"),
        ("there", "", "old"),
        ("same", "bridge is closed", "bridge is closed"),
        ("there", "", "to lorries"),
    ]
    assert [kind for kind, _, _ in told(there, here)] == ["same", "here", "same", "here"]


def test_case_accents_and_apostrophes_make_no_difference() -> None:
    assert told("THE CAFÉ doesn't open", "The cafe doesn’t open") == [
        ("same", "THE CAFÉ doesn't open", "The cafe doesn’t open")
    ]


def test_a_little_word_between_two_differences_belongs_to_them() -> None:
    here, there = "He spoke of peace", "He dreamt of war"
    assert told(here, there) == [("same", "He", "He"), ("changed", "spoke of peace", "dreamt of war")]


def test_a_number_is_never_too_little() -> None:
    here, there = "hit 3 sites", "struck 3 places"
    assert ("same", "3", "3") in told(here, there)


@pytest.mark.parametrize(("here", "there"), [("", ""), ("...", "-"), ("word", ""), ("", "word")])
def test_texts_without_words(here: str, there: str) -> None:
    kinds = [kind for kind, _, _ in told(here, there)]
    assert kinds == (["here"] if here == "word" else ["there"] if there == "word" else [])


def test_texts_that_are_too_long_are_compared_at_their_ends() -> None:
    middle = " ".join(f"x{number}" for number in range(LONGEST + 1))
    other = " ".join(f"y{number}" for number in range(10))
    assert [one.kind for one in differences(f"same {middle} end", f"same {other} end")] == [
        "same",
        "changed",
        "same",
    ]


@given(WORDS, WORDS)
def test_every_word_is_in_one_stretch_and_kinds_alternate(ours: list[str], theirs: list[str]) -> None:
    here, there = " ".join(ours), " ".join(theirs)
    found = differences(here, there)
    assert " ".join(filter(None, (here[slice(*one.here)] for one in found))) == here
    assert " ".join(filter(None, (there[slice(*one.there)] for one in found))) == there
    for one, other in pairwise(found):
        assert (one.kind == "same") != (other.kind == "same")
    for one in found:
        assert (one.here[0] == one.here[1]) == (one.kind == "there")
        assert (one.there[0] == one.there[1]) == (one.kind == "here")


@given(WORDS, WORDS)
def test_what_is_the_same_is_the_same(ours: list[str], theirs: list[str]) -> None:
    here, there = " ".join(ours), " ".join(theirs)
    same = [one for one in differences(here, there) if one.kind == "same"]
    fold = str.maketrans("éÉ’", "ee'")
    for one in same:
        left, right = here[slice(*one.here)], there[slice(*one.there)]
        assert left.casefold().translate(fold) == right.casefold().translate(fold)


@given(WORDS)
def test_a_text_is_as_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert differences(text, text) == ((Difference("same", (0, len(text)), (0, len(text))),) if words else ())
