"""What is told of an expression before it runs, and that none of it is wrong."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.expressions import LONGEST, Unreadable, read


@pytest.mark.parametrize(
    ("expression", "text", "found"),
    [
        ("iran", "Iran IRAN iran", 3),
        ("Iran", "Iran IRAN iran", 1),
        ("(?-i)iran", "Iran IRAN iran", 1),
        ("(?i)Iran", "Iran IRAN iran", 3),
        (r"\W\S", "a b", 1),
        ("[A-Z]+", "Iran IRAN", 2),
        (r"\p{Lu}\p{Ll}+", "Iran IRAN iran", 1),
        ("^b", "a\nb", 1),
        ("a.b", "a\nb", 0),
        ("x*", "axxb", 1),
    ],
)
def test_capitals_count_where_there_is_one(expression: str, text: str, found: int) -> None:
    assert len(read(expression).spans(text, 10)) == found


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("a(b", "missing ), at 4 within it"),
        ("*a", "nothing to repeat"),
        ("(?:a{1000}){1000}", "repeats too much"),
        ("(((a{99}){99}){99}){99}", "repeats too much"),
        ("a{99999999999999}", "repeats too much"),
    ],
)
def test_what_cannot_be_used_is_refused(expression: str, says: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(says)):
        read(expression)


def test_brackets_without_end_are_refused() -> None:
    with pytest.raises(Unreadable, match="it cannot be compiled"):
        read("(" * 900 + ")" * 900)


def test_a_repeat_is_counted_as_often_as_it_is_written_out() -> None:
    read(f"(?:a{{{LONGEST - 2}}})")
    with pytest.raises(Unreadable):
        read(f"(?:a{{{LONGEST // 2}}}){{2}}")


@given(st.text("ab(){}[]|*+?\\^$.,:=!<>P1-# /", max_size=20))
def test_any_expression_is_read_or_refused(expression: str) -> None:
    try:
        read(expression).spans("abab ab1", 10)
    except Unreadable as error:
        assert str(error)
    except TimeoutError:
        pass
