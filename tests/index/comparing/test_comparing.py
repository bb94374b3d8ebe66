"""Two invented reports of one event compared."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Library
from index.comparing.align import MOST_LINKS, align, sides
from index.comparing.counted import ages, counts
from index.comparing.dated import _Stretches, _without
from index.comparing.placed import Placed
from index.errors import NotInLibrary
from index.model import Article, Comparison, DateMeant, Link, Mention, Span, Variance
from index.related.sides import Side, Weights

DAYS = st.tuples(st.integers(1, 9), st.integers(1, 9))


def _meant(first: int, last: int) -> Any:
    return DateMeant(0, 1, "", f"2024-03-{first:02}", f"2024-03-{last:02}", "range")


FIRST = """Three barges lost off Rinholm

Source: Harbour Gazette
5 March 2024

Three barges sank off Rinholm on Monday in thick fog, the harbour master Ada Brandt said.

The crews of 14 sailors were taken ashore by the lifeboat Hilda of the coastguard.

“It was a highly dangerous night for everybody out there,” Brandt told reporters.

Brandt said that the crews had heard the fog horn of the harbour all night.

The village choir meets again on Thursday and rehearses songs for the spring.
"""

SECOND = """Barges sink near Rinholm

Source: River Post
6 March 2024

The lifeboat Hilda of the coastguard brought the crews ashore, 19 sailors in all.

Off Rinholm two barges sank in thick fog on Tuesday, according to harbour master Ada Brandt.

“It was a very dangerous night for everybody out there,” Ada Brandt said.

According to Brandt, the crews had not heard the harbour’s fog horn in the night.

Divers under Jonas Ahlgren will look for the wrecks when the wind has dropped.
"""


@pytest.fixture
def compared(tmp_path: Path, open_library: Callable[..., Library]) -> Comparison:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    for number in range(8):  # a library in which not every word is rare
        text = f"Notes of day {number}\n\nThe market was open and people talked about the price of bread.\n"
        (folder / f"note{number}.txt").write_text(text, "utf-8")
    library = open_library(folder)
    library.sync()
    ids = {Path(one.path).stem: one.id for one in library.documents()}
    return library.compare(ids["a"], ids["b"])


def words(found: Comparison, one: Variance) -> tuple[str, str]:
    here = " · ".join(found.first.text[start:end] for start, end in one.here)
    return here, " · ".join(found.second.text[start:end] for start, end in one.there)


def told(found: Comparison, kind: str) -> list[tuple[str, str]]:
    return [words(found, one) for one in found.variances if one.kind == kind]


def test_passages_of_the_same_are_linked_whatever_their_order(compared: Comparison) -> None:
    assert [(link.here, link.there) for link in compared.links] == [(0, 1), (1, 0), (2, 2), (3, 3)]
    assert compared.only_here == (4,) and compared.only_there == (4,)


def test_every_reason_stands_in_both(compared: Comparison) -> None:
    for link in compared.links:
        here, there = compared.first.passages[link.here], compared.second.passages[link.there]
        assert link.reasons
        for reason in link.reasons:
            assert all(here.start <= start < end <= here.end for start, end in reason.here)
            assert all(there.start <= start < end <= there.end for start, end in reason.there)


def test_on_what_they_differ(compared: Comparison) -> None:
    assert told(compared, "denial") == [("heard", "not heard")]
    assert told(compared, "number") == [("Three barges", "two barges"), ("14 sailors", "19 sailors")]
    assert told(compared, "date") == [("Monday", "Tuesday")]
    assert told(compared, "quote") == [("a highly dangerous", "a very dangerous")]


def test_what_only_one_names_comes_last(compared: Comparison) -> None:
    kinds = [one.kind for one in compared.variances]
    assert kinds == sorted(kinds, key=lambda kind: kind == "named")
    assert ("", "Jonas Ahlgren") in told(compared, "named")


def test_who_is_named_in_a_title_is_named(tmp_path: Path, open_library: Callable[..., Library]) -> None:
    """What is told is where the other text names somebody, not that the title is no part of a text."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(
        FIRST.replace("Three barges lost", "Jonas Ahlgren seeks barges lost"), "utf-8"
    )
    (folder / "b.txt").write_text(SECOND, "utf-8")
    library = open_library(folder)
    library.sync()
    ids = {Path(one.path).stem: one.id for one in library.documents()}
    for first, second in (("a", "b"), ("b", "a")):
        compared = library.compare(ids[first], ids[second])
        titled = next(one for one in (compared.first, compared.second) if "Ahlgren" in one.title)
        assert "Jonas Ahlgren" in [one.text for one in titled.mentions if one.field == "title"]
        assert "Jonas Ahlgren" not in [name for pair in told(compared, "named") for name in pair]


