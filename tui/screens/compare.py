"""Two articles side by side: what keys do there. What it is made of stands in `compare_shown`."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from tui.commands import COMPARE_COMMANDS, DIGITS
from tui.library import Desk
from tui.messages import OpenVariance
from tui.screens import compare_phrases, leaving
from tui.screens.compare_shown import CompareShown
from tui.widgets.compared_view import ComparedView
from tui.widgets.item_view import ItemView


class CompareScreen(CompareShown):
    """Two articles, passage by passage and difference by difference. It stays as it is while one reads."""

    OFFERED = COMPARE_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*(one.binding for one in OFFERED), *DIGITS]

    def __init__(
        self,
        desk: Desk,
        keymap: Mapping[str, str],
        *,
        read: Callable[[str, int, str], None],
        leave: Callable[[], None],
    ) -> None:
        """Begin with nothing.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            read: Is told the id of the document, and the passage, that the reader wants to read alone, and
                the title of the other document.
            leave: Is told that the reader goes back to the room.
        """
        super().__init__(desk, keymap, leave=leave)
        self._tell_read = read

    # Differences

    def action_next_hit(self) -> None:
        """Go to the next difference."""
        self._walk(self._counting.take() or 1)

    def action_previous_hit(self) -> None:
        """Go to the difference before."""
        self._walk(-(self._counting.take() or 1))

    def _walk(self, step: int) -> None:
        count, cursor = self.variances.count, self.variances.cursor
        if not count:
            self.key_line.say(compare_phrases.NO_DIFFERENCE)
        elif not self._is_walked:  # the first one is chosen already, but was not gone to
            self._is_walked = True
            self._show_variance()
        elif not 0 <= cursor + step < count and cursor in (0, count - 1):
            self.key_line.say(compare_phrases.NO_FURTHER_DIFFERENCE)
        else:
            self.variances.move_cursor(cursor + step)

    @on(OpenVariance)
    def _open_variance(self) -> None:
        self._show_variance()
        variance = self.variances.current
        if variance is not None:
            self._active = "here" if variance.here else "there"
            self.set_focus(self.views[self._active])
            self._arrange()

    # Reading

    def action_open(self) -> None:
        """Read the article that has the focus, by itself; a difference, where it stands."""
        if self.focused is self.variances:
            self.variances.action_open()
            return
        article = self._articles[self._active]
        if article is not None:
            other = self._articles["there" if self._active == "here" else "here"]
            title = other.title if other is not None else ""
            self._tell_read(article.id, self.views[self._active].passage, title)

    def action_copy(self) -> None:
        """Copy the selection, or the passage."""
        self.key_line.say(leaving.copy(self, self.views[self._active], cite=False))

    def action_copy_cited(self) -> None:
        """Copy it with its citation."""
        self.key_line.say(leaving.copy(self, self.views[self._active], cite=True))

    # Moving, leaving

    @property
    def moved_in(self) -> Widget:
        """The pane that has the focus, or else the article that had it last. Overrides `BesideScreen`."""
        return self.focused if self.focused is not None else self.views[self._active]

    def action_next_pane(self) -> None:
        """Go to the other article, or to the differences."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """Go the other way round."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes: list[ComparedView | ItemView] = [*self.views.values(), self.variances]
        at = panes.index(self.focused) if self.focused in panes else 0
        pane = panes[(at + step) % len(panes)]
        if isinstance(pane, ComparedView):
            self._active = "here" if pane is self.views["here"] else "there"
            self._arrange()
        self.set_focus(pane)
        self._mark_reasons()

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        self._walk_passages(self._counting.take() or 1)

    def action_previous_passage(self) -> None:
        """Go to the passage before."""
        self._walk_passages(-(self._counting.take() or 1))

    def _walk_passages(self, count: int) -> None:
        view = self.views[self._active]
        if view.passages:
            self.set_focus(view)
            view.walk_passages(count)

    def action_back(self) -> None:
        """Go one step back: from a count, to the room."""
        self.notice.clear("library")
        if self._counting.take() is None:
            self._tell_left()

    def action_compare(self) -> None:
        """Go back to the room: the same key leads there and back."""
        self._tell_left()
