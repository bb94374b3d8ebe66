"""What two passages both name, date or count: entities, days and numbers."""

from collections.abc import Sequence

from index.related.numbers import Number, numbers
from index.related.pairs import Found, Pair, Span
from index.related.terms import COMMON_TERMS

ENTITY, DAY, NUMBER = 1.3, 2.4, 3.5
"""How much more often each stands in a right row than in a wrong one (`Found.lift`)."""


def entities(pair: Pair) -> list[Found]:
    """Entities that both passages name; worth what the most telling word of the name is worth."""
    there = pair.there.named
    found = []
    for entity, places in pair.here.named.items():
        if entity not in there:
            continue
        spans = sorted(places, key=lambda span: (span[0] - span[1], span))
        strength = max(pair.telling(spans[:1]), default=0.0)
        found.append(Found("entity", strength, tuple(spans), tuple(sorted(there[entity])), ENTITY))
    return found


def days(pair: Pair) -> list[Found]:
    """Days that both passages mean, be they named by the calendar or told from that of the writing."""
    theirs = pair.there.days
    found: dict[tuple[Span, ...], list[Span]] = {}
    meant: dict[tuple[Span, ...], str | None] = {}
    for day in pair.here.days if theirs else ():
        equal = tuple((other.start, other.end) for other in theirs if day.is_same(other))
        if equal:
            found.setdefault(equal, []).append((day.start, day.end))
            meant.setdefault(equal, day.first)
    return [
        Found("date", _least(pair, here, there), tuple(here), there, DAY, day=meant[there])
        for there, here in found.items()
    ]


def _least(pair: Pair, here: Sequence[Span], there: Sequence[Span]) -> float:
    """What a day is worth by the words for it that tell less: "Sunday", be it 22 June."""
    return min(pair.strength(here[:1]), pair.strength_there(there[:1]))


def counts(pair: Pair) -> list[Found]:
    """Numbers that count the same thing in both passages, or are too exact to be equal by chance."""
    theirs = numbers(pair.there.text)
    found = []
    for one in numbers(pair.here.text) if theirs else ():
        spans = [both for other in theirs if (both := _same(one, other))]
        if spans:
            strength = pair.strength([spans[0][0]])
            found.append(
                Found("number", strength, (spans[0][0],), tuple(there for _, there in spans), NUMBER)
            )
    return found


def _same(one: Number, other: Number) -> tuple[Span, Span] | None:
    """Where two numbers stand, with what they count, if they are the same and that is no chance."""
    if one.value != other.value or one.unit != other.unit:
        return None
    counted = [term for term in one.counted if term in other.counted]
    if counted:
        term = next((term for term in counted if term not in COMMON_TERMS), counted[0])
        return (one.start, one.counted[term]), (other.start, other.counted[term])
    return ((one.start, one.end), (other.start, other.end)) if one.unit or one.exact else None
