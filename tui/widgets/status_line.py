"""The two quiet lines at the foot: what there is to say, and the keys that matter here."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

MESSAGE_SECONDS = 5.0
"""How long something said in passing stays."""


class Notice(Widget):
    """One line on what is wrong; no line when nothing is."""

    text: reactive[str] = reactive("", layout=True)
    """What is said."""
    about: Literal["query", "library"] = "query"
    """What is wrong: the query being typed, or something that outlasts it."""

    def render(self) -> Content:
        """The line."""
        return Content(self.text)

    def say(self, about: Literal["query", "library"], text: str) -> None:
        """Say what is wrong."""
        self.about, self.text = about, text

    def clear(self, about: Literal["query", "library"]) -> None:
        """Fall silent about this, if this is what is spoken of."""
        if about == self.about:
            self.text = ""

    def watch_text(self, text: str) -> None:
        """Take up no room without a text."""
        self.display = bool(text)


class KeyLine(Widget):
    """The keys of the moment, as many as there is room for; for a while, what there is to say."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--message"}

    message: reactive[str] = reactive("")
    """What is said in place of the keys, until it is empty again."""
    _hush: Timer | None = None

    keys: reactive[Sequence[tuple[str, str]]] = reactive((), always_update=False)
    """Keys and what they do, the most important first."""

    def render(self) -> Content:
        """The line."""
        if self.message:
            return Content.styled(self.message, self.get_visual_style("key-line--message"))
        width = self.content_size.width
        key_style = self.get_visual_style("key-line--key")
        line = Content("")
        for key, label in self.keys:
            piece = Content.assemble((key, key_style), f" {label}  ")
            if line.cell_length + piece.cell_length - 2 > width:
                break
            line += piece
        return line

    def say(self, message: str) -> None:
        """Say something for a while."""
        self.message = message
        if self._hush is not None:
            self._hush.stop()
        self._hush = self.set_timer(MESSAGE_SECONDS, self._fall_silent)

    def _fall_silent(self) -> None:
        self.message = ""
