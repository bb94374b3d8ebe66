"""Selecting in an article with keys: word by word, line by line, from a word that is held on to."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from index.model import Article, Span
from tui.render.layout import Layout
from tui.render.words import word_after, word_at, word_before
from tui.render.wrap import Range
from tui.widgets.article_view import ArticleView

_MOVES: Final = frozenset({"select_word", "select_line", "hold_selection", "end_selecting"})


class WordSelection(ArticleView):
    """An article in which a word is chosen by keys; another key holds on to it while one goes further.

    What is selected is selected as by the mouse. Posts `Selecting` when that begins and when it ends.
    """

    # Only while one selects: `check_action` leaves these keys to the room otherwise
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "select_word(1)", show=False),
        Binding("h,b,left", "select_word(-1)", show=False),
        Binding("j,down", "select_line(1)", show=False),
        Binding("k,up", "select_line(-1)", show=False),
        Binding("V,space", "hold_selection", show=False),
        Binding("escape", "end_selecting", show=False),
    ]

    @dataclass
    class Selecting(Message):
        """Selecting with keys has begun or ended."""

        is_on: bool
        """Whether it has begun."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._word: Range | None = None
        self._held: Range | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys for selecting to others while one does not select. Overrides `DOMNode`."""
        return self.is_selecting if action in _MOVES else super().check_action(action, parameters)

    @property
    def is_selecting(self) -> bool:
        """Whether one selects with keys."""
        return self._word is not None

    def begin_selecting(self, offset: int) -> bool:
        """Select the word at an offset in the text; False where there is none."""
        word = word_at(self.article.text, offset) if self.article is not None else None
        if word is None:
            return False
        if not self.is_selecting:
            self.post_message(self.Selecting(True))
        self._held = None
        self._choose(word)
        return True

    def action_end_selecting(self) -> None:
        """Select nothing any more."""
        if self.is_selecting:
            self._word = self._held = None
            self.screen.clear_selection()
            self.post_message(self.Selecting(False))

    def action_hold_selection(self) -> None:
        """Hold on to the word, so that all from it on is selected; or let go of it."""
        if self._word is not None:
            self._held = self._word if self._held is None else None
            self._choose(self._word)

    def action_select_word(self, step: int) -> None:
        """Go to the next word, or to the one before."""
        if self._word is None or self.article is None:
            return
        start, end = self._word
        text = self.article.text
        self._choose(word_after(text, end) if step > 0 else word_before(text, start))

    def action_select_line(self, step: int) -> None:
        """Go to the word below, or to the one above."""
        made = self.laid
        if self._word is None or made is None or self.article is None:
            return
        row = made.row_of(self._word[0])
        column = self._word[0] - made.range_at(*self.item_at(row))[0]
        row += step
        while 0 <= row < self.line_count:
            start, end = made.range_at(*self.item_at(row))
            if start < end:
                self._choose(word_at(self.article.text, min(start + column, end - 1)))
                return
            row += step

    def take_article(self, article: Article | None) -> None:
        """Show another article, in which nothing is selected. Overrides `ArticleView`."""
        self.action_end_selecting()
        super().take_article(article)

    def relayout(self, *, keep: bool = True) -> None:
        """Lay out; what is selected stays so. Overrides `ArticleView`."""
        super().relayout(keep=keep)
        if self._word is not None:
            self._choose(self._word)

    def _choose(self, word: Range | None) -> None:
        if word is not None:
            self._word = word
            first, *_, last = sorted([*word, *(self._held or word)])
            self.when_laid(lambda made: self._select_span(made, Span(first, last)))

    def _select_span(self, made: Layout, span: Span) -> None:
        begin, end = self._place_of(made, span.start), self._place_of(made, span.end - 1)
        self.screen.selections = {self: Selection(begin, Offset(end.x + 1, end.y))}
        row = made.row_of(self._word[0]) if self._word is not None else begin.y
        self.reveal(row, row + 1, margin=1)

    def _place_of(self, made: Layout, offset: int) -> Offset:
        row = made.row_of(offset)
        return Offset(offset - made.range_at(*self.item_at(row))[0], row)
