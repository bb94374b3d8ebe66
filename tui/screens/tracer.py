"""The quote tracer: every article that carries a quotation, the earliest first, with what each changed."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from index.model import Carrier, Span, Trace
from tui.answers import Failed, TraceFetched
from tui.render.counts import count
from tui.render.quoted import LEFT_OUT, PUT_IN, unseen_text
from tui.render.rows import cut
from tui.render.shown import blanked, shown
from tui.screens.motions import motions
from tui.widgets.carrier_list import CarrierList

KEYS: Final = "Enter reads it there"
SEVERAL: Final = "Tab traces another of this passage"
LOOKING: Final = "Looking for these words."
NOWHERE: Final = "No article quotes these words."
ALONE: Final = "No other article carries it."
LEGEND: Final = f"{'left out'.join(LEFT_OUT)} {'put in'.join(PUT_IN)}"
MOST_LINES: Final = 3
"""Lines of the quotation above the list."""

Ask = Callable[[ModalScreen[Carrier | None], Span | str, int], None]
"""Asks who carries a quotation: for which screen, which one, and the number of the question."""


class TracerScreen(ModalScreen[Carrier | None]):
    """The quotation, and who carries it. Gives the carrier that is to be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w", "dismiss(None)", show=False),
        Binding("enter", "list('open')", show=False),
        Binding("tab", "turn(1)", show=False, priority=True),
        Binding("shift+tab", "turn(-1)", show=False, priority=True),
        *motions("list"),
    ]

    def __init__(self, quotations: Sequence[tuple[Span | str, str]], chosen: int, ask: Ask) -> None:
        """Trace a quotation.

        Args:
            quotations: Those that can be traced from here, each with its words; at least one.
            chosen: Which of them comes first.
            ask: Asks who carries one; the answer is a `TraceFetched`.
        """
        super().__init__()
        self._quotations = quotations
        self._chosen = chosen
        self._ask = ask
        self._question = 0
        self._trace: Trace | None = None
        self._words = Static("", id="tracer-words", markup=False)
        self._list = CarrierList(id="carriers")
        self._said = Static("", id="tracer-said", markup=False)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="tracer-box"):
            yield self._words
            yield self._list
            yield self._said

    def on_mount(self) -> None:
        """Ask for the first."""
        self.set_focus(self._list)
        self._begin()

    def on_resize(self) -> None:
        """Say as much of the quotation as there is room for."""
        self._label()

    def _begin(self) -> None:
        self._question += 1
        self._trace = None
        self._list.empty_text = LOOKING
        self._list.show_items(())
        self._say("")
        self._label()
        self._ask(self, self._quotations[self._chosen][0], self._question)

    @on(TraceFetched)
    def _take(self, event: TraceFetched) -> None:
        event.stop()
        if event.question != self._question:
            return
        self._trace = event.trace
        carriers = event.trace.carriers
        self._list.empty_text = NOWHERE
        self._list.show_items(carriers)
        is_alone = len(carriers) == 1 and carriers[0].is_own and not carriers[0].copies
        self._say(ALONE if is_alone else "")
        self._label()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._list.empty_text = ""
        self._list.show_items(())
        self._say(event.reason)

    def _say(self, text: str) -> None:
        self._said.update(shown(text))
        self._said.display = bool(text)

    def _label(self) -> None:
        width = max(20, min(self.size.width, 110) - 6)
        words = blanked(self._quotations[self._chosen][1])
        speaker = self._trace.traced.speaker if self._trace is not None else None
        ending = f" — {blanked(speaker)}" if speaker else ""
        self._words.update(cut(f"“{words}”", MOST_LINES * width - len(ending) - 12) + ending)
        title = "Who has these words"
        if self._trace is not None and self._trace.carriers:
            title = f"{count(len(self._trace.carriers), 'source')}, the earliest first"
            more = self._trace.documents - len(self._trace.carriers)
            title += f" · {count(more, 'copy', 'copies')} more" if more else ""
            title += f" · {rest}" if (rest := unseen_text(self._trace)) else ""
        several = len(self._quotations) > 1
        parts = [KEYS, *([SEVERAL] if several else []), LEGEND]
        while len(parts) > 1 and len("  ".join(parts)) > width - 2:
            parts.pop(0)
        self._list.label(title, "  ".join(parts))

    # What keys do

    def action_list(self, name: str) -> None:
        """Move in the list."""
        getattr(self._list, f"action_{name}")()

    def action_turn(self, step: int) -> None:
        """Trace another quotation of the passage."""
        if len(self._quotations) > 1:
            self._chosen = (self._chosen + step) % len(self._quotations)
            self._begin()

    @on(CarrierList.Opened)
    def _open(self) -> None:
        self.dismiss(self._list.current)
