"""The chronology: the days that texts mean, of the open article or of the results, one date a line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Input

from index.errors import UsageError
from index.model import DatedLine, Headline, Timeline
from tui.answers import DatedFetched, TimelineFetched
from tui.commands import CHRONOLOGY_COMMANDS, DIGITS
from tui.library import DaySpan, Desk, span_written
from tui.messages import DatesWanted, OpenDate
from tui.screens import day_phrases, phrases
from tui.screens.beside_screen import BesideScreen
from tui.screens.day_questions import DayQuestions
from tui.widgets.chronology_list import ChronologyList


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose dates may be shown."""

    query: str
    """The query whose results are listed."""
    document: str | None
    """Id of the open article; None where none is open."""
    title: str
    """Its title."""


class ChronologyScreen(BesideScreen):
    """Dates under the days they mean. It stays as it is while one reads at one of them."""

    PANE = "chronology"
    OFFERED = CHRONOLOGY_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*(one.binding for one in OFFERED), *DIGITS]

    def __init__(
        self,
        desk: Desk,
        keymap: Mapping[str, str],
        *,
        read: Callable[[int, DatedLine], None],
        leave: Callable[[], None],
    ) -> None:
        """Begin without dates.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            read: Is told the catalog key of the document, and the date, at which the reader wants to read.
            leave: Is told that the reader goes back to the room.
        """
        super().__init__(keymap, leave=leave)
        self.dates = ChronologyList(id="dates")
        """The dates."""
        self.field = Input(id="span", compact=True)
        """Where a span of days is written."""
        self.of_article = False
        """Whether the dates of the open article are shown, not those of all results."""
        self._questions = DayQuestions(self, desk)
        self._tell_read = read
        self._scope = Scope("", None, "")
        self._headlines: Mapping[int, Headline] = {}
        self._timeline: Timeline | None = None
        self._span: DaySpan | None = None
        self._is_to_open = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.dates
        yield self.field
        yield self.notice
        yield self.key_line

    def on_mount(self) -> None:
        """Let keys go to the dates."""
        self.field.display = False
        self.set_focus(self.dates)
        self._label()

    def on_resize(self, event: Resize) -> None:
        """Say what there is room for."""
        self._label()

    # What it shows

    def show(self, scope: Scope, headlines: Mapping[int, Headline], *, of_article: bool) -> None:
        """Show the dates of an article, or of all results.

        Args:
            scope: Whose there are.
            headlines: What is known of each document, by catalog key.
            of_article: Whether those of the article are wanted.
        """
        self._scope, self._headlines = scope, headlines
        self.of_article = of_article and scope.document is not None
        self._ask()

    def look_again(self) -> None:
        """Ask anew where there was nothing; what is shown moves under nobody's eyes."""
        if self._timeline is not None and not len(self._timeline):
            self._ask()

    def _ask(self) -> None:
        self._timeline, self._is_to_open = None, False
        self.dates.empty_text = day_phrases.LOOKING
        self.dates.show(None, self._headlines, of_one=self.of_article)
        document = self._scope.document if self.of_article else None
        self._questions.timeline(self._scope.query, document, self._span)
        self._label()

    @on(TimelineFetched)
    def _take_timeline(self, event: TimelineFetched) -> None:
        if self._questions.is_late("timeline", event.question):
            return
        self._timeline = event.timeline
        if event.trouble:
            self.notice.say("library", event.trouble)
        self.dates.empty_text = day_phrases.nothing(event.timeline, self._span, of_one=self.of_article)
        self.dates.show(event.timeline, self._headlines, of_one=self.of_article)
        if not self.dates.laid_width and (first := self.dates.wanted()):
            self._fetch(DatesWanted(first))
        self._label()

    @on(DatesWanted)
    def _fetch(self, event: DatesWanted) -> None:
        if self._timeline is not None:
            keys, starts = self._timeline.keys, self._timeline.starts
            self._questions.dated([(at, (int(keys[at]), int(starts[at]))) for at in event.dates])

    @on(DatedFetched)
    def _take_lines(self, event: DatedFetched) -> None:
        if self._questions.is_late("dated", event.question):
            return
        self.dates.give(event.lines)
        if event.trouble:
            self.notice.say("library", event.trouble)
        if self._is_to_open:
            self.dates.item_opened()

    def _label(self) -> None:
        """Say whose dates are shown, how many, and of which days."""
        said = day_phrases.sum_up(self._timeline, self._span, of_one=self.of_article)
        title = day_phrases.title(self._scope.query, self._scope.title if self.of_article else None)
        self.dates.label(title, said)

    # Whose, and when

    def action_chronology(self) -> None:
        """Show the dates of the results in place of those of the article, or the other way round."""
        if self._scope.document is None:
            self.key_line.say(day_phrases.NO_ARTICLE)
            return
        self.of_article = not self.of_article
        self._ask()

    def action_limit(self) -> None:
        """Let a span of days be written."""
        self.field.value = day_phrases.written(self._span)
        self.field.display = True
        self.set_focus(self.field)
        self.dates.label(*day_phrases.SPAN)

    @on(Input.Submitted)
    def _take_span(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            span = span_written(event.value)
        except UsageError as error:
            self.notice.say("query", str(error))
            return
        self._close_field()
        if span != self._span:
            self._span = span
            self._ask()

    def _close_field(self) -> None:
        self.field.display = False
        self.notice.clear("query")
        self.set_focus(self.dates)
        self._label()

    # Reading, moving, leaving

    @on(OpenDate)
    def _read(self, event: OpenDate) -> None:
        line = self.dates.content_of(event.date)
        self._is_to_open = line is None and self.dates.is_waiting
        if line is not None and self._timeline is not None:
            self._tell_read(int(self._timeline.keys[event.date]), line)
        elif not self._is_to_open:
            self.key_line.say(phrases.GONE)

    def action_open(self) -> None:
        """Read at the chosen date."""
        self.dates.action_open()

    def action_next_hit(self) -> None:
        """Go to the next day."""
        self.dates.action_next_hit(self._counting.take() or 1)

    def action_previous_hit(self) -> None:
        """Go to the day before."""
        self.dates.action_previous_hit(self._counting.take() or 1)

    @property
    def moved_in(self) -> Widget:
        """The dates. Overrides `BesideScreen`."""
        return self.dates

    def action_back(self) -> None:
        """Go one step back: from the field, from a count, to the room."""
        self.notice.clear("library")
        if self.field.display:
            self._close_field()
        elif self._counting.take() is None:
            self._tell_left()
