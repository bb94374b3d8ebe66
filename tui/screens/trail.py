"""The trail: where one has been, to be gone back to, kept under a name, and written down."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.answers import StepFetched
from tui.render.counts import count
from tui.render.dates import short_date
from tui.render.searches import SearchRow
from tui.render.shown import blanked, shown
from tui.screens.motions import motions
from tui.screens.trails import Trails
from tui.trail import Trail
from tui.trails import KeptTrail
from tui.widgets.search_list import SearchList
from tui.widgets.trail_view import TrailView

KEYS: Final = "Enter goes there · a keeps it · o others · n new · e writes it down · x leaves out"
KEYS_SHORT: Final = "Enter · a keep · o others · n new · e write · x out"
WIDE: Final = 96
"""Cells from which the keys are told at length."""
OTHERS_KEYS: Final = "Enter walks on along it · r renames · Escape goes back"
NOWHERE: Final = "You have not been anywhere yet."
NONE_KEPT: Final = "No trail is kept yet. a keeps the one you walk under a name."

Asking = Literal["keep", "rename", "write"]
"""What the line asks for."""


def kept_row(kept: KeptTrail) -> SearchRow:
    """What the list shows of a kept trail."""
    if kept.trouble:
        return SearchRow(kept.path.name, (f"not read: {kept.trouble}", "not read"))
    steps = count(len(kept.trail.steps), "step")
    return SearchRow(kept.name, (f"{steps} · {short_date(kept.kept[:10])}", steps))


class TrailScreen(ModalScreen[Trail | None]):
    """The tree of steps, a passage, and the trails that are kept. Gives a trail to go along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", show=False),
        Binding("q,T", "dismiss(None)", "Close", show=False),
        Binding("enter", "list('open')", show=False),
        *motions("list"),
        Binding("a", "keep", show=False),
        Binding("r", "rename", show=False),
        Binding("o", "others", show=False),
        Binding("n", "begin", show=False),
        Binding("e", "write", show=False),
        Binding("x,delete", "leave_out", show=False),
        Binding("U", "undo", show=False),
    ]

    def __init__(self, trails: Trails, trail: Trail, source: Callable[[str], tuple[str, ...]]) -> None:
        """Show a trail.

        Args:
            trails: Keeps trails.
            trail: The one that one walks.
            source: Gives outlet and date of a document by its id.
        """
        super().__init__()
        self._trails = trails
        self._trail = trail
        self._steps = TrailView(source, id="trail")
        self._others = SearchList(id="kept-trails")
        self._passage = Static("", id="trail-passage", markup=False)
        self._field = Input(id="trail-field", compact=True)
        self._said = Static("", id="trail-said", markup=False)
        self._asking: Asking = "keep"
        self._agreed: str | None = None
        self._left_out: list[Trail] = []

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="trail-box"):
            yield self._steps
            yield self._others
            yield self._passage
            yield self._field
            yield self._said

    def on_mount(self) -> None:
        """Show the steps, and look at what is kept."""
        self._field.display = self._others.display = self._said.display = False
        self._steps.empty_text, self._others.empty_text = NOWHERE, NONE_KEPT
        self._others.label("Kept trails", OTHERS_KEYS)
        self._steps.show_trail(self._trail, self._trail.at)
        self.show()
        self.set_focus(self._steps)
        self._trails.read()

    def on_resize(self) -> None:
        """Tell the keys as there is room."""
        self._label()

    def show(self) -> None:
        """Show what is kept, as it is now."""
        self._label()
        kept = self._trails.kept
        self._others.show_rows([kept_row(one) for one in kept])

    def take(self, trail: Trail) -> None:
        """Show the trail with steps that were walked in another room."""
        self._left_out.clear()
        self._trail = trail
        self._steps.show_trail(trail, trail.at)
        self._label()

    def say(self, text: str) -> None:
        """Say something below the steps, or nothing any more."""
        self._said.update(shown(text))
        self._said.display = bool(text)

    def _label(self) -> None:
        name, steps = shown(self._trails.name), count(len(self._trail.steps), "step")
        title = f"Trail: {name} · {steps}" if name else f"Trail · {steps}"
        unkept = "" if self._trails.is_kept or not name else " · changed since kept"
        self._steps.label(title + unkept, KEYS if self.size.width >= WIDE else KEYS_SHORT)

    @property
    def _kept(self) -> KeptTrail | None:
        place = self._others.cursor
        return self._trails.kept[place] if 0 <= place < len(self._trails.kept) else None

    # What keys do

    def action_list(self, name: str) -> None:
        """Move in the list."""
        getattr(self._others if self._others.display else self._steps, f"action_{name}")()

    def action_back(self) -> None:
        """Leave the line that is written, the other trails, or the screen."""
        if self._field.display:
            self._close_field()
        elif self._others.display:
            self.action_others()
        else:
            self.dismiss(None)

    def action_others(self) -> None:
        """Show the trails that are kept, or again the one that one walks."""
        self._others.display = not self._others.display
        self._steps.display = self._passage.display = not self._others.display
        self.say("")
        self.set_focus(self._others if self._others.display else self._steps)

    def action_begin(self) -> None:
        """Begin a new trail where one is."""
        self._trails.begin()
        self.dismiss(None)

    def action_leave_out(self) -> None:
        """Take the chosen step out of the trail."""
        number = self._steps.chosen
        if number is None or self._others.display:
            return
        if len(self._trail.steps) == 1:
            self.say("This is the only step. n begins a new trail.")
            return
        place = self._steps.cursor
        self._left_out.append(self._trail)
        self._change(self._trail.without(number))
        self._steps.move_cursor(place)
        self.say("Left out · U takes it back in")

    def action_undo(self) -> None:
        """Take the step back in that was left out last."""
        if self._left_out:
            self._change(self._left_out.pop())
            self.say("")
        else:
            self.say("Nothing was left out here.")

    def _change(self, trail: Trail) -> None:
        self._trail = trail
        self._trails.change(trail)
        self._steps.show_trail(trail, trail.at)
        self._label()

    @on(TrailView.Opened)
    def _go_there(self, event: TrailView.Opened) -> None:
        self.dismiss(self._trail.go_to(event.number))

    @on(SearchList.Opened)
    def _open_other(self) -> None:
        if (kept := self._kept) is None:
            return
        if kept.trouble:
            self.say(f"{kept.path} is not read: {kept.trouble}.")
        else:
            self.dismiss(self._trails.open(kept))

    # The passage of the chosen step

    @on(TrailView.Chosen)
    def _look(self, event: TrailView.Chosen) -> None:
        if event.number < len(self._trail.steps):  # it may have been left out by now
            self._trails.look(self, self._trail.steps[event.number])

    @on(StepFetched)
    def _show_passage(self, event: StepFetched) -> None:
        number = self._steps.chosen
        if number is not None and self._trail.steps[number] == event.step:
            self._passage.update(blanked(event.text))

    # A name, or a file

    def action_keep(self) -> None:
        """Ask for a name to keep the trail under."""
        if self._trail.steps:
            self._ask("keep", "Keep it as", self._trails.name)

    def action_rename(self) -> None:
        """Ask for another name for the chosen kept trail."""
        kept = self._kept if self._others.display else None
        if kept is not None and not kept.trouble:
            self._ask("rename", f"Rename “{shown(kept.name)}” to", kept.name)

    def action_write(self) -> None:
        """Ask for the file that the trail is written down in."""
        if self._trail.steps and not self._others.display:
            name = "".join(one if one.isalnum() else "-" for one in self._trails.name or "trail")
            self._ask("write", "Write it down as Markdown in the file", f"{name}.md")

    def _ask(self, asking: Asking, title: str, value: str) -> None:
        self._asking, self._agreed = asking, None
        self._field.value = value
        self._field.display = True
        self.say(f"{title}: Enter takes it, Escape does not")
        self.set_focus(self._field)

    def _close_field(self) -> None:
        self._field.display = False
        self.say("")
        self.set_focus(self._others if self._others.display else self._steps)

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        event.stop()
        value = event.value.strip()
        if not value:
            self.say("It needs a name.")
        elif self._asking == "write":
            try:
                self._write(Path(value).expanduser())
            except (OSError, RuntimeError, ValueError) as error:  # a name too long, nobody's home
                self.say(f"{value} can be no file: {getattr(error, 'strerror', None) or error}.")
        else:
            self._take_name(" ".join(value.split()))

    def _take_name(self, name: str) -> None:
        own = self._kept.name if self._asking == "rename" and self._kept is not None else self._trails.name
        if name != own and any(one.name == name for one in self._trails.kept):
            if self._asking == "rename":
                self.say(f"There is a trail named “{name}” already.")
                return
            if self._agreed != name:
                self._agreed = name
                self.say(f"There is a trail named “{name}” already. Enter again puts this one in its place.")
                return
        kept = self._kept
        self._close_field()
        if self._asking == "keep":
            self._trails.keep(name)
        elif kept is not None:
            self._trails.rename(kept, name)

    def _write(self, path: Path) -> None:
        if path.exists() and self._agreed != str(path):
            self._agreed = str(path)
            self.say(f"{path} is there already. Enter again replaces it.")
        else:
            self._close_field()
            self._trails.write(path)
