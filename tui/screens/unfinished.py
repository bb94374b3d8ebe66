"""What is searched for while a query is still being typed: a guess at what it will be."""

import re
from collections.abc import Sequence

from index.model import HitClause

LEAST_LETTERS = 2
"""A word of fewer letters begins too many others."""

LETTERS_OF_A_WORD = 4
"""From so many letters on it may be the word already, and its other forms are looked for, too."""

_LAST_WORD = re.compile(r"(?:^|[\s(])[-]?(?:(?:title|text):)?([^\W_][\w'’-]*)$")
_UNFINISHED = re.compile(r"(?:^|\s)(?:AND|OR|NOT|-|=|\w+:)\s*$")
_QUOTES = '"“”„'
_EXPRESSION = re.compile(rf"(?:^|(?<=[\s(:-]))/(?!\s)(?:\\.|[^/\\{_QUOTES}])*\\?$")
_NEAR = re.compile(rf"(?<=[{_QUOTES}])~>?$")


def as_typed(query: str) -> str:
    """A query that may be unfinished, finished: quotes and brackets closed, the last word a beginning.

    What looks like a word is taken for both, so that nothing goes when it is finished: `defence` finds
    *defenceless* now and *defense* in either case.

    What is left out: an operator or a field that waits for its word, a tilde behind a phrase that waits
    for its number, and an expression that has no second slash, since nobody can tell what it will be.
    What cannot be helped is left as it is.
    """
    query = _EXPRESSION.sub("", query)
    quotes = sum(query.count(quote) for quote in _QUOTES)
    if quotes % 2:
        last = max(query.rfind(quote) for quote in _QUOTES)
        words = query[last + 1 :].rstrip()
        if not words:
            return _closed(query[:last])
        return _closed(query[: last + 1] + words + ("*" if words[-1].isalnum() else "") + '"')
    query = _NEAR.sub("", query)
    while found := _UNFINISHED.search(query):
        query = query[: found.start()]
    word = _LAST_WORD.search(query)
    if word and len(word[1]) >= LEAST_LETTERS and word[1] not in ("AND", "OR", "NOT"):
        begins = f"{word[1]}*"
        if len(word[1]) >= LETTERS_OF_A_WORD:
            begins = f"({begins} OR {word[1]})"
        query = query[: word.start(1)] + begins
    return _closed(query)


def as_asked(clauses: Sequence[HitClause], searched: str, typed: str) -> tuple[HitClause, ...]:
    """The clauses as they stand in what was typed: a word and the beginning it was taken for are one.

    Args:
        clauses: The clauses of what was searched for.
        searched: What was searched for, `as_typed` of the other.
        typed: What stands in the search line.
    """
    pairs = enumerate(zip(searched, typed, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(searched), len(typed)))
    found: dict[int, HitClause] = {}
    for clause in clauses:
        start = min(clause.start, same)
        text = clause.text.replace("*", "")
        if clause.end <= same:
            text = clause.text
        elif not typed.startswith(text, start):
            text = typed[start:].rstrip()
        before = found[start].numbers if start in found else ()
        found[start] = HitClause(text, start, start + len(text), (*before, *clause.numbers))
    return tuple(found.values())


def _closed(query: str) -> str:
    """The query with its brackets closed; an opened one with nothing in it is taken away."""
    query = re.sub(r"[(\s]+$", "", query)
    bare = re.sub(r'"[^"]*"', "", query)
    return query + ")" * max(0, bare.count("(") - bare.count(")"))
