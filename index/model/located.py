"""A mention with all that tells where it is."""

from dataclasses import dataclass

from index.model.articles import Document, Passage
from index.model.spans import Mention


@dataclass(frozen=True, slots=True)
class LocatedMention:
    """A mention in a document of a library."""

    document: Document
    """The document."""
    mention: Mention
    """The mention."""
    name: str
    """Name of the entity."""
    passage: Passage | None
    """The passage it is in; None in a title."""
