"""What of a query is being typed at a place: a word, a name behind its field, or nothing to help with."""

import re
from dataclasses import dataclass
from typing import Literal

from index.fulltext.tagging import ENTITY_FIELDS, FIELDS, QUOTES, SYNONYMS
from index.model import EntityType

What = Literal["word", "value", "name"]
"""What is being typed."""

IndexedField = Literal["source", "byline", "language"]
"""Fields behind which stands one of a few values that the index has."""

ValueField = IndexedField | Literal["tag"]
"""Fields behind which stands one of a few values."""

VALUE_FIELDS: tuple[ValueField, ...] = ("source", "byline", "language", "tag")

_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_]*):(?!//)")
_PLAIN = re.compile(rf"[^\s(){QUOTES}]+")
_EXPRESSION = re.compile(rf"/((?:\\.|[^/\\\n])+)(/?)(?=[\s(){QUOTES}]|$)")
_QUOTE = re.compile(rf"[{QUOTES}]")
_BEHIND = re.compile(rf"[~^][^\s(){QUOTES}]*")
_SIGNS = "-="
_LAST_WORD = re.compile(r"[^\s(),;:!…–—]*$")
_MEANS_MORE = re.compile(r"[*?~^/\\]")


@dataclass(frozen=True, slots=True)
class Begun:
    """Something that is being typed."""

    what: What
    """What it will be."""
    text: str
    """What is there of it."""
    start: int
    """Where it begins in the query, and what takes its place."""
    end: int
    """One past what gives way to it."""
    type: EntityType | None = None
    """Of a name, whose it is."""
    field: ValueField | None = None
    """Of a value, behind which field it stands."""
    takes_field: bool = False
    """Whether it may as well be the name of a field."""
    is_quoted: bool = False
    """Whether a quotation mark was opened before it."""


def begun(query: str, cursor: int) -> Begun | None:
    """What is being typed right before a place of a query.

    Nothing within a regular expression, within a word, or where a word has signs that mean something.
    """
    if cursor < len(query) and _PLAIN.match(query, cursor):
        return None
    typed = query[:cursor]
    outer: list[str | None] = []
    field: str | None = None
    within: str | None = None
    at = 0
    while at < len(typed):
        if typed[at].isspace():
            at += 1
        elif typed[at] == "(":
            outer.append(within)
            within, field = field or within, None
            at += 1
        elif typed[at] == ")":
            within, field = outer.pop() if outer else None, None
            at += 1
        elif _QUOTE.match(typed, at) or (typed[at] == "=" and _QUOTE.match(typed, at + 1)):
            opened = at + (typed[at] == "=")
            closed = _QUOTE.search(typed, opened + 1)
            if closed is None:
                return _of_field(query, field or within, opened, opened + 1, cursor)
            behind = _BEHIND.match(typed, closed.end())
            at, field = behind.end() if behind else closed.end(), None
        elif (name := _FIELD.match(typed, at)) and _field(name[1]) is not None:
            field, at = _field(name[1]), name.end()
            if at == len(typed):
                return _of_field(query, field, at, at, cursor)
        elif expression := _EXPRESSION.match(typed, at):
            if not expression[2]:
                return None
            at, field = expression.end(), None
        elif typed[at] in _SIGNS and at + 1 < len(typed):
            at += 1
        else:
            plain = _PLAIN.match(typed, at)
            end = plain.end() if plain else at + 1
            if end == len(typed):
                if typed[at:] in ("AND", "OR", "NOT"):
                    return None
                return _of_field(query, field or within, at, at, cursor, takes_field=not (field or within))
            at, field = end, None
    return None


def _field(name: str) -> str | None:
    name = SYNONYMS.get(name.lower(), name.lower())
    return name if name in FIELDS else None


def _of_field(
    query: str, field: str | None, start: int, inner: int, cursor: int, *, takes_field: bool = False
) -> Begun | None:
    """What is typed behind a field, from its quotation mark or from its first letter on."""
    text = query[inner:cursor]
    if _MEANS_MORE.search(text):
        return None
    is_quoted = inner > start
    end = cursor + 1 if is_quoted and _QUOTE.match(query, cursor) else cursor
    if field in ENTITY_FIELDS:
        return Begun("name", text, start, end, ENTITY_FIELDS[field], is_quoted=is_quoted)
    for known in VALUE_FIELDS:
        if field == known:
            return Begun("value", text, start, end, field=known, is_quoted=is_quoted)
    if field not in (None, "title", "text"):
        return None
    word = _LAST_WORD.search(text)
    word_start = inner + (word.start() if word else 0)
    if not query[word_start:cursor]:
        return None
    return Begun(
        "word", query[word_start:cursor], word_start, cursor, takes_field=takes_field, is_quoted=is_quoted
    )
