"""Two documents side by side: what they both tell, what only one has, and on what they differ."""

from dataclasses import dataclass
from typing import Literal

from index.model.articles import Article
from index.model.relations import Pairs, Reason

VarianceKind = Literal["quote", "denial", "number", "date", "name", "named"]
"""On what two documents differ: the words of a quotation or who said them; what one says and the other
denies; how many; when; how somebody is called; and who or what only one of them names."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages that speak of the same."""

    here: int
    """Number of the passage in the first document."""
    there: int
    """Number of the passage in the second."""
    reasons: tuple[Reason, ...]
    """Why; spans count in the two documents' texts."""


@dataclass(frozen=True, slots=True)
class Variance:
    """Something on which two documents differ; it stands at the places given in both, or only in one."""

    kind: VarianceKind
    """On what."""
    about: str
    """What is counted, who speaks, who or what is named; may be empty."""
    here: Pairs
    """Where it stands in the text of the first document."""
    there: Pairs
    """Where it stands in the text of the second."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents compared."""

    first: Article
    """The first document."""
    second: Article
    """The second."""
    links: tuple[Link, ...]
    """The passages that speak of the same, in the order of the first document. One passage may speak of the
    same as several of the other document."""
    variances: tuple[Variance, ...]
    """On what they differ, in the order of the first document; last, what only one of them names."""
    looked_at: int | None = None
    """So many passages of each document were looked at, from its beginning; None where all were."""

    @property
    def only_here(self) -> tuple[int, ...]:
        """Numbers of the passages of the first document, looked at, that speak of nothing in the second."""
        linked = {link.here for link in self.links}
        return tuple(one.number for one in self.first.passages[: self.looked_at] if one.number not in linked)

    @property
    def only_there(self) -> tuple[int, ...]:
        """Numbers of the passages of the second document, looked at, that speak of nothing in the first."""
        linked = {link.there for link in self.links}
        return tuple(one.number for one in self.second.passages[: self.looked_at] if one.number not in linked)
