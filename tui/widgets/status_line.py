"""The two quiet lines at the foot: what there is to say, and the keys that matter here."""

from collections.abc import Sequence
from typing import ClassVar, Final, Literal

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

MESSAGE_SECONDS = 5.0
"""How long something said in passing stays."""
PINNED: Final = ("help", "quit")
"""What keys do that are shown at the right end however many others there are, the first of them first."""
_GAP: Final = 2


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
    hint: reactive[str] = reactive("")
    """What is said in place of the keys for as long as it holds, unless there is a message."""
    _silence: Timer | None = None

    keys: reactive[Sequence[tuple[str, str]]] = reactive((), always_update=False)
    """Keys and what they do, the most important first; those that are `PINNED` stay."""

    def render(self) -> Content:
        """The line."""
        if said := self.message or self.hint:
            return Content.styled(said, self.get_visual_style("key-line--message"))
        width = self.content_size.width
        pinned, at_right = self._as_many([key for key in self.keys if key[1] in PINNED], width)
        room = width - at_right - (_GAP if at_right else 0)
        others, at_left = self._as_many([key for key in self.keys if key[1] not in PINNED], room)
        return others + Content(" " * (width - at_left - at_right)) + pinned

    def _as_many(self, keys: Sequence[tuple[str, str]], room: int) -> tuple[Content, int]:
        """Write as many keys as there is room for; returns the cells taken, too."""
        style = self.get_visual_style("key-line--key")
        line, taken = Content(""), 0
        for key, label in keys:
            gap = _GAP if taken else 0
            piece = Content.assemble(" " * gap, (key, style), f" {label}")
            if taken + piece.cell_length > room:
                break
            line, taken = line + piece, taken + piece.cell_length
        return line, taken

    def hush(self) -> None:
        """Show the keys again, whatever was being said."""
        self.message = ""
        if self._silence is not None:
            self._silence.stop()
            self._silence = None

    def say(self, message: str) -> None:
        """Say something for a while."""
        self.hush()
        self.message = message
        self._silence = self.set_timer(MESSAGE_SECONDS, self.hush)
