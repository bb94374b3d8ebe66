"""What is told of an expression before it runs, and that none of it is wrong."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import analysis
from index.fulltext.expressions import LONGEST, Unreadable, read

ATOMS = ["abc", "nuclear", "xyz1", "K", "é", " ", "-", ".", r"\d", r"\w", r"\.", "[abc]", "[^x]", r"\bcat\b"]
PIECES = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: (
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "{,1}", "{1,}", "+?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        )
        | st.tuples(st.sampled_from(ATOMS[:6]), st.sampled_from(["*", "+", "?", "{2}", "{0,2}"])).map("".join)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + "|".join(parts) + ")")
        | st.lists(inner, min_size=1, max_size=4).map("".join)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        ("nuclear (site|plant)s", ("nuclear",)),
        ("colou?rs", ("colo",)),
        ("abc{0,2}d", ()),
        ("abc{2}def", ("abc", "def")),
        ("ab+cde", ("cde",)),
        ("iran|iraq", ()),
        ("(iran|iraq)ian", ("ian",)),
        ("[[a-z]--[x]]abc", ()),
        ("nuclear{e<=1}", ()),
        ("(?i)Nuclear", ()),
        ("(?x) nuclear", ()),
        ("(?R)?nuclear", ()),
        (r"F-35s\b 200", ("35s", "200")),
        (r"\p{Lu}nuclear", ("nuclear",)),
        ("Straße", ("stra",)),
        ("a_bcd", ("bcd",)),
        ("(?P<n>abc)(?P=n)def", ("def",)),
        ("(?<!abc)def(?=ghi)", ("def",)),
        (r"\(abc\)", ("abc",)),
    ],
)
def test_letters_that_every_text_holds(expression: str, literals: tuple[str, ...]) -> None:
    assert read(expression).literals == literals


@given(PIECES, st.data())
def test_a_text_that_fits_holds_them_in_a_word(expression: str, data: st.DataObject) -> None:
    try:
        literals = read(expression).literals
    except Unreadable:
        return
    text = data.draw(st.from_regex(re.compile(expression, re.IGNORECASE | re.ASCII)))
    if not read(expression).spans(text, 10):
        return  # Python's own expressions differ in details.
    words = [key for word in analysis.tokens(text) for key in analysis.keys(word.surface)]
    for literal in literals:
        assert any(literal in word for word in words)


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
