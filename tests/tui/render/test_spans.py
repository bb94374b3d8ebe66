"""Runs part a line without gap or overlap, and no mark is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.render.spans import Layer, Mark, Run, runs

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)
LAYERS = st.lists(st.tuples(st.sampled_from(list(Mark)), SPANS), max_size=5)


@given(LAYERS, st.integers(0, 60), st.integers(0, 30))
def test_runs_part_the_line_and_carry_every_mark(
    marked: list[tuple[Mark, list[tuple[int, int]]]], start: int, length: int
) -> None:
    end = start + length
    found = runs(start, end, [Layer.of(mark, spans) for mark, spans in marked])
    assert [run.start for run in found] + [end] == [start] + [run.end for run in found] or not length
    for run in found:
        assert run.start < run.end
        for offset in range(run.start, run.end):
            expected = 0
            for mark, spans in marked:
                if any(first <= offset < last for first, last in spans):
                    expected |= mark
            assert run.marks == expected
    assert all(one.marks != other.marks for one, other in pairwise(found))


@given(SPANS)
def test_a_layer_holds_disjoint_spans_in_order(spans: list[tuple[int, int]]) -> None:
    layer = Layer.of(Mark.HIT, spans)
    edges = [edge for span in zip(layer.starts, layer.ends, strict=True) for edge in span]
    assert edges == sorted(set(edges))
    covered = {offset for start, end in spans for offset in range(start, end)}
    assert covered == {o for s, e in zip(layer.starts, layer.ends, strict=True) for o in range(s, e)}


def test_overlapping_layers_keep_both_marks() -> None:
    layers = [Layer.of(Mark.MENTION, [(0, 5)]), Layer.of(Mark.HIT, [(3, 8)])]
    assert runs(0, 10, layers) == [
        Run(0, 3, Mark.MENTION),
        Run(3, 5, Mark.MENTION | Mark.HIT),
        Run(5, 8, Mark.HIT),
        Run(8, 10, 0),
    ]
