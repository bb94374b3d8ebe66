"""A stretch of a text that may be a mention, with what speaks for each type."""

from dataclasses import dataclass, field
from typing import Literal

from index.entities.gazetteer import Known
from index.entities.model import EntityType

Scores = dict[EntityType, float]
"""How much speaks for each type."""


@dataclass(slots=True)
class Candidate:
    """A stretch of tokens that may be a mention."""

    begin: int
    """First token."""
    end: int
    """One past the last."""
    name: str
    """Its words, parted by single spaces."""
    key: str
    """The key of `name`."""
    weak: bool
    """Whether no capital in it is certain."""
    scores: Scores = field(default_factory=dict)
    """What its place says."""
    form: Scores = field(default_factory=dict)
    """What its form says, which counts once however often it stands."""
    known: Known | None = None
    """What the gazetteer has under the name."""
    headed: bool = False
    """Whether a noun in it tells what it is."""
    titled: bool = False
    """Whether a title or an honorific stands before it."""
    subject: bool = False
    """Whether it stands where a name does something: "Young said", "Young's"."""
    gender: Literal["f", "m"] | None = None
    """Whether the word before it is said of a woman or of a man: "Mrs Young"."""
    plays: bool = False
    """Whether it is a town of which a team is meant: "Indianapolis (10-5)"."""

    def add(self, kind: EntityType, score: float) -> None:
        """Count `score` for `kind`, by the place of this mention."""
        self.scores[kind] = self.scores.get(kind, 0.0) + score

    def show(self, kind: EntityType, score: float) -> None:
        """Count `score` for `kind`, by the form of the name."""
        self.form[kind] = self.form.get(kind, 0.0) + score

    def total(self) -> Scores:
        """Both together."""
        both = dict(self.form)
        for kind, score in self.scores.items():
            both[kind] = both.get(kind, 0.0) + score
        return both
