"""Watched names are found where they stand, in any script, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.folding import bare
from index.watching import Watched, WatchList
from index.watching.finding import Finder


def finder(*lines: str) -> Finder:
    return Finder(Watched.of(WatchList.read("\n".join(lines)).listed))


def found(text: str, *lines: str) -> list[str]:
    return [text[seen.start : seen.end] for seen in finder(*lines).find(text)]


@pytest.mark.parametrize(
    ("line", "text", "wanted"),
    [
        ('work "cobalt"', "COBALT, Cobalts, cobalt's and re-cobalt", ["COBALT", "cobalt", "cobalt"]),
        ('work exact "GG"', "gg, GG, GG’s, GGG", ["GG", "GG"]),
        ('person "José Álvarez"', "JOSE ALVAREZ and José\nÁlvarez", ["JOSE ALVAREZ", "José\nÁlvarez"]),
        (
            'work "blue cobalt", except "dark blue cobalt"',
            "A dark blue cobalt, a blue-cobalt",
            ["blue-cobalt"],
        ),
        ('organisation "AT&T"', "At & T, at&t, at t", ["At & T", "at&t"]),
        ('person "Brien"', "O'Brien, Brien", ["Brien"]),
        ('place "Iran"', "L’Iran, d'iran, zIran", ["Iran", "iran"]),
        ('place "Ankara"', "Ankara'da, Ankaralı", ["Ankara"]),
        ('organisation "中国石油"', "据中国石油集团报道", ["中国石油"]),
        ('person "김정은"', "김정은은 어제, 김 정은", ["김정은"]),
        ('person "สมชาย"', "นายสมชายกล่าว", ["สมชาย"]),
        ('person "محمد"', "قال مُحَمَّد أمس", ["مُحَمَّد"]),
        ('place "Москва"', "МОСКВА, Москвабад", ["МОСКВА"]),
        ('place "Straße"', "STRASSE, strasse, Straße", ["STRASSE", "strasse", "Straße"]),
        ('work "“ Cobalt"', "“cobalt, cobalt", ["“cobalt"]),
        ('work "#cobalt"', "See #Cobalt, cobalt", ["#Cobalt"]),
        ('work "e\u0301tude"', "The étude", ["étude"]),
    ],
)
def test_a_form_is_found_as_readers_see_it(line: str, text: str, wanted: list[str]) -> None:
    assert found(text, line) == wanted


def test_a_list_of_thousands_of_names_is_no_burden() -> None:
    """A list of firms under sanctions; 3 ms a form would use up all the time that a document may take."""
    lines = [f'organisation "Firm {number}", "Holding {number} of Ottersund"' for number in range(20_000)]
    text = "Firm 17 and holding 19999 of Ottersund, not Firm 20000, nor “Holding 5”."
    assert found(text, *lines) == ["Firm 17", "holding 19999 of Ottersund"]


WORDS = st.lists(
    st.sampled_from(["ada", "Ada", "ÁDA", "gli", "gg", "GG", "bo", "中", "文"]), min_size=1, max_size=8
)
SOME = st.lists(WORDS.map(lambda words: " ".join(words[:2])), min_size=1, max_size=4, unique_by=bare)


@given(SOME, WORDS)
def test_all_of_them_are_found_the_longest_first(forms: list[str], words: list[str]) -> None:
    text = " ".join(words)
    seen = finder(*(f'work "{form}"' for form in forms)).find(text)
    assert all(one.end <= other.start for one, other in pairwise(seen))
    assert all(bare(text[one.start : one.end]) == bare(one.form.text) for one in seen)
    covered = {place for one in seen for place in range(one.start, one.end)}
    padded = f" {bare(text)} "
    for form in forms:
        if f" {bare(form)} " in padded:
            at = padded.index(f" {bare(form)} ")
            assert covered & set(range(at, at + len(form))), "it, or one that crosses it"


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_in_a_text_is_in_the_way(before: str, behind: str) -> None:
    text = f"{before} cobalt {behind}"
    seen = finder('work "Cobalt"').find(text)
    assert (len(before) + 1, len(before) + 7) in {(one.start, one.end) for one in seen}
    assert all(bare(text[one.start : one.end]) == "cobalt" for one in seen)
