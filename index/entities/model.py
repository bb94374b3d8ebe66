"""The values that recognition gives and the catalog stores."""

from dataclasses import dataclass
from typing import Literal

from index.model import Field

EntityType = Literal["person", "organisation", "place", "group", "event", "work"]
"""What an entity is; a group is a nationality, a faith or a movement."""

TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "event", "work")


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
