"""The words someone may have meant who wrote another."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from index.fulltext.engine import Engine, Entry
from index.fulltext.neighbours import DEAREST, costs_among, edits_for, halves, neighbours
from index.language.romanisation import difference

NewEngine = Callable[[], Engine]

WORDS = st.text("aeikqghtz", min_size=2, max_size=6) | st.sampled_from(
    ["araghchi", "araqchi", "gaddafi", "qadhafi", "kyiv", "kiev", "nuclear", "unclear", "strike", "strikes"]
)


def entry(key: int, text: str, language: str | None = "en") -> Entry:
    return Entry(key, 1, "", text, None, None, language)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(WORDS, min_size=1, max_size=12, unique=True),
    asked=st.lists(WORDS, min_size=1, max_size=5),
    split=st.integers(0, 12),
)
def test_no_word_near_by_letters_or_sound_is_overlooked(
    words: list[str], asked: list[str], split: int, new_engine: NewEngine
) -> None:
    engine = new_engine()
    engine.update([entry(0, " ".join(words[:split]), None)])
    engine.update([entry(1, " ".join(words[split:]), None), entry(2, "of " * 3, None)])
    for key in asked:
        found = {one.key: one for one in neighbours(engine.snapshot.vocabulary, key, 99)}
        near = {
            word
            for word, cost in zip(words, costs_among(key, words), strict=True)
            if word != key and cost <= DEAREST and not word.startswith(key) and len(word) <= 2 * len(key)
        }
        assert near <= found.keys()
        assert key not in found
        for one in found.values():
            assert one.documents == 1 and one.cost <= DEAREST
            edits = DamerauLevenshtein.distance(key, one.key)
            assert edits <= edits_for(key) or difference(key, one.key) is not None


def test_frequent_words_come_before_rare_ones_that_are_as_near(new_engine: NewEngine) -> None:
    engine = new_engine()
    texts = ["Fordow and the ford", "Fordow again", "fordew", "FORDOW’s end"]
    engine.update([entry(key, text) for key, text in enumerate(texts)])
    found = neighbours(engine.snapshot.vocabulary, "fordiw")
    assert [(one.text, one.documents) for one in found[:2]] == [("Fordow", 3), ("fordew", 1)]


def test_a_word_is_written_as_it_stands_in_most_articles_and_can_be_read(new_engine: NewEngine) -> None:
    engine = new_engine()
    engine.update([entry(key, text) for key, text in enumerate(["THE OR", "or OR", "U.S.A. usa-wide"])])
    found = {one.key: one.text for one in neighbours(engine.snapshot.vocabulary, "oor")}
    assert found == {"or": "or"}
    assert {one.text for one in neighbours(engine.snapshot.vocabulary, "uusa")} == {"usa"}


def test_forms_of_a_word_are_near_it(new_engine: NewEngine) -> None:
    engine = new_engine()
    engine.update([entry(0, "They struck."), entry(1, "nothing", None)])
    assert [one.text for one in neighbours(engine.snapshot.vocabulary, "strikings")] == ["struck"]


def test_two_words_written_as_one_come_apart(new_engine: NewEngine) -> None:
    engine = new_engine()
    engine.update([entry(0, "nuclear weapons and a weapon")])
    assert list(halves(engine.snapshot.vocabulary, "nuclearweapon")) == [("nuclear", "weapon")]
    assert list(halves(engine.snapshot.vocabulary, "nuclear")) == []
