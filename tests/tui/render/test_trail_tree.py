"""The trail drawn as a tree."""

from hypothesis import given
from hypothesis import strategies as st

from tui.render.branches import Branch, tree
from tui.render.trail import HERE, Row, step_line
from tui.render.wrap import cells


def drawn(origins: list[int], line: list[int]) -> list[str]:
    return [f"{branch.stem}{branch.number}" for branch in tree(origins, line)]


def test_a_line_goes_straight_down() -> None:
    assert drawn([-1, 0, 1], [0, 1, 2]) == ["0", "1", "2"]


def test_what_branches_off_hangs_beside_the_line_that_goes_on() -> None:
    origins = [-1, 0, 1, 1, 2, 3, 0]
    assert drawn(origins, [0, 1, 3, 5]) == ["0", "├╴6", "1", "├╴2", "│ 4", "3", "5"]
    assert drawn(origins, [0, 6]) == ["0", "├╴1", "│ ├╴2", "│ │ 4", "│ 3", "│ 5", "6"]


def test_several_beginnings_stand_below_each_other() -> None:
    assert drawn([-1, -1, 0], [1]) == ["0", "2", "1"]


@st.composite
def forests(draw: st.DrawFn) -> list[int]:
    return [draw(st.integers(-1, number - 1)) for number in range(draw(st.integers(0, 30)))]


@given(forests())
def test_every_step_is_drawn_once_after_the_one_it_was_walked_from(origins: list[int]) -> None:
    order = [branch.number for branch in tree(origins, ())]
    assert sorted(order) == list(range(len(origins)))
    places = {number: place for place, number in enumerate(order)}
    assert all(origin < 0 or places[origin] < places[number] for number, origin in enumerate(origins))


def test_a_very_long_trail_is_drawn() -> None:
    assert len(tree(range(-1, 4999), ())) == 5000


@given(st.text(), st.text(), st.text(), st.integers(1, 120), st.integers(0, 40), st.booleans(), st.booleans())
def test_a_line_fits_and_its_marks_are_in_order(
    why: str, where: str, source: str, width: int, depth: int, chosen: bool, here: bool
) -> None:
    branch = Branch(0, "│ " * depth, True)
    line = step_line(branch, Row(why, where, (source[:30],)), width, chosen=chosen, here=here)
    if width >= 50:
        assert cells(line.text) <= width
    assert all(0 <= run.start <= run.end <= len(line.text) for run in line.runs)
    assert all(one.end <= other.start for one, other in zip(line.runs, line.runs[1:], strict=False))
    assert (HERE in line.text[:3]) == here
