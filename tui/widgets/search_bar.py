"""The line on top: the query, and what it found."""

from dataclasses import dataclass
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Label


class _Underliner(Highlighter):
    """Underlines the part of a query that cannot be read."""

    def __init__(self) -> None:
        self.trouble: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        if self.trouble is not None:
            start, end = self.trouble
            text.stylize("underline bold", start, max(end, start + 1))


class _QueryInput(Input):
    """A text field that is left with Enter, Escape or the arrow down."""

    # The screen's own actions, and no messages: they are done before the next key is looked at.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter", "screen.keep_results", "Keep the results", show=False),
        Binding("escape", "screen.drop_results", "Keep the old ones", show=False),
    ]


class SearchBar(Horizontal):
    """The query and, at its right, a summary of what it found."""

    @dataclass
    class Changed(Message):
        """The query is another than before."""

        query: str
        """The query."""

    summary: var[str] = var("")
    """What the query found."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._underliner = _Underliner()
        self._input = _QueryInput(
            placeholder='words, "a phrase", fordow OR natanz, -word, title:, source:, after:2025-06-20',
            highlighter=self._underliner,
            compact=True,
        )

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label("search", id="search-label")
        yield self._input
        yield Label("", id="search-summary", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say that the query changed."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def watch_summary(self, summary: str) -> None:
        """Show it."""
        if self.is_mounted:
            self.query_one("#search-summary", Label).update(Content(summary))

    @property
    def text(self) -> str:
        """The query."""
        return self._input.value

    @property
    def is_typing(self) -> bool:
        """Whether keys go into the query."""
        return self._input.has_focus

    def set_text(self, text: str) -> None:
        """Put a query there without saying that it changed."""
        with self._input.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text)

    def edit(self) -> None:
        """Let keys go into the query."""
        self.screen.set_focus(self._input)  # what is there is selected: typing replaces it, an arrow keeps it

    def underline(self, trouble: tuple[int, int] | None) -> None:
        """Mark what cannot be read in the query, or nothing."""
        self._underliner.trouble = trouble
        self._input.refresh()
