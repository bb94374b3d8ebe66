"""Copies of an article: the same report as others printed it, with what each added and dropped."""

from dataclasses import dataclass
from typing import Literal

from index.model.articles import Document
from index.model.tracing import Piece

EditKind = Literal["added", "dropped", "changed"]
"""A sentence that only the copy has, that only the leading one has, or that the copy has in other words."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that is not the same in a copy and in the article that leads."""

    kind: EditKind
    """What was done with it."""
    here: tuple[int, int] | None
    """Where it stands in the leading article's text; None where it was added."""
    there: tuple[int, int] | None
    """Where it stands in the copy's text; None where it was dropped."""
    pieces: tuple[Piece, ...]
    """Its words, compared: `here` those of the leading article, `there` those of the copy."""


@dataclass(frozen=True, slots=True)
class Version(Document):
    """One of some articles that are copies of one another, compared with the one that leads them."""

    words: int
    """How many words its text has."""
    added: int = 0
    """How many of them the leading one has not."""
    dropped: int = 0
    """How many words of the leading one it has not."""
    edits: tuple[Edit, ...] = ()
    """Where they are, in order. A sentence that only stands elsewhere is no edit."""
