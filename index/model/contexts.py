"""Hits in their contexts, one a line."""

from dataclasses import dataclass
from typing import Literal

from index.model.articles import Document
from index.model.relations import Pairs
from index.model.searching import Bounded
from index.model.spans import Field

KwicSort = Literal["relevance", "left", "right", "date", "source"]
"""The orders of hits in their contexts; left and right are the words beside them, dates the newest first."""

KWIC_SORTS: tuple[KwicSort, ...] = ("relevance", "left", "right", "date", "source")


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A hit in its context."""

    document: Document
    """The document it is in."""
    field: Field
    """Whether it stands in the text or in the title."""
    passage: int | None
    """Number of its passage; None in the title."""
    start: int
    """First code point of the hit in that string."""
    end: int
    """One past the last."""
    left: str
    """What stands before it in its paragraph, as much as a line takes."""
    match: str
    """The hit."""
    right: str
    """What stands behind it."""
    clause: int = 0
    """Number of the query's clause that is met here."""
    marks: Pairs = ()
    """What of it is meant, as offsets into `match`; all of it, where nothing is said."""


@dataclass(frozen=True, slots=True)
class Kwic:
    """Every hit in its context."""

    query: str
    """As it was asked."""
    total: int
    """Number of hits in all documents that match."""
    lines: tuple[KwicLine, ...]
    """The hits, in the order that was asked for."""
    bounded: tuple[Bounded, ...] = ()
    """The clauses that stand for more words than were looked for."""
