"""The only way from the app to the library: what its workers run, off the screen's thread.

Each method here may take long and touches no widget; it gives frozen values or messages.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.errors import CuttingsError, NotInLibrary, QueryError, UsageError
from index.fulltext.days import HOW_TO_WRITE, read_span
from index.library import Library
from index.model import (
    Article,
    Comparison,
    Completion,
    DatedLine,
    Entity,
    EntityType,
    Explanation,
    Foreseen,
    Headline,
    KwicLine,
    KwicSort,
    Likeness,
    Listing,
    Mending,
    Named,
    Passage,
    Progress,
    Reading,
    Related,
    Skipped,
    Sort,
    Span,
    Timeline,
    Trace,
    Version,
    WatchedName,
)
from tui.answers import FacetsFound, Found, ModelHeard, SyncEnded, SyncTold
from tui.choices import facet_rows, foreign_name, name_rows
from tui.queries import hit_clauses
from tui.render.entities import Groups, outstanding, with_pinned
from tui.render.shown import shown
from tui.render.titles import TitleCells
from tui.sifting import Ints

if TYPE_CHECKING:
    from index.pages import Pages

DaySpan = tuple[date, date]
"""The first and the last of some days that follow one another."""

RELATED = 12
"""Related passages that are shown."""

COMPLETIONS = 8
"""Completions that are offered."""


class Desk:
    """Asks the library on behalf of the screens."""

    def __init__(self, library: Library, home: Path | None = None) -> None:
        """Take a library that is open, and the home it was given, if one was."""
        self._library = library
        self._home = home
        self._sync: subprocess.Popen[str] | None = None
        self._running: list[subprocess.Popen[str]] = []
        self._is_syncing = False
        self._headlines: Mapping[int, Headline] = {}

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

    @property
    def pages(self) -> "Pages":
        """The pages of its entities."""
        return self._library.pages

    def check(self, query: str) -> None:
        """Raise QueryError where a query cannot be read."""
        self._library.check(query)

    def find(self, query: str, sort: Sort, *, anew: bool, cancelled: Callable[[], bool]) -> Found:
        """Every document that matches.

        Args:
            query: The query.
            sort: The order.
            anew: Whether to take notice first of what was written since the last time.
            cancelled: Polled.

        Raises:
            QueryError: the query cannot be read.
            Cancelled: `cancelled` said so.
        """
        if anew:
            self._library.refresh()
        try:
            listing = self._library.list(query, sort, cancelled)
        finally:
            self._library.let_go()
        clauses = hit_clauses(query)
        leaders = self._library.leaders(listing.keys)
        if not anew:
            return Found(listing, clauses=clauses, leaders=leaders)
        headlines = self._all_headlines()  # after the list, so that each document in it has one
        keys = {headline.id: key for key, headline in headlines.items()}
        return Found(listing, headlines, keys, TitleCells(headlines), clauses, leaders)

    def clause_hits(
        self, listing: Listing, clauses: Collection[int], cancelled: Callable[[], bool]
    ) -> list[int]:
        """Number of hits that some clauses have in each document of a list.

        Args:
            listing: The list.
            clauses: The numbers that these hits bear.
            cancelled: Polled.

        Raises:
            Cancelled: `cancelled` said so.
            SearchTooLong: an expression takes too long.
        """
        try:
            found = self._library.clause_hits(listing.query, clauses, cancelled)
        finally:
            self._library.let_go()
        hits = dict(zip(found.keys, found.hits, strict=True))
        return [hits.get(key, 0) for key in listing.keys]

    def complete(
        self, query: str, cursor: int, cancelled: Callable[[], bool]
    ) -> Iterator[tuple[Completion, ...]]:
        """What may stand in a query where one types: at once, and again when the words are counted.

        Raises:
            Cancelled: `cancelled` said so.
        """
        found = self._library.complete(query, cursor, COMPLETIONS)
        yield found
        if any(one.kind == "word" for one in found):
            yield self._library.count_words(found, cancelled)

    def matching(self, query: str, cancelled: Callable[[], bool] = lambda: False) -> frozenset[str]:
        """Ids of the documents that match.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: it takes too long.
            Cancelled: `cancelled` said so.
        """
        headlines = self._headlines or self._library.headlines()
        if not query.strip():
            return frozenset(headline.id for headline in headlines.values())
        keys = self._library.list(query, "newest", cancelled).keys
        if any(key not in headlines for key in keys):
            headlines = self._library.headlines()
        return frozenset(headlines[key].id for key in keys if key in headlines)

    def _all_headlines(self) -> Mapping[int, Headline]:
        """All headlines; while articles are being read in, those seen before and those that have come."""
        if self._is_syncing and self._headlines:
            new = self._library.headlines(max(self._headlines))
            self._headlines = {**self._headlines, **new} if new else self._headlines
        else:
            self._headlines = self._library.headlines()
        return self._headlines

    def read(self, id: str, query: str) -> Reading:
        """A document with its hits and its best places; raises NotInLibrary."""
        reading = self._library.read(id, query)
        if self._is_syncing and not reading.article.mentions:
            self._want_first(id)
        return reading

    def compare(self, first: str, second: str) -> Comparison:
        """Two documents side by side; raises NotInLibrary."""
        try:
            return self._library.compare(first, second)
        finally:
            self._library.let_go()

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Documents with their texts by id; those that are gone are left out."""
        found = {}
        for id in dict.fromkeys(ids):
            with suppress(NotInLibrary):
                found[id] = self._library.document(id)
        return found

    def _want_first(self, *documents: str) -> None:
        """Let reading in deal with some documents before the others."""
        if self._sync is not None and self._sync.stdin is not None:
            with suppress(OSError, ValueError):  # it has ended, which is seen elsewhere
                self._sync.stdin.write(" ".join(documents) + "\n")
                self._sync.stdin.flush()

    def explain(self, query: str, finished: str, cancelled: Callable[[], bool]) -> Explanation:
        """Why a query finds nothing, or a part of it; where it cannot be read yet, the same of it finished.

        Args:
            query: The query as it was typed.
            finished: What was searched for.
            cancelled: Polled.
        """
        try:
            return self._library.explain(query, cancelled)
        except QueryError:
            return self._library.explain(finished, cancelled)

    def entities(self, document: str | None, query: str, *, stands_out: bool = False) -> Groups:
        """The entities of a document, or of what matches a query: all, or those that stand out in it."""
        if stands_out:
            return outstanding(self._library.entities(query))
        top = self._library.pinned(), self._library.watched_entities()
        if document is not None:
            return with_pinned(self._library.entities_of(document), *top)
        return with_pinned(self._library.entities(query), *top)

    def foreign_language(self, document: str | None) -> str:
        """The language of a document that is not in English: only known names are looked for in it."""
        return "" if document is None else foreign_name(self._library.language_of(document))

    def called(self, typed: str, limit: int) -> tuple[Entity, ...]:
        """The entities that are called as was typed, or so begin; those in most documents first."""
        return self._library.called(typed, limit)

    def forms(self, one: Named) -> Sequence[tuple[str, int]]:
        """The forms under which an entity is mentioned, each with how often, the most frequent first."""
        return self._library.forms(one)

    def likenesses(self) -> tuple[Likeness, ...]:
        """Entities that may be one, the likeliest first."""
        return self._library.likenesses()

    def likenesses_of(self, one: Named) -> tuple[Likeness, ...]:
        """Those that one entity may be, the likeliest first."""
        return self._library.likenesses(one)

    def foresee(self, mending: Mending) -> Foreseen:
        """What a mending would do."""
        return self._library.foresee(mending)

    def mend(self, mending: Mending) -> None:
        """Say something of names; raises StorageError."""
        self._library.mend(mending)

    def take_back(self, mending: Mending | None) -> Mending | None:
        """Take back a mending, the latest where none is named; raises StorageError."""
        return self._library.take_back(mending)

    def mendings(self) -> tuple[tuple[Mending, ...], frozenset[Mending], tuple[str, ...]]:
        """All mendings, those that are about nothing now, and what in their file cannot be read."""
        mendings = self._library.mendings()
        return mendings.listed, self._library.idle_mendings(), mendings.troubles

    def watch(self, one: Named) -> WatchedName:
        """Watch for an entity with all its forms; raises StorageError."""
        watched = self._library.as_watched(one)
        self._library.watch(watched)
        return watched

    def watch_again(self, one: WatchedName) -> None:
        """Watch for a name as it was; raises StorageError."""
        self._library.watch(one)

    def unwatch(self, one: Named) -> tuple[WatchedName, ...]:
        """Watch for an entity no more; raises StorageError."""
        return self._library.unwatch_entity(one)

    def named_at(self, document: str, places: Sequence[Span]) -> tuple[Entity, ...]:
        """Who and what is named in a document at the first of some places that names any, in its order.

        Raises:
            NotInLibrary: there is no such document.
        """
        mentions = self._library.document(document).mentions
        entities = {one.id: one for one in self._library.entities_of(document)}
        for place in places:
            here = dict.fromkeys(
                one.entity
                for one in mentions
                if one.field == place.field and one.start < place.end and place.start < one.end
            )
            if found := tuple(entities[id] for id in here if id in entities):
                return found
        return ()

    def named(self, name: str, type: EntityType) -> tuple[Entity, ...]:
        """The entities of a type that are called by a name."""
        return tuple(one for one in self._library.pages.named(name, type) if one.name == name)

    def facets(self, query: str, cancelled: Callable[[], bool]) -> FacetsFound:
        """The outlets, languages and days of what matches, and what of them the query asks for.

        Raises:
            QueryError: the query cannot be read.
            SearchTooLong: it takes too long.
            Cancelled: `cancelled` said so.
        """
        facets = self._library.facets(query, cancelled)
        return FacetsFound(facets, facet_rows(facets))

    def named_facets(self, found: FacetsFound) -> FacetsFound:
        """The same, and who and what is named in most of the articles; raises QueryError, SearchTooLong."""
        query = found.facets.query
        try:
            return replace(found, rows=found.rows + name_rows(query, self._library.entities(query)))
        finally:
            self._library.let_go()

    def contexts(self, query: str, places: Sequence[tuple[int, int]]) -> tuple[KwicLine | None, ...]:
        """Some hits of a query in their contexts; see `Library.contexts`."""
        return self._library.contexts(query, places)

    def timeline(self, query: str, document: str | None, span: DaySpan | None) -> Timeline:
        """The dates of a document, or of all that matches a query; see `Library.timeline`."""
        first, last = span or (None, None)
        if self._is_syncing:
            self._library.refresh()
        try:
            return self._library.timeline(query, document, first, last)
        finally:
            self._library.let_go()

    def dated(self, places: Sequence[tuple[int, int]]) -> tuple[DatedLine | None, ...]:
        """Some dates in their sentences; see `Library.dated`."""
        return self._library.dated(places)

    def order_hits(
        self,
        listing: Listing,
        sort: KwicSort,
        told: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> Mapping[KwicSort, Ints]:
        """The numbers of all hits of a list in an order, and in others found on the way.

        Raises:
            SearchTooLong: the hits are too many to be sorted by words.
            Cancelled: `cancelled` said so.
        """
        try:
            return self._library.order_hits(listing, sort, told, cancelled)
        finally:
            self._library.let_go()

    def paths(self, keys: Sequence[int]) -> list[str]:
        """The files of documents, in their order; those that are gone are left out."""
        known = self._library.documents_with(keys)
        return [known[key].path for key in keys if key in known]

    def related(self, passage: Passage | str) -> tuple[Related, ...]:
        """The passages that speak of the same as a passage of another document, or as some words."""
        if self._is_syncing:
            self._library.refresh()
        try:
            return self._library.related(passage, RELATED)
        finally:
            self._library.let_go()

    def versions(self, document: str) -> tuple[Version, ...]:
        """A document and its copies, the one that leads first; raises NotInLibrary."""
        if self._is_syncing:
            self._library.refresh()
        return self._library.versions(document)

    def trace(self, document: str, quotation: Span | str) -> Trace:
        """Every document that carries a quotation of a document, or words as such."""
        if self._is_syncing:
            self._library.refresh()
        return self._library.trace(quotation, document)

    def warm(self) -> None:
        """Read what a first search would have to wait for."""
        self._library.warm()
        self._library.let_go()

    def skipped(self) -> tuple[Skipped, ...]:
        """The files that were not read in."""
        return self._library.skipped()

    def marked_read(self, before: frozenset[str]) -> frozenset[str]:
        """Ids of the articles that were read; of some that were so before there were marks, too."""
        if before:
            self._library.marks.adopt_read(sorted(before))
        return self._library.marks.read

    def mark_read(self, documents: Iterable[str], is_read: bool) -> None:
        """Take down that articles were read, or that they count as unread."""
        self._library.marks.mark_read(documents, is_read)

    def tags(self, document: str) -> tuple[tuple[str, ...], Mapping[str, int]]:
        """The tags of an article, and in how many articles each tag is that there is."""
        tagged = self._library.marks.tagged()
        return self._library.marks.tags(document), {tag: len(tagged[tag]) for tag in tagged}

    def set_tags(self, document: str, tags: Iterable[str]) -> None:
        """Give an article tags."""
        self._library.marks.set_tags(document, tags)

    def sync(self, first: Iterable[str] = ()) -> Iterator[SyncTold | SyncEnded | ModelHeard]:
        """Bring the library up to date in a process of its own, telling how far it has come.

        When that has ended, a model may vote on names, where one is installed.

        Args:
            first: Ids of documents to be dealt with before the others.
        """
        return self._run(first)

    def follow_watched(self, first: Iterable[str] = ()) -> Iterator[SyncTold | SyncEnded | ModelHeard]:
        """Likewise, read articles for names again because of whom the user watches for, and nothing else."""
        return self._run(first, watched=True)

    def _run(
        self, first: Iterable[str], *, watched: bool = False
    ) -> Iterator[SyncTold | SyncEnded | ModelHeard]:
        # -P: a file called index.py in the folder where one stands must not be run
        command = [sys.executable, "-P", "-m", "index", "--first", *(["--watched"] if watched else [])]
        if self._home is not None:
            command += ["--home", str(self._home)]
        if not self._library.is_sample:
            command += ["--", *self._library.paths]
        process = self._sync = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self._running.append(process)  # a model may still vote on names in another one
        self._is_syncing = True
        assert process.stdin is not None and process.stdout is not None
        self._want_first(*first, *self._library.marks.read)
        has_ended, heard = False, None
        with process.stdout as lines:
            for line in lines:
                found = json.loads(line)
                if "stage" in found:
                    if found["stage"] == "voting":
                        heard = heard or ModelHeard()
                    yield SyncTold(Progress(**found))
                elif "error" in found:
                    if has_ended:
                        heard = ModelHeard(found["error"])
                    else:
                        has_ended = True
                        yield SyncEnded(found["error"])
                elif "heard" in found:
                    trouble = "; ".join(map(shown, found["heard"]))
                    heard = ModelHeard(trouble) if trouble else heard
                else:
                    report = found["report"]
                    counts = {name: report[name] for name in ("added", "updated", "removed")}
                    trouble = "; ".join(map(shown, report["trouble"]))
                    has_ended = True
                    if watched:
                        self._library.refresh()  # who asks for names from now on gets the new ones
                    yield SyncEnded(None, **counts, skipped=len(report["skipped"]), trouble=trouble)
        status = process.wait()
        self._running.remove(process)
        self._is_syncing = bool(self._running)
        with suppress(OSError):
            process.stdin.close()
        if not has_ended:
            yield SyncEnded(f"Reading in stopped before its end (status {status}).")
        elif heard is not None:
            yield heard

    def close(self) -> None:
        """End what is under way and let go of the library."""
        for process in tuple(self._running):
            if process.poll() is None:
                process.terminate()
                process.wait()
                if process.stdin is not None:
                    with suppress(OSError):
                        process.stdin.close()
        self._library.close()


def span_written(written: str) -> DaySpan | None:
    """The days that are written in a field, as in a query, or from one to another ("2025-06-13 to today").

    Raises:
        UsageError: they cannot be read.
    """
    if not written.strip():
        return None
    span = read_span(written)
    if span is None:
        raise UsageError(f"“{shown(written)}” is no span of days: {HOW_TO_WRITE}.")
    return span
