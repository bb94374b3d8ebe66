"""An article beside another: what only this one has bears a dotted line at its left."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import replace
from operator import attrgetter
from typing import Final

from index.model import Article
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.widgets.reader import Reader

ALONE: Final = "┊"
"""The sign beside lines of passages that the other article has nothing of."""


class ComparedView(Reader):
    """A reader of one of two articles."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._alone: frozenset[int] = frozenset()

    def show_compared(self, article: Article, alone: Collection[int]) -> None:
        """Show an article.

        Args:
            article: The article.
            alone: Numbers of the passages that the other has nothing of.
        """
        self._alone = frozenset(alone)
        self.show_article(article)

    def line(self, item: int, row: int, width: int) -> Line:
        """Return a line, with the sign where it belongs. Overrides `ArticleView.line`."""
        line = super().line(item, row, width)
        made = self._layout
        if not item or made is None or not line.text:
            return line
        start, _ = made.range_at(item, row)
        at = made.margin - 2
        if line.text[at : at + 1] != " " or not self._is_alone(start):
            return line
        marked = [run for run in line.runs if run.start > at or run.end <= at]
        marked.append(Run(at, at + 1, int(Mark.QUIET)))
        return replace(line, text=line.text[:at] + ALONE + line.text[at + 1 :], runs=sorted(marked))

    def _is_alone(self, offset: int) -> bool:
        """Whether an offset lies in a passage that the other article has nothing of."""
        at = bisect_right(self.passages, offset, key=attrgetter("start")) - 1
        return at >= 0 and offset < self.passages[at].end and self.passages[at].number in self._alone
