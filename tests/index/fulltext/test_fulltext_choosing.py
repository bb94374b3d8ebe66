"""Choices written into queries: what the query means then, for any document one can think of."""

import datetime
import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.errors import QueryError
from index.fulltext.choices import days, language, outlet, undated
from index.fulltext.choosing import Join, chosen, joined, joins, taken_out, without_dates
from index.fulltext.query import And, Dated, Every, Node, Not, Or, leaves
from index.fulltext.syntax import LONGEST_QUERY, parse
from index.fulltext.texts import Texts

PIECES = [
    "iran", " AND ", " OR ", " NOT ", " -", "(", ")", "(", ")", '"a b"', "=", "*", "title:", "^2",
    'source:="BBC"', 'source:="The Cradle"', "source:bbc", "language:en", "language:de", "on:2025-06",
    "after:2025", "after:2025-06-03 before:2025-06-10", "before:2026", "undated:yes", "person:araghchi",
    " ", " ", " ", " OR ", "-",
]  # fmt: skip
QUERIES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
DAYS = st.dates(datetime.date(2025, 5, 25), datetime.date(2025, 7, 5))
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: days(min(pair), max(pair)))
CHOICES = (
    st.sampled_from(["BBC", "The Cradle", "U.S. News"]).map(outlet)
    | st.sampled_from(["en", "de", None]).map(language)
    | SPANS
    | st.sampled_from(
        [undated(), 'person:"araghchi"', "org:un", "on:2025-06", "after:2025-06-03 before:2025-06-10"]
    )
)
JOINS: tuple[Join, ...] = ("and", "or", "not")
DOCUMENTS = st.tuples(st.sampled_from([0, *range(20250525, 20250532), *range(20250601, 20250631), 20260101]),
                      st.integers(0, 30))  # fmt: skip
"""The day on which it was published, and what decides whether it meets the other clauses."""


def value(node: Node, document: tuple[int, int]) -> bool:
    """Whether a document matches: by its day, and by chance for all else."""
    match node:
        case And(parts):
            return all(value(part, document) for part in parts)
        case Or(parts):
            return any(value(part, document) for part in parts)
        case Not(part):
            return not value(part, document)
        case Every():
            return True
        case Dated(first=first, last=last):
            return first <= document[0] < last
        case _:
            asked = [
                repr(getattr(node, name, None))
                for name in ("graph", "field", "code", "whole", "type", "label")
            ]
            return bool(hashlib.sha256(f"{asked}{document[1]}".encode()).digest()[0] & 1)


def means(text: str) -> Callable[[tuple[int, int]], bool]:
    root = parse(text).root
    return lambda document: value(root, document)


def readable(text: str) -> bool:
    try:
        parse(text)
    except QueryError:
        return False
    return True


@contextmanager
def refusing(query: str) -> Iterator[None]:
    """Pass over a query that may be refused: with a star among other things, or an idle minus."""
    try:
        yield
    except QueryError:
        assume(not re.search(r"\*|-(?=[\s)\-]|$)", query))
        raise


def required(node: Node) -> list[Node]:
    if isinstance(node, And):
        return [one for part in node.parts for one in required(part)]
    return [] if isinstance(node, Every) else [node]


def kinds(node: Node) -> set[object]:
    return {getattr(leaf, "type", getattr(leaf, "label", type(leaf))) for leaf in leaves(node)}


@pytest.mark.parametrize(
    ("query", "choice", "join", "written"),
    [
        ("", outlet("BBC"), "and", 'source:="BBC"'),
        ("", outlet("BBC"), "or", 'source:="BBC"'),
        ("", outlet("BBC"), "not", '-source:="BBC"'),
        ("fordow", outlet("The “Wagner” Post"), "and", 'fordow source:="The Wagner Post"'),
        ("fordow OR natanz", language("de"), "not", "(fordow OR natanz) -language:de"),
        ("fordow", language("de"), "or", "fordow OR language:de"),
        ("iran fordow", language("de"), "or", "(iran fordow) OR language:de"),
        ("a OR b", language("de"), "or", "a OR b OR language:de"),
        ("a OR b -", language("de"), "or", "(a OR b -) OR language:de"),
        ('fordow source:="BBC"', outlet("Sky"), "or", 'fordow (source:="BBC" OR source:="Sky")'),
        (
            'fordow (source:="BBC" OR source:="Sky")',
            outlet("CNN"),
            "or",
            'fordow (source:="BBC" OR source:="Sky" OR source:="CNN")',
        ),
        ('fordow source:="BBC"', outlet("BBC"), "not", 'fordow -source:="BBC"'),
        ('fordow -source:="BBC"', outlet("BBC"), "and", 'fordow source:="BBC"'),
        ('(source:="BBC" OR source:="Sky") a', outlet("Sky"), "not", 'source:="BBC" a -source:="Sky"'),
        ("a after:2025", "on:2025-06", "and", "a on:2025-06"),
        ("a after:2025 before:2025-06-15", "on:2025-06", "and", "a before:2025-06-15 on:2025-06"),
        ("a after:2025-06-03 before:2025-06-10", "on:2025-06-05", "and", "a on:2025-06-05"),
        (
            "a on:2025-06",
            "after:2025-07-03 before:2025-07-10",
            "or",
            "a (on:2025-06 OR (after:2025-07-03 before:2025-07-10))",
        ),
        ("a", "after:2025-07-03 before:2025-07-10", "not", "a -(after:2025-07-03 before:2025-07-10)"),
        ("a person:x", "person:y", "or", "a (person:x OR person:y)"),
        ("a person:x", "org:y", "or", "(a person:x) OR org:y"),
    ],
)
def test_how_a_choice_is_written(query: str, choice: str, join: Join, written: str) -> None:
    assert chosen(query, choice, join) == written
    assert joined(written, choice) == ("and" if query == "" and join == "or" else join)


