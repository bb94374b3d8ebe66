"""The values that recognition gives and the catalog stores."""

from dataclasses import dataclass

from index.model import ENTITY_TYPES as TYPES
from index.model import EntityType, Field, StandsFor

__all__ = ["TYPES", "EntityType", "RawMention", "Vote"]


@dataclass(frozen=True, slots=True)
class RawMention:
    """A span of one document that names something, before documents are compared."""

    start: int
    """First code point in the field."""
    end: int
    """One past the last."""
    text: str
    """Exactly the field's characters from `start` to `end`."""
    type: EntityType
    """What the document as a whole takes the name for."""
    name: str
    """The fullest form under which this document knows what is named."""
    field: Field = "text"
    """The string the offsets count in."""
    sure: bool = True
    """Whether the document itself shows the type; if not, the library may know better."""
    stands_for: StandsFor | None = None
    """What the name of a place stands for here, as its verb shows."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A span of one document that a model takes for a name."""

    start: int
    """First code point in the field."""
    end: int
    """One past the last."""
    type: EntityType
    """What the model takes it for."""
    field: Field = "text"
    """The string the offsets count in."""
