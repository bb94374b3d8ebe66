"""Hits of several clauses are told apart, with colours and without."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.style import Style
from textual.theme import Theme

from index.model import Hit, HitClause, Snippet
from tui.render.clauses import (
    COLOURS,
    LOOKS,
    Look,
    Marked,
    by_clause,
    count_mark,
    current_mark,
    hit_mark,
    look,
    other_mark,
    sign,
    signs,
    walked_mark,
)
from tui.render.spans import Layer, Mark, runs
from tui.themes import THEMES


def seen(marks: int) -> Look:
    found = look(marks)
    assert found is not None
    return found


def test_each_of_many_clauses_looks_different() -> None:
    for mark in (hit_mark, other_mark, current_mark):
        assert len({seen(mark(clause)) for clause in range(LOOKS)}) == LOOKS
        assert seen(mark(LOOKS)) == seen(mark(0)), "from then on they repeat"
    assert len({seen(hit_mark(clause)).colour for clause in range(LOOKS)}) == COLOURS


def test_the_first_clauses_are_told_apart_without_any_colour() -> None:
    """What is left where colours are taken away: reversed or not, bold, underlined, slanted."""

    def ways(marks: int) -> tuple[bool, ...]:
        style = seen(marks).style(THEMES[0].variables)
        return bool(style.reverse), bool(style.bold), bool(style.underline), bool(style.italic)

    marks = [mark(clause) for clause in range(4) for mark in (hit_mark, other_mark, current_mark)]
    assert len({ways(mark) for mark in marks}) == len(marks)
    assert all(ways(hit_mark(clause))[0] for clause in range(LOOKS)), "a hit shows, whatever its clause"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_both_ways_of_saying_a_style_say_the_same(theme: Theme) -> None:
    variables = theme.variables
    for clause, mark in product(range(LOOKS), (hit_mark, other_mark, current_mark, count_mark)):
        found = look(mark(clause))
        assert found is not None
        words = found.words
        for name in sorted(variables, key=len, reverse=True):
            words = words.replace(f"${name}", variables[name])
        assert Style.parse(words).rich_style.without_color == found.style(variables).without_color
        assert Style.parse(words).rich_style.color == found.style(variables).color


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12), st.integers(1, 6)), max_size=8))
def test_of_hits_that_overlap_the_first_clause_is_seen(hits: list[tuple[int, int, int]]) -> None:
    layers = [Layer.of(hit_mark(clause), [(start, start + width)]) for clause, start, width in hits]
    for run in runs(0, 20, layers):
        here = [clause for clause, start, width in hits if start <= run.start < start + width]
        assert look(run.marks) == (look(hit_mark(min(here))) if here else None)


def test_what_is_walked_lies_above_and_what_is_current_above_all() -> None:
    assert look(walked_mark(0, 1) | walked_mark(1, 1)) == look(hit_mark(1))
    assert look(walked_mark(0, None) | walked_mark(1, None)) == look(hit_mark(0))
    assert look(hit_mark(0) | current_mark(3)) == look(current_mark(3))
    assert look(int(Mark.HIT)) == look(hit_mark(0)) and look(int(Mark.CURRENT)) == look(current_mark(0))
    assert look(int(Mark.REASON | Mark.MENTION | Mark.SELECTED)) is None


def test_digits_say_that_there_are_more_than_fit() -> None:
    assert [sign(clause) for clause in (0, 8, 9, 34, 35, 99)] == ["1", "9", "a", "z", "+", "+"]
    assert signs([0, 1, 2], 3) == "123"
    assert signs([0, 1, 2], 2) == "1+"
    assert signs([0, 1], 1) == "+"
    assert signs([0], 0) == ""
    assert signs([], 4) == ""


CLAUSES = (HitClause("iran", 0, 4, (0, 2)), HitClause("fordow", 5, 11, (1,)))


def test_what_the_query_says_twice_is_one_clause() -> None:
    hits = [Hit(0, 4, "text", 2), Hit(5, 11, "text", 1), Hit(12, 16, "text", 0)]
    assert by_clause(hits, CLAUSES) == [[hits[0], hits[2]], [hits[1]]]
    assert by_clause([], CLAUSES) == [[], []]
    assert by_clause(hits[1:2], ()) == [[], [hits[1]]], "a number nobody knows is taken for a place"


def test_a_snippet_shows_the_hits_it_holds_by_clause() -> None:
    text = "iran and fordow, Iran"
    hits = [
        Hit(0, 4, "title", 0),
        Hit(100, 104, "text", 0),
        Hit(109, 115),
        Hit(117, 130, "text", 1),
        Hit(300, 304),
    ]
    snippet = Snippet(0, 100, 121, text, ((0, 4), (9, 15)))
    assert Marked.in_snippet(snippet, hits, ()).spans == (((0, 4), (9, 15)), ()), "what is cut is no hit"
    assert Marked.in_title(hits, CLAUSES).spans == (((0, 4),), ())
    assert Marked.in_snippet(None, hits, CLAUSES).layers(None) == []
    whole = Snippet(0, 100, 121, text, ((0, 4), (9, 15), (17, 21)))
    found = Marked.in_snippet(whole, hits, CLAUSES)
    assert [layer.mark for layer in found.layers(1)] == [other_mark(0), hit_mark(1)]
    assert [layer.mark for layer in found.layers(None)] == [hit_mark(0), hit_mark(1)]
