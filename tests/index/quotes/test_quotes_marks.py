"""Where a text quotes, told from the marks alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quotes.marks import marked, quoted

MARKS = st.text(st.sampled_from("\"'“”‘’„‚«»‹›`ab s9,.!\n-(—"), max_size=60)


def within(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “one” and \"two\" and ‘three’ and 'four'.", ["one", "two", "three", "four"]),
        ("„Eins“, »zwei«, ‚drei‘ und ‹vier›.", ["Eins", "zwei", "drei", "vier"]),
        ("« Un », dit-il, et «deux».", ["Un", "deux"]),
        ("Han sa: ”Ett.” Hon sa: ”Två.”", ["Ett.", "Två."]),
        ("``One,'' he said. ''Two,'' she said.", ["One,", "Two,"]),
        ('"She told me \'no\' and “never”," he said.', ["She told me 'no' and “never”,"]),
        ('"He said "no way" to me," she said.', ['He said "no way" to me,']),
        ("‘It’s the drivers’ road,’ he said.", ["It’s the drivers’ road,"]),
        ("'The drivers' road is ours,' he said.", ["The drivers' road is ours,"]),
        ('He is 6\'2", owns a 15" gun and said "no".', ["no"]),
        ('The "15" gun" is gone.', ['15" gun']),
        ("The Smiths' car, the drivers’ road, o'clock, '90s, rock 'n' roll, ’tis.", []),
        ("‘Abbas’s and Sana‘a’s streets", []),
        ("In the summer of '69, he told \"them\" of the workers' council.", ["them"]),
        ("The class of '08 met \"them\" at the workers' council.", ["them"]),
        ("The ‘99 champions met \"them\" at the workers’ council.", ["them"]),
        ("'20 people were killed,' he said of '10 people', the '20 per cent', the '15'.",
         ["20 people were killed,", "10 people", "20 per cent", "15"]),
        ('"One," he said, "two', ["One,", "two"]),
        ('"A first one. "A second one," he said.', ['A first one. "A second one,']),
        ("“” and \"\" and “ ” hold nothing", []),
        ('(“Yes”) — "no"—', ["Yes", "no"]),
    ],
)  # fmt: skip
def test_marks(text: str, inside: list[str]) -> None:
    assert within(text) == inside


def test_a_speech_of_several_paragraphs_is_one_quotation() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three.” Then he left.\n\nThe “end”."
    assert within(text) == ["One.\n\n“Two.\n\n“Three.", "end"]


def test_what_is_not_taken_up_ends_with_its_paragraph() -> None:
    text = "“One.\n\nTwo “three” four."
    assert within(text) == ["One.", "three"]
    assert [one.closed for one in marked(text)] == [False, True]


@given(MARKS)
def test_quotations_follow_one_another_and_hold_something(text: str) -> None:
    before = 0
    for one in marked(text):
        assert before <= one.outer_start < one.start < one.end <= one.outer_end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        before = one.outer_end


@given(st.text(st.characters(categories=["L", "Nd", "Zs"]), max_size=80))
def test_no_marks_no_quotations(text: str) -> None:
    assert marked(text) == []
