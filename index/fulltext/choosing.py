"""Choices written into a query: a filter joined to it by AND, OR or NOT, another in its place, and taken out.

A choice is the text of a filter, as `choices` writes it. It stands in a query where every
document has to meet it (AND), where none may (NOT), or where it is one of several of which each document
has to meet one (OR).
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from index.errors import QueryError
from index.fulltext import choices, filters, parts
from index.fulltext.days import FIRST_DAY
from index.fulltext.labels import letters
from index.fulltext.query import And, Clause, Dated, Every, Labelled, Named, Node, Not, Or, Query, leaves
from index.fulltext.syntax import has_loose_or, parse
from index.fulltext.tagging import QUOTES
from index.model import EntityType

Join = Literal["and", "or", "not"]
"""How a choice is joined to what is there."""
FEW = 100
"""Choices that are all held against a query."""


def chosen(text: str, choice: str, join: Join) -> str:
    """A query with a choice joined to it, and with it nowhere else.

    By AND and by NOT it means what the query means without the choice, and the choice or not the choice;
    dates that hold all the days of a choice by AND give way to it. By OR, a document that meets the choice
    is let in beside those that meet what the query has to say of the same kind, which has to be met as
    one; where it says nothing of this kind, beside all that match. A query that asks for everything
    becomes the choice.

    Args:
        text: The query.
        choice: The filter; an empty one leaves the query as it is.
        join: How it is joined.

    Raises:
        QueryError: The query cannot be read, or would become too long.
    """
    if not choice:
        parse(text)
        return text
    base = taken_out(text, choice)
    node = parse(choice).root
    if join == "not":
        return _added(base, f"-{_bracketed(choice)}")
    query = parse(base)
    if isinstance(query.root, Every):
        return choice
    if join == "or":
        return _widened(query, node, choice)
    for part in filters.required(query):
        if _holds(part, node):
            base = _cut(parse(base), part)
    return _added(base, choice)


def taken_out(text: str, choice: str) -> str:
    """A query without a choice, however it was joined; the same where it does not stand there.

    Raises:
        QueryError: The query cannot be read.
    """
    query = parse(text)
    node = parse(choice).root
    while (standing := next(_standing(query, node), None)) is not None:
        gone, rest = standing
        after = _replaced(query, gone[0], rest) if rest else _all_cut(query, gone)
        query = parse(after)
    return query.text


def without_dates(text: str) -> str:
    """A query without what it asks of dates by AND or NOT.

    Raises:
        QueryError: The query cannot be read.
    """
    query = parse(text)
    while True:
        part = next((part for part in filters.required(query) if _kinds(part) == {Dated}), None)
        after = query.text if part is None else _cut(query, part)
        if after == query.text:
            return after
        query = parse(after)


def names_in(text: str) -> list[tuple[EntityType, str, str]]:
    """The entities that a query asks for by AND, OR or NOT: type, name and filter of each."""
    try:
        query = parse(text)
    except QueryError:
        return []
    found = []
    for part in filters.required(query):
        for one in _alternatives(part.part if isinstance(part, Not) else part):
            if isinstance(one, Named):
                written = query.clause_text(one.clause)
                name = written.partition(":")[2].strip().strip(QUOTES)
                choice = choices.named(one.type, name)
                if choice and joined(text, choice) is not None:
                    found.append((one.type, name, choice))
    return found


def joined(text: str, choice: str) -> Join | None:
    """How a choice stands in a query; None where it does not, or the query cannot be read."""
    try:
        required = filters.required(parse(text))
        node = parse(choice).root
    except QueryError:
        return None
    wanted = node.parts if isinstance(node, And) else (node,)
    if all(any(filters.same(part, one) for part in required) for one in wanted):
        return "and"
    if any(isinstance(part, Not) and filters.same(part.part, node) for part in required):
        return "not"
    either = (part for part in required if isinstance(part, Or))
    return "or" if any(filters.same(one, node) for part in either for one in part.parts) else None


def joins(text: str, choices: Sequence[str]) -> list[Join | None]:
    """How each of some choices of one kind stands in a query; None for those that do not.

    Of very many only those are looked at whose letters the query has, which is true of all names in it.
    """
    try:
        required = filters.required(parse(text))
        kinds = _kinds(parse(next(filter(None, choices), "")).root)
    except QueryError:
        return [None] * len(choices)
    if not any(kinds & _kinds(part) for part in required):
        return [None] * len(choices)
    written = letters(text)
    few = len(choices) <= FEW
    return [
        joined(text, choice) if choice and (few or letters(choice.partition(":")[2]) in written) else None
        for choice in choices
    ]


def _standing(query: Query, node: Node) -> Iterator[tuple[list[Node], tuple[Node, ...]]]:
    """The parts of a query in which a choice stands, and the alternatives that are left without it."""
    required = filters.required(query)
    wanted = node.parts if isinstance(node, And) else (node,)
    if all(any(filters.same(part, one) for part in required) for one in wanted):
        yield [part for part in required if any(filters.same(part, one) for one in wanted)], ()
    for part in required:
        if isinstance(part, Not) and filters.same(part.part, node):
            yield [part], ()
        elif isinstance(part, Or):
            rest = tuple(one for one in part.parts if not filters.same(one, node))
            if len(rest) < len(part.parts):
                yield [part], rest


def _widened(query: Query, node: Node, choice: str) -> str:
    """The query with a choice as one more way to meet what it says of the same kind, or all of it."""
    kinds = _kinds(node)
    alike = [part for part in filters.required(query) if _kinds(part) == kinds and not isinstance(part, Not)]
    if kinds == {Named}:
        types = {leaf.type for leaf in leaves(node) if isinstance(leaf, Named)}
        alike = [
            part for part in alike if {leaf.type for leaf in leaves(part) if isinstance(leaf, Named)} == types
        ]
    if not alike:
        return _either(query, node, choice)
    if len(alike) == 1:
        return _replaced(query, alike[0], (*_alternatives(alike[0]), node), choice)
    group = " ".join(parts.written(query, part) for part in alike)
    return _added(_all_cut(query, alike), f"({_bracketed(group)} OR {_bracketed(choice)})")


def _either(query: Query, node: Node, choice: str) -> str:
    """All of a query, or a choice."""
    text = query.text.strip()
    beside, within = Or((query.root, node)), Or((*_alternatives(query.root), node))
    ways = [f"{text} OR {_bracketed(choice)}", f"({text}) OR {_bracketed(choice)}"]
    return _first_that_means(ways, beside, within)


def _alternatives(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, Or) else (node,)


def _replaced(query: Query, part: Node, alternatives: tuple[Node, ...], choice: str = "") -> str:
    """The query with a part that has to be met replaced by some of its alternatives, and by a choice."""
    place = parts.place_of(query, part)
    if place is None:
        return _refused(query)
    written = [
        choice and _bracketed(choice) if one not in _alternatives(part) else parts.written(query, one)
        for one in alternatives
    ]
    either = " OR ".join(written)
    kept = [other for other in filters.required(query) if other is not part]
    wanted = _all_of([*kept, alternatives[0] if len(alternatives) == 1 else Or(alternatives)])
    bare, bracketed = list[str](), list[str]()
    for before, after in _around(query.text[: place[0]], query.text[place[1] :]):
        bare.insert(0, f"{before}{either}{after}")
        bracketed.insert(0, f"{before}({either}){after}")
    return _first_that_means([*bare, *bracketed] if len(alternatives) == 1 else [*bracketed, *bare], wanted)


def _around(before: str, after: str) -> Iterator[tuple[str, str]]:
    """What stands around a part, with the brackets around it and without them."""
    while before.endswith("(") and after.startswith(")"):
        yield before, after
        before, after = before[:-1].rstrip(), after[1:].lstrip()
        before, after = before and f"{before} ", after and f" {after}"
    yield before, after


def _all_cut(query: Query, gone: Sequence[Node]) -> str:
    """The query without some of the parts that have to be met."""
    text = query.text
    for part in gone:
        text = _cut(parse(text), part)
    return text


def _cut(query: Query, part: Node) -> str:
    """The query without a part that has to be met, which is found anew in it."""
    mine = next((one for one in filters.required(query) if filters.same(one, part)), None)
    place = None if mine is None else parts.place_of(query, mine)
    if mine is None or place is None:
        return _refused(query)
    after = filters.without_part(query, mine, *place)
    return _refused(query) if after is None else after


def _added(text: str, written: str) -> str:
    return filters.added(parse(text), written)


def _bracketed(written: str) -> str:
    """A text that is one thing to what stands before and behind it."""
    query = parse(written)
    one_thing = len(query.clauses) == 1 and not isinstance(query.root, Not)
    closed = written.startswith("(") and filters.means(written[1:-1], query.root)
    return written if one_thing or closed else f"({written})"


def _first_that_means(ways: list[str], *wanted: Node) -> str:
    """The first way to write one of some nodes, all of which mean the same."""

    def is_meant(text: str) -> bool:
        return any(filters.means(text, node) for node in wanted)

    for way in ways:
        if is_meant(way):
            loose = way.startswith("(") and way.endswith(")") and is_meant(way[1:-1])
            return way[1:-1] if loose and has_loose_or(way[1:-1]) else way
    parse(ways[-1])
    return _refused(parse(ways[-1]))


def _refused(query: Query) -> str:
    raise QueryError("This query is too intricate to be changed by a choice.", query.text, 0, len(query.text))


def _all_of(nodes: list[Node]) -> Node:
    return And(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else Every()


def _kinds(node: Node) -> set[object]:
    return {_kind(leaf) for leaf in leaves(node)}


def _kind(clause: Clause) -> object:
    """What a clause is about: the outlet, dates, persons."""
    match clause:
        case Labelled(label=label):
            return label
        case Named(type=type):
            return type
        case _:
            return clause.__class__


def _holds(part: Node, choice: Node) -> bool:
    """Whether a part asks for dates that hold all the days of a choice, and is another."""
    outer, inner = _range(part), _range(choice)
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _range(node: Node) -> tuple[int, int] | None:
    """The days that a part asks for, as numbers; None where it asks for anything else, or for no dates."""
    if isinstance(node, Dated):
        return (node.first, node.last) if node.first >= FIRST_DAY else None
    if isinstance(node, And):
        ranges = [_range(part) for part in node.parts]
        known = [one for one in ranges if one is not None]
        if len(known) == len(ranges):
            return max(first for first, _ in known), min(last for _, last in known)
    return None
