"""The reading room itself: search line, articles, reader, entities, related passages.

What it is made of stands in `room`, what it hears in `hearing`; its actions in `find_actions`,
`search_actions`, `read_actions`, `mend_actions` and `room_actions`.
"""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import DescendantFocus, Key, Resize

from tui import elsewhere
from tui.commands import BINDINGS, DIGITS, ROOM_COMMANDS
from tui.screens import phrases
from tui.screens.find_actions import FindActions
from tui.screens.hearing import Hearing
from tui.screens.keeping import SAVE_SECONDS
from tui.screens.mend_actions import MendActions
from tui.screens.read_actions import ReadActions
from tui.screens.room_actions import RoomActions
from tui.screens.search_actions import SearchActions
from tui.screens.watch_list import LOOK_SECONDS

SMALLEST = (40, 12)
"""Below this size nothing useful fits."""


class MainScreen(Hearing, FindActions, SearchActions, ReadActions, MendActions, RoomActions):
    """Search line on top, articles left, the reader, entities over related passages right."""

    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS, *DIGITS]

    def on_mount(self) -> None:
        """Show the room as it was left."""
        self.documents.density = "compact" if self.session.compact else "roomy"
        self.documents.read = self._marking.read
        self.documents.empty_text = "Opening the library."
        self.search_bar.set_text(self.session.query)
        self.sidebar.label("Entities of this article")
        self.relatives.label("Related passages")
        self.set_focus(self.documents)
        self.set_interval(SAVE_SECONDS, self._keeping.save_if_changed)
        self.set_interval(LOOK_SECONDS, self._watch_list.look)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Ask for the list, once there is something to be seen; keys may have come before."""
        self._listed.ask_again(keep=False)
        self._remembering.load()
        self._marking.load()
        if self._sync_wanted:
            self._listed.begin_reading_in()
            self._questions.sync(self.session.opened)
        elif self._desk.damage:
            self.notice.say("library", self._desk.damage)

    def on_unmount(self) -> None:
        """Keep where the reader is, before the screen goes."""
        self._marking.finish()
        self._keeping.save_at_last()

    def on_resize(self, event: Resize) -> None:
        """Fit the panes to the new size."""
        self._panes.arrange()
        width, height = event.size
        self._too_small.update(phrases.too_small(width, height, SMALLEST))
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-too-small")

    def on_key(self, event: Key) -> None:
        """Say of a key that does nothing here where it does something."""
        if (said := elsewhere.of_key(event.key, ROOM_COMMANDS, self._keymap)) is not None:
            self.key_line.say(said)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show the keys that matter in this pane; a search line left in another way keeps its query."""
        self._searching.leave()
        self._panes.arrange()
        if not self.search_bar.is_typing:
            self._remembering.forget_place()
            self._completing.close()
        self._show_keys()
