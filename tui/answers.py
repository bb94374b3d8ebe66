"""What comes back from the library, as messages: each bears the number of its question.

A screen that has asked again meanwhile drops an answer with an older number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.message import Message

from index.model import (
    Companion,
    Comparison,
    Completion,
    DatedLine,
    Entity,
    EntityPage,
    Explanation,
    Facets,
    Foreseen,
    Gathered,
    Gathering,
    Headline,
    Hit,
    HitClause,
    KwicLine,
    KwicSort,
    Likeness,
    Listing,
    Mending,
    Named,
    Passage,
    Progress,
    Quoted,
    Reading,
    Related,
    Skipped,
    Timeline,
    Trace,
    Version,
)
from tui.history import History
from tui.render.entities import Groups
from tui.render.facets import FacetRow
from tui.render.titles import TitleCells
from tui.saved import SavedSearches, Tally
from tui.sifting import Ints
from tui.trail import Step
from tui.trails import KeptTrail


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
class Failed(Message):
    """The library could not answer."""

    reason: str
    """Why, for the user to read."""


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


@dataclass
class ArticleFetched(Message):
    """A document is there to be read."""

    question: int
    """Number of the question."""
    key: int
    """Its key in the list."""
    reading: Reading
    """The document, as the query leads to it."""


@dataclass
class FetchFailed(Message):
    """A document that was asked for cannot be read."""

    question: int
    """Number of the question."""
    reason: str
    """Why, for the user to read."""


@dataclass
class SkippedFetched(Message):
    """The files that were not read in are known."""

    skipped: tuple[Skipped, ...]
    """The files."""


@dataclass
class SyncTold(Message):
    """Bringing the library up to date has come further."""

    progress: Progress
    """How far."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, SyncTold)


@dataclass
class SyncEnded(Message):
    """The library has been brought up to date, or could not be."""

    error: str | None
    """Why not, for the user to read."""
    added: int = 0
    """Documents that are new."""
    updated: int = 0
    """Documents that have changed."""
    removed: int = 0
    """Documents that are gone."""
    skipped: int = 0
    """Files that were not read in."""
    trouble: str = ""
    """What went wrong without being in the way of anything else."""


@dataclass
class ModelHeard(Message):
    """A model has voted on the names of the library, as far as it could."""

    trouble: str = ""
    """What went wrong, for the user to read."""


@dataclass
class EntitiesFetched(Message):
    """The entities of a document, or of all that matches, are known."""

    question: int
    """Number of the question."""
    document: str | None
    """Id of the document; None for those of all that matches."""
    entities: Groups
    """The entities."""
    only_known: str = ""
    """Of a document that is not in English, its language: none but known names are looked for in it."""


@dataclass
class RelatedFetched(Message):
    """The related passages of a passage are known."""

    question: int
    """Number of the question."""
    passage: Passage
    """The passage."""
    related: tuple[Related, ...]
    """What is related to it, best first."""


@dataclass
class RelatedToText(Message):
    """What speaks of the same as some words is known."""

    question: int
    """Number of the question."""
    start: int | None
    """Where in the open article the words begin; None where they are not in it."""
    related: tuple[Related, ...]
    """What is related to them, best first; the places here count in the words."""


@dataclass
class Compared(Message):
    """Two articles were compared."""

    question: int
    """Number of the question."""
    comparison: Comparison | None
    """What came of it; None where that was not possible."""
    trouble: str = ""
    """Why not, for the user to read."""


@dataclass
class VersionsFetched(Message):
    """The copies of an article are known."""

    versions: tuple[Version, ...]
    """They and the article, the one that leads first."""


@dataclass
class TraceFetched(Message):
    """Who carries a quotation is known."""

    question: int
    """Number of the question."""
    trace: Trace
    """Who carries it."""


@dataclass
class SavedRead(Message):
    """The saved searches were read, and some of them or all were counted."""

    searches: SavedSearches
    """The searches."""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    """How many articles some of them find, by query."""
    is_counted: bool = False
    """Whether these are all of them, counted on what the library holds now."""


@dataclass
class TrailsRead(Message):
    """The trails that are kept were looked at."""

    kept: tuple[KeptTrail, ...]
    """The trails, the last kept first."""


@dataclass
class TrailWritten(Message):
    """A trail was written down, or could not be."""

    path: str
    """The file."""
    trouble: str = ""
    """Why it could not be, for the user to read; empty where it was."""


@dataclass
class StepFetched(Message):
    """What stands where a step of the trail leads is known."""

    step: Step
    """The step."""
    text: str
    """Its passage; why there is none, where there is none."""


@dataclass
class HistoryRead(Message):
    """The searches that were made are known."""

    history: History
    """The searches."""


@dataclass
class CompletionsFound(Message):
    """What may stand where one types is known."""

    question: int
    """Number of the question."""
    completions: tuple[Completion, ...]
    """What may stand there."""


@dataclass
class HitsFetched(Message):
    """The hits of another query in the open article are known."""

    question: int
    """Number of the question."""
    document: str
    """Id of the article."""
    hits: tuple[Hit, ...]
    """The hits."""


@dataclass(frozen=True, slots=True)
class FacetsFound:
    """Results were counted by outlet, language and day."""

    facets: Facets
    """The numbers."""
    rows: tuple[FacetRow, ...]
    """Outlets, languages and what has no date, as a list shows them."""


