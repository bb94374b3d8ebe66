"""Bring what is kept of a library up to date: the text first, then what the text need not wait for."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from index.catalog import Catalog
from index.copying import group_copies
from index.errors import Cancelled, ProgramIncomplete
from index.helping.crew import Crew
from index.mending import Mendings
from index.merging import Merging
from index.model import Progress, SyncReport
from index.naming import name_documents
from index.relating import relate_documents
from index.rereading import follow_watched, is_followed
from index.stores import Stores
from index.sync import Sync, mend_index
from index.watching import Watched

if TYPE_CHECKING:
    from index.fulltext.engine import Engine

BESIDE = "fulltext.new"
"""Where the index is made anew while the old one serves."""


@dataclass(slots=True)
class Updating:
    """One run; it holds the library's lock."""

    stores: Stores
    roots: Sequence[str]
    tell: Callable[[Progress], None]
    cancelled: Callable[[], bool]
    mendings: Callable[[], Mendings]
    """Gives what the user says of names, as it is by then."""
    watched: Callable[[], Watched]
    """Gives whom the user watches for, as it is by then."""
    rebuild: bool
    """Whether to read every file again and make the index anew."""
    first: Sequence[str] = ()
    """Ids of documents to be dealt with before the others; more may be added at the end meanwhile."""
    _trouble: list[str] = field(default_factory=list)
    _keys: list[int | None] = field(default_factory=list)

    def run(self) -> SyncReport:
        """Do it, and say what was done.

        Raises:
            PathNotFound: a folder of the library is not there any more.
            Cancelled: `cancelled` said so; what was done up to then is kept.
            ProgramIncomplete: a part of the program cannot be loaded; what was done up to then is kept.
        """
        try:
            return self._run()
        except ImportError as error:
            raise ProgramIncomplete(error) from error

    def _run(self) -> SyncReport:
        stores = self.stores
        began = time.monotonic()
        with (
            stores.writing(waiting=lambda: self.tell(Progress("waiting", 0, 0)), cancelled=self.cancelled),
            stores.filling() as ended,
            Crew(poll=self._poll) as crew,
            Merging(self._poll) as merging,
        ):
            report = stores.mending(lambda: self._read_in(crew, merging))
            anew = self.rebuild or not ended or bool(report.removed)
            stores.mending(lambda: self._follow(crew, merging, anew=anew))
            merging.finish(self.tell)
        trouble = (*self._trouble, *merging.trouble)
        return replace(report, seconds=time.monotonic() - began, trouble=trouble)

    def follow_watched(self) -> None:
        """Read those documents for names again that hold what the user has begun or ceased to watch for.

        Raises:
            Cancelled: `cancelled` said so; the next run goes on with it.
        """
        stores = self.stores
        with (
            stores.writing(waiting=lambda: self.tell(Progress("waiting", 0, 0)), cancelled=self.cancelled),
            Crew(poll=self._poll) as crew,
        ):
            stores.mending(lambda: self._name(crew, anew=False))

    def _poll(self) -> None:
        if self.cancelled():
            raise Cancelled("Called off. What was read in so far is kept.")

    def _read_in(self, crew: Crew, merging: Merging) -> SyncReport:
        """Bring catalog and index up to date."""
        if self.rebuild:
            return self._rebuild(crew, merging)
        stores = self.stores
        shutil.rmtree(stores.directory / BESIDE, ignore_errors=True)
        return self._sync(crew, lambda: merging.watch(stores.engine)).run()

    def _sync(self, crew: Crew, engine: Callable[[], "Engine"]) -> Sync:
        return Sync(
            self.stores.catalog,
            engine,
            crew,
            self.roots,
            self.tell,
            self._poll,
            first=self._first(),
            rebuild=self.rebuild,
        )

    def _first(self) -> frozenset[int]:
        """Keys of the documents to be dealt with first."""
        for id in self.first[len(self._keys) :]:
            self._keys.append(self.stores.catalog.key_of(id))
        return frozenset(key for key in self._keys if key is not None)

    def _rebuild(self, crew: Crew, merging: Merging) -> SyncReport:
        """Read everything anew; the old index serves until the new one is whole."""
        from index.fulltext.engine import Engine

        stores = self.stores
        beside = stores.directory / BESIDE
        shutil.rmtree(beside, ignore_errors=True)
        try:
            with Engine.open(beside) as engine:
                merging.watch(engine)
                try:
                    report = self._sync(crew, lambda: engine).run()
                    mend_index(stores.catalog, engine, self.tell, self._poll)
                finally:
                    merging.forget(engine)
                merging.watch(stores.engine).take_over(engine)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        stores.passages.renew()
        return report

    def _follow(self, crew: Crew, merging: Merging, *, anew: bool) -> None:
        """Do what the text need not wait for: names, the passages that are compared, copies of articles."""
        self._name(crew, anew=anew)
        crew.send_home()
        catalog: Catalog = self.stores.catalog
        passages = merging.watch(self.stores.passages)
        relate_documents(catalog, passages, self.tell, self._poll, first=self._first())
        group_copies(catalog, self.tell, self._poll)

    def _name(self, crew: Crew, *, anew: bool) -> None:
        """Recognise names where that is to be done, as the user says."""
        catalog: Catalog = self.stores.catalog
        watched = self.watched()
        is_other = not is_followed(catalog, watched)
        follow_watched(catalog, lambda: self.stores.engine, watched, self._poll)
        name_documents(
            catalog,
            crew,
            self.tell,
            self._trouble.append,
            self.mendings,
            watched,
            first=self._first,
            anew=anew or is_other,
        )
