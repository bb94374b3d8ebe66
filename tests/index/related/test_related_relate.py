"""Rows of related passages: the right one first, with reasons, and none where nothing is related."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.related.query import passage_query
from index.related.relate import Related, relate
from index.related.sides import Side
from index.related.store import PassageEntry, PassageStore

MEETING = [
    "Abbas Araghchi met Vladimir Putin at the Kremlin in Moscow on 23 June.",
    "Aircraft had bombed Fordow, Natanz and Isfahan, a “highly successful” attack in the words of Trump.",
    "David Lammy spoke with Araghchi by telephone and denied that Britain had been involved in the strikes.",
]
TREATY = [
    "Putin and Araghchi talk at the Kremlin in Moscow on Monday, 23 June 2025.",
    "Trump calls the bombing of Natanz, Fordow and Isfahan “highly successful”.",
    "The treaty of Tehran and Moscow has no clause on mutual defence.",
]
COPY = [f"{text} It was so." if number == 1 else text for number, text in enumerate(TREATY)]
FLOOD = [
    "Heavy rain has flooded the harbour district of the old town.",
    "Sandbags ran out before noon, and the ferry did not sail.",
    "The mayor promised new pumps for the spring.",
]
OTHERS = [[f"Chess club {n} won its match in round {n}.", f"The bishop of team {n} fell."] for n in range(12)]


@pytest.fixture
def library() -> list[list[str]]:
    return [MEETING, TREATY, COPY, FLOOD, *OTHERS]


def related(
    library: list[list[str]], directory: Path, key: int, passage: int, limit: int = 5
) -> tuple[Related, ...]:
    kept = PassageStore.begin_anew(directory)
    kept.update(PassageEntry(number, 1, texts) for number, texts in enumerate(library))
    asked = passage_query(kept.snapshot, key, passage)
    assert asked is not None

    def read(places: Sequence[tuple[int, int]]) -> list[Side]:
        return [Side(library[document][number]) for document, number in places]

    return relate(kept.snapshot, asked, Side(library[key][passage]), read, limit)


def test_the_statement_leads_to_the_statement(library: list[list[str]], tmp_path: Path) -> None:
    (row,) = related(library, tmp_path / "store", 0, 1)
    assert {(row.document_key, row.passage), *row.copies} == {(1, 1), (2, 1)}
    assert row.reasons[0].kind == "quote"
    assert row.reasons[0].text == "highly successful"


def test_who_has_the_quotation_is_ahead_of_who_names_the_same(tmp_path: Path) -> None:
    """A reader who stands at a quotation looks for its other prints, not for the same people and places."""
    here = [
        "The council of Varholm met on the ferry.",
        "Ada Brandt told reporters in Varholm that the ferry plan was “a bridge to nowhere” and had to go.",
    ]
    naming = [
        "The council of Varholm met on the ferry.",
        "Ada Brandt told reporters in Varholm when the council would speak of it.",
    ]
    quoting = ["The council of Varholm met.", "The ferry is “a bridge to nowhere”, Brandt had said."]
    rows = related([here, naming, quoting, *OTHERS], tmp_path / "store", 0, 1)
    assert [row.document_key for row in rows] == [2, 1]


def test_nothing_is_related_to_what_stands_alone(library: list[list[str]], tmp_path: Path) -> None:
    assert related(library, tmp_path / "store", 3, 0) == ()
    assert related(library, tmp_path / "store", 3, 2) == ()


def test_no_more_rows_than_asked_for(library: list[list[str]], tmp_path: Path) -> None:
    library = [
        *library,
        *([text.replace("June", f"June, on day {n},") for text in MEETING] for n in range(6)),
    ]
    assert len(related(library, tmp_path / "store", 1, 0, limit=2)) == 2
