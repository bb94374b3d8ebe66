"""Numbers of the same thing that differ between two documents, and ages of the same people.

Nothing is inferred: a number differs from another that counts the same thing, and is no difference where the
other document has it as well, be it elsewhere. Where a passage has several numbers of a thing, nobody can
tell which of them is meant by that of the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from index.language.listed import word_set
from index.model import Article, Link, Pairs, Variance
from index.related.numbers import Number, numbers
from index.related.sides import Side
from index.related.terms import WORD, stem, term_of

_ANYTHING = frozenset(
    map(
        stem,
        word_set("people person persons man men woman women child children year years month day euro dollar"),
    )
)
"""What is counted of everything: of what it tells, the next telling word says."""
_NEXT = 4
"""Words behind among which that is."""
_YEARS = (1900, 2100)
_AGE_BEHIND = re.compile(r",?\s+(?:(?<=,\s)|aged\s+)(\d{1,2})(?=[,.;]|\s+and\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,2})[- ]year[- ]old\s+$", re.IGNORECASE)
_NEAR = 20


def counts(links: Sequence[Link], here: Sequence[Side], there: Sequence[Side]) -> Iterator[Variance]:
    """Numbers of the same thing that differ between linked passages."""
    ours, theirs = _told(here), _told(there)
    seen = set[tuple[Pairs, Pairs]]()
    for link in links:
        one, other = here[link.here], there[link.there]
        if not _is_one_language(one, other):
            continue
        mine, yours = _lone(one.text), _lone(other.text)
        met = set[tuple[int, int]]()
        for (term, unit), (number, at) in mine.items():
            if (term, unit) not in yours:
                continue
            another, place = yours[term, unit]
            if (number.start, another.start) in met:
                continue
            met.add((number.start, another.start))
            if number.value == another.value or (at and place):
                continue
            if (number.value, unit, term) in theirs or (another.value, unit, term) in ours:
                continue
            if term in _ANYTHING and not _is_of_one(one.text, number, other.text, another, term):
                continue
            places = _counted(number, term, one.start), _counted(another, term, other.start)
            if places not in seen:
                seen.add(places)
                about = one.text[number.end : number.counted[term]].strip(" -")
                yield Variance("number", about, *places)


def ages(first: Article, second: Article) -> Iterator[Variance]:
    """People of whom both tell how old they are, and not the same: "Abel, 41", "43-year-old Abel"."""
    ours, theirs = _ages(first), _ages(second)
    for person, here in ours.items():
        there = theirs.get(person, {})
        if there and here.keys().isdisjoint(there):
            yield Variance("number", "years", tuple(here.values()), tuple(there.values()))


def _ages(article: Article) -> dict[str, dict[int, tuple[int, int]]]:
    """By person, the ages that are told, and where each stands first, with the name."""
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for one in article.mentions:
        if one.field != "text" or one.type != "person":
            continue
        behind = _AGE_BEHIND.match(article.text, one.end)
        before = _AGE_BEFORE.search(article.text[max(0, one.start - _NEAR) : one.start])
        if behind:
            found.setdefault(one.entity, {}).setdefault(int(behind[1]), (one.start, behind.end(1)))
        elif before:
            start = one.start - len(before[0])
            found.setdefault(one.entity, {}).setdefault(int(before[1]), (start, one.end))
    return found


def _is_one_language(one: Side, other: Side) -> bool:
    """Whether numbers are written alike in both: "3 million", "3 Millionen"."""
    return one.language is None or other.language is None or one.language == other.language


def _lone(text: str) -> dict[tuple[str, str], tuple[Number, int]]:
    """By what is counted, and the unit, the only number of it, and which of the words behind that is."""
    found: dict[tuple[str, str], list[tuple[Number, int]]] = defaultdict(list)
    for number in numbers(text):
        if not _is_year(text, number):
            for at, term in enumerate(number.counted):
                found[term, number.unit].append((number, at))
    return {thing: each[0] for thing, each in found.items() if len({one.value for one, _ in each}) == 1}


def _is_year(text: str, number: Number) -> bool:
    digits = text[number.start : number.end]
    return digits.isdecimal() and len(digits) == len("2024") and _YEARS[0] <= number.value <= _YEARS[1]


def _is_of_one(text: str, number: Number, other: str, another: Number, term: str) -> bool:
    """Whether the same is told of people, or years, that are counted: killed, and not injured."""
    mine, yours = _next_term(text, number.counted[term]), _next_term(other, another.counted[term])
    return mine == yours or not (mine and yours)


def _next_term(text: str, end: int) -> str:
    """The next telling word of the sentence; empty where none is near."""
    last = end
    for word in islice(WORD.finditer(text, end), _NEXT):
        if re.search(r"[.;:!?\n]", text[last : word.start()]):
            break
        if term := term_of(word.group()):
            return term
        last = word.end()
    return ""


def _told(sides: Sequence[Side]) -> set[tuple[float, str, str]]:
    """Value, unit and what is counted of every number of a document."""
    return {
        (number.value, number.unit, term)
        for side in sides
        for number in numbers(side.text)
        for term in number.counted
    }


def _counted(number: Number, term: str, start: int) -> Pairs:
    return ((start + number.start, start + number.counted[term]),)
