"""Answers to a concordance and a chronology: lines of many articles as they come into sight, and orders."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from index.model import DatedLine, KwicLine, KwicSort, Timeline
from tui.render.arrays import Ints


@dataclass
class ContextsFetched(Message):
    """Some hits of a concordance are known in their contexts."""

    question: int
    """Number of the question."""
    contexts: Mapping[int, KwicLine | None]
    """The lines by the numbers of the hits; None for one that is not there any more."""
    trouble: str = ""
    """Why they could not be fetched, for the user to read."""


@dataclass
class OrderTold(Message):
    """Putting hits in order has come further."""

    question: int
    """Number of the question."""
    share: float
    """How far, 0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, OrderTold)


@dataclass
class OrderEnded(Message):
    """Hits are in order, or could not be put in it."""

    question: int
    """Number of the question."""
    orders: Mapping[KwicSort, Ints]
    """The numbers of all hits in the order asked for, and in such others as were found on the way."""
    trouble: str = ""
    """Why there is none, for the user to read."""


@dataclass
class TimelineFetched(Message):
    """The dates of an article, or of all that matches, are known, or cannot be."""

    question: int
    """Number of the question."""
    timeline: Timeline | None
    """Where they are, in the order of the days they mean; None where they could not be found out."""
    trouble: str = ""
    """Why not, for the user to read."""


@dataclass
class DatedFetched(Message):
    """Some dates of a chronology are known in their sentences."""

    question: int
    """Number of the question."""
    lines: Mapping[int, DatedLine | None]
    """The lines by the places of the dates in the timeline; None for one that is not there any more."""
    trouble: str = ""
    """Why they could not be fetched, for the user to read."""
