"""Mendings as lines of a file: read as they were written, and nothing in it ever lost."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.mending import Mendings
from index.mending.lines import read_line, write_line
from index.model import ENTITY_TYPES, Mending, MendingKind, Named
from index.said import NotReadable
from index.said.words import LONGEST

TEXTS = st.text(max_size=20).filter(str.strip)
NAMED = st.builds(Named, st.sampled_from(ENTITY_TYPES), TEXTS)
SEVERAL = st.lists(NAMED, min_size=1, max_size=3, unique=True).map(tuple)
ONE = st.tuples(NAMED)
FORMS = st.lists(TEXTS, max_size=3, unique=True).map(tuple)
DIGESTS = st.sampled_from(["", "3f9ac01d27be"])
JUNK = st.sampled_from(
    ["# mine\n", "\n", "nonsense\n", 'merge person "A" into\n', 'hide person "X', "\x00\x1b[2J\n", "\udcff\n"]
)


@st.composite
def mendings(draw: st.DrawFn) -> Mending:
    kind: MendingKind = draw(st.sampled_from(get_args(MendingKind)))
    match kind:
        case "merge" | "decline":
            return Mending(kind, draw(SEVERAL), draw(NAMED))
        case "rename":
            (one,) = draw(ONE)
            return Mending(kind, (one,), Named(one.type, draw(TEXTS)))
        case "retype":
            (one,) = draw(ONE)
            return Mending(kind, (one,), Named(draw(st.sampled_from(ENTITY_TYPES)), one.name))
        case "split":
            title = draw(TEXTS)
            forms = draw(FORMS)
            if forms and draw(st.booleans()):
                return Mending(kind, draw(ONE), draw(NAMED), forms)
            return Mending(kind, draw(ONE), draw(NAMED), forms, title, draw(DIGESTS))
        case "hide" | "pin":
            return Mending(kind, draw(SEVERAL))


@given(mendings())
def test_what_is_written_is_read_again(mending: Mending) -> None:
    line = write_line(mending)
    assert read_line(line) == mending == read_line(f"  {line}   # why\n")
    assert line.isprintable()


def test_lines_are_what_a_person_would_write() -> None:
    araqchi, araghchi = Named("person", "Araqchi"), Named("person", "Abbas Araghchi")
    said = {
        'merge person "Araqchi" into person "Abbas Araghchi"': Mending("merge", (araqchi,), araghchi),
        'rename person "Araqchi" as "Abbas Araghchi"': Mending("rename", (araqchi,), araghchi),
        'retype person "Fordow" as place': Mending(
            "retype", (Named("person", "Fordow"),), Named("place", "Fordow")
        ),
        'hide work "The \\"Guide\\"", person "Ha"': Mending(
            "hide", (Named("work", 'The "Guide"'), Named("person", "Ha"))
        ),
        'split "Araqchi" from person "Abbas Araghchi" in "Talks" 3f9ac01d as person "Araqchi"': Mending(
            "split", (araghchi,), araqchi, ("Araqchi",), "Talks", "3f9ac01d"
        ),
    }
    assert {write_line(mending): mending for mending in said.values()} == said
    assert {line: read_line(line) for line in said} == said


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("marry person “A”", "neither a word nor a name in quotes"),
        ("marry", "should begin with one of merge"),
        ('merge person "A"', "there should be into"),
        ('merge person "A" into somebody "B"', "not somebody"),
        ('merge person "A" into person "B" today', "where the line should end"),
        ('hide person ""', "1 to 500"),
        (f'hide person "{"a" * (LONGEST + 1)}"', "1 to 500"),
        ('hide person "\\q"', "a backslash"),
        ('split from person "A" as person "B"', "a form, or an article"),
        ('split from person "A" in "T" 3f as person "B"', "digest"),
        ('hide person "A" "B"', "where the line should end"),
    ],
)
def test_what_cannot_be_read_is_named(line: str, why: str) -> None:
    with pytest.raises(NotReadable, match=why):
        read_line(line)


@given(st.text())
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        read_line(line)
    except NotReadable as error:
        assert str(error)


@given(st.lists(JUNK, max_size=6).map("".join), st.lists(mendings(), max_size=4))
def test_a_change_touches_one_line_and_taking_it_back_none(text: str, said: list[Mending]) -> None:
    before = Mendings.read(text)
    assert before.text == text
    for mending in said:
        after = Mendings.read(before.with_mending(mending).text)
        assert after.listed == (*before.listed, mending)
        assert after.troubles == before.troubles
        back = after.without(mending)
        assert back.listed == before.listed and back.mark == before.mark
        assert back.lines == (before.with_mending(mending).lines[:-1])
        before = after
    assert (before.mark == "") == all(one.kind == "decline" for one in said)
    for line in Mendings.read(text).lines:
        assert line.rstrip("\n") in before.text


def test_the_later_of_two_that_say_the_same_is_taken_back() -> None:
    hide = Mending("hide", (Named("work", "Ha"),))
    twice = Mendings.read('hide work "Ha" # why\npin person "A"\nhide work "Ha"')
    assert twice.without(hide).text == 'hide work "Ha" # why\npin person "A"\n'
    assert twice.without(Mending("pin", (Named("work", "Ha"),))) is twice
