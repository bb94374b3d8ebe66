"""Where things stand: spans of a document, and what they hold."""

from dataclasses import dataclass
from typing import Literal

from index.model.entities import EntityType

Field = Literal["text", "title"]
"""Which string of a document an offset counts in."""


VoteRow = tuple[int, int, EntityType, Field]
"""What a model takes for a name, to be kept or sent: start, end, type and field."""

FormRow = tuple[str, str, EntityType, bool]
"""A way to write an established name: words with spaces between, name, type, and whether only in capitals."""

StandsFor = Literal["government"]
"""What a name can stand for besides what it names: a capital for its country's government."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text or title."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    field: Field = "text"
    """The string the offsets count in."""


@dataclass(frozen=True, slots=True)
class Hit(Span):
    """A place that makes a document match the query."""

    clause: int = 0
    """Number of the query's clause that is met here (`SearchResults.clauses`)."""


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A place that names an entity."""

    text: str = ""
    """What stands there."""
    type: EntityType = "person"
    """What the entity is."""
    entity: str = ""
    """Id of the entity."""
    stands_for: StandsFor | None = None
    """What a capital stands for here: "Tehran denied it" is said of a government. The entity is the place."""
