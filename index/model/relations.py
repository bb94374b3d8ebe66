"""Passages that speak of the same, and why."""

from dataclasses import dataclass
from typing import Literal

from index.model.articles import Document
from index.model.tracing import Carrying

ReasonKind = Literal["quote", "wording", "entity", "date", "number", "term"]
"""A shared quotation, run of words or statement in other words, person or place or body, date, number,
telling word."""

Pairs = tuple[tuple[int, int], ...]
"""Places in a text: first code point and one past the last."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that two passages have in common."""

    kind: ReasonKind
    """What it is."""
    text: str
    """As it stands in the passage at hand, blanks and line ends made one blank; "…" between the parts of a
    statement in other words."""
    here: Pairs
    """Where it stands in the text of the passage at hand, at least once."""
    there: Pairs
    """Where it stands in the text of the other."""
    how: Carrying | None = None
    """How the other has a quotation; None where both quote no more than some words of it."""
    day: str | None = None
    """Of a date the first day that both mean, ISO, where that is known."""

    @property
    def is_statement(self) -> bool:
        """Whether both say the same in other words: `here` and `there` are the words that tell it."""
        return self.kind == "wording" and len(self.here) + len(self.there) > 2


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that says in nearly the same words what another says."""

    document: Document
    """The document it is in."""
    passage: int
    """Its number there."""
    start: int
    """First code point in that document's text."""
    end: int
    """One past the last."""
    text: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class Related(Copy):
    """A passage of another document that speaks of the same."""

    score: float = 0.0
    """Only good for comparing within one answer."""
    reasons: tuple[Reason, ...] = ()
    """Why, the strongest first."""
    copies: tuple[Copy, ...] = ()
    """Near-identical passages of other documents."""
