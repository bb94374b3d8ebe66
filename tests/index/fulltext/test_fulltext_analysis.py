"""What a word is, and what is equal to what."""

import itertools
import re
import sys
import unicodedata
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import folding
from index.columnar.chunks import Chunks
from index.fulltext import analysis
from index.fulltext.schema import SCHEMA
from index.language.marks import MARKS

AWKWARD = "aBsé1234.,,''’‘-‑– \n\n_ʼst lédU.S北京のカกा̀\u200d\u00adهَn't"
TEXTS = st.text(alphabet=st.sampled_from(AWKWARD), max_size=40)


def seen(text: str) -> list[tuple[str, int, int, int, int]]:
    return sorted((tuple(word) for word in analysis.tokens(text)), key=lambda word: (word[3], word[4]))


def surfaces(text: str) -> list[str]:
    return [word.surface for word in analysis.tokens(text)]


@given(TEXTS)
def test_words_are_those_that_reading_by_characters_finds(oracle: ModuleType, text: str) -> None:
    assert seen(text) == [tuple(word) for word in oracle.words(text)]


@given(TEXTS)
def test_words_are_equal_where_the_oracle_says_so(oracle: ModuleType, text: str) -> None:
    for word in analysis.tokens(text):
        assert list(analysis.keys(word.surface)) == oracle.keys(word.surface), word


@given(st.text(max_size=60))
def test_a_word_is_what_stands_there_and_is_found_by_itself(text: str) -> None:
    for word in analysis.tokens(text):
        assert text[word.start : word.end].replace("_", " ").startswith(word.surface)
        key = analysis.fold(word.surface)
        assert key and key in analysis.keys(word.surface)
        assert analysis.fold(folding.plain(word.surface)) == key


@given(st.text(max_size=60))
def test_words_follow_each_other_without_overlap(text: str) -> None:
    single = [word for word in analysis.tokens(text) if word.length == 1]
    for before, after in itertools.pairwise(single):
        assert before.end <= after.start and before.position < after.position


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. struck.", ["The", "U.S.", "struck"]),
        ("O’Brien, Trump's l'Iran", ["O’Brien", "Trump's", "l'Iran"]),
        ("at 10 a.m. it cost 1,200 or 3.5m", ["at", "10", "a.m.", "it", "cost", "1,200", "or", "3.5m"]),
        ("on 22.06.2025", ["on", "22", "06", "2025"]),
        ("F-35 jets", ["F", "F-35", "35", "jets"]),
        ("U.S.-led", ["U.S.", "U.S.-led", "led"]),
        ("mid‑air", ["mid", "mid‑air", "air"]),
        ("Russia–Ukraine", ["Russia", "Ukraine"]),
        ("東京タワー2", ["東", "京", "タ", "ワ", "ー", "2"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("می‌خواهم", ["می‌خواهم"]),
        ("pic.twitter.com/x_y", ["pic", "twitter", "com", "x", "y"]),
        ("t.co", ["t", "co"]),
        ("— … !!!", []),
    ],
)
def test_words_as_people_write_them(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    "alike",
    [
        ["US", "U.S.", "U.S", "us", "U.S.’s", "US's"],
        ["F-35", "F35", "f‑35"],
        ["Trump", "Trump's", "TRUMP’S", "trump"],
        ["Erdoğan", "Erdogan", "ERDOĞAN"],
        ["Strasse", "Straße"],
        ["İstanbul", "istanbul", "Istanbul"],
        ["Qur'an", "Quran", "Qurʾan"],
        ["1,200", "1200"],
        ["ﬁnal", "final"],
        ["cafe\u0301", "café", "cafe"],
        ["Łódź", "Lodz"],
        ["Ёлка", "елка"],
    ],
)
def test_forms_that_are_one_word(alike: list[str]) -> None:
    assert len({analysis.fold(form) for form in alike}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("we're", "were"), ("she'll", "shell"), ("が", "か"), ("कि", "का"), ("3.5", "35")]
)
def test_forms_that_are_two_words(one: str, other: str) -> None:
    assert analysis.fold(one) != analysis.fold(other)


def test_an_elided_article_is_no_obstacle() -> None:
    assert "iran" in analysis.keys("l'Iran")
    assert "etat" in analysis.keys("d’État")


@given(st.text(st.sampled_from("aB9-'.,*?_ \n") | st.characters(codec="ascii"), max_size=30), st.booleans())
def test_plain_texts_have_the_words_that_any_text_has(text: str, wild: bool) -> None:
    """The expression for ASCII is another one."""
    expected = [
        (token.surface, token.start, token.position) for token in analysis.tokens(f"{text} ä", wild=wild)
    ]
    found = [(token.surface, token.start, token.position) for token in analysis.tokens(text, wild=wild)]
    assert found == expected[:-1]


def test_a_paragraph_is_far_from_the_next() -> None:
    one, two, three = analysis.tokens("one\ntwo\n\nthree")
    assert two.position == one.position + 1
    assert three.position > two.position + analysis.PARAGRAPH_GAP


def test_very_long_runs_are_words_all_the_same() -> None:
    (word,) = analysis.tokens("x" * 100_000)
    assert (word.start, word.end, len(word.surface)) == (0, 100_000, analysis.LONGEST_SURFACE)
    chain = list(analysis.tokens("-".join("ab" for _ in range(10_000))))
    assert sum(word.length == 1 for word in chain) == 10_000
    assert max(word.length for word in chain) == analysis.MOST_PARTS


def test_marks_are_those_of_unicode() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    known = set(re.findall(f"[{MARKS}]", everything))
    marks = {character for character in everything if unicodedata.category(character)[0] == "M"}
    assert known - marks == {"\u00ad", "\u200c", "\u200d"}
    if unicodedata.unidata_version == "14.0.0":
        assert marks <= known


@given(TEXTS)
def test_whoosh_sees_the_same_words(text: str) -> None:
    theirs = [(word.text, word.pos) for word in SCHEMA["text"].analyzer(text)]
    assert theirs == [(word.surface, word.position) for word in analysis.tokens(text)]


@given(st.lists(TEXTS, max_size=4))
def test_texts_taken_apart_piece_by_piece_have_the_same_words(texts: list[str]) -> None:
    chunks = Chunks(analysis.take_apart, analysis.PARAGRAPH_GAP)
    for text in texts:
        found = chunks.expand(np.array(chunks.read(text), dtype=np.uint32))
        words = [chunks.words[number] for number in found.words.tolist()]
        expected = [(word.surface, word.position) for word in analysis.tokens(text)]
        assert list(zip(words, found.positions.tolist(), strict=True)) == expected


@given(TEXTS)
def test_the_pieces_of_a_text_know_where_their_words_stand(text: str) -> None:
    for piece in text.split():
        words, width = analysis.take_apart(piece)
        for word in words:
            standing = piece[word.start : word.start + word.length]
            assert standing.replace("_", " ")[: analysis.LONGEST_SURFACE].startswith(word.surface)
        assert width == max((word.position + word.length for word in analysis.tokens(piece)), default=0)
