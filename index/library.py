"""The one door to a library: open it, bring it up to date, find in it.

Engines are loaded when the library is opened or first searched, not when this is imported.
A library may be used from several threads; one process at a time writes to it.
"""

import datetime
import os
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index import shelf
from index.errors import Cancelled, NotInLibrary, StorageError
from index.marks import Marks
from index.mending import FACT, Mendings
from index.mending import FILE as MENDINGS
from index.model import (
    Article,
    Chronology,
    ClauseHits,
    Comparison,
    Completion,
    DatedLine,
    Document,
    Entities,
    Entity,
    EntityPage,
    EntityType,
    Explanation,
    Facets,
    Foreseen,
    Form,
    Headline,
    Kwic,
    KwicLine,
    KwicSort,
    Likeness,
    Listing,
    LocatedMention,
    Mending,
    Named,
    Passage,
    Progress,
    Reading,
    Related,
    SearchResults,
    Skipped,
    Sort,
    Span,
    SyncReport,
    Timeline,
    Trace,
    Version,
    WatchedName,
    head_of,
)
from index.paths import (
    Home,
    find_home,
    library_id,
    make_private_directory,
    real_paths,
    sample_articles,
)
from index.said import SaidFile
from index.stores import Stores, never
from index.watching import FILE as WATCHED
from index.watching import Watched, WatchList

if TYPE_CHECKING:
    from index.catalog import Catalog
    from index.census import Census
    from index.chronology import DaysMeant
    from index.columnar.arrays import Ints
    from index.contexts import Orders
    from index.copies.groups import Groups
    from index.fulltext.begun import ValueField
    from index.fulltext.engine import Engine
    from index.lookups import Lookups
    from index.pages import Pages
    from index.related.store import PassageStore
    from index.tracing.prints import Prints
    from index.updating import Updating

MOST_COMPARED = 20_000
"""Entities that are looked through for those that may be one: those in most documents."""

StrPath = str | os.PathLike[str]


