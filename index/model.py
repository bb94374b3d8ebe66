"""What the library knows, as plain values: no engine is needed to hold or compare them.

Offsets count code points of `Article.text`, or of the title where a span says so. Dates
are ISO strings (`2025-06-23`), which sort as they should.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from operator import eq
from typing import Literal

Field = Literal["text", "title"]
"""Which string of a document an offset counts in."""

Sort = Literal["relevance", "newest", "oldest", "source", "hits"]
"""The orders in which results can be asked for."""

SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "source", "hits")


KwicSort = Literal["relevance", "left", "right", "date", "source"]
"""The orders of hits in their contexts; left and right are the words beside them, dates the newest first."""

KWIC_SORTS: tuple[KwicSort, ...] = ("relevance", "left", "right", "date", "source")

EntityType = Literal["person", "organisation", "place", "group", "event", "work"]
"""What an entity is; a group is a nationality, a faith or a movement."""

ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "event", "work")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text or title."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    field: Field = "text"
    """The string the offsets count in."""


@dataclass(frozen=True, slots=True)
class Hit(Span):
    """A place that makes a document match the query."""

    clause: int = 0
    """Number of the query's clause that is met here (`SearchResults.clauses`)."""


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A place that names an entity."""

    text: str = ""
    """What stands there."""
    type: EntityType = "person"
    """What the entity is."""
    entity: str = ""
    """Id of the entity."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, group, event or work that is mentioned."""

    id: str
    """Opaque; the same as long as its name and type are."""
    name: str
    """The name it is shown under."""
    type: EntityType
    """What it is."""
    aliases: tuple[str, ...]
    """The forms under which it is mentioned, the most frequent first."""
    mentions: int
    """Number of mentions."""
    documents: int
    """Number of documents that mention it."""


class Entities(Sequence[Entity]):
    """Entities in an order; the values are made when they are looked at, since there may be very many."""

    @abstractmethod
    def find(self, id: str) -> int | None:
        """Where the entity with an id stands; None where it is not among them."""

    @abstractmethod
    def by_type(self, types: Sequence[EntityType] = ENTITY_TYPES) -> "Entities":
        """The same in another order: by type, those of one type the most mentioned first."""

    @abstractmethod
    def number_of(self, type: EntityType) -> int:
        """How many of them are of a type."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Entities, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)} entities>"


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


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document, or a piece of a very long one."""

    document: str
    """Id of the document."""
    number: int
    """Place in the document, from 0."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    line: int
    """Line of the source file on which it begins, from 1."""
    page: int | None = None
    """Page of the source file, where it has pages."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article, without its text."""

    id: str
    """Opaque; the same as long as the content of the file is."""
    path: str
    """Absolute path of the file it came from."""
    title: str
    """The headline; where there was none, the first sentence, cut at a word."""
    source: str | None
    """The outlet."""
    byline: str | None
    """Who wrote it."""
    published: str | None
    """ISO date of publication."""
    language: str | None
    """ISO 639-1 code, where it could be told."""
    url: str | None
    """Address it was taken from."""
    sha256: str
    """Of the file, in hexadecimal."""
    collected: str
    """ISO time (UTC) at which Cuttings first saw it."""


@dataclass(frozen=True, slots=True)
class Article(Document):
    """A document with its text and all that is known of it."""

    text: str
    """What the reader shows below the head."""
    passages: tuple[Passage, ...]
    """Its paragraphs in order."""
    mentions: tuple[Mention, ...] = ()
    """Who and what is named in it: those in the title first, then in the order of the text."""


