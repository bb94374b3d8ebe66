"""Words that are the same when passages are compared, and words that do not count."""

import pytest

from index.related.terms import fold, term_of, terms


@pytest.mark.parametrize(
    "words",
    [
        "strike strikes striking struck stricken Strike",
        "announce announced announces announcing",
        "country countries country's country’s",
        "stop stopped stopping stops",
        "organise organized organizing",
        "defence defense defences",
        "US U.S. U.S",
        "café Cafe CAFÉS",
        "1,500 1500",
    ],
)
def test_forms_of_a_word_are_one_term(words: str) -> None:
    assert len({term_of(word) for word in words.split()}) == 1
    assert term_of(words.split()[0])


@pytest.mark.parametrize(
    "pair", ["united unit", "news new", "Iran Iranian", "3.5 35", "car care", "arms arm"]
)
def test_other_words_are_other_terms(pair: str) -> None:
    one, other = pair.split()
    assert term_of(one) != term_of(other)


@pytest.mark.parametrize("word", ["the", "The", "us", "isn't", "isn’t", "he'll", "a", "its"])
def test_words_that_hold_a_sentence_together_are_no_terms(word: str) -> None:
    assert term_of(word) == ""


def test_places_are_those_of_the_words() -> None:
    text = "The F-35’s “very” first strikes, in 習近平."
    found = [(one.term, text[one.start : one.end]) for one in terms(text)]
    assert found[0] == ("f-35", "F-35")
    assert ("strike", "strikes") in found
    assert [place for _, place in found[-3:]] == ["習", "近", "平"]


def test_folding_keeps_something_of_every_word() -> None:
    assert fold("O'Brien’s") == "o'brien"
    assert fold("U.N.") == "un"
    assert fold("3.5") == "3.5"
