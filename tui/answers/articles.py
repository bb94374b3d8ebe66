"""Answers about articles: their texts, what in others speaks of the same, marks, and the way through them."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from index.model import Comparison, Hit, Passage, Reading, Related, Trace, Version
from tui.trail import Step, Trail
from tui.trails import KeptTrail


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
class HitsFetched(Message):
    """The hits of another query in the open article are known."""

    question: int
    """Number of the question."""
    document: str
    """Id of the article."""
    hits: tuple[Hit, ...]
    """The hits."""


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
    """Copies of an article are known, all that are shown or the first of them."""

    versions: tuple[Version, ...]
    """They and the article, the one that leads first."""
    total: int
    """How many there are."""
    is_whole: bool = False
    """Whether no more are to come."""
    is_searched: bool = True
    """Whether it is known that there are no others: all articles were looked through."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, VersionsFetched)


@dataclass
class TraceFetched(Message):
    """Who carries a quotation is known."""

    question: int
    """Number of the question."""
    trace: Trace
    """Who carries it."""


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
class StepFetched(Message):
    """What stands where a step of the trail leads is known."""

    step: Step
    """The step."""
    text: str
    """Its passage; why there is none, where there is none."""


@dataclass
class TrailsRead(Message):
    """The trails that are kept were looked at."""

    kept: tuple[KeptTrail, ...]
    """The trails, the last kept first."""


@dataclass
class WalkedElsewhere(Message):
    """Another room on the same library has written where it went."""

    trail: Trail
    """Its trail."""
    kept_as: str = ""
    """The name under which that is kept, since it is another trail than the one walked here."""


@dataclass
class TrailWritten(Message):
    """A trail was written down, or could not be."""

    path: str
    """The file."""
    trouble: str = ""
    """Why it could not be, for the user to read; empty where it was."""
