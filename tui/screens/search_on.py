"""Where to search for what is selected: one line at the foot, gone with the next key."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.render.rows import cut
from tui.render.shown import blanked
from tui.render.wrap import cells

Where = Literal["here", "library", "within", "related"]
"""In this article, in the library, within the results; or by what speaks of the same."""

CHOICES = (
    ("*", "in this article"),
    ("/", "in the library"),
    ("&", "within these results"),
    ("r", "related passages"),
    ("Escape", "nowhere"),
)
SHORT = (("*", "here"), ("/", "library"), ("&", "results"), ("r", "related"))
_LEAST = 12


class SearchOnScreen(ModalScreen[Where | None]):
    """The question, on one line. Gives where to search."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("asterisk,enter", "dismiss('here')", show=False),
        Binding("slash", "dismiss('library')", show=False),
        Binding("ampersand", "dismiss('within')", show=False),
        Binding("r", "dismiss('related')", show=False),
        Binding("escape,q", "dismiss(None)", show=False),
    ]

    def __init__(self, text: str) -> None:
        """Ask where to search for a text."""
        super().__init__()
        self._text = text
        self._line = Static("", id="search-on", markup=False)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._line

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._line.update(question(self._text, self.size.width - 2))


def question(text: str, width: int) -> Content:
    """The question, in a number of cells: the text is cut, what can be done about it is not."""
    for choices in (CHOICES, SHORT):
        taken = sum(cells(f"{key} {said}") + 2 for key, said in choices) + 2
        if width - taken >= _LEAST or choices is SHORT:
            break
    line = Content(f"“{cut(blanked(text), max(1, width - taken))}”")
    for key, said in choices:
        line += Content.assemble("  ", (key, "bold"), f" {said}")
    return line
