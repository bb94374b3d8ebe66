"""Patterns that stand for very many words: the most frequent ones are looked for, and it is told."""

from collections.abc import Callable

import pytest

from index.fulltext import bounding
from index.fulltext.engine import Engine, Entry
from index.fulltext.syntax import parse
from index.model import Bounded

TEXTS = {
    1: "aa ab ac site",
    2: "aa ab site ac",
    3: "aa site ad",
    4: "ae site",
    5: "no site but aa-ab",
}


@pytest.fixture
def engine(new_engine: Callable[[], Engine]) -> Engine:
    made = new_engine()
    for key, text in TEXTS.items():  # a segment each
        made.update([Entry(key, 1, "", text, None, None)])
    return made


@pytest.mark.parametrize("query", ["a*", "a?", "*a* OR *b*", '"a* site"', '"site a*"~3', "a* -ac"])
def test_it_answers_as_if_it_were_spelt_out(
    engine: Engine, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine.list(parse(query)).bounded == ()
    monkeypatch.setattr(bounding, "MOST_WORDS", 2)
    # Of the words with an a, aa is in four documents and ab in three.
    wanted = {
        "a*": "aa OR ab",
        "a?": "aa OR ab",
        "*a* OR *b*": "aa OR ab",
        '"a* site"': '"aa site" OR "ab site"',
        '"site a*"~3': '"site aa"~3 OR "site ab"~3',
        "a* -ac": "(aa OR ab) -ac",
    }[query]
    engine = Engine.open(engine.index.directory)
    found = engine.list(parse(query))
    assert sorted(found.keys.tolist()) == sorted(engine.list(parse(wanted)).keys.tolist())
    assert [one.words for one in found.bounded if one.text != "*b*"] == [2]
    engine.close()


def test_it_is_told_of_each_clause(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounding, "MOST_WORDS", 3)
    assert engine.list(parse('a* site "a* a?"')).bounded == (
        Bounded("a*", 3, 3),
        Bounded('"a* a?"', 6, 5),
    )
    assert engine.list(parse("site OR aa")).bounded == ()


def test_documents_of_all_fields_and_segments_are_counted(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    engine.update([Entry(1, 1, "one", "one two", None, None), Entry(2, 1, "", "two", None, None)])
    engine.update([Entry(3, 1, "three two", "", None, None)])
    state = engine.index.state
    words = state.vocabulary("words").numbers([b"one", b"two", b"three"])
    words.sort()
    counts = bounding.document_counts(state, words, ("title", "text"))
    assert dict(zip(state.vocabulary("words").words(words), counts.tolist(), strict=True)) == {
        "one": 2,
        "two": 3,
        "three": 1,
    }
    (best,) = bounding.most_frequent(state, words, ("title", "text"), 1)
    assert state.vocabulary("words").words([best]) == ["two"]
