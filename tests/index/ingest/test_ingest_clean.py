"""The normal form of a text."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.ingest.clean import clean, clean_lines

FAMILY = "👩‍👩‍👧"
GONE = {
    "colour": "\x1b[1;31mred\x1b[0m",
    "title by bell": "\x1b]0;owned\x07red",
    "title by string end": "\x1b]2;owned\x1b\\red",
    "link": "\x1b]8;;http://x.example\x1b\\red\x1b]8;;\x1b\\",
    "device control": "\x1bPq#0;2;0\x1b\\red",
    "application command": "\x1b_Ga=T;AAAA\x1b\\red",
    "character set": "\x1b(Bred\x1b)0",
    "save and restore": "\x1b7red\x1b8",
    "reset": "\x1bcred",
    "eight bit": "\x9b31mred\x9d0;owned\x9c",
    "lone escape": "r\x1bed\x1b",
    "controls": "\x00r\x01e\x02d\x7f\x85"[:-1],
    "c1": "r\x80e\x9fd",
    "overrides": "\u202er\u202ae\u202cd",
    "isolates": "\u2066r\u2067e\u2068d\u2069",
    "marks of direction": "\u200er\u200fe\u061cd",
    "soft hyphen": "r\u00ade\u00add",
    "zero width": "r\u200be\u2060d\ufeff",
    "joiners in Latin": "r\u200de\u200cd",
    "annotation": "r\ufff9e\ufffad\ufffb",
    "tags": "r\U000e0041e\U000e007fd",
    "noncharacters": "r\ufdd0e\uffffd\U0001fffe",
    "surrogates": "r\ud800e\udcffd",
    "shorthand and music controls": "r\U0001bca0e\U0001d173d",
    "struck over": "r\x08re\x08ed",
    "underlined": "_\x08r_\x08e_\x08d",
    "mark on nothing": "\u0301\u0301red",
}


@pytest.mark.parametrize("name", GONE)
def test_nothing_remains_of_it(name: str) -> None:
    assert clean(GONE[name]) == "red"


KEPT = {
    "family": FAMILY,
    "heart": "❤️",
    "skin": "👍🏽",
    "flag": "🇮🇷",
    "rainbow": "🏳️‍🌈",
    "persian": "می‌خواهم",
    "heh": "ه‍",
    "marathi": "र्‍य",
    "sinhala": "ශ්‍රී",
    "hebrew": "שָׁלוֹם",
    "vietnamese": "Việt Nam",
    "thai": "กำลัง",
    "quotes": "“It’s” – «ça» — 12 €…",
    "question mark of decoding": "caf\ufffd",
    "private": "\ue000",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_scripts_and_pictures_need_is_kept(name: str) -> None:
    assert clean(KEPT[name]) == unicodedata.normalize("NFC", KEPT[name])


def test_letters_are_composed() -> None:
    assert clean("cafe\u0301") == "café"
    assert clean("e\u200d\u0301") == "é"


def test_stacks_of_marks_are_bounded() -> None:
    assert clean("a" + "\u0316" * 500 + "b") == "a" + "\u0316" * 8 + "b"
    assert len(clean("ا" + "\u064b\u200d" * 500)) <= 9


def test_an_escape_before_a_word_does_not_eat_its_first_letter() -> None:
    assert clean("\x1bHello") == "Hello"


def test_blanks_and_breaks() -> None:
    assert clean("a\u00a0b\u2003c\u3000d") == "a b c d"
    assert clean("a\tb") == "a   b"
    assert clean("a\r\nb\rc\u2028d\x0be\x0cf\x85g") == "a\nb\nc\nd\ne\nf\ng"
    assert clean("\n\n \na  \n \t \n\n\nb\n\n") == "a\n\nb"
    assert clean("    a\n    b\n      c") == "a\nb\n  c"
    assert clean("a" + " " * 999 + "b") == "a" + " " * 32 + "b"


def test_lines_keep_their_number_in_the_file() -> None:
    lines, numbers = clean_lines("one\r\ntwo\u2028still two\nthree\rfour")
    assert list(zip(lines, numbers, strict=True)) == [
        ("one", 1), ("two", 2), ("still two", 2), ("three", 3), ("four", 4),
    ]  # fmt: skip


def test_an_escape_sequence_may_hold_a_break_within_its_line() -> None:
    assert clean("\x1b]0;a\u2028b\x07red") == "red"


NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b[]m;0\x07\\\x9b\x9c\x08_ \n\t\r\u2028\u200d\u200c\u0301\u0316\u064b\u0651\ufe0fाअ👩❤"
        ),
        st.sampled_from("\u00ad\u202ee\u0338\u093c\u11a8\u1100\u1161"),
    ),
    max_size=60,
)
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


@settings(max_examples=400)
@given(NASTY)
def test_it_is_its_own_normal_form(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert FORBIDDEN.search(cleaned) is None
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\n\n\n" not in cleaned
    assert cleaned == cleaned.strip(" \n")


@given(st.text("abc é“”—\n", max_size=80))
def test_plain_words_are_never_lost(text: str) -> None:
    assert clean(text).split() == text.split()
