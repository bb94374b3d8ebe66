"""What a user says of names, better than the rules know: who is who, called what, and worth seeing."""

from dataclasses import dataclass
from typing import Literal

from index.model.entities import Entity, EntityType

MendingKind = Literal["merge", "split", "rename", "retype", "hide", "pin", "decline"]
"""What is said: two are one, one is two, what it is called, what it is, that it is no name or not of
interest, that it stands on top, that two are not one though it looks so."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by what a person reads of it."""

    type: EntityType
    """What it is."""
    name: str
    """What it is called."""


@dataclass(frozen=True, slots=True)
class Mending:
    """One thing said of names."""

    kind: MendingKind
    """What is said."""
    whom: tuple[Named, ...]
    """Of whom; several only where they become one with `target`, or are hidden."""
    target: Named | None = None
    """Who they become, or are not; None where nobody else is concerned."""
    forms: tuple[str, ...] = ()
    """Only what is mentioned under these aliases; all of it where there are none."""
    title: str = ""
    """Only what is mentioned in an article of this title."""
    sha256: str = ""
    """How the digest of that article's file begins."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a mending would do."""

    mentions: int
    """Mentions that it touches."""
    documents: int
    """Documents they are in."""
    joined: Entity | None
    """The entity they come to, as it is without them; None where there is none yet."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two entities that may be one: nothing is done about it until someone says so."""

    entity: Entity
    """The one less known."""
    target: Entity
    """The one it may be."""
    reason: str
    """Why it looks so."""

    @property
    def mending(self) -> Mending:
        """What accepting it says."""
        return Mending("merge", (Named(self.entity.type, self.entity.name),), self.named_target)

    @property
    def declining(self) -> Mending:
        """What declining it says."""
        return Mending("decline", (Named(self.entity.type, self.entity.name),), self.named_target)

    @property
    def named_target(self) -> Named:
        """The one it may be, by what a person reads."""
        return Named(self.target.type, self.target.name)
