"""Filters written into a query, and taken out again."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.errors import QueryError
from index.fulltext.filters import with_entity, without_entity
from index.fulltext.query import And, Every, Named, Node, leaves
from index.fulltext.syntax import DEEPEST_QUERY, LONGEST_QUERY, parse
from index.fulltext.texts import Texts
from index.model import ENTITY_TYPES, EntityType

PIECES = [
    "iran", "F-35", " AND ", " OR ", " NOT ", " -", "=", "(", ")", "(", ")", '"a b"', "“", "—", "*",
    "person:", 'person:"Abbas Araghchi"', "person:araghchi", "org:un", "title:", "source:bbc", "after:2025",
    " ", " ", "'",
]  # fmt: skip
QUERIES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
NAMES = st.sampled_from(["Abbas Araghchi", "Araghchi", "UN", "“Iran”"]) | st.text(max_size=12)
TYPES = st.sampled_from(ENTITY_TYPES)


def required(node: Node) -> list[Node]:
    if isinstance(node, And):
        return [leaf for part in node.parts for leaf in required(part)]
    return [] if isinstance(node, Every) else [node]


def plain(query: str) -> list[str]:
    return sorted(query.clause_text(leaf.clause) for query in [parse(query)] for leaf in leaves(query.root))


@pytest.mark.parametrize(
    ("query", "filtered"),
    [
        ("", 'person:"Abbas Araghchi"'),
        ("  *", 'person:"Abbas Araghchi"'),
        ("fordow", 'fordow person:"Abbas Araghchi"'),
        ("fordow ", 'fordow person:"Abbas Araghchi"'),
        ("fordow OR natanz", '(fordow OR natanz) person:"Abbas Araghchi"'),
        ("iran fordow OR natanz", '(iran fordow OR natanz) person:"Abbas Araghchi"'),
        ("(fordow OR natanz)", '(fordow OR natanz) person:"Abbas Araghchi"'),
        ('"a OR b"', '"a OR b" person:"Abbas Araghchi"'),
        ('-person:"Abbas Araghchi"', '-person:"Abbas Araghchi" person:"Abbas Araghchi"'),
        ('a OR person:"Abbas Araghchi"', '(a OR person:"Abbas Araghchi") person:"Abbas Araghchi"'),
        ("person:araghchi", 'person:araghchi person:"Abbas Araghchi"'),
        ('org:"Abbas Araghchi"', 'org:"Abbas Araghchi" person:"Abbas Araghchi"'),
    ],
)
def test_a_filter_is_added(query: str, filtered: str) -> None:
    assert with_entity(query, "person", "Abbas Araghchi") == filtered
    assert parse(with_entity(filtered, "person", "Abbas Araghchi"))


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ('person:"Abbas Araghchi"', ""),
        ('(person:"Abbas Araghchi")', ""),
        ('fordow person:"Abbas Araghchi"', "fordow"),
        ("fordow Person: “abbas ARAGHCHI” natanz", "fordow natanz"),
        ('(fordow OR natanz) person:"Abbas Araghchi"', "fordow OR natanz"),
        ('person:"Abbas Araghchi" AND fordow', "fordow"),
        ('a AND person:"Abbas Araghchi" AND b', "a AND b"),
        ('iran AND (person:"Abbas Araghchi")', "iran"),
        ('a (person:"Abbas Araghchi" b)', "a (b)"),
        ('a title:(person:"Abbas Araghchi")', "a"),
        ('person:"Abbas Araghchi" a person:"Abbas Araghchi"', "a"),
    ],
)
def test_a_filter_that_stands_there_is_taken_out(query: str, rest: str) -> None:
    assert with_entity(query, "person", "Abbas Araghchi") == rest
    assert without_entity(query, "person", "Abbas Araghchi") == rest
    assert without_entity(rest, "person", "Abbas Araghchi") == rest


@pytest.mark.parametrize(
    ("type", "name", "written"),
    [
        ("organisation", "The “Wagner” Group", 'org:"The Wagner Group"'),
        ("work", 'Who "is" it?', 'work:"Who is it"'),
        ("person", "O’Neill\nJr.", 'person:"O’Neill Jr."'),
        ("event", "?!", ""),
    ],
)
def test_names_are_written_so_that_they_are_read(type: EntityType, name: str, written: str) -> None:
    assert with_entity("", type, name) == written


def test_a_query_that_cannot_be_read_or_grows_too_long_is_refused() -> None:
    for query in ('"open', "x" * (LONGEST_QUERY - 5)):
        with pytest.raises(QueryError):
            with_entity(query, "person", "Araghchi")


def test_the_deepest_query_takes_a_filter() -> None:
    query = "(" * DEEPEST_QUERY + "a" + ")" * DEEPEST_QUERY + " OR b"
    assert with_entity(query, "person", "X") == f'{query} person:"X"'


@given(QUERIES, TYPES, NAMES)
def test_what_can_be_read_stays_so(query: str, type: EntityType, name: str) -> None:
    try:
        before = parse(query)
    except QueryError:
        with pytest.raises(QueryError):
            with_entity(query, type, name)
        return
    after = with_entity(query, type, name)
    assert plain(after) != plain(query) or after == query
    if len(parse(after).clauses) <= len(before.clauses):
        return
    added = [leaf for leaf in required(parse(after).root) if isinstance(leaf, Named)]
    assert added and added[-1].type == type
    assert plain(with_entity(after, type, name)) == plain(without_entity(after, type, name)) == plain(query)


@given(TYPES, NAMES)
def test_the_filter_for_a_name_is_met_by_that_name(type: EntityType, name: str) -> None:
    written = with_entity("", type, name)
    assume(written)
    root = parse(written).root
    assert isinstance(root, Named) and Texts([name.replace("\n", " ")]).all(root.graph).all()
