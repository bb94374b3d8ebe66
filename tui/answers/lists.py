"""Answers about lists: what a query finds, why nothing, what may be asked, and the searches that are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.message import Message

from index.model import Completion, Explanation, Facets, Headline, HitClause, Listing
from tui.answers.failing import Failed
from tui.history import History
from tui.render.arrays import Ints
from tui.render.facets import FacetRow
from tui.render.titles import TitleCells
from tui.saved import SavedSearches, Tally


@dataclass(frozen=True, slots=True)
class Found:
    """A query was answered."""

    listing: Listing
    """What was found."""
    headlines: Mapping[int, Headline] | None = None
    """All headlines, where they were read anew."""
    keys: Mapping[str, int] = field(default_factory=dict)
    """Their keys by the documents' ids."""
    measured: TitleCells | None = None
    """Their widths."""
    clauses: tuple[HitClause, ...] = ()
    """The clauses of the query that hits can be of."""
    leaders: "Ints | None" = None
    """For each document the place in the list of the one that leads its copies."""


@dataclass(frozen=True, slots=True)
class QueryRefused:
    """A query cannot be read, or takes too long."""

    reason: str
    """Why, for the user to read."""
    start: int
    """Where in the query the trouble begins."""
    end: int
    """Where it ends."""


@dataclass
class FindEnded(Message):
    """A search for a list has ended."""

    question: int
    """Number of the question."""
    answer: Found | QueryRefused | Failed | None
    """What came of it; None where it was called off."""
    trouble: QueryRefused | None = None
    """Why the query cannot be read as it stands, where it was finished to be searched while one types."""


@dataclass
class Explained(Message):
    """It is known why a query finds nothing, or a part of it."""

    question: int
    """Number of the question."""
    explanation: Explanation
    """Why, and what would find something."""


@dataclass
class ClauseCounted(Message):
    """It is known in which documents of a list a clause has hits."""

    question: int
    """Number of the question."""
    hits: Sequence[int] | None
    """Number of its hits in each document of the list; None where that could not be found out."""
    reason: str = ""
    """Why not, for the user to read."""


@dataclass(frozen=True, slots=True)
class FacetsFound:
    """Results were counted by outlet, language and day."""

    facets: Facets
    """The numbers."""
    rows: tuple[FacetRow, ...]
    """Outlets, languages and what has no date, as a list shows them."""
    copies: int = 0
    """How many of the articles are copies of others among them."""


@dataclass
class FacetsFetched(Message):
    """The facets of the results are known, or cannot be."""

    question: int
    """Number of the question."""
    answer: FacetsFound | Failed
    """What came of it."""


@dataclass
class CompletionsFound(Message):
    """What may stand where one types is known."""

    question: int
    """Number of the question."""
    completions: tuple[Completion, ...]
    """What may stand there."""


@dataclass
class HistoryRead(Message):
    """The searches that were made are known."""

    history: History
    """The searches."""


@dataclass
class SavedRead(Message):
    """The saved searches were read, and some of them or all were counted."""

    searches: SavedSearches
    """The searches."""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    """How many articles some of them find, by query."""
    is_counted: bool = False
    """Whether these are all of them, counted on what the library holds now."""
