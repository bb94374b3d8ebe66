"""What is told of reading in."""

from dataclasses import dataclass

from textual.message import Message

from index.model import Progress, Skipped


@dataclass
class SyncTold(Message):
    """Bringing the library up to date has come further."""

    progress: Progress
    """How far."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters where several wait."""
        return isinstance(message, SyncTold)


@dataclass
class SyncEnded(Message):
    """The library has been brought up to date, or could not be."""

    error: str | None
    """Why not, for the user to read."""
    added: int = 0
    """Documents that are new."""
    updated: int = 0
    """Documents that have changed."""
    removed: int = 0
    """Documents that are gone."""
    skipped: int = 0
    """Files that were not read in."""
    trouble: str = ""
    """What went wrong without being in the way of anything else."""


@dataclass
class ModelHeard(Message):
    """A model has voted on the names of the library, as far as it could."""

    trouble: str = ""
    """What went wrong, for the user to read."""


@dataclass
class SkippedFetched(Message):
    """The files that were not read in are known."""

    skipped: tuple[Skipped, ...]
    """The files."""
