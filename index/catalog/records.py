"""What the catalog holds beside documents."""

from dataclasses import dataclass


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
class StoredText:
    """What the full-text index takes of a document."""

    key: int
    version: int
    title: str
    text: str
    source: str | None
    published: str | None
