"""The help: every command with its keys, and how to write a query."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import COMMANDS

QUERY: tuple[tuple[str, str], ...] = (
    ("putin moscow", "both words, in any order; capitals and accents do not matter"),
    ("fordow OR natanz", "either; NOT or - before what must be absent; brackets group"),
    ('"mutual defense"', "the words side by side, within one paragraph"),
    ("enrich*  *ment  w?rd", "any ending, any beginning, any one letter"),
    ("=US", "exactly as written"),
    ("title:moscow  source:cradle", "in the headline; from the outlet"),
    ("person:araghchi  -place:iran", "mentions them, under any name; also org: group: event: work:"),
    ("after:2025-06  before:2025-06-24", "published from then on; before then"),
)


class HelpScreen(ModalScreen[None]):
    """All keys on one page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "Close", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
        Binding("space,f", "scroll('page_down')", show=False),
        Binding("b", "scroll('page_up')", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str]) -> None:
        """Show the keys; those of `keymap`, by name of the command, go before our own."""
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with VerticalScroll(id="help") as page:
            page.border_title = "Help"
            page.border_subtitle = "Escape closes"
            yield Static(Content("\n").join(self._lines()), markup=False)

    def _lines(self) -> Iterator[Content]:
        for group in dict.fromkeys(command.group for command in COMMANDS):
            yield Content.styled(group, "bold")
            for command in COMMANDS:
                if command.group == group:
                    keys = self._keymap.get(command.id, command.key_text)
                    yield Content.assemble("  ", (f"{keys:<16}", "bold"), command.help)
            yield Content("")
        yield Content("  A number before a motion repeats it: 5 j, 3 n.")
        yield Content("")
        yield Content.styled("A query", "bold")
        for example, meaning in QUERY:
            yield Content.assemble("  ", (f"{example:<34}", "bold"), meaning)

    def action_scroll(self, how: str) -> None:
        """Move the page."""
        getattr(self.query_one("#help"), f"scroll_{how}")(animate=False)
