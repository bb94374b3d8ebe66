"""Who and what is mentioned in a library."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Literal

EntityType = Literal["person", "organisation", "place", "group", "event", "work"]
"""What an entity is; a group is a nationality, a faith or a movement."""

ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "event", "work")


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entity stands out in some documents against all; copies of an article count once."""

    here: int
    """In how many of these it is mentioned."""
    of: int
    """How many these are."""
    everywhere: int
    """In how many of all it is mentioned."""
    total: int
    """How many there are in all."""
    score: float
    """The log-likelihood ratio G²; below 0 where it is mentioned in fewer than by chance."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, group, event or work that is mentioned."""

    id: str
    """Opaque; the same as long as its name and type are."""
    name: str
    """The name it is shown under."""
    type: EntityType
    """What it is."""
    aliases: tuple[str, ...]
    """The forms under which it is mentioned, the most frequent first."""
    mentions: int
    """Number of mentions."""
    documents: int
    """Number of documents that mention it."""
    is_pinned: bool = False
    """Whether the user wants it on top."""
    sources: int | None = None
    """The same number of documents with copies counted once; None where that was not counted."""
    standing: Standing | None = None
    """How it stands out, where it was counted in the documents that match a query."""
    is_watched: bool = False
    """Whether the user watches for it."""


class Entities(Sequence[Entity]):
    """Entities in an order; the values are made when they are looked at, since there may be very many."""

    @abstractmethod
    def find(self, id: str) -> int | None:
        """Where the entity with an id stands; None where it is not among them."""

    @abstractmethod
    def by_type(self, types: Sequence[EntityType] = ENTITY_TYPES, *, stable: bool = False) -> "Entities":
        """The same in another order: by type, those of one type the most mentioned first.

        Args:
            types: The order of the types.
            stable: Leave those of one type in the order they are in.
        """

    @abstractmethod
    def standing_out(self) -> "Entities":
        """Those that stand out in the documents in which they were counted, those most that do first.

        Of the whole library nobody stands out.
        """

    @abstractmethod
    def without(self, ids: Iterable[str]) -> "Entities":
        """The same in the same order, but for those with some ids."""

    @abstractmethod
    def number_of(self, type: EntityType) -> int:
        """How many of them are of a type."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Entities, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)} entities>"
