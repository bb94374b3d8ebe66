"""What comparing is made of: two readers that follow each other, and below them on what the articles differ.

What keys do stands in `compare`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize

from index.model import Article, Comparison, Span
from tui.answers import Compared
from tui.library import Desk
from tui.messages import PassageChanged, VarianceChosen
from tui.render.shown import shown
from tui.render.variances import about, differences
from tui.screens import compare_phrases
from tui.screens.beside_screen import BesideScreen
from tui.screens.compare_questions import CompareQuestions
from tui.widgets.compared_view import ComparedView
from tui.widgets.variance_list import VarianceList

Side = Literal["here", "there"]
"""The article one came from, or the other."""

WIDE: Final = 76
"""Cells from which both articles are shown at once."""


class CompareShown(BesideScreen):
    """Two articles side by side: passages that speak of the same face each other."""

    PANE = "compare"

    def __init__(self, desk: Desk, keymap: Mapping[str, str], *, leave: Callable[[], None]) -> None:
        """Begin with nothing.

        Args:
            desk: Asks the library.
            keymap: The reader's own keys, by name of the command.
            leave: Is told that the reader goes back to the room.
        """
        super().__init__(keymap, leave=leave)
        self.views: dict[Side, ComparedView] = {
            "here": ComparedView(id="compared-here"),
            "there": ComparedView(id="compared-there"),
        }
        """The two articles."""
        self.variances = VarianceList(id="variances")
        """On what they differ."""
        self.pair: tuple[str, str] | None = None
        """Ids of the articles that are compared, or are to be."""
        self._questions = CompareQuestions(self, desk)
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
        """Let keys go to the first article."""
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
            self.variances.empty_text = compare_phrases.COMPARING
        else:
            self.views["here"].show_compared(comparison.first, comparison.only_here)
            self.views["there"].show_compared(comparison.second, comparison.only_there)
            self.variances.empty_text = compare_phrases.NO_DIFFERENCE
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
        self._mark_reasons()

    def _label(self) -> None:
        found = self._comparison
        alone = {"here": found.only_here if found else (), "there": found.only_there if found else ()}
        for side, article in self._articles.items():
            most = found.looked_at if found is not None else None
            is_cut = most is not None and article is not None and len(article.passages) > most
            told = compare_phrases.only_here(len(alone[side]), most if is_cut else None)
            self.views[side].label(compare_phrases.name(article), told)
        if found is None:
            self.variances.label("Differences")
        else:
            variance = self.variances.current
            of = shown(about(variance)) if variance is not None else ""
            self.variances.label(differences(found.variances), of)

    @property
    def _articles(self) -> dict[Side, Article | None]:
        found = self._comparison
        return {"here": found.first if found else None, "there": found.second if found else None}

    def _arrange(self) -> None:
        """Show the articles there is room for."""
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
        article, view = self._articles[self._active], self.views[self._active]
        if article is None or event.document != article.id:
            return
        if not view.has_focus or event.number != view.passage:
            return
        partner = self._partner(view.passage)
        if partner is not None:
            self.views["there" if self._active == "here" else "here"].go_to_passage(partner)
        self._mark_reasons()

    def _partner(self, passage: int) -> int | None:
        """The passage of the other article that is linked to one of this for most reasons."""
        links = self._comparison.links if self._comparison is not None else ()
        is_here = self._active == "here"
        own = [link for link in links if (link.here if is_here else link.there) == passage]
        best = max(own, key=lambda link: len(link.reasons), default=None)
        return None if best is None else best.there if is_here else best.here

    def _mark_reasons(self) -> None:
        """Mark why the passages that face each other are linked."""
        if self._comparison is None:
            return
        pair = self.views["here"].passage, self.views["there"].passage
        links = [link for link in self._comparison.links if (link.here, link.there) == pair]
        why = [reason for link in links for reason in link.reasons]
        self._mark("reason", "here", [place for reason in why for place in reason.here])
        self._mark("reason", "there", [place for reason in why for place in reason.there])

    def _mark(
        self, mark: Literal["reason", "difference"], side: Side, places: Sequence[tuple[int, int]]
    ) -> None:
        self.views[side].set_marks(mark, [Span(*place) for place in places])

    @on(VarianceChosen)
    def _show_variance(self) -> None:
        """Bring a difference into sight in both articles, or in the one that has it."""
        variance = self.variances.current
        if variance is None:
            return
        places: dict[Side, Sequence[tuple[int, int]]] = {"here": variance.here, "there": variance.there}
        for side, spans in places.items():
            self._mark("difference", side, spans)
            if spans:
                self._go_to(side, spans[0][0])
        self._mark_reasons()
        self._label()

    def _go_to(self, side: Side, offset: int) -> None:
        """Go to the passage of an article in which an offset lies."""
        article = self._articles[side]
        passages = article.passages if article is not None else ()
        number = next((one.number for one in passages if one.start <= offset < one.end), None)
        if number is not None:
            self.views[side].go_to_passage(number)
