"""What is kept of a library: catalog, full-text index, passages; opened, held together, made anew.

The catalog is the store of record. The index and the passages are derived from it, and it notes
which state of the index it goes with: one that is missing, damaged, older or another's is brought in
step again, by whoever comes upon it. A catalog that is damaged is made anew by reading the files.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index import lock
from index.catalog import CATALOG, Catalog
from index.errors import Cancelled, CatalogDamaged, LibraryBusy, LibraryDamaged, StorageError
from index.paths import make_files_private

if TYPE_CHECKING:
    from index.fulltext.engine import Engine
    from index.related.store import PassageStore

Answer = TypeVar("Answer")

TRIES = 3
"""How often work is begun again that comes upon damage: each of the stores may be made anew once."""


def never() -> bool:
    """Do not cancel."""
    return False


class Stores:
    """The three stores in a library's directory; any number of threads may use them."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        """Where they are."""
        self.lock = directory / "lock"
        """Held by who writes to them."""
        self.needs_sync = False
        """Whether they are known not to be up to date: never filled, broken off, or made anew."""
        self.damage: str | None = None
        """What was found damaged, for the user to read."""
        self._engine: Engine | None = None
        self._passages: PassageStore | None = None
        self._guard = threading.RLock()
        self._writer = threading.RLock()
        self._depth = 0
        self._is_filling = False
        self._retired: list[Catalog] = []
        self.catalog = self._open_catalog()
        """The store of record."""

    # Writing

    @contextmanager
    def writing(
        self, waiting: Callable[[], None] = lambda: None, cancelled: Callable[[], bool] = never
    ) -> Iterator[None]:
        """Keep other writers out; a thread that does so already may do so again.

        Args:
            waiting: Called now and then while another is writing.
            cancelled: Polled meanwhile.

        Raises:
            LibraryBusy: Another process has removed the library.
            StorageError: The library cannot be written to.
            Cancelled: `cancelled` said so.
        """
        while not self._writer.acquire(timeout=lock.POLL_SECONDS):
            if cancelled():
                raise Cancelled("Called off while waiting for another to finish writing.")
            waiting()
        try:
            if self._depth:
                yield
                return
            with lock.writing(self.lock, waiting=waiting, cancelled=cancelled):
                self._depth = 1
                try:
                    self._follow_catalog()
                    yield
                finally:
                    self._depth = 0
        finally:
            self._writer.release()

    @contextmanager
    def filling(self) -> Iterator[bool]:
        """Around what brings the stores up to date; tells whether the last such run came to its end.

        The lock is held. Until this run has ended, too, the library counts as not up to date.
        """
        ended = self.mending(self._begin)
        self._is_filling = True
        try:
            yield ended
        finally:
            self._is_filling = False
            make_files_private(self.directory)
        self._note(str(int(time.time())), self.engine.mark, self.passages.mark)
        self.needs_sync = False

    def _begin(self) -> bool:
        ended = bool(self.catalog.fact("synced"))
        self._note("")
        return ended

    def mending(self, work: Callable[[], Answer]) -> Answer:
        """Do something with the lock held; where it comes upon damage, mend that and begin again."""
        for _ in range(TRIES):
            try:
                return work()
            except CatalogDamaged as error:
                self.renew_catalog(error)
            except LibraryDamaged as error:
                self.renew_engine(error)
                self._renew_passages(error)
        return work()

    def _note(self, synced: str, index: str = "", passages: str = "") -> None:
        with self.catalog.writing() as store:
            store.put_fact("synced", synced)
            store.put_fact("index", index)
            store.put_fact("passages", passages)

    # The catalog

    def _open_catalog(self) -> Catalog:
        path = self.directory / CATALOG
        was_there = Catalog.is_there(path) or not (self.directory / "fulltext").exists()
        try:
            catalog = Catalog(path)
        except LibraryDamaged as error:
            catalog = self._catalog_anew(error)
        if not was_there:
            self.damage = f"{path} was missing or empty."
        if not catalog.fact("synced") and not lock.is_held(self.lock):
            self.needs_sync = True  # never, or it was broken off and nobody is at it
        return catalog

    def _catalog_anew(self, error: LibraryDamaged) -> Catalog:
        self.damage = str(error)
        self.needs_sync = True
        path = self.directory / CATALOG
        with self.writing() if self._depth else lock.writing(self.lock):
            try:
                return Catalog(path)  # another process was quicker
            except LibraryDamaged:
                Catalog.remove(path)
                return Catalog(path)

    def renew_catalog(self, error: CatalogDamaged) -> None:
        """Start with an empty catalog, to be filled by a sync; the lock is held."""
        self._retired.append(self.catalog)
        self.catalog = self._catalog_anew(error)

    def _follow_catalog(self) -> None:
        """Take up the catalog that another process has made anew."""
        if not self.catalog.is_in_place():
            self._retired.append(self.catalog)
            self.catalog = self._open_catalog()

    # The full-text index

    @property
    def engine(self) -> "Engine":
        """The full-text index, in step with the catalog; one found damaged is made anew from it."""
        engine = self._engine
        if engine is not None:
            return engine
        from index.fulltext.engine import Engine

        try:
            with self._guard:
                if self._engine is None:
                    self._engine = Engine.open(self.directory / "fulltext")
                engine = self._engine
        except LibraryDamaged as error:
            return self.renew_engine(error)
        if not self._is_in_step(engine) and not lock.is_held(self.lock):
            self._bring_in_step(engine)
        return engine

    def ask(self, question: "Callable[[Engine], Answer]") -> Answer:
        """Ask the full-text index something; again, where it is found damaged only now."""
        try:
            return question(self.engine)
        except CatalogDamaged:
            raise
        except LibraryDamaged as error:
            return question(self.renew_engine(error))

    def renew_engine(self, error: LibraryDamaged) -> "Engine":
        """Make the index anew from the catalog, if it is as damaged as an error says."""
        from index.fulltext.engine import Engine

        directory = self.directory / "fulltext"
        with self.writing():
            try:
                engine = Engine.open(directory)  # another process may have been quicker
                is_whole = not engine.check()
            except LibraryDamaged:
                is_whole = False
            if not is_whole:
                self.damage = str(error)
                engine = Engine.begin_anew(directory)
            self._fill(engine)
            with self._guard:
                self._engine = engine
            return engine

    def _is_in_step(self, engine: "Engine") -> bool:
        noted = self.catalog.fact("index")
        return engine.mark == (noted or "") and bool(noted or not self.catalog.counts()[0])

    def _bring_in_step(self, engine: "Engine") -> None:
        """Mend an index that does not hold what the catalog holds, where that is possible."""
        try:
            with self.writing():
                engine.refresh()
                if not self._is_in_step(engine):
                    self._fill(engine)
        except (LibraryBusy, StorageError):
            self.needs_sync = True  # it is read as it is

    def _fill(self, engine: "Engine") -> None:
        from index.sync import mend_index

        mend_index(self.catalog, engine, lambda progress: None, lambda: None)
        if not self._is_filling:
            with self.catalog.writing() as store:
                store.put_fact("index", engine.mark)

    # The passages

    @property
    def passages(self) -> "PassageStore":
        """The passages that are compared; a store found damaged is emptied, to be filled by the next sync."""
        from index.related.store import PassageStore

        try:
            with self._guard:
                if self._passages is not None:
                    return self._passages
                passages = self._passages = PassageStore.open(self.directory / "passages")
        except LibraryDamaged as error:
            return self._renew_passages(error)
        if passages.mark != (self.catalog.fact("passages") or "") and not lock.is_held(self.lock):
            self.needs_sync = True
        return passages

    def _renew_passages(self, error: LibraryDamaged) -> "PassageStore":
        from index.related.store import PassageStore

        directory = self.directory / "passages"
        with self.writing():
            try:
                passages = PassageStore.open(directory)
                is_whole = not passages.check()
            except LibraryDamaged:
                is_whole = False
            if not is_whole:
                self.damage = str(error)
                self.needs_sync = True
                with self.catalog.writing() as store:
                    store.put_fact("synced", "")
                passages = PassageStore.begin_anew(directory)
            with self._guard:
                self._passages = passages
            return passages

    # All of them

    def refresh(self) -> bool:
        """Take notice of what another process has written; True where there was something."""
        self._follow_catalog()
        try:
            changed = self.engine.refresh()
        except LibraryDamaged as error:
            self.renew_engine(error)
            changed = True
        try:
            return self.passages.refresh() or changed
        except LibraryDamaged as error:
            self._renew_passages(error)
            return True

    def let_go(self) -> None:
        """Give back the memory that answers have taken by reading in the indexes."""
        with self._guard:
            for store in (self._engine, self._passages):
                if store is not None:
                    store.let_go()
        _trim()

    def close(self) -> None:
        """Let go of their files."""
        with self._guard:
            if self._engine is not None:
                self._engine.close()
                self._engine = None
            for catalog in (*self._retired, self.catalog):
                catalog.close()
            self._retired.clear()


def _trim() -> None:
    """Have the C library give back what was freed and it keeps for the next answer, where it can."""
    import ctypes  # not for those who never get here

    trim = getattr(ctypes.pythonapi, "malloc_trim", None)  # glibc has it, which the interpreter is linked to
    if trim is not None:
        trim(0)
