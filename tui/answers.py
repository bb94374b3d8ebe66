"""What comes back from the library, as messages: each bears the number of its question.

A screen that has asked again meanwhile drops an answer with an older number.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from index.model import Headline, Listing, Progress, Reading, Skipped


@dataclass
class Found(Message):
    """A query was answered."""

    question: int
    """Number of the question."""
    listing: Listing
    """What was found."""
    headlines: Mapping[int, Headline] | None
    """All headlines, where they were read anew."""


@dataclass
class QueryRefused(Message):
    """A query cannot be read."""

    question: int
    """Number of the question."""
    reason: str
    """Why, for the user to read."""
    start: int
    """Where in the query the trouble begins."""
    end: int
    """Where it ends."""


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


@dataclass
class Failed(Message):
    """The library could not answer."""

    reason: str
    """Why, for the user to read."""
