"""Words around a place, and pieces of a stretch of text."""

from hypothesis import given
from hypothesis import strategies as st

from tui.render.words import pieces, whole_words, word_after, word_at, word_before

TEXTS = st.text(st.sampled_from("ab1-'’. \n,é核"), max_size=60)


def test_a_word_is_taken_whole_as_it_is_written() -> None:
    text = "The U.S. F-35, Iran’s ’tis\n\nnext"
    words = []
    at = word_at(text, 0)
    while at is not None:
        words.append(text[slice(*at)])
        at = word_after(text, at[1])
    assert words == ["The", "U.S", "F-35", "Iran’s", "tis", "next"]


@given(TEXTS)
def test_words_are_walked_back_as_they_are_walked_on(text: str) -> None:
    on, at = [], word_at(text, 0)
    while at is not None:
        on.append(at)
        at = word_after(text, at[1])
    back, at = [], word_before(text, len(text))
    while at is not None:
        back.append(at)
        at = word_before(text, at[0])
    assert back[::-1] == on


@given(TEXTS, st.integers(0, 60))
def test_the_word_at_a_place_holds_it_or_is_the_next(text: str, offset: int) -> None:
    found = word_at(text, offset)
    if found is None:
        assert not any(character.isalnum() for character in text)
    elif found[1] > offset:
        assert found[0] <= offset or not text[offset : found[0]].strip("-'’. \n,")
    else:
        assert word_after(text, offset) is None or offset < found[1]


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), st.sets(st.integers(0, 60)))
def test_pieces_are_the_whole_stretch_cut_at_passages(text: str, one: int, other: int, at: set[int]) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = whole_words(text, start, end)
    assert first <= start and end <= last
    found = pieces(text, (start, end), sorted(at))
    assert "".join(found) == text[first:last]
    assert len(found) == 1 + sum(first < begin < last for begin in at)