def head_of(article: Article) -> Document:
    """A document without its text."""
    return Document(*(getattr(article, name) for name in Document.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of a document."""

    id: str
    """Id of the document."""
    title: str
    """Its title."""
    source: str | None
    """Its outlet."""
    published: str | None
    """ISO date of publication."""


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


@dataclass(frozen=True, slots=True)
class Bounded:
    """A clause that stands for more words than were looked for."""

    text: str
    """The clause as it stands in the query."""
    words: int
    """How many of its words were looked for, the most frequent ones."""
    left_out: int
    """How many were not."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a document around some of its hits."""

    passage: int
    """Number of the passage it is from."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    text: str
    """Exactly `Article.text[start:end]`."""
    spans: tuple[tuple[int, int], ...]
    """The hits in it, as offsets into `text` of the snippet."""


@dataclass(frozen=True, slots=True)
class Result:
    """A document that matches, with where."""

    document: Document
    """The document."""
    score: float
    """Its rank value (BM25F); only good for comparing within one search."""
    hits: int
    """Number of hits in title and text."""
    title_spans: tuple[tuple[int, int], ...]
    """The hits in the title."""
    snippets: tuple[Snippet, ...]
    """The best places in the text, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as a query leads to it."""

    article: Article
    """The document."""
    hits: tuple[Hit, ...]
    """Where it matches, those in the title first."""
    snippets: tuple[Snippet, ...]
    """The best places in the text, in the order of the text."""


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


@dataclass(frozen=True, slots=True)
class SearchResults:
    """A page of the answer to a query."""

    query: str
    """As it was asked."""
    total: int
    """Number of documents that match."""
    hits_total: int
    """Number of hits in all of them."""
    undated: int
    """Documents that a date filter left out only because they have no date."""
    clauses: tuple[Clause, ...]
    """The query's clauses in order."""
    suggestions: tuple[str, ...]
    """Queries that would find something, where this one does not."""
    seconds: float
    """What the search took."""
    results: tuple[Result, ...]
    """The page."""
    bounded: tuple[Bounded, ...] = ()
    """The clauses that stand for more words than were looked for."""
    explanation: Explanation | None = None
    """Why it or a part of it finds nothing, where that is so."""


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


@dataclass(frozen=True, slots=True)
class Listing:
    """All documents that match a query, in order, without their content: what a list needs."""

    query: str
    """As it was asked; empty for all documents."""
    keys: Sequence[int]
    """Catalog keys of the documents, in order."""
    hits: Sequence[int]
    """Number of hits in each of them."""
    hits_total: int
    """Their sum."""
    undated: int
    """Documents that a date filter left out only because they have no date."""
    clauses: tuple[Clause, ...]
    """The query's clauses in order."""
    bounded: tuple[Bounded, ...] = ()
    """The clauses that stand for more words than were looked for."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value by which documents can be chosen: an outlet, a language."""

    value: str
    """Name of the outlet, ISO 639-1 code of the language."""
    documents: int
    """Documents of the results that have it."""
    others: int
    """Documents that have it and would match, too, did the query not choose by values of this kind."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The documents that match a query, counted by outlet, language and day."""

    query: str
    """As it was asked; empty for all documents."""
    total: int
    """Number of documents that match."""
    outlets: tuple[Facet, ...]
    """Those with most documents first."""
    without_outlet: int
    """Documents of which no outlet is known."""
    languages: tuple[Facet, ...]
    """Those with most documents first."""
    without_language: int
    """Documents of which the language is not known."""
    days: Sequence[int]
    """Days on which documents were published, ascending, as `datetime.date.fromordinal` takes them."""
    articles: Sequence[int]
    """Number of documents of each of these days."""
    undated: int
    """Documents without a date."""
    undated_left_out: int
    """Documents that a date filter left out only because they have no date."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the library although it lies in its folders."""

    path: str
    """Absolute path."""
    reason: str
    """Why, for the user to read."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What bringing a library up to date did."""

    documents: int
    """Documents in the library now."""
    passages: int
    """Passages in the library now."""
    added: int
    """Documents that are new."""
    updated: int
    """Documents whose file has other content than before, or another name."""
    removed: int
    """Documents whose file is gone or is no article any more."""
    unchanged: int
    """Documents that are as they were."""
    skipped: tuple[Skipped, ...]
    """Files that are not in the library, and why."""
    seconds: float
    """What it took."""
    trouble: tuple[str, ...] = ()
    """What went wrong without being in the way of anything else, for the user to read."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far bringing a library up to date has come."""

    stage: Literal["waiting", "looking", "reading", "finishing", "naming", "relating", "merging"]
    """What is being done; `waiting` for another process that writes to the library."""
    done: int
    """Files dealt with."""
    total: int
    """Files to deal with; 0 while they are being counted."""


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """An index that is kept about a library."""

    holds: str
    """What it holds: "articles" or "passages"."""
    items: int
    """How many."""
    removed: int
    """How many were taken out and still take room."""
    segments: int
    """Of how many segments it is made."""
    words: int
    """Different words in it."""
    bytes: int
    """Its files on disk."""


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """A library that is kept on this machine."""

    id: str
    """Opaque; made from the set of its paths."""
    paths: tuple[str, ...]
    """The files and folders it was opened on."""
    documents: int | None
    """Documents in it; None where that cannot be read."""
    bytes: int
    """What is kept about it, on disk."""
    opened: str
    """ISO time (UTC) at which it was last opened."""
    directory: str
    """Where it is kept."""
    data_directory: str | None
    """Where what the user made in it is kept; None where the user made nothing."""
    problems: tuple[str, ...] = ()
    """What is wrong with it, for the user to read."""
    stores: tuple[StoreInfo, ...] = ()
    """Its indexes, where they were looked at."""
    matchers: tuple[tuple[str, int], ...] = ()
    """The kinds of clause, where they were tried, and how many of Whoosh's matchers each takes; 0 is fast."""
