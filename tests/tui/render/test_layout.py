"""Every offset of an article has its row, and every row its text."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Article, Passage, Span
from tui.render.layout import Layout, layout
from tui.render.shown import blanked
from tui.render.wrap import cells


def article(
    text: str, title: str = "A title", passages: tuple[tuple[int, int], ...] | None = None
) -> Article:
    spans = passages or tuple(m.span() for m in re.finditer(r"(?:[^\n]|\n(?!\n))+", text))
    return Article(
        id="1",
        path="/a.txt",
        title=title,
        source="The Cradle",
        byline="News Desk",
        published="2025-06-23",
        language="en",
        url=None,
        sha256="",
        collected="",
        text=text,
        passages=tuple(Passage("1", number, *span, 1) for number, span in enumerate(spans)),
    )


def rows(made: Layout) -> list[tuple[int, int]]:
    return [made.range_at(item, line) for item, height in enumerate(made.heights) for line in range(height)]


@given(data=st.data(), width=st.integers(1, 130))
def test_rows_and_offsets_agree(hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int) -> None:
    paragraphs = data.draw(st.lists(hard_texts.map(str.strip).filter(bool), max_size=6))
    text = "\n\n".join(paragraphs)
    made = layout(article(text), width)
    assert len(made.starts) == len(paragraphs)
    found = rows(made)
    assert len(found) == made.tops[-1]
    for offset in range(len(text)):
        if text[offset] not in " \n\t":
            start, end = found[made.row_of(offset)]
            assert start <= offset < end
    assert all(cells(blanked(text[start:end])) <= max(2, made.measure) for start, end in found)


def test_text_has_air_around_it_and_a_measure() -> None:
    made = layout(article("word " * 100), 120)
    assert made.measure == 80
    assert made.margin > 10
    assert layout(article("word"), 66).measure == 61
    assert layout(article("word"), 66).margin == 4
    assert layout(article("word"), 20).margin == 2


def test_the_head_says_who_and_when_and_how_long() -> None:
    made = layout(article("word " * 600, "A title that is long enough for two lines"), 40)
    assert made.about == "Monday 23 June 2025 · The Cradle · News Desk · 2 min"
    assert [line.kind for line in made.head] == ["title", "title", "about", "about", "blank"]


def test_pieces_of_a_long_paragraph_flow_on() -> None:
    text = "One sentence. Another sentence.\n\nThe end."
    made = layout(article(text, passages=((0, 13), (14, 31), (33, 41))), 80)
    assert made.rows_of_passage(0) == made.rows_of_passage(1)
    assert made.rows_of_passage(2)[0] == made.rows_of_passage(0)[0] + 2
    assert [made.passage_at(offset) for offset in (0, 13, 14, 32, 33, 99)] == [0, 0, 1, 1, 2, 2]


def test_a_span_of_the_title_is_found_in_the_head() -> None:
    made = layout(article("Text.", "A title that is long enough to need two lines here"), 40)
    end = len(made.article.title)
    assert made.rows_of(Span(0, 1, "title")) == (0, 1)
    assert made.rows_of(Span(end - 4, end, "title")) == (1, 2)
    assert made.rows_of(Span(0, end, "title")) == (0, 2)


@pytest.mark.parametrize("text", ["", "\n\n", "\n\n\n"])
def test_an_article_without_text_has_a_head(text: str) -> None:
    made = layout(article(text), 60)
    assert made.row_of(0) == 0
    assert made.range_at(0, 0) == (0, 0)
    assert made.tops[-1] == len(made.head)


@given(data=st.data(), width=st.integers(1, 130))
def test_many_offsets_are_near_their_rows(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    paragraphs = data.draw(st.lists(hard_texts.map(str.strip).filter(bool), min_size=1, max_size=6))
    made = layout(article("\n\n".join(paragraphs)), width)
    offsets = [at for start, end in zip(made.starts, made.ends, strict=True) for at in range(start, end)]
    near = made.rows_near(np.array(offsets, np.int64)).tolist()
    assert near == sorted(near)
    for offset, row in zip(offsets, near, strict=True):
        item, line = int(np.searchsorted(made.tops, row, "right")) - 1, 0
        line = row - int(made.tops[item])
        assert item == int(np.searchsorted(made.starts, offset, "right")), "in its paragraph"
        assert line < max(1, int(made.heights[item]) - 1), "and not below it"


def test_in_even_lines_they_are_at_most_one_row_off() -> None:
    made = layout(article("\n\n".join(["four " * 400] * 30)), 70)
    offsets = [at for start, end in zip(made.starts, made.ends, strict=True) for at in range(start, end, 5)]
    near = made.rows_near(np.array(offsets, np.int64)).tolist()
    assert max(abs(made.row_of(offset) - row) for offset, row in zip(offsets, near, strict=True)) <= 1
    assert layout(article(""), 40).rows_near(np.array([0])).tolist() == [0]
