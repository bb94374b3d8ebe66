"""The facets: outlets, languages, days and names of the results, and keys that write them into the query."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from index.model import ENTITY_TYPES, EntityType
from tui.answers import FacetsFound
from tui.choices import days_choice
from tui.render.counts import count, of_them
from tui.render.shown import shown
from tui.screens.faceting import Faceting
from tui.screens.motions import motions
from tui.widgets.facet_list import FacetList
from tui.widgets.histogram_view import HistogramView

WIDE: Final = 84
"""From this many columns on, list and days stand side by side."""
KEYS: Final = (
    "a and · o or · n not · x take out · Tab days, list · v from here · Escape closes",
    "a and · o or · n not · x take out · Tab · v span · Escape",
    "a and · o or · n not · x out · Tab · v",
)
NOT_ASKED_FOR: Final = "An outlet that is not known cannot be asked for."
NO_PAGE: Final = "Only who and what is named has a page."
NOTHING_TO_TAKE_OUT: Final = "The query does not ask for this."


class FacetsScreen(ModalScreen[tuple[str, EntityType] | None]):
    """The query on top, the list of outlets and languages, the days, and the keys.

    Gives name and type of an entity whose page is wanted.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", show=False),
        Binding("q,F", "dismiss", "Close", show=False),
        Binding("a", "join('and')", show=False),
        Binding("o", "join('or')", show=False),
        Binding("n,minus", "join('not')", show=False),
        Binding("x,delete", "take_out", show=False),
        Binding("enter", "open", show=False),
        Binding("E", "entity_page", show=False),
        Binding("v", "begin_span", show=False),
        Binding("tab,shift+tab", "other", show=False),
        Binding("h,left", "days('cursor_left')", show=False),
        Binding("l,right", "days('cursor_right')", show=False),
        *motions("move"),
    ]

    def __init__(self, faceting: Faceting) -> None:
        """Show nothing yet; choices are written into the query by `faceting`."""
        super().__init__()
        self._faceting = faceting
        self._query = Static("", id="facets-query", markup=False)
        self._list = FacetList(id="facets-list")
        self._days = HistogramView(id="facets-days")
        self._said = Static("", id="facets-said", markup=False)
        self._panes = Container(self._list, self._days, id="facets-panes")
        self._found: FacetsFound | None = None
        self._trouble = ""
        self._early: list[Callable[[], None]] = []

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="facets"):
            yield self._query
            yield self._panes
            yield self._said

    def on_mount(self) -> None:
        """Begin in the list."""
        self._faceting.open()
        self._list.empty_text = "Counting."
        self._list.label("Outlets, languages, names")
        self._days.label("Days")
        self.set_focus(self._list)

    def on_resize(self, event: Resize) -> None:
        """Stand side by side where there is room."""
        self._panes.set_class(event.size.width >= WIDE, "-wide")
        self.call_after_refresh(self._say)

    def show(self, found: FacetsFound) -> None:
        """Show what was counted."""
        facets, self._found = found.facets, found
        self._trouble = ""
        query = facets.query.strip() or "all articles"
        articles = f"{count(facets.total, 'article')}{of_them(found.copies)}"
        self._query.update(Content(shown(f"{query}   {articles}")))
        self._list.empty_text = "Nothing is found."
        self._list.show_rows(found.rows)
        self._days.show_days(facets.days, facets.articles)
        self._say()
        early, self._early = self._early, []
        for action in early:
            action()

    def fail(self, reason: str) -> None:
        """Say why there is nothing to show."""
        self._trouble = reason
        self._say()

    # What is said

    @on(HistogramView.Moved)
    def _say(self) -> None:
        keys = self._trouble or next((one for one in KEYS if len(one) <= self._said.size.width), KEYS[-1])
        self._said.update(Content(shown(keys)))
        undated = self._found.facets.undated if self._found is not None else 0
        told = ("Days", self._days.scale, f"{undated:,} undated" if undated else "")
        title = " · ".join(filter(None, told))
        self._days.label(title, self._days.said)

    # What keys do

    @property
    def _in_days(self) -> bool:
        return self.focused is self._days

    def action_back(self) -> None:
        """Let go of a span that was begun, or close."""
        if self._in_days and self._days.is_begun:
            self._days.drop()
        else:
            self.dismiss()

    def action_other(self) -> None:
        """Go to the days, or back to the list."""
        self.set_focus(self._list if self._in_days else self._days)

    def action_move(self, name: str) -> None:
        """Move in what has the focus."""
        getattr(self._days if self._in_days else self._list, f"action_{name}")()

    def action_days(self, name: str) -> None:
        """Move among the days."""
        self.set_focus(self._days)
        getattr(self._days, f"action_{name}")()

    def action_begin_span(self) -> None:
        """Begin a span of days at the cursor."""
        self.set_focus(self._days)
        self._days.begin()

    @on(FacetList.Opened)
    def action_open(self) -> None:
        """Ask for what is chosen, or no more where the query asks for it."""
        if self._found is None:
            self._early.append(self.action_open)  # typed before there was anything to choose from
            return
        row = self._list.current
        if not self._in_days and row is not None and row.joined is not None:
            self.action_take_out()
        else:
            self.action_join("and")

    def action_join(self, how: Literal["and", "or", "not"]) -> None:
        """Join what is chosen to the query; joined so already, take it out."""
        if self._found is None:
            self._early.append(partial(self.action_join, how))
        elif self._in_days:
            if self._days.span is not None:
                self._trouble = self._faceting.join(days_choice(*self._days.span), how)
        elif (row := self._list.current) is not None:
            if not row.choice:
                self._trouble = NOT_ASKED_FOR
            elif row.joined == how:
                self._trouble = self._faceting.take_out(row.choice)
            else:
                self._trouble = self._faceting.join(row.choice, how)
        self._say()

    def action_entity_page(self) -> None:
        """Close, and show the page of whoever is under the cursor."""
        row = self._list.current
        kind = next((one for one in ENTITY_TYPES if row is not None and one == row.kind), None)
        if row is None or self._in_days or kind is None:
            self._trouble = NO_PAGE
            self._say()
        else:
            self.dismiss((row.name, kind))

    def action_take_out(self) -> None:
        """Take what is chosen out of the query; of the days whatever it asks of dates."""
        row = self._list.current
        if self._in_days:
            self._trouble = self._faceting.take_out_dates()
        elif row is not None and row.joined is not None:
            self._trouble = self._faceting.take_out(row.choice)
        else:
            self._trouble = NOTHING_TO_TAKE_OUT
        self._say()
