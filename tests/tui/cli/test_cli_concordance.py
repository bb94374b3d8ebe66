"""Hits below each other, however narrow the terminal and odd the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.model import Document, KwicLine
from tui.cli.concordance import NARROWEST, columns_for, laid_out
from tui.render.cuts import beginning, ending
from tui.render.shown import blanked
from tui.render.wrap import cells

TEXTS = st.text(alphabet="ab -.核é👩\u200d💻\n\x1b\u202e", max_size=120)

HITS = st.tuples(st.sampled_from("ab核é"), TEXTS).map("".join)


def line_of(
    left: str, match: str, right: str, *, title: bool = False, source: str | None = "The Cradle"
) -> KwicLine:
    document = Document("d", "/a/b.txt", "T", source, None, "2025-06-03", "en", None, "00", "2025-07-01")
    field, passage = ("title", None) if title else ("text", 3)
    return KwicLine(document, field, passage, 0, len(match), left, match, right)


LINES = [
    line_of("The foreign minister of the republic arrived in ", "Moscow", " on Monday for talks."),
    line_of("", "Moscow", " said nothing."),
    line_of("He flew to ", "Moscow", "."),
    line_of("Araghchi and the president meet in ", "Moscow", "", title=True),
]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_hits_stand_below_each_other(width: int) -> None:
    columns = columns_for(LINES, width)
    printed = [laid_out(line, columns) for line in LINES]
    assert {line.plain.index("Moscow") for line in printed} == {columns.origin + 2 + columns.left}
    assert all(line.cell_len <= width for line in printed)


def test_wide_lines_are_whole() -> None:
    printed = [laid_out(line, columns_for(LINES, 200)).plain for line in LINES]
    assert printed[0].startswith(" 3 Jun 2025 The Cradle  ")
    whole = "The foreign minister of the republic arrived in Moscow on Monday for talks."
    assert printed[0].endswith(f"  {whole}")
    assert printed[3].endswith("  title: Araghchi and the president meet in Moscow")


def test_what_does_not_fit_is_cut_between_words() -> None:
    columns = columns_for(LINES, 60)
    assert laid_out(LINES[0], columns).plain == " 3 Jun 2025 The…          …arrived in Moscow on Monday for…"
    assert laid_out(LINES[3], columns).plain == " 3 Jun 2025 The…      title: …meet in Moscow"


def test_the_origin_can_be_left_blank() -> None:
    columns = columns_for(LINES, 80)
    with_origin, without = (laid_out(LINES[1], columns, with_origin=wanted).plain for wanted in (True, False))
    assert without == " " * columns.origin + with_origin[columns.origin :]


def test_an_article_without_outlet_goes_by_its_file() -> None:
    line = line_of("in ", "Moscow", "", source=None)
    assert laid_out(line, columns_for([line], 80)).plain.startswith(" 3 Jun 2025 b.txt  ")


def test_a_long_hit_is_cut() -> None:
    line = line_of("before ", "one two three four five six seven eight nine ten", " after")
    assert laid_out(line, columns_for([line], 60)).plain.endswith("  before one two three four five…")


@given(st.lists(st.tuples(TEXTS, HITS, TEXTS, st.booleans()), min_size=1, max_size=4), st.integers(1, 240))
def test_no_line_is_too_wide_or_obeyed(parts: list[tuple[str, str, str, bool]], width: int) -> None:
    lines = [line_of(left, match, right, title=title) for left, match, right, title in parts]
    columns = columns_for(lines, width)
    for line in lines:
        printed = laid_out(line, columns).plain
        assert cell_len(printed) <= max(NARROWEST, width)
        assert not set(printed) & set("\n\x1b\u202e")


@given(TEXTS.map(blanked), st.integers(0, 60))
@example("\u200da", 0)
def test_a_cut_text_is_an_end_of_the_whole(text: str, width: int) -> None:
    first, last = beginning(text, width), ending(text, width)
    assert cell_len(first) <= width and cell_len(last) <= width
    assert text.startswith(first.removesuffix("…"))
    assert text.endswith(last.removeprefix("…"))
    assert (first == text) == (last == text) == (cells(text) <= width)
