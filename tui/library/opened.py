"""The library that the room is open on, and its end."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from index.errors import CuttingsError, StorageError
from index.library import Library
from tui.answers import SyncEnded
from tui.library.syncing import Syncing, Told
from tui.render.shown import shown


class Opened:
    """The library that the room is open on, and its end."""

    def __init__(self, library: Library, home: Path | None = None) -> None:
        """Take a library that is open, and the home it was given, if one was."""
        self._library = library
        self._syncing = Syncing(() if library.is_sample else library.paths, home)

    @classmethod
    def open(cls, paths: Sequence[str] | None = None, home: Path | None = None) -> Self:
        """Open a library as it stands; raises PathNotFound."""
        return cls(Library.open(paths, home), home)

    @property
    def data(self) -> Path:
        """Where what the user made is kept."""
        return self._library.home.data

    @property
    def library_data(self) -> Path:
        """Where what the user made in this library is kept."""
        return self._library.home.library_data(self._library.id)

    @property
    def name(self) -> str:
        """What the library is called: its folder, or how many there are."""
        if self._library.is_sample:
            return "the samples"
        first, *others = self._library.paths
        name = shown(os.path.basename(first) or first)
        return f"{name} and {len(others)} more" if others else name

    @property
    def needs_sync(self) -> bool:
        """Whether the library is known not to be up to date, or whom it watches for has changed."""
        return self._library.needs_sync or self.watch_to_follow() is not None

    def watch_to_follow(self) -> str | None:
        """Whom the library is to watch for, where the articles were not yet read with that in mind."""
        with suppress(CuttingsError):  # a list that cannot be read is told of when reading in
            if not self._library.is_watch_followed:
                return self._library.watched().text
        return None

    @property
    def damage(self) -> str | None:
        """What of the library was found damaged, for the user to read."""
        return self._library.damage

    def make_data_directory(self) -> None:
        """Make the directory for what the user made in this library, for this user alone."""
        self._library.make_data_directory()

    # Reading in

    def sync(self, first: Iterable[str] = ()) -> Iterator[Told]:
        """Bring the library up to date in a process of its own, telling how far it has come.

        When that has ended, a model may vote on names, where one is installed.

        Args:
            first: Ids of documents to be dealt with before the others.
        """
        return self._syncing.run((*first, *self._marked_read()))

    def follow_watched(self, first: Iterable[str] = ()) -> Iterator[Told]:
        """Likewise, read articles for names again because of whom the user watches for, and nothing else."""
        for told in self._syncing.run((*first, *self._marked_read()), watched=True):
            if isinstance(told, SyncEnded) and told.error is None:
                self._library.refresh()  # who asks for names from now on gets the new ones
            yield told

    def _marked_read(self) -> frozenset[str]:
        """Ids of the articles that were read."""
        with suppress(StorageError):  # who shows which were read tells of that
            return self._library.marks.read
        return frozenset()

    def _see_what_came(self) -> None:
        """While the library is being read in, take notice of what was written since the last time."""
        if self._syncing.is_under_way:
            self._library.refresh()

    def close(self) -> None:
        """End what is under way and let go of the library."""
        self._syncing.close()
        self._library.close()
