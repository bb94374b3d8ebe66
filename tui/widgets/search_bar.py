"""The line on top: the query, and what it found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Label

from index.model import HitClause
from tui.render.clauses import hit_mark, look, other_mark
from tui.render.wrap import cells

LABEL: Final = "search"
HINTS: Final = (
    'words, "a phrase", fordow OR natanz, -word, title:, source:, after:2025-06-20',
    'words, "a phrase", fordow OR natanz, -word, title:, source:',
    'words, "a phrase", -word, title:, source:',
    'words, "a phrase", title:',
    "words",
)
"""What stands in place of a query, the longest first."""
QUERY_ROOM: Final = 24
"""Cells that the query has at least, or half the line where that is less."""
_GAP: Final = 2


class _Underliner(Highlighter):
    """Writes each clause as its hits are written; underlines the part of a query that cannot be read."""

    def __init__(self) -> None:
        self.trouble: tuple[int, int] | None = None
        self.clauses: Sequence[tuple[HitClause, Style]] = ()

    def highlight(self, text: Text) -> None:
        if self.trouble is not None:
            start, end = self.trouble
            text.stylize("underline bold", start, max(end, start + 1))
            return
        for clause, style in self.clauses:
            if text.plain.startswith(clause.text, clause.start):  # it may have been changed since
                text.stylize(style, clause.start, clause.end)


class _QueryInput(Input):
    """A text field that is left with Enter or Escape; Tab takes completions, the arrows former searches."""

    # The screen's own actions, and no messages: they are done before the next key is looked at.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.keep_results", "Keep the results", show=False),
        Binding("tab", "screen.complete(1)", "The next completion, or pane", show=False),
        Binding("shift+tab", "screen.complete(-1)", "The completion, or pane, before", show=False),
        Binding("up", "screen.older_search", "The search before", show=False),
        Binding("down", "screen.newer_search", "The search after, or the list", show=False),
        Binding("escape", "screen.drop_results", "Keep the old ones", show=False),
    ]


class SearchBar(Horizontal):
    """The query and, at its right, a summary of what it found."""

    @dataclass
    class Changed(Message):
        """The query is another than before."""

        query: str
        """The query."""

    summaries: var[Sequence[str]] = var(())
    """What the query found, at length and then ever shorter; the longest that fits is shown."""

    clauses: var[tuple[HitClause, ...]] = var(())
    """The clauses of the query that have hits; where there are several, they are told apart."""
    walked: var[int | None] = var(None)
    """The one whose hits are walked, by its place among them; None for all."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._underliner = _Underliner()
        self._input = _QueryInput(
            highlighter=self._underliner,
            compact=True,
        )

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label(LABEL, id="search-label")
        yield self._input
        yield Label("", id="search-summary", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say that the query changed, and leave it the room it takes."""
        event.stop()
        self._fit()
        self.post_message(self.Changed(event.value))

    def on_resize(self) -> None:
        """Use the room there is now."""
        self._fit()

    def watch_summaries(self) -> None:
        """Show what fits."""
        self._fit()

    def watch_clauses(self) -> None:
        """Tell other clauses apart."""
        self._tell_apart()

    def watch_walked(self) -> None:
        """Let another clause stand out."""
        self._tell_apart()

    def notify_style_update(self) -> None:
        """Take other colours. Called by Textual when the theme has changed."""
        super().notify_style_update()
        self._tell_apart()

    def _tell_apart(self) -> None:
        colours, clauses, walked = self.app.theme_variables, self.clauses, self.walked
        found = []
        for place, clause in enumerate(clauses if len(clauses) > 1 else ()):
            if walked in (None, place):
                shown_as = look(other_mark(place) if walked is None else hit_mark(place))
                found.append((clause, shown_as.style(colours) if shown_as else Style()))
        self._underliner.clauses = found
        self._input.refresh()

    def _fit(self) -> None:
        """Show as much of the summary as leaves the query its room."""
        width = self.content_size.width
        if not width:
            return
        room = width - cells(LABEL) - 1
        needed = max(min(QUERY_ROOM, width // 2), cells(self.text) + 1)
        said = _longest(self.summaries, room - needed - _GAP)
        label = self.query_one("#search-summary", Label)
        label.update(Content(said))
        label.display = bool(said)
        self._input.placeholder = _longest(HINTS, room - (cells(said) + _GAP if said else 0))

    @property
    def summary(self) -> str:
        """What the query found, at length, whether there is room for it or not."""
        return next(iter(self.summaries), "")

    @property
    def text(self) -> str:
        """The query."""
        return self._input.value

    @property
    def is_typing(self) -> bool:
        """Whether keys go into the query."""
        return self._input.has_focus

    @property
    def trouble(self) -> tuple[int, int] | None:
        """What of the query is underlined, since it cannot be read."""
        return self._underliner.trouble

    @property
    def cursor(self) -> int:
        """Where in the query one types."""
        return self._input.cursor_position

    def column_of(self, place: int) -> int:
        """The column of the screen in which a place of the query stands; the nearest where it is not seen."""
        field = self._input.content_region
        column = field.x + cells(self.text[:place]) - round(self._input.scroll_x)
        return min(max(column, field.x), max(field.x, field.right - 1))

    def set_text(self, text: str, cursor: int | None = None) -> None:
        """Put a query there without saying that it changed; one types at its end, or at `cursor`."""
        with self._input.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text) if cursor is None else cursor
        self._fit()

    def edit(self) -> None:
        """Let keys go into the query."""
        self.screen.set_focus(self._input)  # what is there is selected: typing replaces it, an arrow keeps it

    def go_on(self, text: str) -> None:
        """Let keys go behind a text."""
        self._input.select_on_focus = False
        self.edit()
        self.set_text(text)
        self._input.call_later(setattr, self._input, "select_on_focus", True)  # once it knows of its focus

    def underline(self, trouble: tuple[int, int] | None) -> None:
        """Mark what cannot be read in the query, or nothing."""
        self._underliner.trouble = trouble
        self._input.refresh()


def _longest(variants: Sequence[str], room: int) -> str:
    """Return the first of ever shorter texts that fits; nothing where none does."""
    return next((text for text in variants if cells(text) <= room), "")
