"""Two articles side by side: passages that speak of the same face each other, and differences are walked."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.screen import Screen

from index.model import Article, Comparison, Pairs, Span
from tui.answers import Compared
from tui.commands import COMPARE_COMMANDS, DIGITS, footer_keys
from tui.library import Desk
from tui.messages import HitChanged, OpenVariance, PassageChanged, ReaderScrolled, VarianceChosen
from tui.render.dates import short_date
from tui.render.shown import shown
from tui.render.variances import about
from tui.screens import leaving, phrases
from tui.screens.counting import Counting
from tui.screens.help import HelpScreen
from tui.screens.questions import Questions, failure
from tui.widgets.compared_view import ComparedView
from tui.widgets.item_view import ItemView
from tui.widgets.status_line import KeyLine, Notice
from tui.widgets.variance_list import VarianceList

Side = Literal["here", "there"]

WIDE: Final = 76
"""Cells from which both articles are shown at once."""


class CompareQuestions(Questions):
    """Asks through a desk, on behalf of the screen, which gets the answer."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        super().__init__(screen, desk)
        self._numbers |= {"compare": 0}

    def compare(self, first: str, second: str) -> None:
        """Compare two documents; the answer is a `Compared`."""
        number = self._number("compare")

        def ask() -> None:
            try:
                self._screen.post_message(Compared(number, self._desk.compare(first, second)))
            except Exception as error:
                self._screen.post_message(Compared(number, None, failure(error).reason))

        self._ask("compare", ask)


