"""Says why two passages are related, in things a reader can see in both of them.

A reason is never an inference: what it names stands in the one text and in the other, at the places
it gives. Words are the same whatever their case, accents, possessive and quotation marks; a term may
stand in another form (strike, struck), a number in digits or in words. Dates are the same where they mean the
same day: "Sunday" in a report of Monday, "22 June".
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.model import Pairs, Reason, ReasonKind
from index.quotes.marks import quoted
from index.related.days import Dated, days_named
from index.related.numbers import Number, numbers
from index.related.runs import Run, Word, common_runs, words
from index.related.terms import COMMON_TERMS

ENOUGH = 0.5
"""What all reasons together must be worth, as a share of what a rare word is worth."""

TELLING = 0.5
"""What a word must be worth to be a reason, in the same measure."""

MOST = 6
"""Reasons that are given for a pair of passages."""

MOST_TERMS = 4
"""Reasons among them that are mere words."""

WORDING = 4
"""Telling words that make a run of words a reason."""

QUOTED = 3
"""Telling words that make a part of a quotation one."""


_BETWEEN_WORDS = str.maketrans("", "", " -\n'’")


class Mention(Protocol):
    """A place in a text that names an entity."""

    @property
    def start(self) -> int:
        """First code point in the document's text."""

    @property
    def end(self) -> int:
        """One past the last."""

    @property
    def entity(self) -> str:
        """Id of the entity."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages that are compared."""

    text: str
    """Its text."""
    start: int = 0
    """Its first code point in the document's text: spans and mentions count from there."""
    mentions: Sequence[Mention] = ()
    """Mentions in the document; those outside the passage are of no account."""
    dates: Sequence[Dated] | None = None
    """Dates in the document; None where they are to be found in the passage alone."""
    published: str | None = None
    """The day on which the document was published, ISO."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling words are in a library."""

    idf: Callable[[str], float]
    """Inverse document frequency of a term."""
    rare: float
    """The same of a word that is rare in it (`Snapshot.rare`)."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A reason with its strength; offsets count from the beginning of the passages."""

    kind: ReasonKind
    strength: float
    here: Pairs
    there: Pairs


@dataclass(frozen=True, slots=True)
class _Pair:
    """What is known of the two passages."""

    here: Side
    there: Side
    here_words: Sequence[Word]
    there_words: Sequence[Word]
    weights: Weights

    def strength(self, spans: Iterable[tuple[int, int]]) -> float:
        """The telling words in some places of the passage at hand, each counted once."""
        inside = {word.term for word in self.here_words if word.term and _within(word, spans)}
        return sum(map(self.weights.idf, inside))


def reasons(here: Side, there: Side, weights: Weights) -> tuple[Reason, ...]:
    """What two passages have in common, the strongest first; nothing where that could be chance.

    Chance it could be where all reasons together are worth too little (`ENOUGH`).
    """
    pair = _Pair(here, there, words(here.text), words(there.text), weights)
    entities = _entities(pair)
    wordings, phrases = _runs(pair, [span for one in entities for span in one.here])
    chosen: list[_Found] = []
    for kinds in (_quotations(pair), wordings, [*entities, *_dates(pair), *_numbers(pair)]):
        for one in _strongest(kinds):
            if len(chosen) < MOST and not _covered(one, chosen):
                chosen.append(one)
    for one in _strongest([*phrases, *_terms(pair)]):
        if len(chosen) == MOST or sum(other.kind == "term" for other in chosen) == MOST_TERMS:
            break
        if one.strength >= weights.rare * TELLING and not _covered(one, chosen):
            chosen.append(one)
    if sum(one.strength for one in chosen) < weights.rare * ENOUGH:
        return ()
    return tuple(_finished(pair, one) for one in chosen)


def _strongest(found: Iterable[_Found]) -> list[_Found]:
    return sorted(found, key=lambda one: (-one.strength, one.here[0][0] - one.here[0][1], one.here))


def _finished(pair: _Pair, found: _Found) -> Reason:
    start, end = found.here[0]
    return Reason(
        found.kind,
        " ".join(pair.here.text[start:end].split()),
        tuple((first + pair.here.start, last + pair.here.start) for first, last in found.here),
        tuple((first + pair.there.start, last + pair.there.start) for first, last in found.there),
    )


def _runs(pair: _Pair, named: Sequence[tuple[int, int]]) -> tuple[list[_Found], list[_Found]]:
    """Runs of words in both texts, and phrases that are too short for that; names are neither."""
    wordings, phrases = [], []
    for run in common_runs(pair.here_words, pair.there_words):
        telling = [word for word in pair.here_words[run.here : run.here + run.length] if word.term]
        if any(_within(word, named) for word in telling) and len(telling) < WORDING:
            continue
        uncommon = sum(word.term not in COMMON_TERMS and not _within(word, named) for word in telling)
        here = _spans(pair.here_words, run.here, run.length)
        there = _spans(pair.there_words, run.there, run.length)
        strength = pair.strength([here])
        if len(telling) >= WORDING and uncommon >= 2:
            wordings.append(_Found("wording", strength, (here,), (there,)))
        elif len(telling) == run.length < WORDING and uncommon and _plain(pair.here.text[slice(*here)]):
            strength = max(pair.weights.idf(word.term) for word in telling)
            phrases.append(_Found("term", strength, (here,), (there,)))
    return wordings, phrases


