"""A painted line is as wide as asked, wears the right styles, and knows its characters."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from rich.style import Style

from tui.render.shown import blanked
from tui.render.spans import Mark, Run
from tui.render.strips import Line, strip

GROUND = Style(color="white", bgcolor="black")
STYLES = {
    Mark.QUIET: Style(color="grey50"),
    Mark.MENTION: Style(color="cyan", underline=True),
    Mark.HIT: Style(color="black", bgcolor="yellow"),
}


def style_of(marks: int) -> Style:
    style = GROUND
    for mark, own in STYLES.items():
        if marks & mark:
            style += own
    return style


def offset_under(line: Line, width: int, cell: int) -> int:
    """Return the code point that the mouse finds in a cell, the way Textual looks for it."""
    start = 0
    for segment in strip(line, width, 3, style_of):
        if cell < start + segment.cell_length:
            assert segment.style is not None
            offset, row = segment.style.meta["offset"]
            assert row == 3
            taken = 0
            for character in segment.text:
                if taken >= cell - start:
                    break
                taken += get_character_cell_size(character)
                offset += 1
            return int(offset)
        start += segment.cell_length
    raise AssertionError("beyond the line")


@given(data=st.data(), width=st.integers(1, 60))
def test_a_line_is_painted_exactly_as_wide_as_asked(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, width: int
) -> None:
    painted = strip(Line(data.draw(hard_texts)), width, 0, style_of)
    assert painted.cell_length == sum(segment.cell_length for segment in painted) == width
    assert all(segment.style is not None and segment.style.bgcolor is not None for segment in painted)


@given(data=st.data())
def test_nothing_a_terminal_obeys_is_painted(hard_texts: st.SearchStrategy[str], data: st.DataObject) -> None:
    painted = strip(Line(data.draw(hard_texts)), 40, 0, style_of).text
    assert "\x1b" not in painted and "\n" not in painted and "\t" not in painted


@given(
    data=st.data(),
    ends=st.lists(st.integers(0, 50), max_size=6),
    marks=st.lists(st.sampled_from(list(STYLES)), min_size=6),
)
def test_marks_are_seen_where_they_lie(
    hard_texts: st.SearchStrategy[str], data: st.DataObject, ends: list[int], marks: list[Mark]
) -> None:
    text = blanked(data.draw(hard_texts))
    edges = sorted({0, *(min(end, len(text)) for end in ends)})
    found = [Run(a, b, int(m)) for a, b, m in zip(edges, edges[1:], marks, strict=False)]
    expected = [style_of(0)] * len(text)
    for run in found:
        expected[run.start : run.end] = [style_of(run.marks)] * (run.end - run.start)
    at = 0
    for segment in strip(Line(text, found), 10_000, 0, style_of):
        for character in segment.text:
            if at < len(text):
                assert segment.style is not None
                assert segment.style.bgcolor == expected[at].bgcolor
                assert segment.style.underline == expected[at].underline
                assert character == " " or segment.style.color == expected[at].color
            at += 1


def test_blanks_join_their_neighbours() -> None:
    line = Line("  title          6", [Run(2, 7, int(Mark.QUIET)), Run(17, 18, int(Mark.QUIET))])
    assert len(list(strip(line, 30, 0, style_of))) == 1


def test_a_blank_in_a_hit_is_marked() -> None:
    line = Line("mutual defense", [Run(0, 14, int(Mark.HIT))])
    assert [segment.text for segment in strip(line, 16, 0, style_of)] == ["mutual defense", "  "]


def test_the_mouse_finds_the_character_behind_wide_and_joined_ones() -> None:
    line = Line("  外👨\u200d👩\u200d👧x🇷🇺y", (), margin=2)
    assert offset_under(line, 20, 0) == -2
    assert [offset_under(line, 20, cell) for cell in (2, 4, 6, 7, 9)] == [0, 1, 6, 7, 9]


def test_a_selection_takes_whole_clusters_and_leaves_the_margin() -> None:
    line = Line("  x👨\u200d👩\u200d👧y", [Run(2, 3, int(Mark.HIT))], margin=2).selected(0, 3)
    selected = [run for run in line.runs if run.marks & Mark.SELECTED]
    assert [(run.start, run.end, run.marks & Mark.HIT) for run in selected] == [(2, 3, Mark.HIT), (3, 8, 0)]
