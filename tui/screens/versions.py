"""The copies of an article, the earliest first, with what each added to that one and dropped of it."""

from collections.abc import Callable
from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from index.model import Version
from tui.answers import Failed, VersionsFetched
from tui.render.counts import count
from tui.render.quoted import LEFT_OUT, PUT_IN
from tui.render.shown import shown
from tui.screens.list_phrases import COPIES_COMING, NO_COPIES
from tui.screens.motions import motions
from tui.widgets.version_list import VersionList

KEYS: Final = "Enter reads it  c compares it with the first"
LEGEND: Final = f"+ added  − dropped  ~ changed: {'out'.join(LEFT_OUT)} {'in'.join(PUT_IN)}"
COMPARING: Final = "Comparing the copies."

Wanted = tuple[Literal["read", "compare"], Version, Version]
"""What is to be done with a copy: the first of all, and the one chosen."""


class VersionsScreen(ModalScreen[Wanted | None]):
    """Who printed an article, and what each made of it. Gives what is to be read or compared."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,C", "dismiss(None)", show=False),
        Binding("enter", "list('open')", show=False),
        Binding("c", "compare", show=False),
        *motions("list"),
    ]

    def __init__(self, document: str, ask: Callable[[ModalScreen[Wanted | None]], None]) -> None:
        """Show copies.

        Args:
            document: Id of the article from which one came.
            ask: Asks for the copies; the answer is a `VersionsFetched`.
        """
        super().__init__()
        self._document = document
        self._ask = ask
        self._list = VersionList(id="versions")
        self._total, self._is_whole = 0, False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="versions-box"):
            yield self._list

    def on_mount(self) -> None:
        """Ask for them."""
        self.set_focus(self._list)
        self._list.empty_text = COMPARING
        self._label()
        self._ask(self)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._label()

    @on(VersionsFetched)
    def _take(self, event: VersionsFetched) -> None:
        event.stop()
        if event.is_whole:
            self._list.empty_text = NO_COPIES if event.is_searched else COPIES_COMING
        self._list.show_versions(event.versions if event.total > 1 else (), self._document)
        self._total, self._is_whole = event.total, event.is_whole
        self._label()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._list.empty_text = shown(event.reason)

    def _label(self) -> None:
        number = self._list.count
        title = f"{count(self._total, 'print')} of one report, the earliest first" if number else "Copies"
        if 0 < number < self._total:
            title += f" · {number:,} {'shown' if self._is_whole else 'compared so far'}"
        room = max(20, min(self.size.width, 110) - 8)
        parts = [KEYS, LEGEND]
        while len(parts) > 1 and len("  ".join(parts)) > room:
            parts.pop(0)
        self._list.label(title, "  ".join(parts))

    # What keys do

    def action_list(self, name: str) -> None:
        """Move in the list."""
        getattr(self._list, f"action_{name}")()

    @on(VersionList.Opened)
    def _open(self) -> None:
        self._give("read")

    def action_compare(self) -> None:
        """Lay the chosen copy and the first side by side; on the first, the second beside it."""
        self._give("compare")

    def _give(self, what: Literal["read", "compare"]) -> None:
        chosen, versions = self._list.current, self._list.items
        if chosen is not None:
            is_first = chosen is versions[0]
            self.dismiss((what, versions[0], versions[1] if what == "compare" and is_first else chosen))
