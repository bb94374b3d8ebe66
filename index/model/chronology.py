"""The days that texts mean, in their order, beside those on which they were published."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model.articles import Document
from index.model.dates import GRANULARITIES, Granularity
from index.model.spans import Field

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


TITLE = -(1 << 30)
"""Added to a place in a title, where one number says the place: no text is so long."""


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A date in its sentence."""

    document: Document
    """The document it stands in."""
    passage: int | None
    """Number of the passage; None in the title."""
    start: int
    """First code point of the date."""
    end: int
    """One past the last."""
    text: str
    """What stands there."""
    date: str
    """The first day that is meant, as an ISO date."""
    last: str
    """The last of them."""
    granularity: Granularity
    """How exactly it is told."""
    left: str
    """What stands before it in its sentence."""
    right: str
    """What stands behind it there."""
    field: Field = "text"
    """Whether it stands in the text or in the title."""
    copies: int = 0
    """How many copies of the document mean the same day, too, and are left out."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """The days meant in a document, or in all that match a query."""

    query: str
    """The query; empty where it is of a document, or of the whole library."""
    document: Document | None
    """The document, where it is of one."""
    total: int
    """Number of dates whose days are known, and lie in the span where one was asked for."""
    documents: int
    """Number of documents these are in."""
    unknown: int
    """Number of dates whose days are not known."""
    folded: int
    """Number of dates left out since a copy of their document, which is given, means the same day."""
    entries: tuple[DatedLine, ...]
    """Those asked for, in the order of the days meant; of the same day by publication."""


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """The places of the dates of a chronology: T of them, in its order."""

    keys: "NDArray[np.int64]"
    """(T,) catalog keys of their documents."""
    starts: "NDArray[np.int32]"
    """(T,) first code point of each; in a title counted up from `TITLE`, which is below zero."""
    firsts: "NDArray[np.int32]"
    """(T,) first day that is meant, counted from 1 January of the year 1, which is 1."""
    lasts: "NDArray[np.int32]"
    """(T,) last day that is meant."""
    granularities: "NDArray[np.uint8]"
    """(T,) how exactly each is told: places in `GRANULARITIES`."""
    documents: int
    """Number of documents."""
    unknown: int
    """Number of dates that are left out because their days are not known."""
    copies: "NDArray[np.int32]"
    """(T,) how many copies of its document mean the same day, too, and are left out."""
    folded: int
    """Number of dates that are left out for this."""

    def __len__(self) -> int:
        return len(self.keys)

    def places(self, limit: int | None = None) -> list[tuple[int, int]]:
        """Of the first ones, or of all, the key of the document and the first code point, as in `starts`."""
        return list(zip(self.keys[:limit].tolist(), self.starts[:limit].tolist(), strict=True))

    def granularity(self, at: int) -> Granularity:
        """How exactly one of them is told."""
        return GRANULARITIES[int(self.granularities[at])]
