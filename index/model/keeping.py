"""What is kept of a library, and how it is brought up to date."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the library although it lies in its folders."""

    path: str
    """Absolute path."""
    reason: str
    """Why, for the user to read."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What bringing a library up to date did."""

    documents: int
    """Documents in the library now."""
    passages: int
    """Passages in the library now."""
    added: int
    """Documents that are new."""
    updated: int
    """Documents whose file has other content than before, or another name."""
    removed: int
    """Documents whose file is gone or is no article any more."""
    unchanged: int
    """Documents that are as they were."""
    skipped: tuple[Skipped, ...]
    """Files that are not in the library, and why."""
    seconds: float
    """What it took."""
    trouble: tuple[str, ...] = ()
    """What went wrong without being in the way of anything else, for the user to read."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far bringing a library up to date has come."""

    stage: Literal[
        "waiting", "looking", "reading", "finishing", "naming", "relating", "comparing", "merging", "voting"
    ]
    """What is being done; `waiting` for another process that writes to the library, `voting` by a model."""
    done: int
    """Files dealt with."""
    total: int
    """Files to deal with; 0 while they are being counted."""


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """An index that is kept about a library."""

    holds: str
    """What it holds: "articles" or "passages"."""
    items: int
    """How many."""
    removed: int
    """How many were taken out and still take room."""
    segments: int
    """Of how many segments it is made."""
    words: int
    """Different words in it."""
    bytes: int
    """Its files on disk."""


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """A library that is kept on this machine."""

    id: str
    """Opaque; made from the set of its paths."""
    paths: tuple[str, ...]
    """The files and folders it was opened on."""
    documents: int | None
    """Documents in it; None where that cannot be read."""
    bytes: int
    """What is kept about it, on disk."""
    opened: str
    """ISO time (UTC) at which it was last opened."""
    directory: str
    """Where it is kept."""
    data_directory: str | None
    """Where what the user made in it is kept; None where the user made nothing."""
    problems: tuple[str, ...] = ()
    """What is wrong with it, for the user to read."""
    watched: tuple[str, ...] = ()
    """The files with the names that the user watches for in it, where there are any."""
    troubles: tuple[str, ...] = ()
    """What in the files that the user writes cannot be read: file, line, reason."""
    mendings: str | None = None
    """The file that holds what is said of its names; None where nothing is."""
    stores: tuple[StoreInfo, ...] = ()
    """Its indexes, where they were looked at."""
    matchers: tuple[tuple[str, int], ...] = ()
    """The kinds of clause, where they were tried, and how many of Whoosh's matchers each takes; 0 is fast."""
