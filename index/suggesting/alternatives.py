"""What might be asked in place of a clause: other words, other readings of it, other filters.

None of it is known to find anything yet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.fulltext import analysis
from index.fulltext.fuzzy import LEAST_LETTERS
from index.fulltext.nearness import MOST_BETWEEN
from index.fulltext.query import Clause, Pattern, Query, Same, Scan, Words
from index.fulltext.tagging import QUOTES
from index.model import SuggestionKind
from index.suggesting.trial import Trial

FORM, SPLIT, WIDER, CASE, ANYWHERE, NEAR, TOGETHER = 0.2, 0.8, 0.8, 0.3, 0.7, 0.4, 0.6
"""What it costs to take a clause for another."""

NEAR_WORDS = 5
"""Other words that may stand among those of a phrase where it is tried whether they are near each other."""

LEAST_BEGINNING = 3
"""Letters that a beginning keeps when it is made shorter."""

_MOST_IN_PHRASE = 4
_LOOSENED = 2

_SAME = re.compile(r"same:\s*\w+\s*(?P<inner>\(.*\))", re.IGNORECASE | re.DOTALL)

_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_]*:\s*")
_TAIL = re.compile(rf"(?<=[{QUOTES}])(?:~>?\d+)?(?:\^[\d.]*)?$")


@dataclass(frozen=True, slots=True)
class Alternative:
    """What might stand in place of a clause."""

    text: str
    """As it would be written in the query."""
    kind: SuggestionKind
    """What is changed."""
    cost: float
    """How far it is from what was asked: 0 for the same, 1 for something rather different."""


def of_words(trial: Trial, query: Query, clause: Words) -> Iterator[Alternative]:
    """What might stand in place of a word or a phrase."""
    field, text = parted(query, clause)
    if field:
        yield Alternative(text, "field", ANYWHERE)
    if text.startswith("="):
        yield Alternative(field + text[1:], "form", FORM)
    pattern = clause.graph.word
    if pattern is None:
        yield from _of_phrase(trial, clause, field, text)
    else:
        for one in _of_word(trial, pattern):
            yield Alternative(field + one.text, one.kind, one.cost)


def of_same(query: Query, clause: Same) -> Iterator[Alternative]:
    """The same in one paragraph where one sentence was asked for; or just in one article."""
    found = _SAME.fullmatch(query.clause_text(clause.clause))
    if found is None:
        return
    if clause.unit == "sentence":
        yield Alternative(f"same:paragraph{found['inner']}", "nearness", NEAR)
    yield Alternative(found["inner"], "nearness", TOGETHER)


def of_scan(query: Query, clause: Scan) -> Iterator[Alternative]:
    """What might stand in place of an expression."""
    field, text = parted(query, clause)
    if field:
        yield Alternative(text, "field", ANYWHERE)
    if clause.expression != clause.expression.lower() and not clause.expression.startswith("(?"):
        yield Alternative(f"{field}/(?i){text[1:]}", "form", CASE)


def parted(query: Query, clause: Clause) -> tuple[str, str]:
    """The field of a clause as it is written there, if it is, and the rest."""
    text = query.clause_text(clause.clause)
    is_anywhere = isinstance(clause, Words | Scan) and clause.field is None
    field = None if is_anywhere else _FIELD.match(text)
    return (field.group(), text[field.end() :]) if field else ("", text)


def _of_word(trial: Trial, pattern: Pattern) -> Iterator[Alternative]:
    text = pattern.text
    key = analysis.fold(text.strip("*?")) if text.strip("*?") else ""
    match pattern.kind:
        case "word":
            if pattern.exact and trial.occurs(Pattern(key, "word")):
                return  # it is there, but written otherwise
            for word in trial.neighbours(key):
                yield Alternative(word.text, "spelling", word.cost)
            for first, second in trial.halves(key):
                yield Alternative(f'"{first} {second}"', "spelling", SPLIT)
            if len(key) >= LEAST_BEGINNING and trial.occurs(Pattern(f"{key}*", "prefix")):
                yield Alternative(f"{key}*", "form", WIDER)
        case "fuzzy":
            if pattern.edits < 2 and len(text) >= LEAST_LETTERS[2]:
                yield Alternative(f"{text}~2", "spelling", WIDER)
            for word in trial.neighbours(key):
                yield Alternative(word.text, "spelling", word.cost + FORM)
        case "prefix":
            for length in range(len(key) - 1, LEAST_BEGINNING - 1, -1):
                if trial.occurs(Pattern(f"{key[:length]}*", "prefix")):
                    yield Alternative(f"{key[:length]}*", "form", WIDER + 0.1 * (len(key) - length))
                    break
            for word in trial.neighbours(key):
                yield Alternative(f"{word.key}*", "spelling", word.cost + FORM)
        case "wildcard":
            for wider in (text.replace("?", "*"), f"{text}*", f"*{text}", f"*{text}*"):
                yield Alternative(re.sub(r"\*+", "*", wider), "form", WIDER)


def _of_phrase(trial: Trial, clause: Words, field: str, text: str) -> Iterator[Alternative]:
    unknown = {arc.pattern.text for arc in clause.graph.arcs if not trial.occurs(arc.pattern)}
    yield from (Alternative(field + one.text, one.kind, one.cost) for one in _looser(clause, text))
    for token in analysis.tokens(text, wild=True):
        key = analysis.fold(token.surface)
        if key in unknown and token.length == 1 and not set("*?") & set(token.surface):
            for place, word in enumerate(trial.neighbours(key)[:_MOST_IN_PHRASE]):
                written = text[: token.start] + word.text + text[token.end :]
                yield Alternative(field + written, "spelling", word.cost)
                for one in _looser(clause, written) if place < _LOOSENED else ():
                    yield Alternative(field + one.text, "spelling", word.cost + one.cost)


def _looser(clause: Words, text: str) -> Iterator[Alternative]:
    """The words of a phrase near each other, or just together."""
    quoted = text.lstrip("=")
    if not quoted or quoted[0] not in QUOTES:
        words = " ".join(one.surface for one in analysis.tokens(text, wild=True) if one.length == 1)
        if " " in words:
            yield Alternative(f'"{words}"~{NEAR_WORDS}', "nearness", NEAR)
            yield Alternative(f"({words})", "nearness", TOGETHER)
        return
    exact = text[: len(text) - len(quoted)]
    inner = _TAIL.sub("", quoted)[1:-1]
    slack, ordered = clause.graph.slack, clause.graph.ordered
    if len(clause.graph.items) > 1:
        if slack is not None and ordered:
            yield Alternative(f'{exact}"{inner}"~{slack}', "nearness", NEAR)
        for wider in (NEAR_WORDS, MOST_BETWEEN):
            if slack is None or wider > slack:
                cost = NEAR if wider == NEAR_WORDS else TOGETHER
                yield Alternative(f'{exact}"{inner}"~{wider}', "nearness", cost)
        words = " ".join(exact + one for one in inner.split())
        yield Alternative(f"({words})", "nearness", TOGETHER)
