"""The actions on the room itself: panes, density, theme, help, leaving."""

from dataclasses import replace

from tui.screens.help import HelpScreen
from tui.screens.room import Room


class RoomActions(Room):
    """What keys do to the room."""

    def action_back(self) -> None:
        """Go one step back."""
        self.notice.clear("library")
        self._turns.forget()
        if self._counting.take() is not None:
            return
        if self._panes.current in ("related", "reader") and self._relating.back():
            self._panes.go_to("reader")
            return
        if not (self._searching_on.back(from_list=self._panes.current == "list") or self._came_back()):
            self._panes.back()
        elif self._clauses.are_shown:
            self._clauses.walk_here()
            self._opener.label()

    def _came_back(self) -> bool:
        """Go back to the screen beside the room that one has left to read; False where that is not so."""
        is_reading = self._panes.current == "reader" and not self._panes.is_alone
        return is_reading and any(one.come_back() for one in self._beside)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._panes.turn(1)

    def action_previous_pane(self) -> None:
        """Go to the previous pane."""
        self._panes.turn(-1)

    def action_entities(self) -> None:
        """Go to the entities; there already, show those of all results, or of the article again."""
        if self._panes.current == "entities":
            self._mentioning.toggle_results()
        self._panes.go_to("entities")

    def action_related(self) -> None:
        """Go to the related passages."""
        self._panes.go_to("related")

    def action_reader_alone(self) -> None:
        """Show the reader alone, or everything again."""
        self._panes.toggle_alone()

    def action_density(self) -> None:
        """Show the list in its other density."""
        compact = self.documents.density == "roomy"
        self.documents.density = "compact" if compact else "roomy"
        self._keeping.session = replace(self.session, compact=compact)

    def action_theme(self) -> None:
        """Take the other theme."""
        light = not self.session.light
        self.app.theme = "cuttings-light" if light else "cuttings-dark"
        self._keeping.session = replace(self.session, light=light)

    def action_left_out(self) -> None:
        """Show the files that were not read in."""
        self._questions.skipped()

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen(self._keymap, "list" if self._panes.current == "list" else "reader"))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
