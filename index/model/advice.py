"""What helps while a query is written, and when it finds nothing."""

from dataclasses import dataclass
from typing import Literal

from index.model.clauses import Clause
from index.model.entities import EntityType

CompletionKind = Literal["field", "word", "value"] | EntityType
"""What may stand in a query where something is being typed."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that may stand in a query in the place of what is being typed."""

    start: int
    """Where in the query it begins."""
    end: int
    """One past what it takes the place of."""
    text: str
    """What is to stand there."""
    kind: CompletionKind
    """What it is."""
    documents: int | None = None
    """Number of documents that have it; None for a field, and for a word that was not counted."""


SuggestionKind = Literal[
    "spelling", "form", "nearness", "field", "name", "outlet", "date", "undated", "without"
]
"""What a suggestion changes: the spelling of a word, whether other forms of it count, how near words have to
be, where they have to stand, a name, an outlet, a day; it lets undated documents in; it leaves a part out."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query near another one that finds something."""

    query: str
    """All of it."""
    documents: int
    """How many it finds."""
    kind: SuggestionKind
    """What it changes."""
    changes: tuple[tuple[str, str], ...]
    """What stood in the other query and what stands in its place; nothing where it is left out."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a query finds nothing, or some part of it does, and what would find something."""

    query: str
    """As it was asked."""
    total: int
    """Number of documents that match."""
    clauses: tuple[Clause, ...]
    """The query's clauses in order."""
    absent: tuple[str, ...]
    """The parts of it that no document meets."""
    conflict: tuple[str, ...]
    """Where each part is met somewhere: the fewest that no document meets together."""
    undated: int
    """Documents that a date filter left out only because they have no date."""
    first: str | None
    """ISO date of the oldest document that all but the date filters find; None where none do, or are."""
    last: str | None
    """ISO date of the newest."""
    suggestions: tuple[Suggestion, ...]
    """Queries that find something, the likeliest first."""
