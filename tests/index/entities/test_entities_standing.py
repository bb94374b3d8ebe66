"""Capitals that stand for a government, and those that are only where something is."""

import pytest

from index.entities import recognise


def standing(text: str, title: str = "") -> list[str]:
    """The names that stand for a government, in order."""
    return [one.text for one in recognise(title, text) if one.stands_for == "government"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tehran denied the claim.", ["Tehran"]),
        ("Moscow and Beijing vetoed the draft.", ["Moscow", "Beijing"]),
        ("Washington has repeatedly accused Moscow of lying.", ["Washington", "Moscow"]),
        ("An aide said Tehran would not respond.", ["Tehran"]),
        ("The union urged Ankara to wait, while Athens refuses to.", ["Ankara", "Athens"]),
        ("Envoys brought Moscow's latest offer.", ["Moscow"]),
    ],
)
def test_a_verb_shows_a_government(text: str, names: list[str]) -> None:
    assert standing(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Tehran denied the claim.",
        "Protesters outside Moscow said that they were cold.",
        "Snow fell on Moscow. Moscow is large. Moscow's streets were empty.",
        "He flew to Berlin and said that he was glad.",
        "The mayor of London said no.",
        "Paris Holloway said no.",
        "Munich denied the claim.",
    ],
)
def test_a_city_is_a_city(text: str) -> None:
    assert standing(text) == []


def test_it_stays_the_place() -> None:
    one, other = (m for m in recognise("", "Tehran said no. It snowed in Tehran.") if m.name == "Tehran")
    assert (one.type, one.name, one.sure) == (other.type, other.name, other.sure) == ("place", "Tehran", True)
    assert (one.stands_for, other.stands_for) == ("government", None)


def test_headlines_too() -> None:
    assert standing("", title="Tehran rejects offer from Berlin") == ["Tehran"]
