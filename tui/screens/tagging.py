"""The tags of an article: one line at the foot in which they are written, completed from those there are."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from tui.render.shown import shown

HELP = "Tags, with commas between them · Tab completes · Enter takes them, Escape does not"
MOST_KNOWN = 12
"""Known tags that are offered at once."""


def tags_in(text: str) -> tuple[str, ...]:
    """The tags written in a line."""
    return tuple(tag for piece in text.split(",") if (tag := " ".join(piece.split())))


def matching(text: str, known: Sequence[str]) -> list[str]:
    """The known tags with which what is being written at the end of a line may go on."""
    *before, last = text.split(",")
    written = {tag.casefold() for tag in tags_in(",".join(before))}
    begun = " ".join(last.split()).casefold()
    return [tag for tag in known if tag.casefold().startswith(begun) and tag.casefold() not in written]


class TagSuggester(Suggester):
    """Shows how the tag that is being written may go on."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last tag completed. Overrides `Suggester.get_suggestion`."""
        last = value.rpartition(",")[2].lstrip()
        found = matching(value, self._known) if last else []
        return value + found[0][len(last) :] if found else None


class TagScreen(ModalScreen[tuple[str, ...] | None]):
    """The line, and the tags there are. Gives the tags that are wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("tab", "complete", show=False, priority=True),
    ]

    def __init__(self, tags: Sequence[str], known: Mapping[str, int]) -> None:
        """Ask for the tags of an article.

        Args:
            tags: Those that it has.
            known: In how many articles each tag is, the most frequent first.
        """
        super().__init__()
        self._known = known
        line = "".join(f"{tag}, " for tag in tags)
        self._field = Input(
            line,
            id="tags",
            compact=True,
            placeholder="verify, to be translated",
            suggester=TagSuggester(list(known)),
            select_on_focus=False,
        )
        self._offered = Static("", id="tags-known", markup=False)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(id="tags-box"):
            yield Static(HELP, id="tags-help", markup=False)
            yield self._offered
            yield self._field

    def on_mount(self) -> None:
        """Begin to write at the end of the line."""
        self._field.cursor_position = len(self._field.value)
        self.set_focus(self._field)
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        """Show the tags with which the line may go on."""
        found = matching(self._field.value, list(self._known))[:MOST_KNOWN]
        self._offered.update(shown(" · ".join(f"{tag} {self._known[tag]:,}" for tag in found)))
        self._offered.display = bool(found)

    def action_complete(self) -> None:
        """Take what is offered first."""
        value = self._field.value
        found = matching(value, list(self._known))
        if found:
            before, comma, last = value.rpartition(",")
            blanks = last[: len(last) - len(last.lstrip())] or " " * bool(comma)
            self._field.value = f"{before}{comma}{blanks}{found[0]}, "
            self._field.cursor_position = len(self._field.value)

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(tags_in(event.value))
