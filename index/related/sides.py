"""A passage that is compared, with all that is known of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.related.days import Dated


class Mention(Protocol):
    """A place in a text that names an entity."""

    @property
    def start(self) -> int:
        """First code point in the document's text."""

    @property
    def end(self) -> int:
        """One past the last."""

    @property
    def entity(self) -> str:
        """Id of the entity."""


class Quoted(Protocol):
    """A quotation in a document."""

    @property
    def start(self) -> int:
        """First code point of the quoted words."""

    @property
    def end(self) -> int:
        """One past the last."""

    @property
    def field(self) -> str:
        """The string they count in: `text` or `title`."""

    @property
    def entity(self) -> str | None:
        """Id of the entity that speaks, where that is known."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages that are compared."""

    text: str
    """Its text."""
    start: int = 0
    """Its first code point in the document's text: spans and mentions count from there."""
    mentions: Sequence[Mention] = ()
    """Mentions in the document; those outside the passage are of no account."""
    dates: Sequence[Dated] | None = None
    """Dates in the document; None where they are to be found in the passage alone."""
    published: str | None = None
    """The day on which the document was published, ISO."""
    quotes: Sequence[Quoted] | None = None
    """Quotations in the document; None where they are to be found in the passage alone."""
    named: frozenset[str] | None = None
    """Ids of all entities that the document names; None where these are those of `mentions`."""
    language: str | None = None
    """ISO 639-1 code of the document's language, where it is known."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling words are in a library."""

    idf: Callable[[str], float]
    """Inverse document frequency of a term."""
    rare: float
    """The same of a word that is rare in it (`Snapshot.rare`)."""