def test_an_article_compared_with_itself_does_not_differ(
    compared: Comparison, open_library: Callable[..., Library]
) -> None:
    folder = Path(compared.first.path).parent
    with open_library(folder) as library:
        found = library.compare(compared.first.id, compared.first.id)
        assert (found.variances == () and found.only_here == () == found.only_there) or found.links
        with pytest.raises(NotInLibrary):
            library.compare(compared.first.id, "nobody")


def test_passages_that_are_all_alike_face_those_at_the_same_place(
    tmp_path: Path, open_library: Callable[..., Library]
) -> None:
    """A form filled in hundreds of times: not each passage is linked to each."""
    folder = tmp_path / "forms"
    folder.mkdir()
    said = "Ada Brandt of the harbour said on 5 March 2024: “Two barges sank off Rinholm in fog.”"
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Form {name}\n\n" + f"{said}\n\n" * 120, "utf-8")
    library = open_library(folder)
    library.sync()
    first, second = library.documents()
    here, there = (sides(library.document(one.id)) for one in (first, second))
    links = align(here, there, Weights(lambda term: 5.0, 5.0))
    assert {(one.here, one.there) for one in links} >= {(number, number) for number in range(120)}
    assert len(links) <= (MOST_LINKS + 1) * 120, "of two as far away both may be linked"


@given(st.lists(DAYS, max_size=8), st.lists(DAYS, max_size=8))
def test_days_are_left_out_where_the_others_mean_one_of_them(mine: list[Any], yours: list[Any]) -> None:
    ours, theirs = ([_meant(*sorted(days)) for days in one] for one in (mine, yours))
    kept = [one for one in ours if not any(one.date <= it.last and it.date <= one.last for it in theirs)]
    assert _without(ours, _Stretches(theirs)) == kept


