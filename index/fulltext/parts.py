"""The parts of a query in its text: where each stands, and the text with one written otherwise."""

import re
from collections.abc import Collection, Iterator, Mapping

from index.errors import QueryError
from index.fulltext import filters
from index.fulltext.query import And, Node, Not, Or, Query, leaves
from index.fulltext.syntax import parse
from index.fulltext.tagging import QUOTES

_BEFORE = re.compile(rf"(?:(?<![^\s(){QUOTES}])-|(?<![^\s(){QUOTES}])NOT|[A-Za-z][A-Za-z0-9_]*:)\s*$")
"""What belongs to the part that it stands before."""

_BEHIND = re.compile(r"\^[0-9.]+")
"""What belongs to the part that it stands behind."""


def place_of(query: Query, part: Node) -> tuple[int, int] | None:
    """Where a part begins and ends, with its brackets, its field and its NOT; None where nobody can tell."""
    clauses = list(leaves(part))
    if not clauses:
        return None
    text = query.text
    start, end = clauses[0].start, clauses[-1].end
    while text.count("(", start, end) > text.count(")", start, end) and ")" in text[end:]:
        end = text.index(")", end) + 1
    while text.count(")", start, end) > text.count("(", start, end) and "(" in text[:start]:
        start = text.rindex("(", 0, start)
    while not filters.means(text[start:end], part):
        if boost := _BEHIND.match(text, end):
            end = boost.end()
            continue
        left, right = text[:start].rstrip(), text[end:].lstrip()
        if before := _BEFORE.search(left):
            start = before.start()
        elif left.endswith("(") and right.startswith(")"):
            start, end = len(left) - 1, len(text) - len(right) + 1
        else:
            return None
    return start, end


def written(query: Query, part: Node) -> str:
    """A part as it stands in the query."""
    place = place_of(query, part)
    if place is None:
        clauses = list(leaves(part))
        place = (clauses[0].start, clauses[-1].end) if clauses else (0, 0)
    return query.text[slice(*place)]


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
    mine = list(leaves(before))
    if len(mine) == 1 and mine[0] is before and mine[0].clause in clauses:
        return True
    return filters.same(before, after)
