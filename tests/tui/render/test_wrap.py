"""Lines: no character lost, none twice, none too wide, no cluster split."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tui.render import wrap as wrapping
from tui.render.shown import blanked
from tui.render.wrap import cells, clusters, is_hard_wrapped, is_narrow, snapped, wrap

WIDTHS = st.integers(1, 30)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@given(data=st.data(), width=WIDTHS)
def test_lines_hold_every_character_once_and_in_order(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    text = data.draw(st.lists(hard_texts, max_size=4).map("\n".join))
    covered: list[int] = []
    for start, end in wrap(text, 0, len(text), width):
        assert start <= end
        covered.extend(range(start, end))
    assert covered == sorted(set(covered))
    left_out = set(range(len(text))) - set(covered)
    assert all(text[index] in " \n\t" for index in left_out)


@given(data=st.data(), width=WIDTHS)
def test_no_line_is_wider_than_asked_but_one_of_a_single_cluster(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    text = data.draw(hard_texts)
    for line in lines(text, width):
        line = blanked(line)
        assert cells(line) <= width or len(clusters(line)[0]) == 2


@given(data=st.data(), width=WIDTHS)
def test_no_cluster_is_split(hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int) -> None:
    text = data.draw(hard_texts)
    edges = set(clusters(blanked(text))[0])
    for start, end in wrap(text, 0, len(text), width):
        assert {start, end} <= edges


@given(data=st.data(), width=WIDTHS)
def test_lines_neither_begin_nor_end_with_a_blank_once_wrapped(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    text = data.draw(hard_texts)
    found = lines(text, width)
    assert all(not line.endswith(" ") for line in found)
    if len(found) > 1:
        # A blank that bears a combining mark is a character like any other.
        assert all(not line.startswith(" ") or clusters(line)[0][1] > 1 for line in found)


@given(data=st.data(), width=WIDTHS)
def test_lines_are_filled_greedily(
    plain_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    text = " ".join(data.draw(plain_texts).split())
    found = wrap(text, 0, len(text), width)
    for (_, end), (start, stop) in pairwise(found):
        if start > end:  # broken at a blank: the next word had no room
            word = text[start:stop].split(" ")[0]
            line_start = next(first for first, last in found if last == end)
            assert end - line_start + 1 + len(word) > width or len(text[start:].split(" ")[0]) > width


@given(data=st.data(), width=WIDTHS)
def test_the_quick_way_and_the_careful_way_agree(
    plain_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    text = data.draw(plain_texts)
    end = len(text.rstrip(" "))
    if end:
        quick = wrapping._wrap_narrow(text, end, 7, width)
        assert quick == wrapping._wrap_wide(text, end, 7, width)


@given(data=st.data(), width=WIDTHS, before=st.integers(0, 5))
def test_a_part_of_a_text_wraps_as_it_would_alone(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int, before: int
) -> None:
    text = data.draw(hard_texts)
    inside = "x" * before + text + "y"
    moved = [(start + before, end + before) for start, end in wrap(text, 0, len(text), width)]
    assert wrap(inside, before, before + len(text), width) == moved


@given(data=st.data())
def test_cells_are_what_the_screen_counts(hard_texts: st.SearchStrategy[str], data: st.DataObject) -> None:
    text = blanked(data.draw(hard_texts))
    assert cells(text) == cell_len(text)


def test_narrow_characters_take_one_cell_each() -> None:
    for code in range(0x20, 0x3000):
        character = blanked(chr(code))
        if is_narrow(chr(code)):
            assert get_character_cell_size(character) == 1, hex(code)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, []),
        ("   ", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one   two", 4, ["one", "two"]),
        ("  verse stays in", 40, ["  verse stays in"]),
        ("  prose does not", 8, ["prose", "does not"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("state-of-the-art", 9, ["state-of-", "the-art"]),
        ("https://a.org/b/c", 12, ["https://", "a.org/b/c"]),
        ("外長宣布前往", 4, ["外長", "宣布", "前往"]),
        ("外長宣布前往", 5, ["外長", "宣布", "前往"]),
        ("外長。", 4, ["外", "長。"]),
        ("外", 1, ["外"]),
        ("x👨\u200d👩\u200d👧y", 1, ["x", "👨\u200d👩\u200d👧", "y"]),
        ("🇷🇺🇮🇷", 2, ["🇷🇺", "🇮🇷"]),
        ("a\u0301b\u0301", 1, ["a\u0301", "b\u0301"]),
    ],
)
def test_where_lines_break(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


HARD = (
    "The Kremlin condemned the actions and expressed condolences for\n"
    "casualties, but clarified that its recently signed strategic\n"
    "treaty does not include a mutual clause."
)


def test_a_paragraph_wrapped_by_a_machine_flows_again() -> None:
    assert is_hard_wrapped(HARD)
    assert lines(HARD, 200) == [HARD]
    assert lines(HARD, 90) == [
        "The Kremlin condemned the actions and expressed condolences for\ncasualties, but clarified",
        "that its recently signed strategic\ntreaty does not include a mutual clause.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "one line that is rather long and has no line end in it at all, none",
        "Roses are red,\nviolets are blue,\nsugar is sweet,\nand so are you.",
        "- the first of several points, which goes on for quite a while\n- the second",
        "1. the first of several points, which goes on for quite a while\n2. the second",
        "A line that was ended long before the margin\n"
        "of the next, which runs on as far as there was room for it\n"
        "end",
    ],
)
def test_line_ends_that_mean_something_are_kept(text: str) -> None:
    assert not is_hard_wrapped(text)
    assert lines(text, 200) == text.split("\n")


@given(data=st.data(), start=st.integers(0, 40), length=st.integers(0, 20))
def test_a_snapped_range_holds_whole_clusters(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, start: int, length: int
) -> None:
    text = blanked(data.draw(hard_texts))
    start = min(start, len(text))
    end = min(len(text), start + length)
    first, last = snapped(text, start, end)
    assert first <= start and end <= last
    assert {first, last} <= set(clusters(text)[0])
