"""The one door to a library: open it, bring it up to date, find in it.

Engines are loaded when the library is opened or first searched, not when this is imported.
A library may be used from several threads; one process at a time writes to it.
"""

import os
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index import shelf
from index.catalog import Catalog
from index.errors import Cancelled, LibraryDamaged, NotInLibrary
from index.lock import owner_of, writing
from index.model import (
    Article,
    Document,
    Headline,
    Hit,
    Listing,
    Progress,
    Result,
    SearchResults,
    Skipped,
    Sort,
    SyncReport,
)
from index.paths import (
    Home,
    find_home,
    library_id,
    make_files_private,
    make_private_directory,
    real_paths,
    sample_articles,
)

if TYPE_CHECKING:
    from index.fulltext.engine import Engine
    from index.fulltext.query import Query

StrPath = str | os.PathLike[str]


def never() -> bool:
    """Do not cancel."""
    return False


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
        self.needs_sync = is_sample
        """Whether it is known not to be up to date: never read in, or found damaged."""
        self.damage: str | None = None
        """What was found damaged on opening, for the user to read."""
        self._guard = threading.RLock()
        self._engine: Engine | None = None
        make_private_directory(self.directory)
        self._catalog = self._open_catalog()

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

    def _open_catalog(self) -> Catalog:
        path = self.directory / "catalog.sqlite"
        try:
            catalog = Catalog(path)
        except LibraryDamaged as error:
            self.damage = str(error)
            with writing(self.directory / "lock"):
                for name in ("catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm"):
                    (self.directory / name).unlink(missing_ok=True)
                catalog = Catalog(path)
        if catalog.fact("synced") is None:
            self.needs_sync = True
        return catalog

    @property
    def _index(self) -> "Engine":
        """The full-text index; one found damaged is made anew from the catalog."""
        with self._guard:
            if self._engine is None:
                from index.fulltext.engine import Engine

                directory = self.directory / "fulltext"
                try:
                    self._engine = Engine.open(directory)
                except LibraryDamaged as error:
                    self.damage = str(error)
                    self._engine = self._renew_index(directory)
            return self._engine

    def _renew_index(self, directory: Path) -> "Engine":
        from index.fulltext.engine import Engine
        from index.sync import mend_index

        with writing(self.directory / "lock"):
            try:
                return Engine.open(directory)  # another process was quicker
            except LibraryDamaged:
                shutil.rmtree(directory, ignore_errors=True)
            engine = Engine.open(directory)
            mend_index(self._catalog, engine, lambda progress: None, lambda: None)
            make_files_private(self.directory)
            return engine

    # Bringing it up to date

    def sync(
        self,
        progress: Callable[[Progress], None] | None = None,
        *,
        cancelled: Callable[[], bool] = never,
        rebuild: bool = False,
    ) -> SyncReport:
        """Read what is new or changed in the library's folders, forget what is gone.

        Args:
            progress: Called often with how far it has come.
            cancelled: Polled; True ends the work and keeps what was done.
            rebuild: Read every file again and make the index anew.

        Raises:
            PathNotFound: a folder of the library is not there any more.
            Cancelled: `cancelled` said so.
        """
        from index.sync import Sync

        tell = progress or (lambda progress: None)

        def poll() -> None:
            if cancelled():
                raise Cancelled("Called off. What was read in so far is kept.")

        lock = self.directory / "lock"
        with writing(lock, waiting=lambda: tell(Progress("waiting", 0, 0)), cancelled=cancelled):
            if rebuild:
                self._drop_index()
            try:
                report = Sync(self._catalog, self._index, self.paths, tell, poll, rebuild).run()
            finally:
                make_files_private(self.directory)
            with self._catalog.writing() as store:
                store.put_fact("synced", str(int(time.time())))
        self.needs_sync = False
        return report

    def _drop_index(self) -> None:
        with self._guard:
            if self._engine is not None:
                self._engine.close()
                self._engine = None
            shutil.rmtree(self.directory / "fulltext", ignore_errors=True)

    def writer(self) -> str | None:
        """Say which other process is writing to the library, where one is."""
        owner = owner_of(self.directory / "lock")
        return f"process {owner.process}, for {owner.seconds} s" if owner else None

    def refresh(self) -> bool:
        """Take notice of what another process has written; True where there was something."""
        with self._guard:
            return self._index.refresh()

    def warm(self) -> None:
        """Read what a first search would have to wait for."""
        self.list("warm")

    # What there is

    def documents(self) -> tuple[Document, ...]:
        """All documents, without their text, the newest first."""
        return tuple(self._catalog.documents())

    def document(self, id: str) -> Article:
        """One document with its text and all that is known of it.

        Raises:
            NotInLibrary: there is none with this id.
        """
        key = self._catalog.key_of(id)
        found = {} if key is None else self._catalog.articles([key])
        for article in found.values():
            return article
        raise NotInLibrary(f"There is no document “{id}” in this library.")

    def find(self, path: StrPath) -> Document | None:
        """The document read from a file; None where the library has none."""
        key = self._catalog.key_at(os.path.realpath(path))
        return None if key is None else self._catalog.documents([key])[0]

    def headlines(self) -> dict[int, Headline]:
        """What a list shows of every document, by the keys that `list` gives."""
        return self._catalog.headlines()

    def skipped(self) -> tuple[Skipped, ...]:
        """Files in the library's folders that are not in it, and why, as of the last sync."""
        return self._catalog.skipped()

    # Finding

    def list(self, query: str = "", sort: Sort = "newest", cancelled: Callable[[], bool] = never) -> Listing:
        """Every document that matches, in order, with its number of hits.

        Raises:
            QueryError: the query cannot be read.
            Cancelled: `cancelled` said so.
        """
        if not query.strip():
            keys = self._catalog.keys(sort)
            return Listing(query, keys, [0] * len(keys), 0, 0, ())
        from index.fulltext.syntax import parse

        ranked = self._index.list(parse(query), sort, cancelled)
        hits = ranked.hits.tolist()
        return Listing(query, ranked.keys.tolist(), hits, sum(hits), ranked.undated, ranked.clauses)

    def search(self, query: str, limit: int = 20, offset: int = 0, sort: Sort = "relevance") -> SearchResults:
        """A page of the documents that match, with the places that make them match.

        Raises:
            QueryError: the query cannot be read.
        """
        from index.fulltext.syntax import parse

        began = time.perf_counter()
        parsed = parse(query)
        ranked = self._index.list(parsed, sort)
        page = slice(max(0, offset), max(0, offset) + max(0, limit))
        keys = [int(key) for key in ranked.keys[page]]
        articles = self._catalog.articles(keys)
        results = tuple(
            replace(self._result(parsed, articles[key]), score=float(score))
            for key, score in zip(keys, ranked.scores[page], strict=True)
            if key in articles  # another process may have removed it since the index was read
        )
        return SearchResults(
            query=query,
            total=len(ranked.keys),
            hits_total=int(ranked.hits.sum()),
            undated=ranked.undated,
            clauses=ranked.clauses,
            suggestions=(),
            seconds=time.perf_counter() - began,
            results=results,
        )

    def results(self, query: str, ids: Sequence[str]) -> tuple[Result, ...]:
        """The places in documents that match a query: what a list shows of the rows on screen."""
        from index.fulltext.syntax import parse

        parsed = parse(query)
        keys = [key for id in ids if (key := self._catalog.key_of(id)) is not None]
        articles = self._catalog.articles(keys)
        return tuple(self._result(parsed, articles[key]) for key in keys if key in articles)

    def hits(self, query: str, id: str) -> tuple[Hit, ...]:
        """The hits of a query in one document that matches it, those in the title first."""
        if not query.strip():
            return ()
        from index.fulltext.hits import Facts, find_hits
        from index.fulltext.syntax import parse

        article = self.document(id)
        return find_hits(parse(query), article.title, article.text, Facts(article.source, article.published))

    def _result(self, query: "Query", article: Article) -> Result:
        from index.fulltext.hits import Facts, find_hits
        from index.fulltext.snippets import snippets

        hits = find_hits(query, article.title, article.text, Facts(article.source, article.published))
        head = Document(**{name: getattr(article, name) for name in Document.__dataclass_fields__})
        return Result(
            document=head,
            score=0.0,
            hits=len(hits),
            title_spans=tuple((hit.start, hit.end) for hit in hits if hit.field == "title"),
            snippets=snippets(hits, article.text, article.passages),
        )

    # Its end

    def close(self) -> None:
        """Let go of its files."""
        with self._guard:
            if self._engine is not None:
                self._engine.close()
                self._engine = None
            self._catalog.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
