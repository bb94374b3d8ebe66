"""Nothing of a text from outside is obeyed by a terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui.render.shown import REPLACEMENT, blanked, shown

HOSTILE = st.text(
    st.characters(codec=None, categories=("L", "C", "Z", "M", "P")) | st.sampled_from("\x1b\x9b\u202e\n\r")
)


@given(HOSTILE)
def test_offsets_stay(text: str) -> None:
    assert len(shown(text)) == len(blanked(text)) == len(text)


@given(HOSTILE)
def test_no_control_no_half_pair_no_line_end_stays(text: str) -> None:
    for harmless in (shown(text), blanked(text)):
        assert not {unicodedata.category(character) for character in harmless} & {"Cc", "Cs", "Zl", "Zp"}
        assert not any(
            unicodedata.bidirectional(c) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI")
            for c in harmless
        )
        harmless.encode()


def test_a_file_name_with_an_escape_sequence_is_one_harmless_line() -> None:
    name = "\x1b]0;owned\x07news\n\udcff\u202egpj.txt"
    assert shown(name) == f"{REPLACEMENT}]0;owned{REPLACEMENT}news{REPLACEMENT * 3}gpj.txt"


def test_line_ends_and_tabs_of_a_text_become_blanks() -> None:
    assert blanked("one\ntwo\tthree\x1b") == f"one two three{REPLACEMENT}"


def test_what_scripts_and_emoji_need_stays() -> None:
    for text in ("👨\u200d👩\u200d👧", "می\u200cخواهم", "שָׁלוֹם", "❤\ufe0f", "e\u0301"):
        assert shown(text) == text
