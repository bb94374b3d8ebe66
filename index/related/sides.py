"""Two passages that are compared, with all that is known of them, and what is found in both."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from index.model import Carrying, Pairs, ReasonKind
from index.related.days import Dated, DayNamed, days_named
from index.related.runs import Word, words


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


class Quoted(Protocol):
    """A quotation in a document."""

    @property
    def start(self) -> int:
        """First code point of the quoted words."""

    @property
    def end(self) -> int:
        """One past the last."""

    @property
    def field(self) -> str:
        """The string they count in: `text` or `title`."""

    @property
    def entity(self) -> str | None:
        """Id of the entity that speaks, where that is known."""


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
    quotes: Sequence[Quoted] | None = None
    """Quotations in the document; None where they are to be found in the passage alone."""

    def inside(self, start: int, end: int) -> tuple[int, int] | None:
        """A place in the document, counted from where the passage begins; None if it is not all in it."""
        first, last = start - self.start, end - self.start
        return (first, last) if 0 <= first < last <= len(self.text) else None


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling words are in a library."""

    idf: Callable[[str], float]
    """Inverse document frequency of a term."""
    rare: float
    """The same of a word that is rare in it (`Snapshot.rare`)."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something in both passages; offsets count from where they begin."""

    kind: ReasonKind
    """What it is."""
    strength: float
    """How telling its words are, in the measure of their idf."""
    here: Pairs
    """Where it stands in the passage at hand."""
    there: Pairs
    """Where it stands in the other."""
    lift: float = 1.0
    """How much more often what is of this kind stands in a right row than in a wrong one."""
    how: Carrying | None = None
    """How the other has a quotation."""
    day: str | None = None
    """The first day that both mean, ISO."""

    @property
    def is_statement(self) -> bool:
        """Whether it is a statement in other words: several places that belong together."""
        return self.kind == "wording" and len(self.here) + len(self.there) > 2


class Pair:
    """What is known of two passages."""

    def __init__(self, here: Side, there: Side, weights: Weights) -> None:
        """Take the passage at hand, another, and how telling words are."""
        self.here = here
        """The passage at hand."""
        self.there = there
        """The other."""
        self.weights = weights
        """How telling words are."""
        self.here_words: Sequence[Word] = words(here.text)
        """The words of the passage at hand."""
        self.there_words: Sequence[Word] = words(there.text)
        """Those of the other."""

    @cached_property
    def days(self) -> tuple[list[DayNamed], list[DayNamed]]:
        """The days that each of the two names."""
        return _days(self.here), _days(self.there)

    @cached_property
    def named(self) -> tuple[dict[str, list[tuple[int, int]]], dict[str, list[tuple[int, int]]]]:
        """Where each of the two names an entity that both name."""
        ours, theirs = _named(self.here), _named(self.there)
        both = ours.keys() & theirs.keys()
        return {one: ours[one] for one in both}, {one: theirs[one] for one in both}

    def telling(self, spans: Iterable[tuple[int, int]]) -> Iterator[float]:
        """How telling the words in some places of the passage at hand are, each counted once."""
        return self._telling(self.here_words, spans)

    def strength(self, spans: Iterable[tuple[int, int]]) -> float:
        """All that the words in some places of the passage at hand tell."""
        return sum(self._telling(self.here_words, spans))

    def strength_there(self, spans: Iterable[tuple[int, int]]) -> float:
        """All that those in some places of the other tell."""
        return sum(self._telling(self.there_words, spans))

    def _telling(self, words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> Iterator[float]:
        return map(self.weights.idf, {word.term for word in words if word.term and within(word, spans)})


def within(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a word stands in one of some places."""
    return any(start <= word.start and word.end <= end for start, end in spans)


def _days(side: Side) -> list[DayNamed]:
    return days_named(side.text, side.start, side.dates)


def _named(side: Side) -> dict[str, list[tuple[int, int]]]:
    named: dict[str, list[tuple[int, int]]] = {}
    for mention in side.mentions:
        span = side.inside(mention.start, mention.end)
        if span is not None:
            named.setdefault(mention.entity, []).append(span)
    return named