@dataclass
class FacetsFetched(Message):
    """The facets of the results are known, or cannot be."""

    question: int
    """Number of the question."""
    answer: FacetsFound | Failed
    """What came of it."""


@dataclass
class ContextsFetched(Message):
    """Some hits of a concordance are known in their contexts."""

    question: int
    """Number of the question."""
    contexts: Mapping[int, KwicLine | None]
    """The lines by the numbers of the hits; None for one that is not there any more."""
    trouble: str = ""
    """Why they could not be fetched, for the user to read."""


@dataclass
class TimelineFetched(Message):
    """The dates of an article, or of all that matches, are known, or cannot be."""

    question: int
    """Number of the question."""
    timeline: Timeline | None
    """Where they are, in the order of the days they mean; None where they could not be found out."""
    trouble: str = ""
    """Why not, for the user to read."""


@dataclass
class DatedFetched(Message):
    """Some dates of a chronology are known in their sentences."""

    question: int
    """Number of the question."""
    lines: Mapping[int, DatedLine | None]
    """The lines by the places of the dates in the timeline; None for one that is not there any more."""
    trouble: str = ""
    """Why they could not be fetched, for the user to read."""


@dataclass
class OrderTold(Message):
    """Putting hits in order has come further."""

    question: int
    """Number of the question."""
    share: float
    """How far, 0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, OrderTold)


@dataclass
class OrderEnded(Message):
    """Hits are in order, or could not be put in it."""

    question: int
    """Number of the question."""
    orders: Mapping[KwicSort, Ints]
    """The numbers of all hits in the order asked for, and in such others as were found on the way."""
    trouble: str = ""
    """Why there is none, for the user to read."""


@dataclass
class PageFetched(Message):
    """What there is to know of an entity at first sight is known, or cannot be."""

    question: int
    """Number of the question."""
    page: EntityPage | None
    """Who or what it is, and where."""
    trouble: str = ""
    """Why there is nothing, for the user to read."""


@dataclass
class GatheredFetched(Message):
    """It is known where some places of an entity are, or cannot be."""

    question: int
    """Number of the question."""
    wanted: Gathering
    """Which places."""
    gathered: Gathered | None
    """The documents they are in."""
    trouble: str = ""
    """Why there are none, for the user to read."""


@dataclass
class QuotedCounted(Message):
    """It is known how often an entity is quoted, and spoken of."""

    question: int
    """Number of the question."""
    quoted: Quoted
    """How often."""


@dataclass
class CompanionsTold(Message):
    """Counting with whom an entity is mentioned has come further."""

    question: int
    """Number of the question."""
    share: float
    """How far, 0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, CompanionsTold)


@dataclass
class CompanionsFound(Message):
    """It is known with whom an entity is mentioned, or cannot be."""

    question: int
    """Number of the question."""
    companions: tuple[Companion, ...]
    """They, the strongest first."""
    trouble: str = ""
    """Why there are none, for the user to read."""


@dataclass
class NamedFound(Message):
    """It is known who and what is named at a place."""

    question: int
    """Number of the question."""
    entities: tuple[Entity, ...]
    """They, in the order of the text."""


@dataclass
class MarksRead(Message):
    """It is known which articles were read."""

    read: frozenset[str]
    """Their ids."""
    taken_over: frozenset[str]
    """Those that were taken over from the session."""


@dataclass
class TagsRead(Message):
    """The tags of an article, and all there are."""

    document: str
    """Its id."""
    tags: tuple[str, ...]
    """Its tags."""
    known: Mapping[str, int]
    """In how many articles each tag is, the most frequent first."""


@dataclass
class MendingForeseen(Message):
    """It is known what a mending would do."""

    mending: Mending
    """The mending."""
    foreseen: Foreseen
    """What it would do."""


@dataclass
class TargetsFound(Message):
    """It is known who is called as it was typed."""

    typed: str
    """What was typed."""
    found: tuple[tuple[Entity, str], ...]
    """The entities, each with the reason why it is offered, which may be empty."""


@dataclass
class FormsFound(Message):
    """It is known under which forms an entity is mentioned."""

    forms: tuple[tuple[str, int], ...]
    """Each with how often, the most frequent first."""


@dataclass
class MendingsFound(Message):
    """All mendings are known."""

    listed: tuple[Mending, ...]
    """They, in the order in which they were made."""
    idle: frozenset[Mending]
    """Those that are about what is in no text now."""
    troubles: tuple[str, ...]
    """What in their file cannot be read."""


@dataclass
class LikenessesFound(Message):
    """It is known which entities may be one."""

    found: tuple[Likeness, ...]
    """They, the likeliest first."""


@dataclass
class WatchListChanged(Message):
    """The user watches for others than the articles were read for."""

    text: str
    """Whom, as it is kept."""


@dataclass
class NamesWatched(Message):
    """A name was put on the list of those watched for, or taken off."""

    said: str
    """What there is to say."""


@dataclass
class NamesMended(Message):
    """Something was said of names, or taken back."""

    mending: Mending | None
    """What; None where there was nothing to be done."""
    to: Named | None
    """The entity to look at now."""
    said: str
    """What there is to say."""
