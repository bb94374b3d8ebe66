"""What the parts of the screen tell each other.

A name in the imperative asks for something; a name in the past tense says what happened.
Messages bubble to the screen, which answers; widgets that stand side by side never call
each other.
"""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class DocumentChosen(Message):
    """The cursor of the article list stands on another document than before."""

    key: int
    """Catalog key of the document."""
    index: int
    """Place in the list, from 0."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, DocumentChosen)


@dataclass
class TakeSuggestion(Message):
    """The reader wants to search for what is suggested instead of a query that finds nothing."""

    index: int
    """Place among the suggestions, from 0."""


@dataclass
class OpenDocument(Message):
    """The reader wants to read this document."""

    key: int
    """Catalog key of the document."""


@dataclass
class PassageChanged(Message):
    """Another passage of the open article is the current one."""

    number: int
    """Place of the passage in the article, from 0."""
    document: str
    """Id of the article."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, PassageChanged)


@dataclass
class HitChanged(Message):
    """Another hit of the open article is the current one."""

    index: int
    """Place among the article's hits, from 0; -1 where none is current."""
    document: str
    """Id of the article."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, HitChanged)


@dataclass
class ReaderScrolled(Message):
    """Another part of the open article is to be seen."""

    percent: int
    """How much of the article lies above the end of the window, 0 to 100."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, ReaderScrolled)


@dataclass
class EntityPointed(Message):
    """The cursor of the entity sidebar stands on another entity than before."""

    entity: str
    """Id of the entity."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, EntityPointed)


@dataclass
class EntityChosen(Message):
    """Another entity is the chosen one, whose mentions are to be marked, or none is any more."""

    entity: str | None
    """Id of the entity; None where none is chosen now."""


@dataclass
class RelatedChosen(Message):
    """The cursor of the related passages stands on another one than before, or the passages are others."""

    index: int
    """Place in the list, from 0."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, RelatedChosen)


@dataclass
class OpenRelated(Message):
    """The reader wants to go to this related passage."""

    index: int
    """Place in the list, from 0."""


@dataclass
class ContextsWanted(Message):
    """Hits of a concordance have come into sight whose contexts are not known."""

    hits: tuple[int, ...]
    """Their numbers."""


@dataclass
class DatesWanted(Message):
    """Dates of a chronology have come into sight whose sentences are not known."""

    dates: tuple[int, ...]
    """Their places in the timeline."""


@dataclass
class OpenDate(Message):
    """The reader wants to read at this date of a chronology."""

    date: int
    """Its place in the timeline."""


@dataclass
class OpenHit(Message):
    """The reader wants to read at this hit of a concordance."""

    hit: int
    """Its number."""


@dataclass
class VarianceChosen(Message):
    """The cursor stands on another difference between two articles."""

    index: int
    """Its place among them, from 0."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, VarianceChosen)


@dataclass
class OpenVariance(Message):
    """The reader wants to read at a difference between two articles."""

    index: int
    """Its place among them, from 0."""
