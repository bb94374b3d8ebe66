"""Writing filters into a query that a person sees, and taking them out again."""

import re
from collections.abc import Iterator

from index.errors import QueryError
from index.fulltext.query import (
    And,
    Dated,
    Every,
    Known,
    Labelled,
    Named,
    Node,
    Not,
    Or,
    Query,
    Same,
    Scan,
    Spoken,
    Words,
)
from index.fulltext.syntax import has_loose_or, parse
from index.fulltext.tagging import ENTITY_FIELDS, QUOTES
from index.model import EntityType

_UNWRITABLE = re.compile(rf"[\s*?~{QUOTES}]+")
"""What would not be read as part of a name; no word holds it."""

_FIELD_BEFORE = re.compile(r"[A-Za-z]+:\s*$")


def with_entity(query: str, type: EntityType, name: str) -> str:
    """The query with a filter for an entity added, or taken out where it stands already.

    Adding brackets a query that has an OR outside brackets; taking out removes such brackets. A filter
    stands there if every document has to meet it: one below an OR or a NOT is another matter.

    Args:
        query: What the person sees; it need not be tidy.
        type: What the entity is.
        name: Its name. One without a letter or digit leaves the query as it is.

    Returns:
        A query that can be read, and means what the old one did but for the filter.

    Raises:
        QueryError: The query cannot be read, or would become too long.
    """
    before = parse(query)
    written = entity(type, name)
    wanted = parse(written).root
    if not isinstance(wanted, Named):
        return query
    return _added(before, written) if _standing(before, wanted) is None else _all_cut(before, wanted)


def without_entity(query: str, type: EntityType, name: str) -> str:
    """The query without the filter for an entity; the same where there is none.

    Raises:
        QueryError: The query cannot be read.
    """
    before = parse(query)
    wanted = parse(entity(type, name)).root
    return _all_cut(before, wanted) if isinstance(wanted, Named) else query


def entity(type: EntityType, name: str) -> str:
    """The filter for an entity; empty for a name without a letter or digit."""
    words = writable(name)
    field = next(field for field, kind in ENTITY_FIELDS.items() if kind == type)
    return f'{field}:"{words}"' if words else ""


def writable(name: str) -> str:
    """What of a name can stand between quotation marks; empty for one without a letter or digit."""
    words = _UNWRITABLE.sub(" ", name).strip()
    return words if any(character.isalnum() for character in words) else ""


def added(query: Query, written: str) -> str:
    """The text of a query with something that can be read by itself added to what has to be met.

    Raises:
        QueryError: It would become too long.
    """
    return _added(query, written)


def without_part(query: Query, gone: Node, start: int, end: int) -> str | None:
    """The text of a query without a part that has to be met; None where it cannot be cut out.

    Args:
        query: The query.
        gone: The part, or a clause within a row of things that all have to be met.
        start: Where it begins in the query, with its NOT.
        end: Where it ends.
    """
    return _without(query, gone, start, end)


def required(query: Query) -> list[Node]:
    """The parts of a query that have to be met each, in the order of the query."""
    return list(_required(query.root))


def means(text: str, node: Node) -> bool:
    """Whether a text can be read and asks for a node, whatever the places of its clauses."""
    return _reads(text, _meaning(node))


def same(one: Node, other: Node) -> bool:
    """Whether two nodes ask for the same, whatever the places of their clauses."""
    return _plain(one) == _plain(other)


def _all_cut(query: Query, wanted: Named) -> str:
    standing = _standing(query, wanted)
    while standing is not None:
        after = _without(query, standing, standing.start, standing.end)
        if after is None:
            break
        query = parse(after)
        standing = _standing(query, wanted)
    return query.text


def _standing(query: Query, wanted: Named) -> Named | None:
    """The clause of a query that asks for the same and has to be met."""
    return next(
        (
            leaf
            for leaf in _required(query.root)
            if isinstance(leaf, Named) and (leaf.type, leaf.graph) == (wanted.type, wanted.graph)
        ),
        None,
    )


def _required(node: Node) -> Iterator[Node]:
    """The parts of a query that have to be met each."""
    if isinstance(node, And):
        for part in node.parts:
            yield from _required(part)
    elif not isinstance(node, Every):
        yield node


