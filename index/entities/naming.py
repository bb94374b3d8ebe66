"""A name within one document: its mentions, what speaks for each type, and the fuller name it stands for."""

from dataclasses import dataclass, field
from functools import lru_cache

from index.entities.candidate import Candidate, Scores
from index.entities.lexicon.people import ARTICLES, NAME_PARTICLES
from index.entities.model import EntityType


@dataclass(slots=True)
class Name:
    """A name in a document, with all its mentions."""

    key: str
    """What its forms have in common."""
    text: str
    """The form that is kept."""
    candidates: list[Candidate] = field(default_factory=list)
    scores: Scores = field(default_factory=dict)
    aliases: list["Name"] = field(default_factory=list)
    """Shorter names that stand for this one here."""
    type: EntityType | None = None
    """What it is taken for; None where it is no name."""
    sure: bool = False
    """Whether the document shows the type."""
    of: "Name | None" = None
    """The fuller name it stands for."""

    def top(self) -> "Name":
        """The fullest name it stands for; itself if it stands for none."""
        name = self
        while name.of is not None:
            name = name.of
        return name

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the key, without articles."""
        return _words(self.key)


@lru_cache(maxsize=1 << 14)
def _words(name_key: str) -> tuple[str, ...]:
    words = tuple(name_key.split(" "))
    kept = tuple(w for at, w in enumerate(words) if not (w in ARTICLES or (at and w in NAME_PARTICLES)))
    return kept or words


_SHARE = 0.7
"""What a short name's evidence counts for the full one."""


def stand_for(name: Name, whole: Name) -> None:
    """Let `name` stand for `whole`."""
    top = whole.top()
    if name.of is not None or top is name:
        return
    name.of = top
    top.aliases.append(name)
    for kind, score in name.scores.items():
        top.scores[kind] = top.scores.get(kind, 0.0) + _SHARE * score


def best(scores: Scores) -> tuple[EntityType | None, float, float]:
    """The type with the highest score, that score, and how far it leads."""
    kind: EntityType | None = None
    top = second = 0.0
    for candidate, score in scores.items():
        if score > top:
            kind, top, second = candidate, score, top
        elif score > second:
            second = score
    return kind, top, top - second


def is_sure(score: float, lead: float) -> bool:
    """Whether a type with this score and lead is shown by the document itself."""
    return score >= 2.0 and lead >= 1.0
