"""What the library knows, as plain values: no engine is needed to hold or compare them.

Offsets count code points of `Article.text`, or of the title where a span says so. Dates
are ISO strings (`2025-06-23`), which sort as they should.
"""

from index.model.advice import Completion, CompletionKind, Explanation, Suggestion, SuggestionKind
from index.model.articles import Article, Document, Headline, Passage, head_of
from index.model.chronology import Chronology, DatedLine, Timeline
from index.model.clauses import Clause, ClauseHits, HitClause
from index.model.comparison import Comparison, Link, Variance, VarianceKind
from index.model.contexts import KWIC_SORTS, Kwic, KwicLine, KwicSort
from index.model.copies import Edit, EditKind, Version
from index.model.dates import GRANULARITIES, DateMeant, Granularity
from index.model.entities import ENTITY_TYPES, Entities, Entity, EntityType, Standing
from index.model.keeping import LibraryInfo, Progress, Skipped, StoreInfo, SyncReport
from index.model.located import LocatedMention
from index.model.mending import Foreseen, Likeness, Mending, MendingKind, Named
from index.model.pages import Alias, Companion, EntityPage, Gathered, Gathering, Quoted
from index.model.quotes import Quote, QuoteKind
from index.model.relations import Copy, Pairs, Reason, ReasonKind, Related
from index.model.searching import (
    SORTS,
    Bounded,
    Facet,
    Facets,
    Listing,
    Reading,
    Result,
    SearchResults,
    Snippet,
    Sort,
)
from index.model.spans import Field, Hit, Mention, Span, StandsFor
from index.model.tracing import Carrier, Carrying, Piece, Trace, Traced
from index.model.watching import Form, FormKind, WatchedName

__all__ = [
    "ENTITY_TYPES",
    "GRANULARITIES",
    "KWIC_SORTS",
    "SORTS",
    "Alias",
    "Article",
    "Bounded",
    "Carrier",
    "Carrying",
    "Chronology",
    "Clause",
    "ClauseHits",
    "Companion",
    "Comparison",
    "Completion",
    "CompletionKind",
    "Copy",
    "DateMeant",
    "DatedLine",
    "Document",
    "Edit",
    "EditKind",
    "Entities",
    "Entity",
    "EntityPage",
    "EntityType",
    "Explanation",
    "Facet",
    "Facets",
    "Field",
    "Foreseen",
    "Form",
    "FormKind",
    "Gathered",
    "Gathering",
    "Granularity",
    "Headline",
    "Hit",
    "HitClause",
    "Kwic",
    "KwicLine",
    "KwicSort",
    "LibraryInfo",
    "Likeness",
    "Link",
    "Listing",
    "LocatedMention",
    "Mending",
    "MendingKind",
    "Mention",
    "Named",
    "Pairs",
    "Passage",
    "Piece",
    "Progress",
    "Quote",
    "QuoteKind",
    "Quoted",
    "Reading",
    "Reason",
    "ReasonKind",
    "Related",
    "Result",
    "SearchResults",
    "Skipped",
    "Snippet",
    "Sort",
    "Span",
    "Standing",
    "StandsFor",
    "StoreInfo",
    "Suggestion",
    "SuggestionKind",
    "SyncReport",
    "Timeline",
    "Trace",
    "Traced",
    "Variance",
    "VarianceKind",
    "Version",
    "WatchedName",
    "head_of",
]