@pytest.mark.parametrize(
    ("query", "choice", "rest"),
    [
        ('fordow source:="BBC"', outlet("BBC"), "fordow"),
        ('fordow -source:="BBC"', outlet("BBC"), "fordow"),
        ('fordow (source:="BBC" OR source:="Sky")', outlet("BBC"), 'fordow source:="Sky"'),
        ("fordow OR language:de", language("de"), "fordow"),
        ("(iran fordow) OR language:de", language("de"), "iran fordow"),
        ("a -(after:2025-07-03 before:2025-07-10)", "after:2025-07-03 before:2025-07-10", "a"),
        ("after:2025-07-03 before:2025-07-10 a", "after:2025-07-03 before:2025-07-10", "a"),
        ("a after:2025-07-03", "after:2025-07-03 before:2025-07-10", "a after:2025-07-03"),
        ("title:(source:=BBC a)", outlet("BBC"), "title:(a)"),
    ],
)
def test_how_it_is_taken_out(query: str, choice: str, rest: str) -> None:
    assert taken_out(query, choice) == rest
    assert joined(rest, choice) is None


def test_which_of_very_many_outlets_are_asked_for() -> None:
    names = [f"The {number}’s Post" for number in range(300)]
    query = f"{chosen('a', outlet(names[7]), 'and')} -{outlet(names[70])}"
    found = joins(query, [outlet(name) for name in [*names, "?!"]])
    assert {place: join for place, join in enumerate(found) if join} == {7: "and", 70: "not"}
    assert joins('"open', ["", language("en")]) == [None, None] == joins("a", ["", language("en")])


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2025-06-20", "2025-06-20", "on:2025-06-20"),
        ("2025-06-01", "2025-06-30", "on:2025-06"),
        ("2025-12-01", "2025-12-31", "on:2025-12"),
        ("2024-01-01", "2024-12-31", "on:2024"),
        ("2025-06-01", "2025-07-31", "after:2025-06-01 before:2025-08-01"),
        ("2025-06-20", "9999-12-31", "after:2025-06-20"),
    ],
)
def test_how_days_are_written(first: str, last: str, written: str) -> None:
    assert days(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)) == written


@given(QUERIES, CHOICES, st.sampled_from(JOINS), st.lists(DOCUMENTS, min_size=1, max_size=60))
def test_the_query_means_what_it_did_and_the_choice(
    query: str, choice: str, join: Join, documents: list[tuple[int, int]]
) -> None:
    assume(readable(query))
    with refusing(query):
        after = chosen(query, choice, join)
        base = taken_out(query, choice)
    if joined(query, choice) is None:
        assert base == query
    was, choose, now = means(base), means(choice), means(after)
    parts = required(parse(base).root)
    alike = [part for part in parts if not isinstance(part, Not) and kinds(part) == kinds(parse(choice).root)]
    others = [part for part in parts if not any(part is one for one in alike)]
    for document in documents:
        if join == "and":
            wanted = was(document) and choose(document)
        elif join == "not":
            wanted = was(document) and not choose(document)
        elif not parts:
            wanted = choose(document)
        elif not alike:
            wanted = was(document) or choose(document)
        else:
            wanted = all(value(part, document) for part in others) and (
                all(value(part, document) for part in alike) or choose(document)
            )
        assert now(document) == wanted, after


@given(QUERIES, CHOICES, st.sampled_from(JOINS), st.lists(DOCUMENTS, min_size=1, max_size=40))
def test_taking_it_out_gives_back_what_was(
    query: str, choice: str, join: Join, documents: list[tuple[int, int]]
) -> None:
    assume(readable(query) and joined(query, choice) is None)
    with refusing(query):
        after = chosen(query, choice, join)
        again = taken_out(after, choice)
    assert joined(again, choice) is None
    gives_way = join == "and" and kinds(parse(choice).root) == {Dated}
    if not gives_way and not (join == "or" and isinstance(parse(query).root, Every)):
        assert [means(again)(one) for one in documents] == [means(query)(one) for one in documents]


@given(QUERIES, SPANS, SPANS, st.lists(DOCUMENTS, min_size=1, max_size=40))
def test_a_span_is_replaced_by_another(
    query: str, first: str, second: str, documents: list[tuple[int, int]]
) -> None:
    """She picks June, sees it was the first week, takes the dates out, and picks another span."""
    assume(readable(query))
    with refusing(query):
        bare = without_dates(query)
    assert not any(kinds(part) == {Dated} for part in required(parse(bare).root))
    with refusing(query):
        replaced = chosen(without_dates(chosen(bare, first, "and")), second, "and")
    for document in documents:
        assert means(replaced)(document) == (means(bare)(document) and means(second)(document))


@given(st.text(max_size=20))
def test_an_outlet_is_found_by_the_filter_for_it(name: str) -> None:
    choice = outlet(name)
    assume(choice)
    (clause,) = parse(choice).clauses
    assert Texts([" ".join(name.split())]).all(clause.graph).all()  # type: ignore[union-attr]


def test_what_cannot_be_read_or_grows_too_long_is_refused() -> None:
    for query in ('"open', "x" * (LONGEST_QUERY - 5)):
        for join in JOINS:
            with pytest.raises(QueryError):
                chosen(query, outlet("The Cradle"), join)
    assert joined('"open', outlet("BBC")) is None
    assert chosen("a", outlet("?!"), "and") == "a"
