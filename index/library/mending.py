"""What the user says of names."""

from pathlib import Path

from index.library.renewing import Renewing
from index.mending import Mendings
from index.model import Foreseen, Mending


class Desk(Renewing):
    """What the user says of names."""

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
            StorageError: It cannot be written down, or not to the library yet.
        """
        self._mending_file.change(lambda mendings: mendings.with_mending(mending))
        self._follow_mendings(said=True)

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
        self._follow_mendings(said=True)
        return taken[0] if taken else None
