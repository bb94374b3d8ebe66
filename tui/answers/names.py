"""Answers about names: who and what is named, what mending and watching did."""

from dataclasses import dataclass

from textual.message import Message

from index.model import (
    Companion,
    Entity,
    EntityPage,
    Foreseen,
    Gathered,
    Gathering,
    Likeness,
    Mending,
    Named,
    Quoted,
)
from tui.render.entities import Groups


@dataclass
class EntitiesFetched(Message):
    """The entities of a document, or of all that matches, are known."""

    question: int
    """Number of the question."""
    document: str | None
    """Id of the document; None for those of all that matches."""
    entities: Groups
    """The entities."""
    only_known: str = ""
    """Of a document that is not in English, its language: none but known names are looked for in it."""


@dataclass
class NamedFound(Message):
    """It is known who and what is named at a place."""

    question: int
    """Number of the question."""
    entities: tuple[Entity, ...]
    """They, in the order of the text."""


@dataclass
class PageFetched(Message):
    """What there is to know of an entity at first sight is known, or cannot be."""

    question: int
    """Number of the question."""
    page: EntityPage | None
    """Who or what it is, and where."""
    trouble: str = ""
    """Why there is nothing, for the user to read."""


@dataclass
class GatheredFetched(Message):
    """It is known where some places of an entity are, or cannot be."""

    question: int
    """Number of the question."""
    wanted: Gathering
    """Which places."""
    gathered: Gathered | None
    """The documents they are in."""
    trouble: str = ""
    """Why there are none, for the user to read."""


@dataclass
class QuotedCounted(Message):
    """It is known how often an entity is quoted, and spoken of."""

    question: int
    """Number of the question."""
    quoted: Quoted
    """How often."""


@dataclass
class CompanionsTold(Message):
    """Counting with whom an entity is mentioned has come further."""

    question: int
    """Number of the question."""
    share: float
    """How far, 0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, CompanionsTold)


@dataclass
class CompanionsFound(Message):
    """It is known with whom an entity is mentioned, or cannot be."""

    question: int
    """Number of the question."""
    companions: tuple[Companion, ...]
    """They, the strongest first."""
    trouble: str = ""
    """Why there are none, for the user to read."""


@dataclass
class MendingForeseen(Message):
    """It is known what a mending would do."""

    mending: Mending
    """The mending."""
    foreseen: Foreseen
    """What it would do."""


@dataclass
class TargetsFound(Message):
    """It is known who is called as it was typed."""

    typed: str
    """What was typed."""
    found: tuple[tuple[Entity, str], ...]
    """The entities, each with the reason why it is offered, which may be empty."""


@dataclass
class FormsFound(Message):
    """It is known under which forms an entity is mentioned."""

    forms: tuple[tuple[str, int], ...]
    """Each with how often, the most frequent first."""


@dataclass
class MendingsFound(Message):
    """All mendings are known."""

    listed: tuple[Mending, ...]
    """They, in the order in which they were made."""
    idle: frozenset[Mending]
    """Those that are about what is in no text now."""
    troubles: tuple[str, ...]
    """What in their file cannot be read."""


@dataclass
class LikenessesFound(Message):
    """It is known which entities may be one."""

    found: tuple[Likeness, ...]
    """They, the likeliest first."""


@dataclass
class EntityFetched(Message):
    """It is known who or what is pointed at, or cannot be."""

    question: int
    """Number of the question."""
    entity: Entity | None
    """The entity."""
    trouble: str = ""
    """Why it is not known, for the user to read."""


@dataclass
class NamesMended(Message):
    """Something was said of names, or taken back."""

    mending: Mending | None
    """What; None where there was nothing to be done."""
    to: Named | None
    """The entity to look at now."""
    said: str
    """What there is to say."""
    is_back: bool = False
    """Whether it was taken back."""


@dataclass
class NamesWatched(Message):
    """A name was put on the list of those watched for, or taken off."""

    said: str
    """What there is to say."""


@dataclass
class WatchListChanged(Message):
    """The user watches for others than the articles were read for."""

    text: str
    """Whom, as it is kept."""
