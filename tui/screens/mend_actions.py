"""The actions on names: merge, split, rename and the like, and taking that back."""

from index.model import Entity
from tui import elsewhere
from tui.screens import phrases
from tui.screens.mend_desk import open_desk
from tui.screens.mend_steps import Verb
from tui.screens.mendings import MendingsScreen
from tui.screens.room import Room


class MendActions(Room):
    """What keys do to what is said of names."""

    def action_mend(self) -> None:
        """Open the desk for the names that are marked, or the one one is at."""
        self._turns.in_turn(lambda: self._open_desk(None))

    def action_reject(self) -> None:
        """Hide the name one is at, once it was seen what that does."""
        if self._panes.current == "entities":
            self._turns.in_turn(lambda: self._open_desk("hide"))
        else:
            self.key_line.say(elsewhere.of_command("reject", self._keymap))

    def action_undo(self) -> None:
        """Take back the latest mending."""
        if self._panes.current == "entities":
            self._mender.undo()
        else:
            self.key_line.say(elsewhere.of_command("undo", self._keymap))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if self._panes.current == "entities":
            self._mender.redo()
        else:
            self.key_line.say(elsewhere.of_command("redo", self._keymap))

    def action_mendings(self) -> None:
        """Show all mendings, and what may be one."""
        self.app.push_screen(MendingsScreen(self._mender))

    def _open_desk(self, verb: Verb | None) -> None:
        entities = self._at_hand()
        if not entities:
            self.key_line.say(phrases.NO_NAME)
            return
        article = None if self._mentioning.is_of_results else self.reader.article
        taken = self.sidebar.unmark
        open_desk(self.app, self._mender, entities, article=article, verb=verb, taken=taken)

    def _at_hand(self) -> tuple[Entity, ...]:
        """The names that are meant: those marked, or under the cursor; in the text the one named there."""
        if self._panes.current == "entities":
            current = self.sidebar.current
            return self.sidebar.marked or ((current,) if current is not None else ())
        found = self._mentioning.named_at(self.get_selected_text() or "")
        return (found,) if found is not None else ()
