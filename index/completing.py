"""What may stand in a query where something is being typed: fields, words, names, outlets and the like."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from index.errors import Cancelled, QueryError
from index.fulltext.begun import Begun, ValueField, begun
from index.fulltext.quoting import quoted
from index.fulltext.tagging import FIELDS
from index.model import Completion, EntityType

LEAST_LETTERS = 2
"""A word of fewer letters begins too many others."""

MOST_FIELDS = 3
"""Fields that are offered before the words."""

Counted = Sequence[tuple[str, int]]
"""What may stand there, with how many documents have it; those of most first."""


def complete(
    query: str,
    cursor: int,
    most: int,
    *,
    words: Callable[[str, int], Sequence[str]],
    names: Callable[[EntityType, str, int], Counted],
    values: Callable[[ValueField, str, int], Counted],
) -> tuple[Completion, ...]:
    """What may stand where the cursor is, in the place of what is there of it.

    Args:
        query: What was typed so far.
        cursor: Where in it one types.
        most: How many are wanted, at most.
        words: Gives words by their beginning. They are not counted here, which may take longer.
        names: Gives names of entities by the beginning of one of their words.
        values: Gives what may stand behind a field, by the beginning of one of its words.
    """
    there = begun(query, cursor)
    if there is None:
        return ()
    if there.what == "name" and there.type is not None:
        return tuple(_written(there, names(there.type, there.text, most)))
    if there.field is not None:
        return tuple(_written(there, values(there.field, there.text, most)))
    found: list[Completion] = []
    if there.takes_field:
        typed = there.text.lower()
        found += [
            Completion(there.start, there.end, f"{field}:", "field")
            for field in FIELDS
            if field.startswith(typed) and typed
        ][:MOST_FIELDS]
    if len(there.text) >= LEAST_LETTERS:
        for word in words(there.text, most - len(found)):
            if text := word if there.is_quoted else _query_for(word):
                found.append(Completion(there.start, there.end, text, "word"))
    return tuple(found)


def counted(
    found: Iterable[Completion], documents: Callable[[str], int], cancelled: Callable[[], bool]
) -> tuple[Completion, ...]:
    """Completions with the documents of each word; those that are in none are left out.

    Args:
        found: What may stand in a query.
        documents: Counts the documents that a word finds.
        cancelled: Polled.

    Raises:
        Cancelled: `cancelled` said so.
    """
    known = []
    for one in found:
        if one.kind == "word" and one.documents is None:
            if cancelled():
                raise Cancelled("Something else is being typed.")
            one = replace(one, documents=documents(one.text))
        if one.documents != 0:
            known.append(one)
    return tuple(known)


def _written(there: Begun, found: Iterable[tuple[str, int]]) -> Iterable[Completion]:
    for name, documents in found:
        if text := _query_for(name):
            kind = there.type or "value"
            yield Completion(there.start, there.end, text, kind, documents)


def _query_for(text: str) -> str:
    try:
        return quoted(text)
    except QueryError:
        return ""
