"""The page of an entity: under which names, where, when and with whom it is mentioned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.model.entities import Entity, EntityType


@dataclass(frozen=True, slots=True)
class Alias:
    """A name under which an entity is mentioned."""

    text: str
    """The name as it stands in texts."""
    mentions: int
    """Number of mentions under it."""
    documents: int
    """Number of documents that have one."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Which places of an entity are asked for: all its mentions, where no more is said."""

    entity: str
    """Id of the entity."""
    alias: str | None = None
    """Only mentions under this name."""
    other: str | None = None
    """Id of another entity: the passages that mention both, one place each."""
    said: Literal["by", "about"] | None = None
    """Only what it is quoted with; or its mentions in what others are quoted with."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents that have such places, the newest first."""

    keys: Sequence[int]
    """Their catalog keys."""
    counts: Sequence[int]
    """Number of places in each."""
    days: Sequence[int]
    """Day on which each was published, as `datetime.date.fromordinal` takes it; 0 where that is not known."""
    total: int
    """Number of places in all of them."""


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What there is to know of an entity at first sight."""

    entity: Entity
    """Who or what it is."""
    aliases: tuple[Alias, ...]
    """The names under which it is mentioned, the most frequent first."""
    mentions: Gathered
    """Where."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """How often an entity is quoted, and mentioned in what others are quoted with."""

    by: int = 0
    """Number of quotations of which it is named as the speaker."""
    about: int = 0
    """Number of its mentions in quotations of others."""


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that is mentioned in the same passages as another. A title counts as a passage."""

    id: str
    """Its id."""
    name: str
    """The name it is shown under."""
    type: EntityType
    """What it is."""
    passages: int
    """Number of passages that mention both; those of copies of one article count once."""
    documents: int
    """Number of documents that have such a passage; copies count as one."""
    score: float
    """Log-likelihood ratio: how much this speaks against chance. Below 0 they meet less than by chance."""
