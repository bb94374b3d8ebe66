"""A list of watched names is read as it was written, and what is wrong in it is said with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import ENTITY_TYPES, Form, WatchedName
from index.said import NotReadable
from index.watching import Watched, WatchList
from index.watching.lines import read_line, write_line

TEXTS = st.text(max_size=12).filter(lambda text: any(map(str.isalnum, text)))
FORMS = st.lists(
    st.builds(Form, TEXTS, st.sampled_from(["any", "exact", "except"])),
    min_size=1,
    max_size=4,
    unique_by=lambda form: form.text,
).filter(lambda forms: forms[0].kind != "except")
NAMES = st.builds(WatchedName, st.sampled_from(ENTITY_TYPES), FORMS.map(tuple))
JUNK = st.sampled_from(
    ["# mine\n", "\n", "nonsense\n", 'person "A", \n', 'work ""\n', "\x00\x1b[2J\n", "\udcff\n"]
)


@given(NAMES)
def test_a_line_is_read_as_it_was_written(one: WatchedName) -> None:
    line = write_line(one)
    assert read_line(line) == one
    assert line.isprintable() and "\n" not in line


@given(st.lists(NAMES, max_size=5))
def test_what_is_handed_on_comes_back(names: list[WatchedName]) -> None:
    watched = Watched.of(names)
    assert Watched.read(watched.text) == watched
    assert Watched.of(watched.names) == watched
    assert not watched.differing(watched)


@given(st.lists(JUNK | NAMES.map(lambda one: write_line(one) + "\n")), NAMES)
def test_a_change_leaves_all_other_lines_as_they_stand(lines: list[str], one: WatchedName) -> None:
    held = WatchList.read("".join(lines)).without(one.type, one.name)
    after = held.with_name(one)
    assert after.listed == (*held.listed, one)
    assert after.without(one.type, one.name).listed == held.listed
    assert [line for line in after.lines if line in held.lines] == list(held.lines)
    assert WatchList.read(after.text) == after


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('human "A"', "person or organisation"),
        ('person "A" "B"', "where the line should end"),
        ('person except "A"', "cannot be an exception"),
        ('person "A", loose "B"', "exact or except"),
        ('person "A", exact "A"', "twice"),
        ('work "…"', "no letter"),
        ("person", "a name in quotes"),
    ],
)
def test_what_is_wrong_is_said(line: str, why: str) -> None:
    with pytest.raises(NotReadable, match=why):
        read_line(line)
    held = WatchList.read(f"# a remark\n\n{line}\n")
    assert not held.listed
    (trouble,) = held.troubles
    assert trouble.startswith("line 3 is not read: ")


def test_a_form_that_is_another_names_is_said() -> None:
    held = WatchList.read('person "Ada Brandt", "AB"\nplace "Ab"\nperson "ada brandt", "Ada"\n')
    assert held.troubles == ("line 2 is not read: “Ab” is another name's already, in line 1",)
    merged = Watched.of(held.listed)
    assert [one.aliases for one in merged.names] == [("AB", "ada brandt", "Ada"), ()]
