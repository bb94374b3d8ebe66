"""A library that is open: its files, its engines and its end."""

import os
import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index import shelf
from index.errors import StorageError
from index.marks import Marks
from index.mending import FACT, Mendings
from index.mending import FILE as MENDINGS
from index.model import Entity, Likeness
from index.paths import Home, find_home, library_id, make_private_directory, real_paths, sample_articles
from index.said import SaidFile, told
from index.stores import Stores
from index.watching import FILE as WATCHED
from index.watching import Watched, WatchList

if TYPE_CHECKING:
    from index.catalog import Catalog
    from index.census import Census
    from index.chronology import DaysMeant
    from index.copies.groups import Groups
    from index.fulltext.engine import Engine
    from index.lookups import Lookups
    from index.pages import Pages
    from index.related.store import PassageStore
    from index.tracing.prints import Prints

StrPath = str | os.PathLike[str]


class Opened:
    """A library that is open: its files, its engines and its end."""

    def __init__(self, home: Home, paths: tuple[str, ...], *, is_sample: bool = False) -> None:
        """Use `Library.open`."""
        self.home = home
        """Where Cuttings keeps its files."""
        self.paths = paths
        """The sorted set of real paths."""
        self.is_sample = is_sample
        """Whether these are the sample articles, opened because nothing else was."""
        self.id = library_id(paths)
        """Opaque; made from the paths."""
        self.directory = home.library(self.id)
        """Where what is derived from the files is kept."""
        self._guard = threading.RLock()
        self._known_lookups: Lookups | None = None
        self._known_census: Census | None = None
        self._known_groups: Groups | None = None
        self._known_watched: frozenset[str] | None = None
        self._known_pages: Pages | None = None
        self._known_days: DaysMeant | None = None
        self._known_likenesses: tuple[Census, tuple[Likeness, ...]] | None = None
        self._known_prints: Prints | None = None
        self.marks = Marks(home.library_data(self.id), self.make_data_directory)
        """What the user has marked: articles read, and tags."""
        data = home.library_data(self.id)
        self._mending_file = SaidFile(data / MENDINGS, Mendings.read, self.make_data_directory)
        self._watch_file = SaidFile(data / WATCHED, WatchList.read, self.make_data_directory)
        self._common_watch_file = SaidFile(
            home.data / WATCHED, WatchList.read, lambda: make_private_directory(home.data)
        )
        make_private_directory(self.directory)
        self._stores = Stores(self.directory)
        self._follow_mendings()

    @classmethod
    def open(cls, paths: StrPath | Sequence[StrPath] | None = None, home: StrPath | None = None) -> Self:
        """Open a library as it stands; `sync` brings it up to date.

        Args:
            paths: Files and folders; None for the library last opened, or the sample
                articles where there is none.
            home: Directory for everything Cuttings keeps; by default CUTTINGS_HOME, or
                where the platform wants such files.

        Raises:
            PathNotFound: one of the paths is not there.
        """
        where = find_home(home)
        if isinstance(paths, (str, os.PathLike)):
            paths = [paths]
        last = None if paths else shelf.last_opened(where)
        if paths:
            library = cls(where, real_paths(paths))
        elif last is not None:
            library = cls(where, last)
        else:
            return cls(where, sample_articles(), is_sample=True)
        shelf.note_opened(library.directory, library.paths)
        return library

    @property
    def damage(self) -> str | None:
        """What was found damaged, for the user to read."""
        return self._stores.damage

    @property
    def needs_sync(self) -> bool:
        """Whether it is known not to be up to date: never read in, broken off, or found damaged."""
        return self._stores.needs_sync

    @property
    def _catalog(self) -> "Catalog":
        return self._stores.catalog

    @property
    def _index(self) -> "Engine":
        return self._stores.engine

    @property
    def _passages(self) -> "PassageStore":
        return self._stores.passages

    @property
    def _lookups(self) -> "Lookups":
        """What the full-text index does not hold, as of the last refresh."""
        with self._guard:
            if self._known_lookups is None:
                from index.lookups import Lookups

                self._known_lookups = Lookups(self._catalog, self.marks)
            return self._known_lookups

    @property
    def _census(self) -> "Census":
        """Who and what is mentioned where, as of the last refresh."""
        with self._guard:
            if self._known_census is None:
                from index.census import Census

                self._known_census = Census.read(self._catalog, self._groups, self._watched_ids)
            return self._known_census

    @property
    def _groups(self) -> "Groups":
        """Which documents are copies of one another, as of the last refresh."""
        with self._guard:
            if self._known_groups is None:
                from index.copies.groups import Groups

                self._known_groups = Groups(self._catalog.copies.groups())
            return self._known_groups

    @property
    def _watched_ids(self) -> frozenset[str]:
        """The entities that are watched for, as of the last refresh."""
        with self._guard:
            if self._known_watched is None:
                self._known_watched = frozenset(one.id for one in self.watched_entities())
            return self._known_watched

    @property
    def _days(self) -> "DaysMeant":
        """Which days are meant where, as of the last refresh."""
        with self._guard:
            if self._known_days is None:
                from index.chronology import DaysMeant

                self._known_days = DaysMeant(self._catalog)
            return self._known_days

    @property
    def _prints(self) -> "Prints":
        """By which words quotations are found again, as of the last refresh."""
        with self._guard:
            if self._known_prints is None:
                from index.tracing.prints import Prints

                self._known_prints = Prints(self._catalog.quotes.prints())
            return self._known_prints

    def _forget(self) -> None:
        """Read names anew when they are asked for."""
        with self._guard:
            self._known_lookups = self._known_census = self._known_pages = None
            self._known_days = self._known_prints = self._known_groups = self._known_watched = None

    def make_data_directory(self) -> Path:
        """Make the directory for what the user made in this library, for this user alone."""
        directory = self.home.library_data(self.id)
        make_private_directory(directory)
        return directory

    def watched_entities(self) -> tuple[Entity, ...]:
        """The entities that are watched for and are mentioned, in the order of the lists, without counts."""
        pairs = ((one.type, one.name) for one in self._catalog.names.watched().names)
        found = self._catalog.names.bearing(pairs)
        return tuple(Entity(*one, (), 0, 0, is_watched=True) for one in found)

    def _follow_mendings(self, *, said: bool = False) -> bool:
        """Take up what is said of names by now; True where that is something else than before.

        Where the library cannot be written to it is as it was; whoever can does it.

        Args:
            said: Whether it was said just now.

        Raises:
            StorageError: Just now it was, and is written down; but the library cannot be written to.
        """
        read = self._mending_file.read
        try:
            if read().is_noted(self._catalog.fact(FACT)):
                return False
            from index.mending.applying import applied

            with self._catalog.names.changing() as owners:
                before = owners.mended()
                applied(read)(owners)
                ids = owners.concerned_since(before)
        except StorageError as error:
            if said:
                hope = "It is written down, and holds as soon as the library can be written to."
                raise StorageError(f"{hope} {error}") from error
            return False
        self._mend_census(ids)
        return True

    def _mend_census(self, ids: Collection[str]) -> None:
        """Read anew what was said of some entities, and nothing else, so that it is known at once."""
        with self._guard:
            self._known_watched = None
            if self._known_pages is not None:
                self._known_pages = self._known_pages.mended(ids)
            if self._known_lookups is not None:
                self._known_lookups = self._known_lookups.mended(ids)
            census = self._known_census
            if census is not None:
                self._known_census = census.mended(self._catalog, ids, self._watched_ids)
                if self._known_census is None:
                    self._forget()

    @property
    def watch_paths(self) -> tuple[Path, Path]:
        """The files of watched names, whether they are there or not: this library's, and that of all."""
        return self._watch_file.path, self._common_watch_file.path

    def watch_lists(self) -> tuple[WatchList, WatchList]:
        """What these files say.

        Raises:
            StorageError: One of them cannot be read.
        """
        return self._watch_file.read(), self._common_watch_file.read()

    def watched(self) -> Watched:
        """Whom the user watches for in this library, by its own list and by that of all libraries.

        Raises:
            StorageError: A list cannot be read.
        """
        return Watched.of(one for held in self.watch_lists() for one in held.listed)

    def watch_troubles(self) -> tuple[str, ...]:
        """What in these files cannot be read, for the user: file, line, reason."""
        held = zip(self.watch_paths, self.watch_lists(), strict=True)
        return tuple(one for path, each in held for one in told(path, each.troubles))

    def said_troubles(self) -> tuple[str, ...]:
        """What cannot be read of all that the user says: of names, and whom to watch for."""
        mendings = told(self._mending_file.path, self._mending_file.read().troubles)
        return (*mendings, *self.watch_troubles())

    def let_go(self) -> None:
        """Give back the memory that searching has taken for parts of the index.

        In a library of 100,000 articles a few lists of all that matches take as much as the index has
        postings; who searches on takes what it needs anew, which costs some milliseconds.
        """
        self._stores.let_go()

    def close(self) -> None:
        """Let go of its files."""
        self._stores.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
