"""Two passages that are compared, each read once, and what is found in both."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from index.model import Carrying, Pairs, ReasonKind
from index.quotes.marks import quoted
from index.related.days import DayNamed, days_named
from index.related.denials import Denial, denied
from index.related.runs import Word, words
from index.related.sides import Side, Weights

Span = tuple[int, int]
"""First code point and one past the last, counted from where the passage begins."""


class Quotation(NamedTuple):
    """A quotation within a passage."""

    start: int
    """First code point in the passage."""
    end: int
    """One past the last."""
    entity: str | None
    """Id of the entity that speaks, where that is known."""


class Name(NamedTuple):
    """What a word is part of the name of."""

    entity: str
    """Id of the entity."""
    form: str
    """The name as it is written there, in small letters."""


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


class Reading:
    """A passage with what stands in it, found once for all that it is compared with."""

    def __init__(self, side: Side) -> None:
        """Take a passage."""
        self.side = side
        """The passage."""
        self.text = side.text
        """Its text."""

    @cached_property
    def words(self) -> Sequence[Word]:
        """Its words."""
        return words(self.text)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [word.start for word in self.words]

    def words_in(self, spans: Iterable[Span]) -> Iterator[Word]:
        """The words that stand in some places."""
        for start, end in spans:
            for at in range(bisect_left(self._starts, start), len(self.words)):
                word = self.words[at]
                if word.end > end:
                    break
                yield word

    @cached_property
    def days(self) -> list[DayNamed]:
        """The days that it names."""
        return days_named(self.text, self.side.start, self.side.dates)

    @cached_property
    def named(self) -> dict[str, list[Span]]:
        """Where it names each entity."""
        named: dict[str, list[Span]] = {}
        begin, size = self.side.start, len(self.text)
        for mention in self.side.mentions:
            first, last = mention.start - begin, mention.end - begin
            if 0 <= first < last <= size:
                named.setdefault(mention.entity, []).append((first, last))
        return named

    @cached_property
    def naming(self) -> dict[int, Name]:
        """By where they start, the words that name an entity or are part of its name."""
        return {
            word.start: Name(entity, self.text[slice(*span)].lower())
            for entity, spans in self.named.items()
            for span in spans
            for word in self.words_in([span])
        }

    @cached_property
    def denied(self) -> dict[int, Denial]:
        """By where each denied word begins, what denies it; only English is read for it."""
        is_read = self.side.language is None or self.side.language.lower().startswith("en")
        return denied(self.text, self.words) if is_read else {}

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Its quotations; of one that goes on beyond it the part that is in it."""
        if self.side.quotes is None:
            return [Quotation(start, end, None) for start, end in quoted(self.text)]
        found = []
        for one in self.side.quotes:
            start, end = max(one.start - self.side.start, 0), min(one.end - self.side.start, len(self.text))
            if one.field == "text" and start < end:
                found.append(Quotation(start, end, one.entity))
        return found


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, and how telling words are."""

    here: Reading
    """The passage at hand."""
    there: Reading
    """The other."""
    weights: Weights
    """How telling words are."""

    def telling(self, spans: Iterable[Span]) -> Iterator[float]:
        """How telling the words in some places of the passage at hand are, each counted once."""
        return self._telling(self.here, spans)

    def strength(self, spans: Iterable[Span]) -> float:
        """All that the words in some places of the passage at hand tell."""
        return sum(self._telling(self.here, spans))

    def strength_there(self, spans: Iterable[Span]) -> float:
        """All that those in some places of the other tell."""
        return sum(self._telling(self.there, spans))

    def _telling(self, reading: Reading, spans: Iterable[Span]) -> Iterator[float]:
        return map(self.weights.idf, {word.term for word in reading.words_in(spans) if word.term})
