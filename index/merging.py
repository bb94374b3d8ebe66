"""Keep the segments of a library's indexes few, in a thread of its own, while others write to them.

Every segment costs a search some time, and reading a large folder in writes hundreds.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from index.errors import Cancelled, CuttingsError, LibraryBusy
from index.model import Progress

if TYPE_CHECKING:
    from index.columnar.index import ColumnarIndex

LOOK_SECONDS = 0.5
"""So often it looks whether there is something to merge."""
MOST = 8
"""Segments of an index that may be left at the end."""


class Merged(Protocol):
    """What has an index whose segments are to be merged."""

    @property
    def index(self) -> "ColumnarIndex":
        """The index."""

    def refresh(self) -> bool:
        """Take notice of what was written."""


Store = TypeVar("Store", bound=Merged)


class Merging:
    """Merges segments as long as its block lasts; what goes wrong with it ends nothing else."""

    def __init__(self, poll: Callable[[], None]) -> None:
        """Begin with nothing to look after.

        Args:
            poll: Called while `finish` waits; what it raises ends the waiting.
        """
        self.trouble: list[str] = []
        """What went wrong, for the user to read."""
        self._poll = poll
        self._watched: dict[Path, Merged] = {}
        self._given_up: set[Path] = set()
        self._merging = threading.Lock()
        self._wake = threading.Event()
        self._is_last = False
        self._ended = False
        self._thread = threading.Thread(target=self._work, name="merging", daemon=True)

    def watch(self, store: Store) -> Store:
        """Look after a store from now on, in place of another in the same directory; gives it back."""
        if store.index.directory not in self._given_up:
            self._watched[store.index.directory] = store
        return store

    def forget(self, store: Merged) -> None:
        """Let go of a store, and of merging it, if that is under way."""
        self._watched.pop(store.index.directory, None)
        with self._merging:
            pass

    def finish(self, tell: Callable[[Progress], None]) -> None:
        """Wait until there are few segments; nobody writes to the stores meanwhile.

        Raises:
            Whatever `poll` raises.
        """
        self._is_last = True
        self._wake.set()
        while self._thread.is_alive():
            self._thread.join(LOOK_SECONDS / 5)
            if self._thread.is_alive():
                self._poll()
                tell(Progress("merging", 0, 0))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        self._wake.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._ended:
            is_last = self._is_last
            while any([self._merge(store, is_last) for store in list(self._watched.values())]):
                pass
            if is_last:
                return
            self._wake.wait(LOOK_SECONDS)

    def _merge(self, store: Merged, is_last: bool) -> bool:
        """Merge some segments of a store; tells whether there may be more to do."""
        from index.columnar import merging  # loaded with the store at the latest
        from index.columnar.damage import noticed, one_writer

        directory = store.index.directory

        def poll() -> None:
            if self._ended or self._watched.get(directory) is not store:
                raise Cancelled("The merging was called off.")

        wanted = merging.TIER
        try:
            with self._merging, one_writer(), noticed():
                poll()
                if is_last and len(store.index.state.held) > MOST:
                    wanted = 2
                if not merging.merge_once(store.index, poll, wanted=wanted):
                    return False
            store.refresh()
            return True
        except Cancelled:
            return False
        except LibraryBusy:  # a long batch is being written
            return is_last
        except CuttingsError as error:
            self._give_up(directory, str(error))
        except Exception as error:
            self._give_up(directory, type(error).__name__)
        return False

    def _give_up(self, directory: Path, reason: str) -> None:
        self._given_up.add(directory)
        self._watched.pop(directory, None)
        self.trouble.append(f"Parts of {directory} could not be written as one: {reason}")
