"""What the catalog holds beside documents."""

from dataclasses import dataclass

from index.model import Article, EntityType, Field


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What is remembered of a file, so that an unchanged one is not read again."""

    size: int
    """In bytes."""
    mtime_ns: int
    """Time of its last change."""
    document: int | None
    """Key of the document read from it."""
    reason: str | None
    """Why no document could be read from it."""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A mention as recognition gives it, before documents are compared."""

    field: Field
    """The string the offsets count in."""
    start: int
    """First code point."""
    end: int
    """One past the last."""
    name: str
    """The fullest form under which the document knows what is named."""
    type: EntityType
    """What the document takes it for."""
    surface: str
    """What stands there."""
    sure: bool
    """Whether the document itself shows the type."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as the catalog holds it."""

    version: int
    """Tells this state of it from others."""
    article: Article
    """The document."""


@dataclass(frozen=True, slots=True)
class StoredText:
    """What the full-text index takes of a document."""

    key: int
    version: int
    title: str
    text: str
    source: str | None
    published: str | None
    language: str | None
