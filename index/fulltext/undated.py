"""Documents without a date in a query that asks for dates: let in, and left out again."""

from collections.abc import Iterator

from index.fulltext import parts
from index.fulltext.days import FIRST_DAY, NO_DAY
from index.fulltext.query import And, Dated, Node, Or
from index.fulltext.syntax import parse

UNDATED = "undated:yes"
"""The filter that is met by those that have no date."""


def with_undated(text: str) -> str:
    """The query with each of its date filters met by undated documents, too.

    `after:2025` becomes `(after:2025 OR undated:yes)`. The same where there is nothing to be let in,
    or no room to write it.

    Raises:
        QueryError: The query cannot be read.
    """
    query = parse(text)
    texts = {
        clause.clause: f"({query.clause_text(clause.clause)} OR {UNDATED})" for clause in _closed(query.root)
    }
    return (parts.changed(query, texts) if texts else None) or text


def without_undated(text: str) -> str:
    """The query without what `with_undated` wrote into it.

    Raises:
        QueryError: The query cannot be read.
    """
    query = parse(text)
    opened = next(_opened(query.root), None)
    while opened is not None:
        either, dated = opened
        place = parts.place_of(query, either)
        if place is None:
            break
        left, right = text[: place[0]].rstrip(), text[place[1] :].lstrip()
        if left.endswith("(") and right.startswith(")"):
            place = len(left) - 1, len(text) - len(right) + 1
        text = text[: place[0]] + query.clause_text(dated.clause) + text[place[1] :]
        query = parse(text)
        opened = next(_opened(query.root), None)
    return text


def lets_undated_in(text: str) -> bool:
    """Whether a query has what `with_undated` writes into it; raises QueryError."""
    return next(_opened(parse(text).root), None) is not None


def _is_undated(node: Node) -> bool:
    return isinstance(node, Dated) and (node.first, node.last) == (NO_DAY, FIRST_DAY)


def _closed(node: Node) -> Iterator[Dated]:
    """The date filters that keep undated documents out."""
    match node:
        case And(nodes):
            for part in nodes:
                yield from _closed(part)
        case Or(nodes):
            if not any(map(_is_undated, nodes)):
                for part in nodes:
                    yield from _closed(part)
        case Dated(first=first) if first != NO_DAY:
            yield node
        case _:
            pass


def _opened(node: Node) -> Iterator[tuple[Or, Dated]]:
    """The date filters that undated documents were let into, each with the OR it stands in."""
    match node:
        case Or((Dated() as dated, undated)) if _is_undated(undated) and not _is_undated(dated):
            yield node, dated
        case And(nodes) | Or(nodes):
            for part in nodes:
                yield from _opened(part)
        case _:
            pass