def _quotations(pair: _Pair) -> list[_Found]:
    """What both texts quote: all of the one's quotation, or several telling words of it."""
    found = []
    for first in quoted(pair.here.text):
        here = [word for word in pair.here_words if _within(word, [first])]
        for second in quoted(pair.there.text):
            there = [word for word in pair.there_words if _within(word, [second])]
            whole = min(_telling(here), _telling(there))
            for run in _quoted_runs(here, there):
                telling = _telling(here[run.here : run.here + run.length])
                spans = _spans(here, run.here, run.length), _spans(there, run.there, run.length)
                strength = pair.strength([spans[0]])
                if telling >= QUOTED or (telling == whole and strength >= pair.weights.rare):
                    found.append(_Found("quote", strength, (spans[0],), (spans[1],)))
    return found


def _quoted_runs(here: Sequence[Word], there: Sequence[Word]) -> list[Run]:
    """The common runs of two quotations, one of which may be a single word."""
    if _telling(here) == 1 or _telling(there) == 1:
        return [
            Run(first, second, 1)
            for first, one in enumerate(here)
            for second, other in enumerate(there)
            if one.term and one.form == other.form
        ][:1]
    return common_runs(here, there)


def _entities(pair: _Pair) -> list[_Found]:
    """Entities that both passages name."""
    here, there = _named(pair.here), _named(pair.there)
    found = []
    for entity in here.keys() & there.keys():
        spans = sorted(here[entity], key=lambda span: (span[0] - span[1], span))
        found.append(_Found("entity", pair.strength(spans[:1]), tuple(spans), tuple(sorted(there[entity]))))
    return found


def _named(side: Side) -> dict[str, list[tuple[int, int]]]:
    named: dict[str, list[tuple[int, int]]] = {}
    for mention in side.mentions:
        start, end = mention.start - side.start, mention.end - side.start
        if 0 <= start < end <= len(side.text):
            named.setdefault(mention.entity, []).append((start, end))
    return named


def _dates(pair: _Pair) -> list[_Found]:
    """Days that both passages mean, be they named by the calendar or told from that of the writing."""
    there = days_named(pair.there.text, pair.there.start, pair.there.dates)
    found: dict[tuple[tuple[int, int], ...], list[tuple[int, int]]] = {}
    for date in days_named(pair.here.text, pair.here.start, pair.here.dates):
        equal = tuple((other.start, other.end) for other in there if date.is_same(other))
        if equal:
            found.setdefault(equal, []).append((date.start, date.end))
    return [_Found("date", pair.strength(here[:1]), tuple(here), equal) for equal, here in found.items()]


def _numbers(pair: _Pair) -> list[_Found]:
    """Numbers that count the same thing in both passages, or are too exact to be equal by chance."""
    there = numbers(pair.there.text)
    found = []
    for one in numbers(pair.here.text):
        spans = [pair_of_spans for other in there if (pair_of_spans := _same(one, other))]
        if spans:
            strength = pair.weights.rare + pair.strength([spans[0][0]])
            found.append(_Found("number", strength, (spans[0][0],), tuple(there for _, there in spans)))
    return found


def _same(one: Number, other: Number) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where two numbers stand, with what they count, if they are the same and that is no chance."""
    if one.value != other.value or one.unit != other.unit:
        return None
    counted = next((term for term in one.counted if term in other.counted), None)
    if counted is not None:
        return (one.start, one.counted[counted]), (other.start, other.counted[counted])
    return ((one.start, one.end), (other.start, other.end)) if one.unit or one.exact else None


def _terms(pair: _Pair) -> list[_Found]:
    """Telling words that stand in both passages."""
    there: dict[str, list[tuple[int, int]]] = {}
    for word in pair.there_words:
        if word.term:
            there.setdefault(word.term, []).append((word.start, word.end))
    here: dict[str, list[tuple[int, int]]] = {}
    for word in pair.here_words:
        if word.term in there and word.term not in COMMON_TERMS and not word.form.isdigit():
            here.setdefault(word.term, []).append((word.start, word.end))
    return [
        _Found("term", pair.weights.idf(term), tuple(spans), tuple(there[term]))
        for term, spans in here.items()
    ]


def _plain(phrase: str) -> bool:
    """Whether a phrase is nothing but words of letters."""
    return phrase.translate(_BETWEEN_WORDS).isalpha()


def _telling(run: Sequence[Word]) -> int:
    return sum(bool(word.term) for word in run)


def _spans(run: Sequence[Word], first: int, length: int) -> tuple[int, int]:
    return run[first].start, run[first + length - 1].end


def _within(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in spans)


def _covered(found: _Found, chosen: Sequence[_Found]) -> bool:
    """Whether what is found stands, in either text, only where other reasons already point."""
    return _all_overlap(found.here, [one.here for one in chosen]) or _all_overlap(
        found.there, [one.there for one in chosen]
    )


def _all_overlap(mine: Pairs, others: Sequence[Pairs]) -> bool:
    taken = [span for spans in others for span in spans]
    return all(any(start < last and first < end for first, last in taken) for start, end in mine)
