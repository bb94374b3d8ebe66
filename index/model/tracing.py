"""A quotation in all documents that carry it."""

from dataclasses import dataclass
from typing import Literal

from index.model.articles import Document
from index.model.quotes import QuoteKind
from index.model.spans import Field

Carrying = Literal["verbatim", "trimmed", "longer", "altered", "alike"]
"""How another document has a quotation: in the same words, in fewer or more of them, in others here and
there; or as a fragment that is like it and has the same speaker or the same words around it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that two versions of a quotation share, or that one has instead of the other's."""

    kind: Literal["same", "changed", "here", "there"]
    """In both, in other words, only in the quotation that is traced, only in the other."""
    here: str
    """As the quotation has it that is traced."""
    there: str
    """As the other has it."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The quotation that is looked for."""

    text: str
    """Its words."""
    document: Document | None = None
    """The document it was taken from; None for words that were typed."""
    field: Field = "text"
    """The string its offsets count in."""
    start: int = 0
    """First code point there."""
    end: int = 0
    """One past the last."""
    speaker: str | None = None
    """Who says it there, as in `Quote`."""
    entity: str | None = None
    """Id of that entity."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A document that carries a quotation."""

    document: Document
    """The document; the earliest of those that are copies of one another."""
    field: Field
    """Where in it: the string the offsets count in."""
    passage: int | None
    """Number of the passage; None in the title."""
    start: int
    """First code point of the quoted words."""
    end: int
    """One past the last."""
    text: str
    """The words from there to there."""
    kind: QuoteKind
    """What is quoted."""
    speaker: str | None
    """Who says it, as in `Quote`."""
    entity: str | None
    """Id of that entity."""
    named: str | None
    """The words by which this document names the speaker here, be it "he"; None where it names nobody."""
    how: Carrying
    """How it has the quotation."""
    pieces: tuple[Piece, ...]
    """The words of both, compared; of fragments that are only alike with the word they are said of."""
    is_own: bool
    """Whether it is the document that the quotation was taken from, or a copy of it."""
    copies: tuple[Document, ...] = ()
    """Documents that are copies of this one and carry it as well: one source, counted once."""


@dataclass(frozen=True, slots=True)
class Trace:
    """All that carry a quotation."""

    traced: Traced
    """The quotation."""
    carriers: tuple[Carrier, ...]
    """Those that carry it, the earliest first, those without a date last; its own document is among them."""
    documents: int
    """Number of documents, copies counted each."""
    unseen: int = 0
    """Number of others that have words of it, in a row or close together, and were not read: too many."""
