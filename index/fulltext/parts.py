"""The parts of a query in its text: where each stands, and the text with one written otherwise."""

import re
from collections.abc import Collection, Iterator, Mapping

from index.errors import QueryError
from index.fulltext import filters
from index.fulltext.query import And, Every, Leaf, Node, Not, Or, Query, Same, leaves
from index.fulltext.syntax import parse
from index.fulltext.tagging import QUOTES

_NOT = re.compile(rf"(?:(?<![^\s(){QUOTES}])-|(?<![^\s(){QUOTES}])NOT)\s*$")
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_]*:\s*$")

_BOOST = re.compile(r"\^[0-9.]+")
"""What belongs to the part that it stands behind."""


def place_of(query: Query, part: Node) -> tuple[int, int] | None:
    """Where a part begins and ends, with its NOT; None for one that asks for every document."""
    match part:
        case And(nodes) | Or(nodes):
            places = [place for node in nodes if (place := place_of(query, node))]
            if not places:
                return None
            place = _balanced(query.text, places[0][0], places[-1][1])
            wider = _wider(query.text, *place)
            return wider if wider and not query.text[: wider[1]].endswith(")") else place
        case Not(node):
            place = place_of(query, node)
            while place is not None and not _NOT.search(query.text, 0, place[0]):
                place = _wider(query.text, *place)
            before = _NOT.search(query.text, 0, place[0]) if place else None
            return (before.start(), place[1]) if place and before else None
        case Every():
            return None
        case _:
            return part.start, part.end


def written(query: Query, part: Node) -> str:
    """A part as it stands in the query, with its field."""
    place = narrow = place_of(query, part)
    while place is not None and not filters.means(query.text[slice(*place)], part):
        place = _wider(query.text, *place)
    return query.text[slice(*(place or narrow or (0, 0)))]


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    while text.count("(", start, end) > text.count(")", start, end) and ")" in text[end:]:
        end = text.index(")", end) + 1
    while text.count(")", start, end) > text.count("(", start, end) and "(" in text[:start]:
        start = text.rindex("(", 0, start)
        if field := _FIELD.search(text, 0, start):
            start = field.start()
    return start, end


def _wider(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A place with the brackets around it, or with the field before them; None where there are neither."""
    left, right = text[:start].rstrip(), text[end:].lstrip()
    if field := _FIELD.search(left):
        return field.start(), end
    if left.endswith("(") and right.startswith(")"):
        end = len(text) - len(right) + 1
        boost = _BOOST.match(text, end)
        return len(left) - 1, boost.end() if boost else end
    return None


def changed(query: Query, texts: Mapping[int, str]) -> str | None:
    """The query with some clauses, given by number, written otherwise.

    None where that would change more than what these clauses ask for.
    """
    pieces, at = list[str](), 0
    for clause in query.clauses:
        if clause.clause in texts:
            pieces += [query.text[at : clause.start], texts[clause.clause]]
            at = clause.end
    text = "".join([*pieces, query.text[at:]])
    try:
        new = parse(text)
    except QueryError:
        return None
    return text if _differ_in(query.root, new.root, texts.keys()) else None


def without(query: Query, part: Node) -> str | None:
    """The query without a part that has to be met; None where it cannot be cut out, or nothing would stay."""
    place = place_of(query, part)
    return None if place is None else filters.without_part(query, part, *place) or None


def below_no_not(node: Node) -> Iterator[int]:
    """The numbers of the clauses that help a document to match by being met."""
    match node:
        case Not():
            return
        case And(parts) | Or(parts):
            for part in parts:
                yield from below_no_not(part)
        case Same(part=part):
            yield node.clause
            yield from below_no_not(part)
        case _:
            for clause in leaves(node):
                yield clause.clause


def _differ_in(before: Node, after: Node, clauses: Collection[int]) -> bool:
    """Whether two queries ask for the same, but for some clauses of the first."""
    if isinstance(before, And | Or) and type(before) is type(after):
        return len(before.parts) == len(after.parts) and all(
            _differ_in(one, other, clauses) for one, other in zip(before.parts, after.parts, strict=True)
        )
    if isinstance(before, Not) and isinstance(after, Not):
        return _differ_in(before.part, after.part, clauses)
    if isinstance(before, Same) and isinstance(after, Same) and before.clause not in clauses:
        return before.unit == after.unit and _differ_in(before.part, after.part, clauses)
    return (isinstance(before, Leaf) and before.clause in clauses) or filters.same(before, after)
