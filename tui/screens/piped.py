"""What a command has printed: shown as it comes, made harmless, to be scrolled and copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen

from tui.piping import Command, Ended, Output, said
from tui.render.arrays import np
from tui.render.counts import count
from tui.render.strips import Line
from tui.render.wrap import cells, wrap
from tui.screens.motions import motions
from tui.screens.pipe import CannotBeSent, Piping
from tui.screens.workers import in_worker
from tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOTHING_PRINTED: Final = "It printed nothing."


@dataclass
class Printed(Message):
    """A command has printed lines."""

    lines: list[str]
    """The lines, harmless."""


@dataclass
class CommandEnded(Message):
    """A command has ended, or was not run."""

    how: str
    """How, for the user to read."""


class _Printout(LineView):
    """The lines, wrapped where they are longer than the view is wide."""

    def __init__(self) -> None:
        super().__init__(id="piped")
        self.lines: list[str] = []
        """What has been printed."""
        self.empty_text = ""
        """What is said while there is nothing."""

    def heights(self, width: int) -> NDArray[np.int64] | tuple[()]:
        """As many as each takes wrapped. Overrides `Lines.heights`."""
        if not self.lines:
            return ()
        fits = (
            1 if len(line) * 2 <= width or cells(line) <= width else self._wrapped(line, width)
            for line in self.lines
        )
        return np.fromiter(fits, np.int64, len(self.lines))

    @staticmethod
    def _wrapped(line: str, width: int) -> int:
        return max(1, len(wrap(line, 0, len(line), width)))

    def line(self, item: int, row: int, width: int) -> Line:
        """A piece of a line. Overrides `Lines.line`."""
        text = self.lines[item]
        pieces = wrap(text, 0, len(text), width)
        return Line(text[slice(*pieces[row])]) if row < len(pieces) else Line("")

    def empty_line(self, row: int, width: int) -> Line:
        """What there is to say instead. Overrides `Lines.empty_line`."""
        return Line(self.empty_text if row == 0 else "")


class PipedScreen(ModalScreen[None]):
    """Runs a command in a worker, and shows what it prints."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Stop, or close", show=False),
        Binding("y", "copy", "Copy", show=False),
        *motions("output"),
    ]

    def __init__(self, piping: Piping) -> None:
        super().__init__()
        self._piping = piping
        self._command = Command(piping.command)
        self._output = _Printout()
        self._how = ""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self._output

    def on_mount(self) -> None:
        """Run it."""
        self.set_focus(self._output)
        self._label()
        in_worker(self, "pipe", self._run)

    def on_unmount(self) -> None:
        """Leave nothing running behind."""
        self._command.stop()

    def _run(self) -> None:
        output = Output()
        try:
            ended = self._command.run(
                self._piping.selection.fetch(), lambda some: self._tell(output.lines(some))
            )
            self._tell(output.last())
            how = said(ended)
        except CannotBeSent as reason:
            how = f"not run: {reason}"
        except Exception as error:
            how = said(Ended(None, trouble=str(error)))
        self.post_message(CommandEnded(how))

    def _tell(self, lines: list[str]) -> None:
        if lines:
            self.post_message(Printed(lines))

    @on(Printed)
    def _take(self, event: Printed) -> None:
        self._output.lines += event.lines
        self._output.relayout()
        self._label()

    @on(CommandEnded)
    def _end(self, event: CommandEnded) -> None:
        self._how = event.how
        self._output.empty_text = NOTHING_PRINTED if event.how.startswith("done") else ""
        self._output.repaint()
        self._label()

    def _label(self) -> None:
        lines = count(len(self._output.lines), "line")
        now = f"{self._how} · y copies · Escape closes" if self._how else "running · Escape stops it"
        self._output.label(f"{self._piping.command} · {self._piping.selection.said}", f"{lines} · {now}")

    def action_back(self) -> None:
        """Stop the command; close, where it has ended."""
        if self._how:
            self.dismiss()
        else:
            self._command.stop()

    def action_copy(self) -> None:
        """Put what was printed on the terminal's clipboard."""
        text = "\n".join(self._output.lines)
        self.app.copy_to_clipboard(text)
        self._output.label(self._piping.command, f"{len(text):,} characters sent to the terminal's clipboard")

    def action_output(self, name: str) -> None:
        """Move in what was printed."""
        getattr(self._output, f"action_{name}")()
