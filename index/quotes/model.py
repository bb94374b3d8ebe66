"""What is known of a quotation within its document."""

from dataclasses import dataclass
from typing import Protocol

from index.model import EntityType, Field, QuoteKind


class Named(Protocol):
    """A mention: a place in a document that names something."""

    @property
    def start(self) -> int:
        """First code point in the field."""

    @property
    def end(self) -> int:
        """One past the last."""

    @property
    def text(self) -> str:
        """What stands there."""

    @property
    def type(self) -> EntityType:
        """What is named."""

    @property
    def name(self) -> str:
        """The fullest form under which the document knows it."""

    @property
    def field(self) -> Field:
        """The string the offsets count in."""


Place = tuple[int, int]
"""First code point and one past the last."""


@dataclass(frozen=True, slots=True)
class RawQuote:
    """A quotation, before documents are compared."""

    start: int
    """First code point of the quoted words in the field."""
    end: int
    """One past the last."""
    kind: QuoteKind
    """What is quoted."""
    field: Field = "text"
    """The string the offsets count in."""
    named: Place | None = None
    """The words of the same field that name the speaker here: a name, "he", "the spokesman"."""
    mention: tuple[Field, int] | None = None
    """Field and start of a mention of the speaker, which may stand elsewhere in the document."""
    cue: Place | None = None
    """The word of saying, in the same field."""
