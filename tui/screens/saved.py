"""The saved searches: opened, named, renamed, taken out, and how many articles are new in each."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.render.searches import SearchRow
from tui.render.shown import shown
from tui.saved import FILE, SavedSearch, Tally
from tui.screens.motions import motions
from tui.screens.saving import Saving
from tui.widgets.search_list import SearchList

TITLE: Final = "Saved searches"
KEYS: Final = "Enter opens · a saves this query · r renames · x deletes"
NONE_YET: Final = "No search is saved yet. a saves the query of the search line under a name."


def saved_row(search: SavedSearch, tally: Tally | None) -> SearchRow:
    """What the list shows of a search."""
    if tally is None:
        said: tuple[str, ...] = ("…",)
    elif tally.trouble:
        said = (tally.trouble, "cannot be read", "?")
    elif tally.new:
        said = (f"{tally.new:,} new of {tally.found:,}", f"{tally.new:,} new")
    else:
        said = (f"{tally.found:,}",)
    return SearchRow(search.name, said, search.query, bool(tally and tally.new))


class SavedScreen(ModalScreen[str | None]):
    """The list, and a line in which a name is written. Gives the query to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", show=False),
        Binding("q,S", "dismiss(None)", "Close", show=False),
        Binding("a", "save", show=False),
        Binding("r", "rename", show=False),
        Binding("x,delete", "delete", show=False),
        Binding("U", "undo", show=False),
        Binding("enter", "searches('open')", show=False),
        *motions("searches"),
    ]

    def __init__(self, saving: Saving, query: str) -> None:
        """Show the searches.

        Args:
            saving: Has them.
            query: What the room lists now, and may be saved.
        """
        super().__init__()
        self._saving = saving
        self._query = query
        self._list = SearchList(id="saved")
        self._field = Input(id="saved-name", compact=True)
        self._said = Static("", id="saved-said", markup=False)
        self._renamed: str | None = None
        self._wanted: str | None = None
        self._agreed: str | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="saved-box"):
            yield self._list
            yield self._field
            yield self._said

    def on_mount(self) -> None:
        """Show what is known, and count anew."""
        self._field.display = False
        self._list.label(TITLE, KEYS)
        self._list.empty_text = NONE_YET
        self.show()
        self.set_focus(self._list)
        self._saving.count()

    @property
    def _searches(self) -> tuple[SavedSearch, ...]:
        return self._saving.searches.searches

    @property
    def _chosen(self) -> SavedSearch | None:
        place = self._list.cursor
        return self._searches[place] if 0 <= place < len(self._searches) else None

    def show(self) -> None:
        """Show the searches as they are now, and which lines of the file cannot be read."""
        names = [one.name for one in self._searches]
        chosen = names.index(self._wanted) if self._wanted in names else None
        self._wanted = None if chosen is not None else self._wanted
        tallies = self._saving.tallies
        self._list.show_rows(
            [saved_row(one, tallies.get(one.query)) for one in self._searches], chosen=chosen
        )
        self._say("; ".join(f"{FILE}, {trouble}" for trouble in self._saving.searches.troubles))

    def _say(self, text: str) -> None:
        self._said.update(shown(text))
        self._said.display = bool(text)

    # What keys do

    def action_searches(self, name: str) -> None:
        """Move in the list."""
        getattr(self._list, f"action_{name}")()

    def action_back(self) -> None:
        """Leave the line for the name, or the screen."""
        if self._field.display:
            self._close_field()
        else:
            self.dismiss(None)

    def action_save(self) -> None:
        """Ask for a name for the query that is listed."""
        same = next((one.name for one in self._searches if one.query == self._query), "")
        self._ask("Save this query as", same or self._query, None)

    def action_rename(self) -> None:
        """Ask for another name for the chosen search."""
        if (chosen := self._chosen) is not None:
            self._ask("Rename it to", chosen.name, chosen.name)

    def action_delete(self) -> None:
        """Take out the chosen search."""
        if (chosen := self._chosen) is not None:
            self._saving.delete(chosen.name)
            self._list.label(TITLE, f"“{chosen.name}” deleted · U brings it back")

    def action_undo(self) -> None:
        """Bring back what was taken out last."""
        self._wanted = self._saving.undo() or None
        self._list.label(TITLE, KEYS if self._wanted else "Nothing was deleted here")

    @on(SearchList.Opened)
    def _open(self) -> None:
        if (chosen := self._chosen) is not None:
            self.dismiss(chosen.query)

    # A name

    def _ask(self, title: str, name: str, renamed: str | None) -> None:
        self._renamed, self._agreed = renamed, None
        self._field.value = name
        self._list.label(TITLE, f"{title}: Enter takes the name, Escape does not")
        self._field.display = True
        self.set_focus(self._field)

    def _close_field(self) -> None:
        self._field.display = False
        self._list.label(TITLE, KEYS)
        self.set_focus(self._list)
        self.show()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        name = " ".join(event.value.split())
        others = {one.name: one.query for one in self._searches if one.name != self._renamed}
        if not name:
            self._say("A search needs a name.")
        elif self._renamed is not None and name in others:
            self._say(f"There is a search named “{name}” already.")
        elif others.get(name, self._query) != self._query and self._agreed != name:
            self._agreed = name
            self._say(f"“{name}” asks for something else: {others[name]}. Enter again replaces it.")
        else:
            if self._renamed is None:
                self._saving.save(name, self._query)
            elif name != self._renamed:
                self._saving.rename(self._renamed, name)
            self._wanted = name
            self._close_field()
