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
