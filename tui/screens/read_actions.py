"""The actions of reading: from passage to passage, from article to article, and out of the room."""

from tui.screens import leaving, phrases
from tui.screens.room import Room
from tui.screens.trail import TrailScreen
from tui.trail import Trail
from tui.widgets.document_list import DocumentList
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.related_list import RelatedList


class ReadActions(Room):
    """What keys do to what is read."""

    def action_open(self) -> None:
        """Read what is chosen in the pane that has the focus."""
        if self.search_bar.is_typing:
            self._keep_results()
        pane = self.focused
        if isinstance(pane, (DocumentList, EntitySidebar, RelatedList)):
            self._turns.in_turn(pane.item_opened)

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self._walking.walk_passages(count))

    def action_previous_passage(self) -> None:
        """Go to the previous passage."""
        count = self._counting.take() or 1
        self._turns.in_turn(lambda: self._walking.walk_passages(-count))

    def action_digit(self, digit: int) -> None:
        """Go to a related passage; in the list, collect a count before a motion."""
        if self.focused is self.documents:
            self._counting.add(digit)
            if (number := self._counting.number) is not None:
                self.key_line.say(phrases.counting(number))
        elif digit:
            self._turns.in_turn(lambda: self._relating.jump(digit - 1))

    def action_pane(self, name: str) -> None:
        """Do something in the pane that has the focus, as often as the count says."""
        count = self._counting.take()
        action = getattr(self._panes.focused, f"action_{name}")
        self._turns.in_turn(lambda: action() if count is None else action(count))

    def action_trail_back(self) -> None:
        """Go back to where one came from."""
        self._turns.in_turn(self._way.back)

    def action_trail_forward(self) -> None:
        """Go forward again."""
        self._turns.in_turn(self._way.forward)

    def action_trail(self) -> None:
        """Show the trail."""
        self.app.push_screen(TrailScreen(self._way.trail), self._go_along)

    def _go_along(self, trail: Trail | None) -> None:
        if trail is not None:
            self._turns.in_turn(lambda: self._way.follow(trail))

    def action_copy(self) -> None:
        """Copy the selection or the passage."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=False)))

    def action_copy_cited(self) -> None:
        """Copy it with its citation."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.copy(self, self.reader, cite=True)))

    def action_editor(self) -> None:
        """Open the file in an editor."""
        self._turns.in_turn(lambda: self.key_line.say(leaving.edit(self.app, self.reader)))
