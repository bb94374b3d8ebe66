"""What is searched for while a query is being typed."""

import pytest

from tui.screens.unfinished import as_typed


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
