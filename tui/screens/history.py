"""The searches one has made, the latest first: one is looked for among them, and made again."""

from datetime import datetime
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.history import History, Past
from tui.render.counts import count
from tui.render.dates import short_date
from tui.render.searches import SearchRow
from tui.screens.motions import motions
from tui.widgets.search_list import SearchList

NONE_YET: Final = "You have not searched for anything yet."


def past_row(past: Past) -> SearchRow:
    """What the list shows of a search."""
    articles = count(past.articles, "article")
    return SearchRow(past.query, (f"{articles} · {_day(past.when)}", articles, f"{past.articles:,}"))


def _day(when: str) -> str:
    try:
        return short_date(datetime.fromisoformat(when).astimezone().date().isoformat())
    except ValueError:
        return short_date(None)


class HistoryScreen(ModalScreen[str | None]):
    """The list. Gives the query that is to be asked again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f6", "dismiss(None)", "Close", show=False),
        Binding("enter", "searches('open')", show=False),
        *motions("searches"),
    ]

    def __init__(self, history: History) -> None:
        super().__init__()
        self._history = history
        self._list = SearchList(id="history")

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._list

    def on_mount(self) -> None:
        """Say what it is."""
        self._list.label("Former searches", "Enter searches again · Escape closes")
        self._list.empty_text = NONE_YET
        self._list.show_rows([past_row(past) for past in self._history.searches])
        self.set_focus(self._list)

    def action_searches(self, name: str) -> None:
        """Move in the list."""
        getattr(self._list, f"action_{name}")()

    @on(SearchList.Opened)
    def _open(self, event: SearchList.Opened) -> None:
        self.dismiss(self._history.searches[event.index].query)
