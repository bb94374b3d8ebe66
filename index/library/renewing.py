"""Bringing a library up to date, and taking notice of what others wrote."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.library.opened import Opened
from index.model import Progress, SyncReport
from index.stores import never

if TYPE_CHECKING:
    from index.updating import Updating


class Renewing(Opened):
    """Bringing a library up to date, and taking notice of what others wrote."""

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
        self._follow_mendings()  # where no name was joined
        report = replace(report, trouble=(*report.trouble, *self.said_troubles()))
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

    def refresh(self) -> bool:
        """Take notice of what another process has written; True where there was something."""
        self._forget()
        changed = self._stores.refresh()
        return self._follow_mendings() or changed

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
