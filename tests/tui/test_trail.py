"""The trail: where walking, going back and going forward lead."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.trail import MOST_STEPS, Step, Trail

words = st.text(max_size=8)
numbers = st.integers(-1000, 1000)
steps = st.builds(Step, words, st.none() | words, words, numbers, numbers, words)
moves = st.lists(st.one_of(steps, st.sampled_from(["back", "forward"])), max_size=40)


def moved(trail: Trail, made: list[Any]) -> Trail:
    """Make these moves; one that leads nowhere stays where it is."""
    for move in made:
        trail = trail.walk(move) if isinstance(move, Step) else getattr(trail, move)() or trail
    return trail


trails = moves.map(lambda made: moved(Trail(), made))


def a_step(number: int) -> Step:
    return Step("fordow", str(number), f"Title {number}", number, -2, "related")


def walked(*numbers: int, most: int = MOST_STEPS) -> Trail:
    trail = Trail(most=most)
    for number in numbers:
        trail = trail.walk(a_step(number))
    return trail


def numbers_of(found: tuple[Step, ...]) -> list[int]:
    return [step.passage for step in found]


def test_a_fresh_trail_leads_nowhere() -> None:
    trail = Trail()
    assert trail.current is None and trail.back() is None and trail.forward() is None
    assert trail.steps == () and trail.line == ()
    assert trail.update((3, 4)) == trail


def test_one_walks_goes_back_and_forward() -> None:
    trail = walked(0, 1, 2)
    back = trail.back()
    assert back is not None and back.current == a_step(1)
    first = back.back()
    assert first is not None and first.current == a_step(0) and first.back() is None
    again = back.forward()
    assert again is not None and again.current == a_step(2) and again.forward() is None


def test_what_lay_ahead_is_left_but_not_forgotten() -> None:
    back = walked(0, 1, 2).back()
    assert back is not None
    trail = back.walk(a_step(3))
    assert trail.forward() is None
    assert numbers_of(trail.line) == [0, 1, 3]
    assert numbers_of(trail.steps) == [0, 1, 2, 3]
    assert trail.origins == (-1, 0, 1, 1)


def test_the_line_reaches_ahead_of_where_one_is() -> None:
    back = walked(0, 1, 2).back()
    assert back is not None
    assert numbers_of(back.line) == [0, 1, 2] and back.place == 1
    assert Trail().place == -1


def test_a_long_trail_forgets_its_beginning() -> None:
    trail = walked(*range(7), most=3)
    assert numbers_of(trail.steps) == [4, 5, 6] and trail.origins == (-1, 0, 1)
    back = trail.back()
    assert back is not None and back.current == a_step(5)
    assert len(walked(*range(MOST_STEPS + 5)).steps) == MOST_STEPS


def test_branches_outlive_the_step_they_left_from() -> None:
    first = walked(0, 1, most=3).back()
    assert first is not None
    trail = first.walk(a_step(2)).walk(a_step(3))
    assert numbers_of(trail.steps) == [1, 2, 3] and trail.origins == (-1, -1, 1)
    assert numbers_of(trail.line) == [2, 3]


@given(trails, steps)
def test_back_from_a_step_is_where_it_was_walked_from(trail: Trail, step: Step) -> None:
    after = trail.walk(step)
    assert after.current == step
    back = after.back()
    if trail.current is None:
        assert back is None
    else:
        assert back is not None and back.current == trail.current


@given(trails)
def test_forward_undoes_back_and_back_undoes_forward(trail: Trail) -> None:
    back, forward = trail.back(), trail.forward()
    assert back is None or back.forward() == trail
    assert forward is None or forward.back() == trail


def test_a_step_that_was_left_can_be_gone_to_again() -> None:
    back = walked(0, 1, 2).back()
    assert back is not None
    trail = back.walk(a_step(3)).walk(a_step(4))
    again = trail.go_to(2)
    assert again.current == a_step(2) and numbers_of(again.line) == [0, 1, 2]
    assert again.steps == trail.steps and again.forward() is None
    assert trail.go_to(1).tip == trail.tip, "a step of the line changes no line"


def test_a_step_left_out_gives_way_to_the_one_before_it() -> None:
    back = walked(0, 1, 2).back()
    assert back is not None
    trail = back.walk(a_step(3))
    short = trail.without(1)
    assert numbers_of(short.steps) == [0, 2, 3] and short.origins == (-1, 0, 0)
    assert short.current == a_step(3) and numbers_of(short.line) == [0, 3]
    assert trail.without(3).current == a_step(1), "who stood there stands where he came from"
    assert walked(0).without(0) == Trail()


@given(trails.filter(lambda trail: bool(trail.steps)), st.data())
def test_every_step_can_be_gone_to_and_left_out(trail: Trail, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(trail.steps) - 1))
    gone = trail.go_to(number)
    assert gone.at == number and number in gone.numbers and gone.steps == trail.steps
    short = trail.without(number)
    assert short.steps == (*trail.steps[:number], *trail.steps[number + 1 :])
    assert (short.at in short.numbers) if short.steps else short == Trail()
    assert all(origin < place for place, origin in enumerate(short.origins))
    if trail.at != number and trail.current is not None:
        assert short.current == trail.current


@given(moves)
def test_it_goes_where_a_list_with_a_place_in_it_goes(made: list[Any]) -> None:
    line: list[Step] = []
    order: list[Step] = []
    place = -1
    for move in made:
        if isinstance(move, Step):
            line[place + 1 :] = [move]
            order.append(move)
            place += 1
        elif move == "back":
            place = max(min(place, 0), place - 1)
        else:
            place = min(len(line) - 1, place + 1)
    trail = moved(Trail(), made)
    assert (trail.line, trail.place, trail.steps) == (tuple(line), place, tuple(order))
    assert trail.current == (line[place] if line else None)


@given(trails, numbers, numbers)
def test_a_new_place_changes_the_current_step_only(trail: Trail, passage: int, offset: int) -> None:
    new = trail.update((passage, offset))
    assert (new.origins, new.at, new.tip) == (trail.origins, trail.at, trail.tip)
    for number, (before, after) in enumerate(zip(trail.steps, new.steps, strict=True)):
        expected = replace(before, passage=passage, offset=offset) if number == trail.at else before
        assert after == expected


@given(trails, st.integers(1, 5))
def test_what_is_written_is_read_again(trail: Trail, most: int) -> None:
    assert Trail.from_json(json.loads(json.dumps(trail.as_json()))) == trail
    short = Trail.from_json(trail.as_json(), most)
    assert short.steps == trail.steps[-most:]
    assert short.current is None or short.current in trail.steps


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
)
like_a_step = st.fixed_dictionaries(
    {},
    optional={
        name: json_values | st.integers(-3, 5) | words
        for name in ("query", "document", "title", "passage", "offset", "why", "from")
    },
)
like_a_trail = st.fixed_dictionaries(
    {},
    optional={
        "steps": st.lists(like_a_step | json_values, max_size=6),
        "at": json_values,
        "tip": json_values,
    },
)


@given(json_values | like_a_trail)
def test_whatever_stands_in_the_file_is_a_trail(found: Any) -> None:
    trail = Trail.from_json(found)
    assert all(-1 <= origin < number for number, origin in enumerate(trail.origins))
    assert -1 <= trail.at <= trail.tip < max(1, len(trail.steps))
    assert (trail.current is None) == (not trail.steps)
    assert not trail.steps or trail.line[trail.place] == trail.current
    assert Trail.from_json(trail.as_json()) == trail


def test_a_step_that_cannot_be_read_is_passed_over() -> None:
    written = walked(0, 1, 2).as_json()
    del written["steps"][1]["title"]
    trail = Trail.from_json(written)
    assert numbers_of(trail.steps) == [0, 2] and trail.origins == (-1, 0)
    assert trail.current == a_step(2)


@pytest.mark.parametrize("at", [99, -5, None, "2", True])
def test_a_place_that_cannot_be_read_is_the_end(at: Any) -> None:
    trail = Trail.from_json({**walked(0, 1, 2).as_json(), "at": at})
    assert trail.current == a_step(2)


@given(trails, moves, moves)
def test_two_that_went_on_from_one_trail_become_one(base: Trail, mine: list[Any], theirs: list[Any]) -> None:
    """Two rooms on one library: every step of both is there once, and each is where it was."""
    here, there = moved(base, mine), moved(base, theirs)
    joined = here.joined(there)
    if here.steps:
        assert (joined.steps[: len(here.steps)], joined.at, joined.line) == (here.steps, here.at, here.line)
    assert len(joined.steps) <= len(here.steps) + len(there.steps) - len(base.steps)
    ways = [_titles(joined, number) for number in range(len(joined.steps))]
    assert all(_titles(there, number) in ways for number in range(len(there.steps)))
    assert joined.joined(there) == joined and joined.joined(base) == joined
    assert Trail.from_json(json.loads(json.dumps(joined.as_json()))) == joined


def _titles(trail: Trail, number: int) -> list[str]:
    """The titles of the steps that lead to one."""
    found = []
    while number >= 0:
        found.append(trail.steps[number].title)
        number = trail.origins[number]
    return found


def test_a_step_is_the_same_wherever_in_its_document_one_left_it() -> None:
    base = walked(0, 1)
    assert base.update((9, 9)).joined(base) == base.update((9, 9))
    assert base.joined(base.walk(a_step(2))).steps == walked(0, 1, 2).steps


def test_of_two_full_trails_the_latest_steps_stay() -> None:
    base = walked(*range(5), most=5)
    joined = base.walk(a_step(7)).joined(base.walk(a_step(8)))
    assert len(joined.steps) == 5 and a_step(8) in joined.steps and joined.current == a_step(7)
    further = base.walk(a_step(7)).walk(a_step(9)).joined(base.walk(a_step(8)))
    assert numbers_of(further.steps) == [3, 4, 7, 9, 8] and further.current == a_step(9)
