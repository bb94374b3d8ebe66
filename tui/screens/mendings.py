"""All that was said of names, the latest first, and what may be one: taken back, accepted, declined."""

from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from index.model import Likeness, Mending
from tui.answers import Failed, LikenessesFound, MendingForeseen, MendingsFound
from tui.render.counts import count
from tui.render.mending import called, foreseen_text, mending_text
from tui.render.searches import SearchRow
from tui.render.shown import shown
from tui.screens.mender import Mender
from tui.screens.motions import motions
from tui.widgets.search_list import SearchList

Mode = Literal["mendings", "suggestions"]

KEYS: Final = {
    "mendings": "x takes back · U the latest · Tab what may be one",
    "suggestions": "Enter makes one · x never · Tab what was mended",
}
NONE: Final = {
    "mendings": "Nothing was mended yet.",
    "suggestions": "Nobody here looks like anybody else.",
}
LOOKING: Final = "Looking for names that may be one."


class MendingsScreen(ModalScreen[None]):
    """Two lists, one at a time; what the chosen suggestion would do stands below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("tab,shift+tab", "turn", show=False, priority=True),
        Binding("enter", "accept", show=False),
        Binding("x,delete", "reject", show=False),
        Binding("U", "undo", show=False),
        Binding("ctrl+r", "redo", show=False),
        *motions("list"),
    ]

    def __init__(self, mender: Mender) -> None:
        """Show what was mended; where nothing was, what may be."""
        super().__init__()
        self._mender = mender
        self._mode: Mode | None = None
        self._mendings: tuple[Mending, ...] = ()
        self._idle: frozenset[Mending] = frozenset()
        self._troubles: tuple[str, ...] = ()
        self._likenesses: tuple[Likeness, ...] | None = None
        self._list = SearchList(id="mendings")
        self._said = Static("", id="mendings-said", markup=False)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="mendings-box"):
            yield self._list
            yield self._said

    def on_mount(self) -> None:
        """Ask for both lists."""
        self.set_focus(self._list)
        self.renew()

    def renew(self) -> None:
        """Ask anew, since something was mended."""
        self._mender.mendings(self)

    @on(MendingsFound)
    def _take_mendings(self, event: MendingsFound) -> None:
        self._mendings, self._idle = event.listed[::-1], event.idle
        self._troubles = event.troubles
        if self._mode is None:
            self._mode = "mendings" if self._mendings or self._troubles else "suggestions"
        self._show()
        self._mender.likenesses(self)

    @on(LikenessesFound)
    def _take_likenesses(self, event: LikenessesFound) -> None:
        self._likenesses = event.found
        self._show()

    def _show(self) -> None:
        mode: Mode = self._mode or "mendings"
        if mode == "mendings":
            rows = [
                SearchRow(mending_text(one), ("in no text now",) if one in self._idle else ("",))
                for one in self._mendings
            ]
        else:
            rows = [_likeness_row(one) for one in self._likenesses or ()]
        title = "Mendings" if mode == "mendings" else "Names that may be one"
        self._list.label(f"{title} {len(rows)}", KEYS[mode])
        waits = mode == "suggestions" and self._likenesses is None
        self._list.empty_text = LOOKING if waits else NONE[mode]
        self._list.show_rows(rows)
        self._foresee()

    # What is chosen

    @property
    def _likeness(self) -> Likeness | None:
        place, found = self._list.cursor, self._likenesses or ()
        return found[place] if self._mode == "suggestions" and 0 <= place < len(found) else None

    @property
    def _mending(self) -> Mending | None:
        place = self._list.cursor
        return (
            self._mendings[place] if self._mode == "mendings" and 0 <= place < len(self._mendings) else None
        )

    def _foresee(self) -> None:
        likeness = self._likeness
        self._say("; ".join(self._troubles) if likeness is None else "")
        if likeness is not None:
            self._mender.foresee(self, likeness.mending)

    @on(MendingForeseen)
    def _take_foreseen(self, event: MendingForeseen) -> None:
        likeness = self._likeness
        if likeness is not None and event.mending == likeness.mending:
            self._say(foreseen_text(event.mending, event.foreseen))

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._say(event.reason)

    def _say(self, text: str) -> None:
        self._said.update(shown(text))
        self._said.display = bool(text)

    # What keys do

    def action_list(self, name: str) -> None:
        """Move in the list."""
        getattr(self._list, f"action_{name}")()
        self._foresee()

    def action_turn(self) -> None:
        """Show the other list."""
        self._mode = "suggestions" if self._mode == "mendings" else "mendings"
        self._show()

    @on(SearchList.Opened)
    def action_accept(self) -> None:
        """Make one of the two that may be."""
        if (likeness := self._likeness) is not None:
            self._mender.do(likeness.mending)

    def action_reject(self) -> None:
        """Take back the chosen mending; decline the chosen suggestion for good."""
        if (likeness := self._likeness) is not None:
            self._mender.do(likeness.declining)
        elif (mending := self._mending) is not None:
            self._mender.undo(mending)

    def action_undo(self) -> None:
        """Take back the latest mending."""
        self._mender.undo()

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._mender.redo()


def _likeness_row(one: Likeness) -> SearchRow:
    numbers = f"{one.entity.mentions:,} and {count(one.target.mentions, 'mention')}"
    said = (f"{one.reason} · {numbers}", one.reason, numbers)
    name = called(one.mending.whom[0])
    type = "" if one.entity.type == one.target.type else f", {one.target.type}"
    return SearchRow(f"{name} → {called(one.named_target)}{type}?", said)
