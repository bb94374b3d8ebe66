"""Words that are nearly another, held against a textbook distance."""

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.columnar.keys import Keys, Part, part_of
from index.fulltext import fuzzy
from index.fulltext.query import Pattern
from index.fulltext.vocabulary import Vocabulary

LETTERS = "abnré中й𝒳1."
WORD = st.text(LETTERS, min_size=1, max_size=9)


def keys_of(*parts: list[str]) -> Keys:
    """A map in several parts, the words numbered on through all of them."""
    made, first = [], 0
    for words in parts:
        pairs = [(word.encode(), [first + number]) for number, word in enumerate(words)]
        made.append(Part(part_of(pairs)))
        first += len(words)
    return Keys(made)


@given(
    st.lists(st.lists(WORD, unique=True, max_size=25), max_size=3), WORD, st.sampled_from([1, 2]), st.data()
)
def test_it_finds_what_the_textbook_finds(
    oracle: ModuleType, parts: list[list[str]], text: str, edits: int, data: st.DataObject
) -> None:
    near = data.draw(st.lists(mutants(text), unique=True, max_size=20))
    parts = [*parts, near]
    words = [word for part in parts for word in part]
    expected = [number for number, word in enumerate(words) if oracle.distance(text, word) <= edits]
    assert fuzzy.words_like(keys_of(*parts), text, edits).tolist() == expected
    is_like = fuzzy.nearly(text, edits)
    assert [number for number, word in enumerate(words) if is_like([word])] == expected


@st.composite
def mutants(draw: st.DrawFn, text: str) -> str:
    """A word made from another by a few edits."""
    letters = list(text)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(letters)))
        match draw(st.sampled_from(["in", "out", "other", "swap"])):
            case "in":
                letters.insert(at, draw(st.sampled_from(LETTERS)))
            case "out":
                del letters[at : at + 1]
            case "other":
                letters[at : at + 1] = draw(st.sampled_from(LETTERS))
            case "swap":
                letters[at : at + 2] = letters[at : at + 2][::-1]
    return "".join(letters) or "a"


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("ca", "abc", 2), ("nuclaer", "nuclear", 1), ("unclear", "nuclear", 1), ("", "ab", 2), ("a", "a", 0)],
)
def test_the_textbook_itself(oracle: ModuleType, one: str, other: str, edits: int) -> None:
    assert oracle.distance(one, other) == oracle.distance(other, one) == edits


def test_very_long_words_are_compared_whole() -> None:
    long = "a" * 300
    keys = keys_of([long, long[:254], long + "b", long[:-1] + "bb"])
    assert fuzzy.words_like(keys, long, 1).tolist() == [0, 2]
    assert fuzzy.words_like(keys, long, 2).tolist() == [0, 2, 3]


def test_names_are_found_by_their_like() -> None:
    names = Vocabulary(["Araghchi", "Araqchi", "Aragchi", "Iran", "Larijani"])
    found = names.find(Pattern("araghchi", "fuzzy", edits=2))
    assert [names.surfaces[number] for number in found] == ["Aragchi", "Araghchi", "Araqchi"]