class Library:
    """The files and folders opened together, and all that is kept about them."""

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

                catalog = self._catalog
                keys = catalog.keys("oldest")
                self._known_census = Census(catalog.names, self._groups, keys, self._watched_ids)
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
    def pages(self) -> "Pages":
        """The pages of its entities, as of the last refresh."""
        with self._guard:
            if self._known_pages is None:
                from index.pages import Pages

                self._known_pages = Pages(self._catalog)
            return self._known_pages

    @property
    def _prints(self) -> "Prints":
        """By which words quotations are found again, as of the last refresh."""
        with self._guard:
            if self._known_prints is None:
                from index.tracing.prints import Prints

                self._known_prints = Prints(self._catalog.quotes.prints())
            return self._known_prints

    # Bringing it up to date

    def sync(
        self,
        progress: Callable[[Progress], None] | None = None,
        *,
        cancelled: Callable[[], bool] = never,
        rebuild: bool = False,
        first: Sequence[str] = (),
        model: bool = True,
    ) -> SyncReport:
        """Read what is new or changed in the library's folders, forget what is gone.

        Args:
            progress: Called often with how far it has come.
            cancelled: Polled; True ends the work and keeps what was done.
            rebuild: Read every file again and make the index anew.
            first: Ids of documents to be dealt with before the others, of which the newest come first.
                More may be added at its end while this goes on.
            model: Whether to hear the model on names in the end, where one is installed: `hear_model`.

        Raises:
            PathNotFound: a folder of the library is not there any more.
            Cancelled: `cancelled` said so.
        """

        def tell(told: Progress) -> None:
            self._forget()  # whoever asks for names now sees those that have come
            if progress is not None:
                progress(told)

        report = self._updating(tell, cancelled, rebuild=rebuild, first=first).run()
        report = replace(report, trouble=(*report.trouble, *self.watch_troubles()))
        self._forget()
        if model:
            began = time.monotonic()
            trouble = (*report.trouble, *self.hear_model(progress, cancelled=cancelled, first=first))
            seconds = report.seconds + time.monotonic() - began
            report = replace(report, trouble=trouble, seconds=seconds)
        return report

    def _updating(
        self,
        tell: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        *,
        rebuild: bool = False,
        first: Sequence[str] = (),
    ) -> "Updating":
        from index.updating import Updating

        said = self._mending_file.read, self.watched
        return Updating(self._stores, self.paths, tell, cancelled, *said, rebuild, first)

    def hear_model(
        self,
        progress: Callable[[Progress], None] | None = None,
        *,
        cancelled: Callable[[], bool] = never,
        first: Sequence[str] = (),
    ) -> tuple[str, ...]:
        """Let a model vote on the names of all documents on which it has not, where one is installed.

        It takes a tenth of a second for each article, and goes on where it was broken off. Others may
        write to the library meanwhile.

        Args:
            progress: Called often with how far it has come.
            cancelled: Polled; True ends the work and keeps what was done.
            first: Ids of documents to be dealt with before the others.

        Returns:
            What went wrong, for the user to read.

        Raises:
            Cancelled: `cancelled` said so.
        """
        from index.voting import Voting

        def tell(told: Progress) -> None:
            self._forget()
            if progress is not None:
                progress(told)

        voting = Voting(self._stores, tell, cancelled, self._mending_file.read, first)
        voting.run()
        return tuple(voting.trouble)

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

    def refresh(self) -> bool:
        """Take notice of what another process has written; True where there was something."""
        self._forget()
        changed = self._stores.refresh()
        return self._follow_mendings() or changed

    def warm(self) -> None:
        """Read what a first search would have to wait for."""
        self.search("warm")

    # What there is

    def documents(self) -> tuple[Document, ...]:
        """All documents, without their text, the newest first."""
        return tuple(self._catalog.documents())

    def documents_with(self, keys: Sequence[int]) -> dict[int, Document]:
        """Documents without their text by the keys that `list` gives; those that are gone are left out."""
        return self._catalog.summaries(keys)

    def document(self, id: str) -> Article:
        """One document with its text and all that is known of it.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return self._article(id)[1]

    def _article(self, id: str) -> tuple[int, Article]:
        key = self._catalog.key_of(id)
        found = {} if key is None else self._catalog.articles([key], named=True)
        for item in found.items():
            return item
        raise NotInLibrary(f"There is no document “{id}” in this library.")

    def find(self, path: StrPath) -> Document | None:
        """The document read from a file; None where the library has none."""
        key = self._catalog.key_at(os.path.realpath(path))
        return None if key is None else self._catalog.documents([key])[0]

    def headlines(self, after: int = 0) -> dict[int, Headline]:
        """What a list shows of every document, by the keys that `list` gives; a newer one has a higher key.

        Args:
            after: Leave out those with this key and those below.
        """
        return self._catalog.headlines(after)

    def skipped(self) -> tuple[Skipped, ...]:
        """Files in the library's folders that are not in it, and why, as of the last sync."""
        return self._catalog.skipped()

    def versions(self, id: str) -> tuple[Version, ...]:
        """A document and its copies, each with what it added to the first of them and dropped of it.

        The one that was published first comes first, of one day the longest.

        Raises:
            NotInLibrary: there is none with this id.
        """
        from index.versions import versions

        key = self._catalog.key_of(id)
        if key is None:
            raise NotInLibrary(f"There is no document “{id}” in this library.")
        return versions(self._catalog, self._groups.together(key).tolist())

    def copies(self, id: str) -> tuple[Version, ...]:
        """The documents that are copies of one: near enough the same text, whoever printed it.

        Those that were published first come first. What each added and dropped is told against the first
        of all, which may be the one that is asked about: see `versions`.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return tuple(one for one in self.versions(id) if one.id != id)

    def leaders(self, keys: Sequence[int]) -> "Ints":
        """For each of some documents the place among them of that which leads its copies there.

        The one that was published first leads, of one day the longest; a document that is alone among
        them leads itself.

        Args:
            keys: Catalog keys of documents, as `list` gives them.
        """
        import numpy as np

        return self._groups.leaders(np.asarray(keys, np.int64))

    # Finding

    def list(self, query: str = "", sort: Sort = "newest", cancelled: Callable[[], bool] = never) -> Listing:
        """Every document that matches, in order, with its number of hits.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        if not query.strip():
            keys = self._catalog.keys(sort)
            return Listing(query, keys, [0] * len(keys), 0, 0, ())
        from index.finding import list_documents

        return self._stores.ask(
            lambda engine: list_documents(self._catalog, engine, query, self._lookups, sort, cancelled)
        )

    def clause_hits(
        self, query: str, clauses: Collection[int], cancelled: Callable[[], bool] = never
    ) -> ClauseHits:
        """The documents that match in which some clauses have hits, in no particular order.

        Args:
            query: The query.
            clauses: What `Hit.clause` says of these clauses' hits.
            cancelled: Polled.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        from index.finding import clause_hits

        return self._stores.ask(
            lambda engine: clause_hits(self._catalog, engine, query, self._lookups, clauses, cancelled)
        )

    def facets(self, query: str = "", cancelled: Callable[[], bool] = never) -> Facets:
        """The documents that match, counted by outlet, language and day.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        from index.finding import facets

        return self._stores.ask(lambda engine: facets(self._catalog, engine, query, self._lookups, cancelled))

    def search(self, query: str, limit: int = 20, offset: int = 0, sort: Sort = "relevance") -> SearchResults:
        """A page of the documents that match, with the places that make them match.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        from index.finding import search

        return self._stores.ask(
            lambda engine: search(self._catalog, engine, query, self._lookups, limit, offset, sort)
        )

    def explain(self, query: str, cancelled: Callable[[], bool] = never) -> Explanation:
        """Why a query finds nothing, or some part of it does, and which queries near it find something.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
            Cancelled: `cancelled` said so.
        """
        from index.finding import explain

        return self._stores.ask(
            lambda engine: explain(self._catalog, engine, query, self._lookups, cancelled)
        )

    def check(self, query: str) -> None:
        """Raise QueryError where a query cannot be read."""
        from index.fulltext.syntax import parse

        parse(query)

    def complete(self, query: str, cursor: int, limit: int = 8) -> tuple[Completion, ...]:
        """What may stand in a query where something is being typed: fields, words, names, outlets.

        It is quick. In how many documents the words are is told by `count_words`.

        Args:
            query: What was typed so far.
            cursor: Where in it one types.
            limit: How many are wanted, at most.
        """
        from index.completing import complete

        return complete(
            query,
            cursor,
            limit,
            words=lambda typed, most: self._stores.ask(lambda engine: engine.words_beginning(typed, most)),
            names=lambda type, typed, most: self._census.beginning(type, typed, most),
            values=self._values_beginning,
        )

    def _values_beginning(self, field: "ValueField", typed: str, most: int) -> Sequence[tuple[str, int]]:
        if field != "tag":
            return self._stores.ask(lambda engine: engine.values_beginning(field, typed, most))
        begun = typed.strip().casefold()
        tagged = self.marks.tagged().items()
        return [(tag, len(ids)) for tag, ids in tagged if tag.casefold().startswith(begun)][:most]

    def count_words(
        self, completions: Sequence[Completion], cancelled: Callable[[], bool] = never
    ) -> tuple[Completion, ...]:
        """The same with the number of documents that each word finds; those that are in none are left out.

        Raises:
            Cancelled: `cancelled` said so.
        """
        from index.completing import counted

        return counted(
            completions, lambda word: self._stores.ask(lambda engine: engine.documents_with(word)), cancelled
        )

    def read(self, id: str, query: str = "") -> Reading:
        """One document as a query leads to it: with its hits and its best places.

        Raises:
            NotInLibrary: there is none with this id.
            QueryError: the query cannot be read.
        """
        key, article = self._article(id)
        if not query.strip():
            return Reading(article, (), ())
        from index.finding import read

        return read(article, key, query, self._lookups)

    def kwic(self, query: str, limit: int | None = None, sort: KwicSort = "relevance") -> Kwic:
        """Every hit in its context; in the orders of documents those of one are together.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long, or the hits are too many to sort by words.
        """
        from index.concordance import kwic

        return self._stores.ask(lambda engine: kwic(self._catalog, engine, query, self._lookups, limit, sort))

    def contexts(self, query: str, places: Sequence[tuple[int, int]]) -> tuple[KwicLine | None, ...]:
        """Some hits in their contexts: of each the key of its document, and which of the hits there it is.

        One that is not there any more is None. The hits of a document count from 0, those in its title
        first.

        Raises:
            QueryError: the query cannot be read.
        """
        from index.concordance import contexts

        return self._stores.ask(lambda engine: contexts(self._catalog, engine, query, self._lookups, places))

    def order_hits(
        self,
        listing: Listing,
        sort: KwicSort,
        told: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> "Orders":
        """Every hit of the documents of a list in an order, and in others that are found on the way.

        Hits are given by numbers: document by document as listed, within one as in `contexts`.

        Args:
            listing: What `list` gave for a query.
            sort: The order.
            told: Is told now and then which share of the work is done, 0 to 1.
            cancelled: Polled.

        Raises:
            SearchTooLong: the hits are too many to be sorted by words.
            Cancelled: `cancelled` said so.
        """
        from index.concordance import orders

        return self._stores.ask(
            lambda engine: orders(
                self._catalog, engine, listing, self._lookups, sort, told or (lambda share: None), cancelled
            )
        )

    def entities(self, query: str | None = None, type: EntityType | None = None) -> Entities:
        """Who and what is mentioned, in all documents or in those that match a query.

        Those in most documents come first. With a query, mentions and documents are counted in
        what matches; aliases are those of the whole library. It is a sequence whose values are
        made when they are looked at, so that a library's hundred thousands cost little.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        if query is None or not query.strip():
            return self._census.entities(type=type)
        from index.finding import matching

        keys = self._stores.ask(lambda engine: matching(self._catalog, engine, query, self._lookups))
        return self._census.entities(keys, type)

    def entity(self, id: str) -> EntityPage:
        """Who or what an entity is, under which names it is mentioned, and where; `pages` has the rest.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return self.pages.page(id)

    def mentions(self, query: str | None = None, type: EntityType | None = None) -> Iterator[LocatedMention]:
        """Every mention in all documents or in those that match a query, the newest documents first.

        They are read from the catalog as they are taken, however many there are.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        from index.mentions import mentions

        return mentions(self._catalog, self.list(query or "").keys, type)

    def entities_of(self, id: str) -> tuple[Entity, ...]:
        """Who and what is mentioned in one document, as often as there; the most mentioned come first."""
        key = self._catalog.key_of(id)
        watched = self._watched_ids
        found = () if key is None else self._catalog.names.entities_of(key)
        return tuple(replace(one, is_watched=True) if one.id in watched else one for one in found)

    def language_of(self, id: str) -> str | None:
        """The code of the language of a document; None where it is unknown, or there is no such document."""
        key = self._catalog.key_of(id)
        return None if key is None else next(one.language for one in self._catalog.documents([key]))

    def pinned(self) -> tuple[Entity, ...]:
        """The entities that the user wants on top, without counts."""
        return tuple(Entity(*one, (), 0, 0, True) for one in self._catalog.names.pinned())

    def watched_entities(self) -> tuple[Entity, ...]:
        """The entities that are watched for and are mentioned, in the order of the lists, without counts."""
        pairs = ((one.type, one.name) for one in self._catalog.names.watched().names)
        found = self._catalog.names.bearing(pairs)
        return tuple(Entity(*one, (), 0, 0, is_watched=True) for one in found)

    def watched_counts(self) -> dict[WatchedName, tuple[int, int]]:
        """How often each name that is watched for is mentioned, and in how many documents."""
        catalog = self._catalog
        found: dict[WatchedName, tuple[int, int]] = {}
        with catalog.names.owners() as owners:
            for one in self.watched().names:
                ids = {id for id, _, _ in catalog.names.bearing([(one.type, one.name)])}
                found[one] = owners.touched(name for id in ids for name in owners.names_of(id))
        return found

    def called(self, typed: str, limit: int = 20) -> tuple[Entity, ...]:
        """The entities, of any type, of which a word or one of an alias begins so; the best known first."""
        return self._census.called(typed, limit)

    def forms(self, one: Named) -> Sequence[tuple[str, int]]:
        """The forms under which an entity is mentioned, each with how often, the most frequent first."""
        from index.entities.canonical import entity_id

        return self._catalog.names.forms(entity_id(one.type, one.name))

    def likenesses(self, one: Named | None = None) -> tuple[Likeness, ...]:
        """Entities that may be one, the likeliest first; nothing is done about them.

        Args:
            one: Give only those that this one may be.
        """
        from index.mending.likeness import likenesses, worth_saying

        census = self._census
        with self._guard:
            known = self._known_likenesses
        if known is None or known[0] is not census:
            known = census, likenesses(census.entities()[:MOST_COMPARED])
            with self._guard:
                self._known_likenesses = known
        return worth_saying(known[1], self.mendings(), one)

    # What the user says of names

    @property
    def mendings_path(self) -> Path:
        """The file that holds what the user says of names, whether it is there or not."""
        return self._mending_file.path

    def mendings(self) -> Mendings:
        """What the user says of names.

        Raises:
            StorageError: The file cannot be read.
        """
        return self._mending_file.read()

    def idle_mendings(self) -> frozenset[Mending]:
        """Those of them that are about what is in no text now."""
        from index.mending.applying import idle

        return idle(self._catalog, self.mendings())

    def foresee(self, mending: Mending) -> Foreseen:
        """What a mending would do; nothing is changed."""
        from index.mending.applying import foresee

        return foresee(self._catalog, mending)

    def mend(self, mending: Mending) -> None:
        """Say something of names; it holds from now on, whatever is read anew.

        Raises:
            StorageError: It cannot be written down.
        """
        self._mending_file.change(lambda mendings: mendings.with_mending(mending))
        self._follow_mendings()

    def take_back(self, mending: Mending | None = None) -> Mending | None:
        """Take back something said of names: the latest, if nothing else is asked for.

        Returns:
            What was taken back; None where there is nothing.

        Raises:
            StorageError: It cannot be written down.
        """
        taken: list[Mending] = []

        def without(mendings: Mendings) -> Mendings:
            listed = mendings.listed
            wanted = mending if mending is not None else listed[-1] if listed else None
            if wanted is None or wanted not in listed:
                return mendings
            taken.append(wanted)
            return mendings.without(wanted)

        self._mending_file.change(without)
        self._follow_mendings()
        return taken[0] if taken else None

    def _follow_mendings(self) -> bool:
        """Take up what is said of names by now; True where that is something else than before.

        Where the library cannot be written to it is as it was; whoever can does it.
        """
        read = self._mending_file.read
        try:
            if read().is_noted(self._catalog.fact(FACT)):
                return False
            from index.mending.applying import applied

            with self._catalog.names.changing() as owners:
                applied(read)(owners)
        except StorageError:
            return False
        self._forget()
        return True

    # Whom the user watches for

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
        return tuple(f"In {path}, {trouble}" for path, each in held for trouble in each.troubles)

    def watch(self, one: WatchedName, *, everywhere: bool = False) -> None:
        """Watch for a name from now on; it is found in the articles by the next `sync` or `follow_watched`.

        Args:
            one: The name.
            everywhere: Whether in all libraries.

        Raises:
            StorageError: It cannot be written down.
        """
        file = self._common_watch_file if everywhere else self._watch_file
        file.change(lambda held: held.with_name(one))

    def unwatch(self, one: Named) -> WatchedName | None:
        """Watch for a name no more, neither here nor, by the list of all libraries, elsewhere.

        Returns:
            What was said of it; None where nothing was.

        Raises:
            StorageError: It cannot be written down.
        """
        found = self.watched().named(one.type, one.name)
        for file in (self._watch_file, self._common_watch_file):
            if found is not None and file.path.exists():
                file.change(lambda held: held.without(one.type, one.name))
        return found

    def as_watched(self, one: Named) -> WatchedName:
        """An entity as a name to watch for, with the forms under which it is mentioned.

        A single word is meant only as it is written; the lone name of a person is left out where another
        person has it, too.
        """
        from index.entities.names import key

        forms: dict[str, Form] = {}
        for text in (one.name, *(form for form, _ in self.forms(one))):
            text = " ".join(text.split())
            if not any(map(str.isalnum, text)):
                continue
            is_word = " " not in text
            if is_word and one.type == "person" and text != one.name and self._is_anothers(key(text), one):
                continue
            forms.setdefault(text if is_word else key(text), Form(text, "exact" if is_word else "any"))
        return WatchedName(one.type, tuple(forms.values()) or (Form(one.name, "exact"),))

    def _is_anothers(self, word: str, one: Named) -> bool:
        """Whether another person has a word in the name."""
        from index.entities.names import key

        others = (each for each in self.called(word) if each.type == "person" and each.name != one.name)
        return any(word in key(each.name).split() for each in others)

    def unwatch_entity(self, one: Named) -> tuple[WatchedName, ...]:
        """Watch for no name of the list any more that is an entity now, whatever it is shown as.

        Returns:
            What was said of them.

        Raises:
            StorageError: It cannot be written down.
        """
        from index.entities.canonical import entity_id

        wanted = entity_id(one.type, one.name)
        gone = []
        for each in self.watched().names:
            ids = {id for id, _, _ in self._catalog.names.bearing([(each.type, each.name)])}
            if wanted in ids or entity_id(each.type, each.name) == wanted:
                self.unwatch(Named(each.type, each.name))
                gone.append(each)
        return tuple(gone)

    def unchanged(self) -> SyncReport:
        """What there is to tell where nothing was read in: how much there is, and what is wrong."""
        documents, passages = self._catalog.counts()[:2]
        return SyncReport(documents, passages, 0, 0, 0, documents, (), 0.0, self.watch_troubles())

    @property
    def is_watch_followed(self) -> bool:
        """Whether the articles were read for names with the lists in mind as they are now."""
        from index.rereading import is_followed

        return is_followed(self._catalog, self.watched())

    def follow_watched(
        self,
        progress: Callable[[Progress], None] | None = None,
        *,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Read those articles for names again that hold what was put on the lists or taken off.

        Args:
            progress: Called often with how far it has come.
            cancelled: Polled; True ends the work, which the next `sync` goes on with.

        Raises:
            Cancelled: `cancelled` said so.
        """
        self._updating(progress or (lambda told: None), cancelled).follow_watched()
        self._forget()

    def timeline(
        self,
        query: str = "",
        document: str | None = None,
        first: datetime.date | None = None,
        last: datetime.date | None = None,
    ) -> Timeline:
        """The places of the dates in a document, or in all that match a query, by the days they mean.

        Args:
            query: The query; empty for the whole library.
            document: Id of the document, where it is of one.
            first: The first day of a span; dates that have none of its days are left out.
            last: The last day of it.

        Raises:
            NotInLibrary: there is no document with this id.
            QueryError: the query cannot be read.
            SearchTooLong: an expression takes too long.
        """
        if document is not None:
            return self._days.timeline(self._groups, [self._article(document)[0]], first, last)
        if not query.strip():
            return self._days.timeline(self._groups, None, first, last)
        from index.finding import matching

        keys = self._stores.ask(lambda engine: matching(self._catalog, engine, query, self._lookups))
        return self._days.timeline(self._groups, keys, first, last)

    def dated(self, places: Sequence[tuple[int, int]]) -> tuple[DatedLine | None, ...]:
        """Some dates of a timeline in their sentences; one that is not there any more is None.

        Args:
            places: Of each the catalog key of its document, and its first code point.
        """
        from index.chronology import dated_lines

        return dated_lines(self._catalog, places)

    def chronology(
        self,
        query: str = "",
        document: str | None = None,
        *,
        first: datetime.date | None = None,
        last: datetime.date | None = None,
        limit: int | None = None,
    ) -> Chronology:
        """The dates in a document, or in all that match a query, in the order of the days they mean.

        Those of the same day come in the order of publication. What means a longer time comes before
        what means its first day. The arguments are those of `timeline`, and how many dates are wanted.
        """
        found = self.timeline(query, document, first, last)
        lines = self.dated(found.places(limit))
        head = head_of(self._article(document)[1]) if document is not None else None
        return Chronology(
            "" if document is not None else query,
            head,
            len(found),
            found.documents,
            found.unknown,
            found.folded,
            tuple(
                replace(line, copies=copies)
                for line, copies in zip(lines, found.copies.tolist(), strict=False)
                if line is not None
            ),
        )

    def related(self, passage_or_text: Passage | str, limit: int = 10) -> tuple[Related, ...]:
        """Passages of other documents that speak of the same, best first, each with the reasons.

        One passage stands for a document. Documents that are copies of one another have one row, and
        so have near-identical passages; the earliest leads. Copies of the passage's own document are
        not related to it. The answer is empty where nothing is related.
        """
        from index.relations import related_passages

        wanted = passage_or_text
        key = self._catalog.key_of(wanted.document) if isinstance(wanted, Passage) else None
        return related_passages(self._catalog, self._passages, self._groups, wanted, key, limit)

    def compare(self, first: str, second: str) -> Comparison:
        """Two documents side by side: passages that speak of the same, and on what they differ.

        Args:
            first: Id of a document.
            second: Id of another.

        Raises:
            NotInLibrary: there is no document with one of these ids.
        """
        from index.comparing import compare
        from index.related.sides import Weights

        names = {one.id: one.name for id in (first, second) for one in self.entities_of(id)}
        snapshot = self._passages.snapshot
        return compare(
            self.document(first),
            self.document(second),
            Weights(snapshot.idf_of, snapshot.rare),
            lambda entity: names.get(entity, ""),
        )

    def trace(
        self,
        quotation: Span | str,
        document: str | None = None,
        *,
        cancelled: Callable[[], bool] = never,
    ) -> Trace:
        """Every document that carries a quotation, word for word, trimmed or altered, the earliest first.

        Documents that are copies of one another count as one. A fragment of a few words is looked for by
        who says it and by the words around it, too.

        Args:
            quotation: One of an article's `quotes`, any span of it, or words as such.
            document: Id of the article that a span is of.
            cancelled: Polled.

        Raises:
            NotInLibrary: there is no document with this id.
            Cancelled: `cancelled` said so.
        """
        from index.tracing.trace import quote_at, sought_as, sought_in, trace

        if isinstance(quotation, str):
            sought = sought_as(quotation)
        else:
            key, article = self._article(document or "")
            sought = sought_in(article, key, quote_at(article, quotation))

        def poll() -> None:
            if cancelled():
                raise Cancelled("Called off.")

        return trace(self._catalog, self._prints, sought, self._catalog.copies.groups, poll)

    # Its end

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
