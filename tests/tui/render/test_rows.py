"""Titles and excerpts fit, and are cut between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.rows import Clip, clip, clipped_line, cut, excerpt, outlet, sides
from tui.render.shown import blanked
from tui.render.spans import Layer, Mark
from tui.render.wrap import cells

TITLE = "Putin, Araghchi to meet in Moscow, ‘coordinate’ position following US strikes"


def shown_lines(text: str, pieces: list[Clip]) -> list[str]:
    return [clipped_line(text, piece, "", [], 0).text for piece in pieces]


def test_a_long_title_is_cut_behind_a_word() -> None:
    assert shown_lines(TITLE, clip(TITLE, 36, 2)) == [
        "Putin, Araghchi to meet in Moscow,",
        "‘coordinate’ position following US…",
    ]


def test_a_title_that_fits_is_whole() -> None:
    assert shown_lines(TITLE, clip(TITLE, 80, 2)) == [TITLE]


@given(data=st.data(), width=st.integers(2, 40), most=st.integers(1, 3))
def test_a_clip_fits(hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int, most: int) -> None:
    text = blanked(data.draw(hard_texts))
    found = clip(text, width, most)
    assert len(found) <= most
    assert all(cells(line) <= width or width < 3 for line in shown_lines(text, found))


@given(data=st.data(), width=st.integers(0, 40))
def test_a_cut_text_fits(hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int) -> None:
    assert cells(cut(blanked(data.draw(hard_texts)), width)) <= width


@pytest.mark.parametrize(
    ("name", "width", "seen"),
    [
        ("The Guardian", 12, "The Guardian"),
        ("The Guardian", 11, "Guardian"),
        ("The Guardian", 7, ""),
        ("Palestine Chronicle", 18, "Palestine…"),
        ("The New York Times", 12, "New York…"),
        ("The New York Times", 8, "New…"),
        ("Agency – Wire", 10, "Agency…"),
        ("新華社通訊", 6, ""),
        ("", 9, ""),
        ("Reuters", 0, ""),
    ],
)
def test_an_outlet_is_cut_between_words_or_left_out(name: str, width: int, seen: str) -> None:
    assert outlet(name, width) == seen


@given(data=st.data(), width=st.integers(-3, 40))
def test_an_outlet_fits(hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int) -> None:
    assert cells(outlet(blanked(data.draw(hard_texts)), width)) <= max(0, width)


SNIPPET = (
    "triggered by US President Donald Trump's decision to bomb Iran's nuclear sites in Fordow, "
    "Natanz, and Isfahan early Sunday morning, and what came of it then in the region as a whole"
)


def test_an_excerpt_begins_where_its_first_hit_is_seen() -> None:
    at = SNIPPET.index("Fordow")
    lines = shown_lines(SNIPPET, excerpt(SNIPPET, [(at, at + 6)], 40, 2))
    assert len(lines) == 2
    assert lines[0].startswith("…") and "Fordow" in lines[0]
    assert lines[1].endswith("…")


@given(data=st.data(), width=st.integers(4, 50), start=st.integers(0, 60))
def test_the_first_hit_is_seen_in_every_excerpt(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int, start: int
) -> None:
    text = data.draw(hard_texts) + " word " + data.draw(hard_texts)
    at = text.index("word")
    found = excerpt(text, [(at, at + 4)], width, 2)
    assert any(piece.start <= at < piece.end for piece in found)


def test_hits_of_an_excerpt_are_marked_in_place() -> None:
    at = SNIPPET.index("Fordow")
    layers = [Layer.of(Mark.HIT, [(at, at + 6)])]
    piece = excerpt(SNIPPET, [(at, at + 6)], 40, 2)[0]
    line = clipped_line(SNIPPET, piece, "  ", layers, int(Mark.QUIET))
    hits = [line.text[run.start : run.end] for run in line.runs if run.marks & Mark.HIT]
    assert hits == ["Fordow"]


def test_an_excerpt_of_nothing_is_nothing() -> None:
    assert excerpt("  \n ", [], 40, 2) == []


@pytest.mark.parametrize("width", [8, 20, 40])
def test_the_number_at_the_right_end_keeps_its_place(width: int) -> None:
    line = sides("23 Jun 2025 · 新華社 and others", "1,212", width, "  ")
    assert cells(line.text) == width + 2
    assert line.text.endswith("1,212")
