"""The help: every command with its keys, and how to write a query."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Final, Literal

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import (
    CHRONOLOGY_COMMANDS,
    COMMANDS,
    COMPARE_COMMANDS,
    ENTITY_COMMANDS,
    MOVE,
    ROOM,
    SEARCH_KEYS,
    Command,
)

Where = Literal["", "list", "reader", "search", "concordance", "chronology", "compare", "entity"]
"""Where the help was asked for; empty where it does not matter."""

QUERY: Final = (
    ("putin moscow", "both words, in any order; capitals and accents do not matter"),
    ("fordow OR natanz", "either; NOT or - before what must be absent; brackets group"),
    ('"mutual defense"', "the words side by side, within one paragraph"),
    ('"iran talks"~8  ~>8', "near each other, at most 8 words between; > for in this order"),
    ("enrich*  *ment  w?rd", "any ending, any beginning, any one letter"),
    ("nuclaer~  name~2", "nearly this word: one letter more, less, other or swapped; or two"),
    ("strike  defence", "also strikes, struck; also defense: forms and spellings, by the text's language"),
    ("=US", "exactly as written"),
    (r"/\d+ (dead|killed)/", "a regular expression over the text"),
    ("title:moscow", "in the headline"),
    ("source:cradle  =", 'from the outlet; source:="The Cradle" from that of just this name'),
    ("language:de", "in a language, by its code or its name"),
    ("byline:ann  url:bbc", "written by; of this address; path: in a file there"),
    ("person:araghchi", "mentions this person; also org: place: group: event: work:"),
    ("after:2025-06", "published from then on"),
    ("before:2025-06-24", "published before then"),
    ('on:"last week"', "within these days; also “20 June 2025”, yesterday, monday, 2025-06, “3 days ago”"),
    ("same:sentence(a -b)", "what is in brackets, within one sentence; same:paragraph(…)"),
    ("tag:verify", "given this tag"),
    ("unread:yes", "not read yet; undated:yes, watched:yes"),
    ("iran^2 fordow", "counts twice in the order by relevance"),
)
NOTES: Final = (
    ("5 j  3 n", "a number before a motion repeats it"),
    ("F1", "this help, in the search line too, where ? is a letter of the query"),
)
WIDE: Final = 90
"""From this many columns on, keys and queries stand side by side."""
_KEYS_WIDTH: Final = 9
_EXAMPLES_WIDTH: Final = 20
_HEADINGS: Final[Mapping[str, str]] = {
    "list": "In the list",
    "reader": "In the article",
    "concordance": "In the concordance",
    "entity": "On the page of an entity",
    "chronology": "In the chronology",
    "compare": "With two articles side by side",
}

Section = tuple[str, int, list[tuple[str, str]]]
"""A heading, the least width of the first column, and the rows: what is written, what it means."""


class HelpScreen(ModalScreen[None]):
    """All keys, and how to ask, on one page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "Close", show=False),
        Binding("j,down", "scroll('down')", show=False),
        Binding("k,up", "scroll('up')", show=False),
        Binding("space,f,pagedown", "scroll('page_down')", show=False),
        Binding("b,pageup", "scroll('page_up')", show=False),
        Binding("d", "half_page(1)", show=False),
        Binding("u", "half_page(-1)", show=False),
        Binding("g,home", "scroll('home')", show=False),
        Binding("G,end", "scroll('end')", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str], place: Where = "") -> None:
        """Show the keys.

        Args:
            keymap: The user's own keys, by name of the command; they go before ours.
            place: Where the help was asked for; what can be done there comes first.
        """
        super().__init__()
        self._keymap = keymap
        self._place: Where = place
        self._page = VerticalScroll(id="help")
        columns = [Static(_table(self._keys())), Static(_table(self._queries_and_room()))]
        self._columns = Container(*(columns[::-1] if place == "search" else columns), id="help-columns")

    def compose(self) -> ComposeResult:
        """Lay it out."""
        self._page.border_title = "Help"
        with self._page:
            yield self._columns

    def on_mount(self) -> None:
        """Keep saying whether there is more below."""
        self.watch(self._page, "scroll_y", self._say_what_is_below)
        self.watch(self._page, "virtual_size", self._say_what_is_below)

    def on_resize(self, event: Resize) -> None:
        """Stand side by side where there is room."""
        self._columns.set_class(event.size.width >= WIDE, "-wide")
        self.call_after_refresh(self._say_what_is_below)

    def _say_what_is_below(self) -> None:
        more = self._page.scroll_y < self._page.max_scroll_y
        self._page.border_subtitle = "more below · Escape closes" if more else "Escape closes"

    def _keys(self) -> Iterator[Section]:
        here = [command for command in COMMANDS if command.place == self._place]
        if self._place == "entity":
            here = [*ENTITY_COMMANDS]
        if self._place == "compare":
            here = [command for command in COMPARE_COMMANDS if command.group not in (MOVE, ROOM)]
        if self._place == "chronology":
            here = [command for command in CHRONOLOGY_COMMANDS if command.group not in (MOVE, ROOM)]
        if here:
            yield _HEADINGS[self._place], _KEYS_WIDTH, self._rows(here)
        for group in dict.fromkeys(one.group for one in COMMANDS if one.group not in (MOVE, ROOM)):
            yield from self._group(group)

    def _group(self, group: str) -> Iterator[Section]:
        here = ENTITY_COMMANDS if self._place == "entity" else ()
        of_group = (one for one in COMMANDS if one.group == group and one not in here)
        rows = self._rows(one for one in of_group if one.place != self._place)
        if rows:
            yield group, _KEYS_WIDTH, rows

    def _rows(self, commands: Iterable[Command]) -> list[tuple[str, str]]:
        return [(self._keymap.get(command.id, command.key_text), command.help) for command in commands]

    def _queries_and_room(self) -> Iterator[Section]:
        if self._place == "search":
            yield "In the search line", _KEYS_WIDTH, list(SEARCH_KEYS)
        yield "A query", _EXAMPLES_WIDTH, list(QUERY)
        yield "Good to know", _EXAMPLES_WIDTH, list(NOTES)
        for group in (MOVE, ROOM):
            yield from self._group(group)

    def action_scroll(self, how: str) -> None:
        """Move the page."""
        getattr(self._page, f"scroll_{how}")(animate=False)

    def action_half_page(self, direction: int) -> None:
        """Move half a page down, or up where the direction is -1."""
        half = max(1, self._page.size.height // 2)
        self._page.scroll_relative(y=direction * half, animate=False)


def _table(sections: Iterable[Section]) -> Table:
    """Set sections below each other; what wraps hangs below itself."""
    page = Table.grid(expand=True)
    for number, (heading, width, rows) in enumerate(sections):
        if number:
            page.add_row()
        page.add_row(Text(heading, "bold"))
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(style="bold", min_width=width, max_width=max(width, _EXAMPLES_WIDTH))
        table.add_column(ratio=1)
        for written, means in rows:
            table.add_row(Text(written), Text(means))
        page.add_row(table)
    return page