class CompareScreen(Screen[None]):
    """Two readers that follow each other, and below them on what the articles differ."""

    BINDINGS: ClassVar[list[BindingType]] = [*(one.binding for one in COMPARE_COMMANDS), *DIGITS]

    def __init__(
        self,
        desk: Desk,
        keymap: Mapping[str, str],
        *,
        read: Callable[[str, int], None],
        leave: Callable[[], None],
    ) -> None:
        """Begin with nothing.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            read: Is told the id of the document, and the passage, that the reader wants to read alone.
            leave: Is told that the reader goes back to the room.
        """
        super().__init__()
        self.views: dict[Side, ComparedView] = {
            "here": ComparedView(id="compared-here"),
            "there": ComparedView(id="compared-there"),
        }
        """The two articles."""
        self.variances = VarianceList(id="variances")
        """On what they differ."""
        self.notice = Notice(id="notice")
        """What is wrong."""
        self.key_line = KeyLine(id="keys")
        """The keys that matter, and what there is to say."""
        self.pair: tuple[str, str] | None = None
        """Ids of the articles that are compared, or are to be."""
        self._keymap = keymap
        self._questions = CompareQuestions(self, desk)
        self._counting = Counting()
        self._tell_read, self._tell_left = read, leave
        self._comparison: Comparison | None = None
        self._active: Side = "here"
        self._wanted: tuple[int, int | None] = (0, None)
        self._is_walked = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(id="compared"):
            yield self.views["here"]
            yield self.views["there"]
        yield self.variances
        yield self.notice
        yield self.key_line

    def on_mount(self) -> None:
        """Show the keys that matter."""
        self.key_line.keys = footer_keys("compare", self._keymap)
        self.set_focus(self.views["here"])
        self._arrange()

    def on_resize(self, event: Resize) -> None:
        """Show both articles, or the one that has the focus."""
        self._arrange()

    # What it shows

    def show(self, first: str, second: str, passage: int, other: int | None) -> None:
        """Compare two articles, and stand where one was reading.

        Args:
            first: Id of the article one reads.
            second: Id of the other.
            passage: The passage one reads.
            other: A passage of the other that is related to it.
        """
        self._wanted = passage, other
        if self.pair == (first, second) and self._comparison is not None:
            self._stand()
            return
        self.pair = first, second
        self._take_comparison(None)
        self._questions.compare(first, second)

    @on(Compared)
    def _take_compared(self, event: Compared) -> None:
        if self._questions.is_late("compare", event.question):
            return
        self._take_comparison(event.comparison)
        if event.trouble:
            self.notice.say("library", event.trouble)
        elif event.comparison is not None:
            self._stand()

    def _take_comparison(self, comparison: Comparison | None) -> None:
        self._comparison = comparison
        self._active = "here"
        self._is_walked = False
        if comparison is None:
            for view in self.views.values():
                view.clear()
            self.variances.empty_text = phrases.COMPARING
        else:
            self.views["here"].show_compared(comparison.first, comparison.only_here)
            self.views["there"].show_compared(comparison.second, comparison.only_there)
            self.variances.empty_text = phrases.NO_DIFFERENCE
        self.variances.show_comparison(comparison)
        self._label()

    def _stand(self) -> None:
        """Go to the passages that are wanted."""
        passage, other = self._wanted
        self._active = "here"
        self.set_focus(self.views["here"])
        self.views["here"].go_to_passage(passage)
        if other is not None:
            self.views["there"].go_to_passage(other)
        self._mark()

    def _label(self) -> None:
        found = self._comparison
        for side, article in self._articles.items():
            alone = 0 if found is None else len(found.only_here if side == "here" else found.only_there)
            told = f"{phrases.count(alone, 'passage')} only here ┊" if alone else ""
            self.views[side].label(_name(article), told)
        if found is None:
            self.variances.label("Differences")
            return
        differ = phrases.count(sum(one.kind != "named" for one in found.variances), "difference")
        named = sum(one.kind == "named" for one in found.variances)
        only = f" · {named:,} named by one alone" if named else ""
        variance = self.variances.current
        of = shown(about(variance)) if variance is not None else ""
        self.variances.label(differ + only, of)

    @property
    def _articles(self) -> dict[Side, Article | None]:
        found = self._comparison
        return {"here": found.first if found else None, "there": found.second if found else None}

    def _arrange(self) -> None:
        is_wide = self.size.width >= WIDE
        for side, view in self.views.items():
            view.display = is_wide or side == self._active

    # One follows the other

    @on(DescendantFocus)
    def _take_focus(self, event: DescendantFocus) -> None:
        for side, view in self.views.items():
            if event.widget is view:
                self._active = side

    @on(PassageChanged)
    def _follow(self, event: PassageChanged) -> None:
        """Let the other article go to what speaks of the same."""
        found, article = self._comparison, self._articles[self._active]
        if found is None or article is None or event.document != article.id:
            return
        view = self.views[self._active]
        if not view.has_focus or event.number != view.passage:
            return
        partners = self._partners(view.passage)
        if partners:
            self.views[self._other].go_to_passage(partners[0])
        self._mark()

    @on(HitChanged)
    @on(ReaderScrolled)
    def _scrolled(self) -> None:
        """Nothing is told of this."""

    @property
    def _other(self) -> Side:
        return "there" if self._active == "here" else "here"

    def _partners(self, passage: int) -> list[int]:
        """The passages of the other article that speak of the same as one of this, the nearest first."""
        links = self._comparison.links if self._comparison is not None else ()
        ranked = sorted(links, key=lambda link: -len(link.reasons))
        if self._active == "here":
            return [link.there for link in ranked if link.here == passage]
        return [link.here for link in ranked if link.there == passage]

    def _mark(self) -> None:
        """Mark why the passages that face each other are linked, and the chosen difference."""
        found = self._comparison
        if found is None:
            return
        pair = self.views["here"].passage, self.views["there"].passage
        why = [reason for link in found.links if (link.here, link.there) == pair for reason in link.reasons]
        self._lay("reason", [one for reason in why for one in reason.here], "here")
        self._lay("reason", [one for reason in why for one in reason.there], "there")

    def _lay(
        self, mark: Literal["reason", "difference"], places: Sequence[tuple[int, int]], side: Side
    ) -> None:
        self.views[side].set_marks(mark, [Span(*place) for place in places])

    # Differences

    @on(VarianceChosen)
    def _show_variance(self) -> None:
        """Bring a difference into sight in both articles, or in the one that has it."""
        variance = self.variances.current
        if variance is None:
            return
        self._lay("difference", variance.here, "here")
        self._lay("difference", variance.there, "there")
        for side, places in (("here", variance.here), ("there", variance.there)):
            self._go_to(side, places)  # type: ignore[arg-type]
        self._mark()
        self._label()

    def _go_to(self, side: Side, places: Pairs) -> None:
        article = self._articles[side]
        if article is None or not places:
            return
        at = places[0][0]
        number = next((one.number for one in article.passages if one.start <= at < one.end), None)
        if number is not None:
            self.views[side].go_to_passage(number)

    def action_next_hit(self) -> None:
        """Go to the next difference."""
        self._walk(self._counting.take() or 1)

    def action_previous_hit(self) -> None:
        """Go to the difference before."""
        self._walk(-(self._counting.take() or 1))

    def _walk(self, step: int) -> None:
        count, cursor = self.variances.count, self.variances.cursor
        if not count:
            self.key_line.say(phrases.NO_DIFFERENCE)
        elif not 0 <= cursor + step < count and cursor in (0, count - 1) and self._is_walked:
            self.key_line.say(phrases.NO_FURTHER_DIFFERENCE)
        elif self._is_walked:
            self.variances.move_cursor(cursor + step)
        else:
            self._is_walked = True
            self._show_variance()

    @on(OpenVariance)
    def _open_variance(self) -> None:
        self._show_variance()
        variance = self.variances.current
        if variance is not None:
            self._active = "here" if variance.here else "there"
            self.set_focus(self.views[self._active])
            self._arrange()

    # Reading, moving, leaving

    def action_open(self) -> None:
        """Read the article that has the focus, by itself; a difference, where it stands."""
        if self.focused is self.variances:
            self.variances.action_open()
            return
        article = self._articles[self._active]
        if article is not None:
            self._tell_read(article.id, self.views[self._active].passage)

    def action_next_pane(self) -> None:
        """Go to the other article, or to the differences."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """Go the other way round."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes: list[ComparedView | ItemView] = [*self.views.values(), self.variances]
        at = panes.index(self.focused) if self.focused in panes else 0
        pane = panes[(at + step) % len(panes)]
        if isinstance(pane, ComparedView):
            self._active = "here" if pane is self.views["here"] else "there"
            self._arrange()
        self.set_focus(pane)
        self._mark()

    def action_pane(self, name: str) -> None:
        """Do something in the pane that has the focus, as often as the count says."""
        count = self._counting.take()
        pane = self.focused if self.focused is not None else self.views[self._active]
        action = getattr(pane, f"action_{name}", None)
        if action is not None:
            action() if count is None else action(count)

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        self._walk_passages(self._counting.take() or 1)

    def action_previous_passage(self) -> None:
        """Go to the passage before."""
        self._walk_passages(-(self._counting.take() or 1))

    def _walk_passages(self, count: int) -> None:
        view = self.views[self._active]
        if view.article is not None and view.passages:
            self.set_focus(view)
            view.go_to_passage(min(max(0, view.passage + count), len(view.passages) - 1))

    def action_copy(self) -> None:
        """Copy the selection, or the passage."""
        self.key_line.say(leaving.copy(self, self.views[self._active], cite=False))

    def action_copy_cited(self) -> None:
        """Copy it with its citation."""
        self.key_line.say(leaving.copy(self, self.views[self._active], cite=True))

    def action_digit(self, digit: int) -> None:
        """Collect a count before a motion."""
        self._counting.add(digit)
        if (number := self._counting.number) is not None:
            self.key_line.say(phrases.counting(number))

    def action_back(self) -> None:
        """Go one step back: from a count, to the room."""
        self.notice.clear("library")
        if self._counting.take() is None:
            self._tell_left()

    def action_compare(self) -> None:
        """Go back to the room: the same key leads there and back."""
        self._tell_left()

    def action_help(self) -> None:
        """Show the help."""
        self.app.push_screen(HelpScreen(self._keymap, "compare"))

    def action_quit(self) -> None:
        """Leave Cuttings."""
        self.app.exit()


def _name(article: Article | None) -> str:
    if article is None:
        return ""
    outlet = article.source or article.title
    return f"{shown(outlet)}, {short_date(article.published)}"
