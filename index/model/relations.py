"""Passages that speak of the same, and why."""

from dataclasses import dataclass
from typing import Literal

from index.model.articles import Document

ReasonKind = Literal["quote", "wording", "entity", "date", "number", "term"]
"""A shared quotation, run of words, person or place or body, calendar date, number, telling word."""

Pairs = tuple[tuple[int, int], ...]
"""Places in a text: first code point and one past the last."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that two passages have in common."""

    kind: ReasonKind
    """What it is."""
    text: str
    """As it stands in the passage at hand, blanks and line ends made one blank."""
    here: Pairs
    """Where it stands in the text of the passage at hand, at least once."""
    there: Pairs
    """Where it stands in the text of the other."""


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