@given(st.lists(st.integers(0, 12), max_size=8, unique=True), st.integers(0, 12), st.integers(0, 12))
def test_spans_are_found_by_their_place(edges: list[int], start: int, end: int) -> None:
    edges = sorted(edges)[: len(edges) // 2 * 2]
    spans = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    placed = Placed(spans[::-1])
    assert placed.within(start, end) == [one for one in spans if start <= one.start and one.end <= end]
    assert placed.touching(start, end) == [one for one in spans if one.end > start and one.start < end]


def test_what_was_not_looked_at_is_not_said_to_be_in_one_alone(
    compared: Comparison, open_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a very long article the first passages are compared, and of the others nothing is said."""
    for module in ("align", "compare"):
        monkeypatch.setattr(sys.modules[f"index.comparing.{module}"], "MOST", 2)
    assert compared.looked_at is None
    with open_library(Path(compared.first.path).parent) as library:
        found = library.compare(compared.first.id, compared.second.id)
    assert found.looked_at == 2
    assert [(link.here, link.there) for link in found.links] == [(0, 1), (1, 0)]
    assert found.only_here == found.only_there == ()


def linked(here: str, there: str, other: str = "en") -> tuple[list[Link], list[Side], list[Side]]:
    """An English passage, and another in a language, that are linked."""
    return [Link(0, 0, ())], [Side(here, language="en")], [Side(there, language=other)]


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        ("Three wooden barges sank.", "Two barges sank.", [("Three wooden barges", "Two barges")]),
        ("14 fishing boats sank.", "12 fishing boats sank.", [("14 fishing", "12 fishing")]),
        ("14 people were killed.", "30 people were injured.", []),
        ("14 people were killed.", "30 people were killed.", [("14 people", "30 people")]),
        ("He got 12 years in prison.", "She is 47 years old.", []),
        ("He won the 2024 election.", "He lost the 2020 election.", []),
        ("It is 3 km east of the pier.", "It is 1.9 miles east of the pier.", []),
        ("She had 120 votes, he had 95 votes.", "She had 121 votes, he had 96 votes.", []),
        ("Some 2,000 soldiers came.", "Some 1,900 soldiers came.", [("2,000 soldiers", "1,900 soldiers")]),
    ],
)
def test_numbers_that_differ_count_the_same(here: str, there: str, found: list[tuple[str, str]]) -> None:
    links, ours, theirs = linked(here, there)
    told = counts(links, ours, theirs)
    assert [(here[slice(*one.here[0])], there[slice(*one.there[0])]) for one in told] == found


def test_numbers_of_other_languages_are_not_held_against_each_other() -> None:
    links, ours, theirs = linked("It cost 3 million euros.", "Es kostete 3 Millionen Euro.", "de")
    assert not list(counts(links, ours, theirs))


REPORT = "Barges sink\n\nSource: {outlet}\n{day}\n\n{text}\n"


def dated(folder: Path, library: Library, here: str, there: str) -> list[tuple[str, str]]:
    """On which days two reports of 8 March 2024 differ."""
    for name, text in (("a", here), ("b", there)):
        report = REPORT.format(outlet=name * 3, day="8 March 2024", text=text)
        (folder / f"{name}.txt").write_text(report, "utf-8")
    library.sync()
    ids = {Path(one.path).stem: one.id for one in library.documents()}
    return told(library.compare(ids["a"], ids["b"]), "date")


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        (
            "Ada Brandt, 41, sank.",
            "43-year-old Ada Brandt sank.",
            [("Ada Brandt, 41", "43-year-old Ada Brandt")],
        ),
        ("Ada Brandt, aged 41, sank.", "Ada Brandt, 43, sank.", [("Ada Brandt, aged 41", "Ada Brandt, 43")]),
        ("Ada Brandt, 41, sank.", "The 41-year-old Ada Brandt sank.", []),
        ("Ada Brandt, 41, sank.", "Ada Brandt sank with Jonas Ahlgren, 43.", []),
        ("Ada Brandt, 41, sank.", "With Ada Brandt, 43 people sank.", []),
    ],
)
def test_ages_of_one_person_that_differ(here: str, there: str, found: list[tuple[str, str]]) -> None:
    def article(text: str) -> Article:
        named = re.finditer("Ada Brandt|Jonas Ahlgren", text)
        mentions = tuple(Mention(m.start(), m.end(), "text", m[0], "person", m[0]) for m in named)
        return Article("id", "a.txt", "", None, None, None, "en", None, "", "", text, (), mentions)

    told = ages(article(here), article(there))
    assert [(here[slice(*one.here[0])], there[slice(*one.there[0])]) for one in told] == found


def test_days_on_which_something_was_only_said_are_no_difference(
    tmp_path: Path, open_library: Callable[..., Library]
) -> None:
    event = "Three wooden barges sank off Rinholm in thick fog on Monday."
    denial = "Brandt denied on Thursday that three wooden barges sank off Rinholm in thick fog."
    assert dated(tmp_path, open_library(tmp_path), event, denial) == []


def test_days_on_which_it_was_are_one(tmp_path: Path, open_library: Callable[..., Library]) -> None:
    event = "Three wooden barges sank off Rinholm in thick fog on Monday."
    other = "On Wednesday three wooden barges sank in thick fog off Rinholm, Brandt said on Thursday."
    assert dated(tmp_path, open_library(tmp_path), event, other) == [("Monday", "Wednesday")]
