"""What the catalog holds beside documents."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from index.model import Document, EntityType, Field, Granularity, StandsFor


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
    stands_for: StandsFor | None = None
    """What the name stands for here besides what it names."""


class DatedSpan(NamedTuple):
    """A date as it is found in a text, or in a title: there its place is counted up from `TITLE`."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    first: int | None
    """The first day that is meant, counted from 1 January of the year 1, which is 1; None where not known."""
    last: int | None
    """The last of them."""
    granularity: Granularity
    """How exactly it is told."""


class Stretch(NamedTuple):
    """Where a passage is."""

    number: int
    """Place in the document, from 0."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a list of results takes of a document."""

    version: int
    """Tells this state of it from others."""
    document: Document
    """Its head."""
    text: str
    """Its text."""
    passages: Sequence[Stretch]
    """Where its passages are, in order."""


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
    byline: str | None
    url: str | None


class StoredSketch(NamedTuple):
    """What is kept of a document's words, so that its copies are found."""

    document: int
    """Its key."""
    length: int
    """How many words it has."""
    digest: int
    """Tells its words from all others."""
    sample: bytes
    """Some of their hashes, four bytes each."""


def document_of(row: Sequence[Any]) -> Document:
    """A document's head from a row with the columns of `SUMMARY`."""
    id, path, *rest = row
    return Document(id, os.fsdecode(path), *rest)
