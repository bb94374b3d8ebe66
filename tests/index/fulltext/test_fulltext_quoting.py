"""Texts written as queries, and queries put together: what they mean is what was meant."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.errors import QueryError
from index.fulltext.filters import to_be_continued, within
from index.fulltext.query import And, Every, Node, Not, Or, Words, leaves
from index.fulltext.quoting import quoted
from index.fulltext.syntax import LONGEST_QUERY, parse
from index.fulltext.tagging import QUOTES
from index.fulltext.texts import Texts

SPECIAL = [
    "AND", "OR", "NOT", "-", "=", "(", ")", '"', "“", "~", "~2", "*", "?", "/", ":", "title:", "person:",
    "after:2025", "^2", "/iran/", "same:sentence(", "iran", "F-35", "U.S.", "Iran's", "Ankara’da", "核", " ",
]  # fmt: skip
READ = st.lists(st.sampled_from(SPECIAL), min_size=1, max_size=8).map("".join) | st.text(max_size=20)

PIECES = [
    "iran", "F-35", " AND ", " OR ", " NOT ", " -", "=", "(", ")", "(", ")", '"a b"', "—", "*", "title:",
    "source:bbc", "after:2025", "person:araghchi", "/a b/", "/", " ", " ", "'",
]  # fmt: skip
QUERIES = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


def shape(node: Node) -> object:
    """What a query asks, whatever its place and its brackets: an AND within an AND is one."""
    match node:
        case And():
            return "and", sorted(map(repr, required(node)))
        case Or(parts):
            return "or", [shape(part) for part in parts]
        case Not(part):
            return "not", shape(part)
        case Every():
            return "every"
        case _:
            fields = type(node).__dataclass_fields__
            places = ("clause", "start", "end")
            return type(node).__name__, [getattr(node, name) for name in fields if name not in places]


def required(node: Node) -> list[object]:
    if isinstance(node, And):
        return [one for part in node.parts for one in required(part)]
    return [] if isinstance(node, Every) else [shape(node)]


def asked(query: str) -> list[str]:
    return sorted(map(repr, required(parse(query).root)))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Fordow", "Fordow"),
        ("F-35", "F-35"),
        ("AND", '"AND"'),
        ("-35", '"-35"'),
        ("title:Iran", '"title:Iran"'),
        ("/regex/", '"/regex/"'),
        ("what *is* “this”?", '"what is this"'),
        ("the Fordow\nsite", '"the Fordow site"'),
        ("(US)", '"(US)"'),
        ("=US", '"=US"'),
        ("Fordow~2", '"Fordow 2"'),
        (" …! ", ""),
    ],
)
def test_a_text_is_written_so_that_it_is_found(text: str, query: str) -> None:
    assert quoted(text) == query


def test_each_paragraph_is_a_clause_since_no_phrase_runs_across_them() -> None:
    assert quoted("ends here.", "–", "Begins OR there") == '"ends here." "Begins OR there"'


def test_a_text_too_long_to_be_asked_for_is_refused() -> None:
    with pytest.raises(QueryError):
        quoted("word " * LONGEST_QUERY)


@given(READ)
def test_what_was_read_is_found_where_it_was_read(text: str) -> None:
    query = quoted(text)
    if not query:
        assert not any(character.isalnum() for character in text.translate(dict.fromkeys(map(ord, QUOTES))))
        return
    root = parse(query).root
    if isinstance(root, Every):  # letters that make no word
        return
    assert isinstance(root, Words) and root.field is None
    assert not any(arc.pattern.kind != "word" or arc.pattern.exact for arc in root.graph.arcs)
    standing = " ".join(text.split())
    # Signs that would mean something are blanks in the query, and part words in a text
    for sign in f"*?~{QUOTES}":
        standing = standing.replace(sign, " ")
    assert Texts([f"before {standing} behind"]).any(root.graph).all()


@pytest.mark.parametrize(
    ("query", "more", "both"),
    [
        ("", "fordow", "fordow"),
        ("*", "fordow", "fordow"),
        ("fordow", "", "fordow"),
        ("fordow", "natanz", "fordow natanz"),
        ("fordow OR natanz", "strike", "(fordow OR natanz) strike"),
        ("strike", "fordow OR natanz", "strike (fordow OR natanz)"),
        ("a OR b", "c OR d", "(a OR b) (c OR d)"),
        ("(a OR b) c", "d", "(a OR b) c d"),
        ("a AND b", "-c", "a AND b -c"),
    ],
)
def test_a_search_within_results_keeps_its_brackets_right(query: str, more: str, both: str) -> None:
    assert within(query, more) == both


@given(QUERIES, QUERIES)
def test_a_search_within_results_asks_for_both(query: str, more: str) -> None:
    try:
        wanted = sorted([*asked(query), *asked(more)])
        found = within(query, more)
    except QueryError:
        return
    assert asked(found) == wanted


@given(
    QUERIES,
    st.lists(st.sampled_from(["iran", " OR ", "-b", '"c d"', " ", "(x OR y)"]), min_size=1).map("".join),
)
def test_what_is_typed_behind_a_query_narrows_it(query: str, more: str) -> None:
    try:
        wanted = sorted([*asked(query), *asked(more)])
    except QueryError:
        return
    assume("/" not in query)
    assert asked(to_be_continued(query) + more) == wanted


def test_clauses_within_a_query_are_left_as_they_are() -> None:
    query = parse(within('title:(a OR b) "c d"~3', "=US"))
    assert [query.clause_text(leaf.clause) for leaf in leaves(query.root)] == ["a", "b", '"c d"~3', "=US"]
