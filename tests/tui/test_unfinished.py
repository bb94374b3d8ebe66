"""What is searched for while a query is being typed."""

import pytest

from index.fulltext.clauses import hit_clauses
from tui.screens.unfinished import as_asked, as_typed


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("nuc", "nuc*"),
        ("nucl", "(nucl* OR nucl)"),
        ("-title:strike", "-title:(strike* OR strike)"),
        ("(iran defence", "(iran (defence* OR defence))"),
        ("n", "n"),
        ("iran OR", "(iran* OR iran)"),
        ("iran title:", "(iran* OR iran)"),
        ("(iran nuc", "(iran nuc*)"),
        ('"nuclear fac', '"nuclear fac*"'),
        ('iran "', "iran"),
        ('"iran talks"~', '"iran talks"'),
        ('"iran talks"~>', '"iran talks"'),
        ("“iran talks”~>", "“iran talks”"),
        ('("iran talks"~', '("iran talks")'),
        ('"iran talks"~8', '"iran talks"~8'),
        ("nuclaer~", "nuclaer~"),
        ("/nucl", ""),
        ("iran /(site", "iran"),
        (r"iran /a\/b", "iran"),
        (r"iran /a" + "\\", "iran"),
        ('"iran /a" OR b', '"iran /a" OR b'),
        ("iran title:/sit", "(iran* OR iran)"),
        ("iran /sites?/", "iran /sites?/"),
        ("iran /sites?/ nucl", "iran /sites?/ (nucl* OR nucl)"),
        ("and/or", "and/or"),
    ],
)
def test_it_is_taken_for_what_it_will_be(typed: str, searched: str) -> None:
    assert as_typed(typed) == searched


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("bridge crack", [("bridge", (0,)), ("crack", (1, 2))]),
        ("title:crack", [("crack", (0, 1))]),
        ('iran "nuclear fac', [("iran", (0,)), ('"nuclear fac', (1,))]),
        ("(iran nuc", [("iran", (0,)), ("nuc", (1,))]),
        ("iran* fordow*", [("iran*", (0,)), ("fordow*", (1,))]),
        ("iran (fordow OR", [("iran", (0,)), ("fordow", (1, 2))]),
        ("after:2025", []),
    ],
)
def test_the_clauses_are_said_as_they_were_typed(
    typed: str, clauses: list[tuple[str, tuple[int, ...]]]
) -> None:
    searched = as_typed(typed)
    found = as_asked(hit_clauses(searched), searched, typed)
    assert [(one.text, one.numbers) for one in found] == clauses
    assert all(typed[one.start : one.end] == one.text for one in found)
