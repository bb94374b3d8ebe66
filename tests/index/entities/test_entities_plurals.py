"""Possessives within names: whose a union or a party is, and what a plural before an apostrophe is not."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities import NameCount, canonicalise, load_rules, recognise
from index.entities.casing import tokenise
from index.entities.tokens import Kind, split

WHOLE = [
    "Valmar Dockers' Union",
    "Valmar Dockers’ Union",
    "National Farmers' Union",
    "Chicago Teachers' Union",
    "Dockers' Union",
    "Workers' Party",
    "Workers' Party of Velmora",
    "Writers' Guild of America",
    "Writers Guild of America",
    "Actors' Equity Association",
    "Miners' Union",
    "Department of Veterans' Affairs",
    "Calder Magistrates' Court",
    "Internet Service Providers' Association of Velmora",
    "People's Party",
    "Children's Hospital of Boston",
]


def named(text: str, title: str = "") -> dict[str, str]:
    """Surface → type of the mentions in a text."""
    return {mention.text: mention.type for mention in recognise(title, text)}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize(
    "text",
    [
        "The {} met again.",
        "Marta Quell of the {} said that they had lost the vote.",
        "He told the {}’s head.",
    ],
)
def test_a_name_is_shown_with_its_possessive_as_it_stands(text: str, name: str) -> None:
    mentions = recognise("", text.format(name))
    assert [(m.text, m.name, m.type) for m in mentions if m.type != "person"] == [
        (name, name, "organisation")
    ]
    assert {m.text for m in mentions if m.type == "person"} <= {"Marta Quell"}


def test_a_sentence_may_begin_with_it() -> None:
    assert named("Farmers' Union leaders said no.") == {"Farmers' Union": "organisation"}
    assert named("Children's Hospital of Boston opened.") == {"Children's Hospital of Boston": "organisation"}


def test_the_last_word_alone_is_the_union_and_nobody() -> None:
    text = "Marta Quell of the Valmar Dockers' Union spoke. Quell told the Union that it had won."
    assert {(m.text, m.name, m.type) for m in recognise("", text)} == {
        ("Marta Quell", "Marta Quell", "person"),
        ("Quell", "Marta Quell", "person"),
        ("Valmar Dockers' Union", "Valmar Dockers' Union", "organisation"),
        ("Union", "Valmar Dockers' Union", "organisation"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They saw the Giants' Brian Daboll there.", {"Giants": "organisation", "Brian Daboll": "person"}),
        ("They saw the Giants' Stadium there.", {"Giants": "organisation"}),
        ("Iran's Supreme Leader spoke.", {"Iran": "place"}),
        (
            "It was the Chicago Bears' Justin Fields.",
            {"Chicago Bears": "organisation", "Justin Fields": "person"},
        ),
        ("We heard The Beatles' Abbey Road.", {"Beatles": "organisation", "Abbey Road": "place"}),
        ("Siemens' plant in Berlin closed.", {"Siemens": "organisation", "Berlin": "place"}),
        ("He asked the teachers' union again.", {}),
        (
            "It is the United States' Supreme Court.",
            {"United States": "place", "Supreme Court": "organisation"},
        ),
        ("It was Bernie Sanders' Party then.", {"Bernie Sanders": "person"}),
        ("‘We met the Dockers’ Union leaders said.", {}),
        ("'We met the Dockers' Union leaders said.", {}),
        ("‘We met the Dockers’ Union leaders said of the players’ union.", {}),
    ],
)
def test_what_somebody_else_has_is_another_name(text: str, found: dict[str, str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "‘We met the Dockers’ Union,’ leaders said.",
        "'We met the Dockers' Union,' leaders said.",
        "‘We won,’ she said. The Dockers’ Union met.",
        "“We met the Dockers’ Union” leaders said.",
        "‘We won, she said.\n\nThe Dockers’ Union met.",
        "The ‘workers’ met the Dockers’ Union.",
        "In the '90s the Dockers' Union met.",
        "They are ‘the Dockers’ Union and the players’ clubs,’ she said.",
    ],
)
def test_a_quotation_that_another_mark_ends(text: str) -> None:
    assert [name.replace("’", "'") for name in named(text)] == ["Dockers' Union"]


def test_a_headline_of_capitals_shows_no_name() -> None:
    assert named("They walked out.", "Teachers' Union Votes to Strike Against Wages") == {}
    assert named("They rose.", "Orvanna Bank Workers' Riot Shakes The City Again") == {
        "Orvanna Bank": "organisation"
    }


def test_each_union_is_its_own() -> None:
    text = "The National Farmers' Union, the Chicago Teachers' Union and the Chicago Teachers’ Union met."
    rows = [NameCount(m.name, m.type, m.text, m.sure, 1, 1) for m in recognise("", text)]
    found = canonicalise(rows)
    assert len(rows) == 3
    assert {one.name.replace("’", "'") for one in found.entities.values()} == {
        "National Farmers' Union",
        "Chicago Teachers' Union",
    }


PIECES = ["'", "’", "‘", "“", "”", ",", ".", " ", " ", "\n", "Dockers", "Giants", "Union", "the ", "met"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_only_an_apostrophe_right_after_a_word_becomes_part_of_it(text: str) -> None:
    """Whatever stands around: no other token is lost, and each ending stands in the text."""
    known = load_rules()
    tokens = tokenise(text, known)
    for token in tokens:
        assert text[token.end : token.end + len(token.ending)] == token.ending
        assert token.possessive == (token.ending != "")
    words = [(token.start, token.end) for token in split(text, known) if token.kind <= Kind.NUMBER]
    assert [(token.start, token.end) for token in tokens if token.kind <= Kind.NUMBER] == words


def test_a_paragraph_of_unions_is_looked_through_once(steps: Callable[[Callable[[], object]], int]) -> None:
    known = load_rules()
    few, many = (
        steps(lambda text="‘" + "the Dockers’ Union met " * size: tokenise(text, known)) for size in (50, 500)
    )
    assert many < few * 12