def _added(query: Query, written: str) -> str:
    text = query.text.strip()
    if isinstance(query.root, Every):
        return written
    # Brackets are for the reader: to the parser, OR holds more tightly than standing side by side.
    ways = [f"{text} {written}", f"{written} {text}"]
    if has_loose_or(text):
        ways.insert(0, f"({text}) {written}")
    meaning = sorted([*_meaning(query.root), *_meaning(parse(written).root)], key=repr)
    for way in ways:
        if _reads(way, meaning):
            return way
    parse(ways[-1])
    raise QueryError("No filter can be added to this query.", query.text, 0, len(query.text))


def _without(query: Query, gone: Node, start: int, end: int) -> str | None:
    """The query without a part that has to be met; None where it cannot be cut out."""
    meaning = _meaning(query.root, gone)
    if not meaning:
        return ""
    for left, right in _cuts(query.text[:start].rstrip(), query.text[end:].lstrip()):
        left, right = left.rstrip(), right.lstrip()
        tight = not left or not right or left.endswith("(") or right.startswith(")")
        rest = left + ("" if tight else " ") + right
        if _reads(rest, meaning):
            inner = rest[1:-1].strip()
            wrapped = rest.startswith("(") and rest.endswith(")")
            loose = wrapped and _reads(inner, meaning) and has_loose_or(inner)
            return inner if loose else rest
    return None


def _cuts(left: str, right: str) -> Iterator[tuple[str, str]]:
    """What may stand on either side once a clause, its AND and the brackets around it are gone."""
    while True:
        yield left, right
        if left.endswith("AND"):
            yield left[:-3], right
        if right.startswith("AND"):
            yield left, right[3:]
        if not left.endswith("(") or not right.startswith(")"):
            return
        left, right = left[:-1].rstrip(), right[1:].lstrip()
        field = _FIELD_BEFORE.search(left)
        if field:
            left = left[: field.start()].rstrip()


def _reads(text: str, meaning: list[object]) -> bool:
    try:
        return _meaning(parse(text).root) == meaning
    except QueryError:
        return False


def _meaning(node: Node, gone: Node | None = None) -> list[object]:
    """What has to be met, whatever its place in the query, in an order of its own."""
    return sorted((_plain(part) for part in _required(node) if part is not gone), key=repr)


def _plain(node: Node) -> object:
    """A node without its places."""
    match node:
        case And():
            return "and", _meaning(node)
        case Or(parts):
            return "or", [_plain(part) for part in parts]
        case Not(part):
            return "not", _plain(part)
        case Every():
            return "every"
        case Words(graph=graph, field=field, boost=boost):
            return "words", field, graph, boost
        case Scan(expression=expression, field=field, boost=boost):
            return "scan", field, expression, boost
        case Labelled(label=label, graph=graph, whole=whole):
            return label, graph, whole
        case Spoken(code=code):
            return "spoken", code
        case Same(unit=unit, part=part):
            return "same", unit, _plain(part)
        case Known(kind=kind, graph=graph, without=without):
            return kind, graph, without
        case Dated(first=first, last=last):
            return "dated", first, last
        case Named(type=type, graph=graph):
            return "named", type, graph


def within(query: str, more: str) -> str:
    """The query for what one query finds among what another finds: both have to be met.

    Either stands in brackets if it has an OR outside brackets.

    Raises:
        QueryError: One of them cannot be read, or what comes of them would be too long or mean more.
    """
    before, wanted = parse(query), parse(more)
    if isinstance(wanted.root, Every):
        return query.strip()
    if isinstance(before.root, Every):
        return more.strip()
    both = " ".join(_in_brackets(one.text) for one in (before, wanted))
    if not _reads(both, sorted([*_meaning(before.root), *_meaning(wanted.root)], key=repr)):
        parse(both)
        raise QueryError("These two cannot be asked together.", both, 0, len(both))
    return both


def to_be_continued(query: str) -> str:
    """The query as the beginning of one that asks for more besides: what is typed behind it narrows it.

    Raises:
        QueryError: The query cannot be read.
    """
    return "" if isinstance(parse(query).root, Every) else _in_brackets(query) + " "


def _in_brackets(text: str) -> str:
    text = text.strip()
    return f"({text})" if has_loose_or(text) else text
