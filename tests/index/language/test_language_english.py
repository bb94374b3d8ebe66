"""English forms: which words are one to a reader, held against a list made by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import analysis
from index.language import form, forms
from index.language.english_words import AS_THEY_STAND, BARE, IRREGULAR, NOUNS_IN_ING, PLURALS, SILENT_E

PAIRS = Path(__file__).parents[2] / "data" / "english-forms.txt"


def pairs(kind: str) -> list[tuple[str, str]]:
    """The pairs of the list under a heading."""
    found: list[tuple[str, str]] = []
    at = ""
    for line in PAIRS.read_text("utf-8").splitlines():
        if line.startswith("["):
            at = line.strip("[]")
        elif at == kind and line:
            for pair in line.split(","):
                one, other = pair.split()
                found.append((one, other))
    return found


def met(one: str, other: str) -> bool:
    return form(analysis.fold(one), "en") == form(analysis.fold(other), "en")


def test_forms_of_one_word_meet() -> None:
    same = pairs("same")
    assert len(same) > 500
    assert [pair for pair in same if not met(*pair)] == []


def test_other_words_are_kept_apart() -> None:
    different = pairs("different")
    assert len(different) > 600
    assert [pair for pair in different if met(*pair)] == []


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Strike’s", "strikes"),
        ("TRAVELLERS'", "traveler"),
        ("Organisation's", "organizations"),
        ("cease-fires", "ceasefire"),
        ("air-strikes", "airstrike"),
        ("F-35s", "F35"),
        ("MiG-29s", "mig29"),
        ("N.G.O.s", "NGO"),
        ("Mohammed’s", "Mohammed"),
    ],
)
def test_a_possessive_and_a_hyphen_are_no_hindrance(written: str, asked: str) -> None:
    assert met(written, asked)


@pytest.mark.parametrize(
    "word", ["", "1990s", "35s", "1200", "don't", "北京", "café", "ώρα", "x", "s", "ss", "ed", "ing"]
)
def test_what_is_no_english_word_is_left_as_it_is(word: str) -> None:
    assert form(word, "en") == word


@given(st.text(st.sampled_from("abdegilnorstuy'9é"), max_size=12))
def test_every_word_has_a_form_and_it_begins_as_the_word_does(word: str) -> None:
    found = form(word, "en")
    assert bool(found) == bool(word)
    assert found[:1].isdigit() == word[:1].isdigit()
    assert forms([word, word], "en") == [found, found]


def test_the_lists_say_nothing_twice_or_for_nothing() -> None:
    regular = {word for word, base in {**IRREGULAR, **PLURALS}.items() if word == base}
    assert not regular
    assert not IRREGULAR.keys() & AS_THEY_STAND
    assert not PLURALS.keys() & AS_THEY_STAND
    assert not SILENT_E & BARE
    assert all(word.endswith(("ing", "ings")) for word in NOUNS_IN_ING)
