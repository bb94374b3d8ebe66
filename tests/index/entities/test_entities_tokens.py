"""A text as words and signs."""

import pytest

from index.entities import load_rules
from index.entities.tokens import split


@pytest.mark.parametrize("joint", ["-", "‑"])
@pytest.mark.parametrize("letters", [100, 1000])
def test_what_is_too_long_for_an_address_is_read_as_without_it(joint: str, letters: int) -> None:
    """Taken letter by letter, each would be a look at all that follow."""
    joined = joint.join("a" * letters)
    known = load_rules()
    alone = [token.text for token in split(joined, known)]
    assert [token.text for token in split(joined + "@b", known)] == [*alone, "@b"]
    assert len(alone) == letters


def test_an_address_is_no_word() -> None:
    assert [token.low for token in split("Ask a-b.c@d.org or Ada", load_rules())] == ["ask", "", "or", "ada"]
