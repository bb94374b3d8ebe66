"""What in a passage is a name is told by capitals and by what is known to be one."""

import pytest

from index.model import Mention
from index.related.names import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The envoys met Elena Moritz in Vallorne.", {"elena", "moritz", "vallorne"}),
        ("Talks broke up. Diplomats of Karsia left.", {"karsia"}),
        ("“Nobody was hurt,” said Tarnov. “Shots were fired.”", {"tarnov"}),
        ("no capitals at all", set()),
        ("Talks End Without A Statement In Vallorne", set()),
        ("TALKS END WITHOUT A STATEMENT", set()),
        ("", set()),
    ],
)
def test_capitals_within_sentences_name(text: str, names: set[str]) -> None:
    assert names_in(text) == names


def test_what_is_mentioned_is_a_name_wherever_it_stands() -> None:
    text = "Karsia rejected it."
    mention = Mention(start=100, end=106, text="Karsia", type="place", entity="e1")
    assert names_in(text, 100, [mention]) == {"karsia"}
    assert names_in(text, 0, [mention]) == frozenset()
