"""The parts of a query, and what each finds."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the query that can be met or not, with how many documents meet it."""

    text: str
    """As it stands in the query."""
    documents: int
    """Number of documents of the library that meet this clause alone."""


@dataclass(frozen=True, slots=True)
class HitClause:
    """A clause of a query that hits can be of: it is no filter and stands below no NOT."""

    text: str
    """As it stands in the query."""
    start: int
    """First code point in the query."""
    end: int
    """One past the last."""
    numbers: tuple[int, ...]
    """What `Hit.clause` says of its hits; several where the query says the same more than once."""


@dataclass(frozen=True, slots=True)
class ClauseHits:
    """In which of the documents that match a query some of its clauses have hits."""

    keys: Sequence[int]
    """Catalog keys of those documents."""
    hits: Sequence[int]
    """Number of hits of these clauses in each of them, at least 1."""
    hits_total: int
    """Their sum."""
