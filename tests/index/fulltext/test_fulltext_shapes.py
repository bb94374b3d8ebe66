"""Shapes of words as they stand are looked for among keys, and none of the words is missed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import folding
from index.fulltext.engine import Engine, Entry
from index.fulltext.lexicon import words_of
from index.fulltext.postings import Snapshot
from index.fulltext.query import Pattern
from index.fulltext.vocabulary import fit

WORDS = (
    "Trump trump TRUMP's Trump’s Tra's tra s S's 's-s US-Israeli U.S. U.S.-led u.s.a l'Iran L’Iran-Iraq "
    "don't won’t Tr\u00adump Éire eire stra\u00dfe Strasse \u02bbAbc \u212aelvin \u017fat 1,234 1,234abc "
    "3.5mm F-35s \u0130stanbul x_y O'Neill's rock'n'roll a\u0301b r\u00e9s \u4e2dab\u4e2d " + "a" * 300
)
PIECES = st.sampled_from(
    [
        "T",
        "tr",
        "Tr",
        "ump",
        "US",
        "s",
        "'s",
        "’",
        "-",
        "Is",
        "ran",
        "I",
        "n't",
        "É",
        "ß",
        "1,2",
        "34",
        ".",
        "a",
        "b",
    ]
)
SHAPES = st.lists(PIECES | st.sampled_from("*?"), min_size=1, max_size=5).map("".join)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    engine = Engine.open(tmp_path_factory.mktemp("index"))
    engine.update([Entry(1, 1, "A title", WORDS, None, None)])
    return Snapshot(engine.index.state)


@given(SHAPES)
def test_every_word_of_a_shape_is_found(snapshot: Snapshot, shape: str) -> None:
    text = folding.plain(shape)
    kind = "prefix" if text.endswith("*") and not set("*?") & set(text[:-1]) else "wildcard"
    pattern = Pattern(text, kind, exact=True)  # type: ignore[arg-type]
    everything = snapshot.vocabulary.words.words(np.arange(len(snapshot.vocabulary.words)))
    found = snapshot.vocabulary.words.words(words_of(snapshot.vocabulary.meanings(pattern)))
    assert found == [word for word in everything if fit(pattern)(word)]
