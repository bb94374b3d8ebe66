"""Where an article stands in lines: its head, its paragraphs, the air around them.

`layout` is a pure function of article and width, so that for a very large article it can
run in a thread. Only the heights of paragraphs are kept; the lines of a paragraph are
broken again when they are asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from index.model import Article, Span
from tui.render.arrays import np
from tui.render.dates import long_date
from tui.render.shown import shown
from tui.render.wrap import Range, wrap

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEASURE: Final = 80
"""The most cells a line of text takes."""

_CHARACTERS_A_MINUTE: Final = 1400
_WIDE_CHARACTERS_A_MINUTE: Final = 500
_WIDE_LANGUAGES: Final = frozenset({"zh", "ja", "ko"})
_KEPT_PARAGRAPHS: Final = 512


class HeadLine(NamedTuple):
    """A line above the text."""

    kind: Literal["title", "about", "blank"]
    """Of which string it is a part."""
    start: int
    """First code point of that string."""
    end: int
    """One past the last."""


class Layout:
    """An article in lines of one width. Item 0 is the head, item n + 1 is paragraph n."""

    def __init__(self, article: Article, width: int) -> None:
        self.article = article
        """What is laid out."""
        self.width = max(1, width)
        """Cells from the left edge to the right."""
        air = 2 if self.width >= 49 else 1 if self.width >= 29 else 0
        around = 2 * air - (air > 1)  # at the right stands the scroll bar, which is air, too
        self.measure = max(1, min(MEASURE, self.width - 2 - around))
        """Cells of the longest line of text."""
        self.margin = 2 + max(air, (self.width - 1 - self.measure) // 2)
        """Cells left of the text; two less left of the title."""
        self.about = _about(article)
        """The line below the title: date, source, byline, minutes to read."""
        self.head = self._head(air)
        """The lines of the head."""
        paragraphs = _paragraphs(article.text)
        self.starts: NDArray[np.int64] = np.array([start for start, _ in paragraphs], np.int64)
        """First code point of each paragraph."""
        self.ends: NDArray[np.int64] = np.array([end for _, end in paragraphs], np.int64)
        """One past the last of each."""
        self.passage_starts: NDArray[np.int64] = np.array([p.start for p in article.passages], np.int64)
        """First code point of each passage."""
        counts = [len(wrap(article.text, start, end, self.measure)) + 1 for start, end in paragraphs]
        self.heights: NDArray[np.int64] = np.array([len(self.head), *counts], np.int64)
        """Lines of each item; a paragraph's include the blank one behind it."""
        self.tops: NDArray[np.int64] = np.concatenate(([0], np.cumsum(self.heights)))
        """The row at which each item begins, and behind them the number of rows."""
        self.lines = lru_cache(_KEPT_PARAGRAPHS)(self._lines)
        """Break a paragraph into lines: `lines(number)` gives their ranges in the text."""

    def row_of(self, offset: int) -> int:
        """Return the row in which an offset in the text stands."""
        if not len(self.starts):
            return 0
        paragraph = max(0, int(np.searchsorted(self.starts, offset, "right")) - 1)
        line = bisect_right(self.lines(paragraph), offset, key=_first) - 1
        return int(self.tops[paragraph + 1]) + max(0, line)

    def rows_near(self, offsets: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return about in which rows many offsets in the text stand, without breaking a paragraph.

        Never beside the paragraph, and in a paragraph of even lines at most one row off.
        """
        if not len(self.starts):
            return np.zeros(len(offsets), np.int64)
        paragraph = np.maximum(np.searchsorted(self.starts, offsets, "right") - 1, 0)
        lengths = np.maximum(self.ends[paragraph] - self.starts[paragraph], 1)
        lines = self.heights[paragraph + 1] - 1
        within = (offsets - self.starts[paragraph]) * lines // lengths
        rows: NDArray[np.int64] = self.tops[paragraph + 1] + np.clip(within, 0, np.maximum(lines - 1, 0))
        return rows

    def rows_of(self, span: Span) -> tuple[int, int]:
        """Return the first row of a span of text or title, and one past its last."""
        last = max(span.start, span.end - 1)
        if span.field == "text":
            return self.row_of(span.start), self.row_of(last) + 1
        rows = [row for row, line in enumerate(self.head) if line.kind == "title"]
        starts = [self.head[row].start for row in rows]
        if not rows:
            return 0, 1
        first, end = (max(0, bisect_right(starts, offset) - 1) for offset in (span.start, last))
        return rows[first], rows[end] + 1

    def rows_of_passage(self, number: int) -> tuple[int, int]:
        """Return the first row of a passage, and one past its last."""
        passage = self.article.passages[number]
        return self.rows_of(Span(passage.start, passage.end))

    def passage_at(self, offset: int) -> int:
        """Return the passage in which, or behind which, an offset in the text lies."""
        return max(0, int(np.searchsorted(self.passage_starts, offset, "right")) - 1)

    def range_at(self, item: int, line: int) -> Range:
        """Return what of the text stands in a line of an item; nothing of it, in the head.

        The blank line behind a paragraph stands where the paragraph ends.
        """
        if not item or not len(self.starts):
            return 0, 0
        lines = self.lines(item - 1)
        end = int(self.ends[item - 1])
        return lines[line] if line < len(lines) else (end, end)

    def _lines(self, paragraph: int) -> list[Range]:
        return wrap(self.article.text, int(self.starts[paragraph]), int(self.ends[paragraph]), self.measure)

    def _head(self, air: int) -> tuple[HeadLine, ...]:
        title = shown(self.article.title)
        room = self.measure + 2
        blank = HeadLine("blank", 0, 0)
        return (
            *([blank] if air > 1 else []),
            *(HeadLine("title", *line) for line in wrap(title, 0, len(title), room)),
            *(HeadLine("about", *line) for line in wrap(self.about, 0, len(self.about), room)),
            blank,
        )


def layout(article: Article, width: int) -> Layout:
    """Lay out an article for a width in cells."""
    return Layout(article, width)


def _paragraphs(text: str) -> list[Range]:
    """Return where paragraphs begin and end; they are parted by empty lines."""
    paragraphs: list[Range] = []
    at, length = 0, len(text)
    while at < length:
        end = text.find("\n\n", at)
        end = length if end < 0 else end
        if at < end:
            paragraphs.append((at, end))
        at = end + 2
        while text.startswith("\n", at):
            at += 1
    return paragraphs


def _about(article: Article) -> str:
    pace = _WIDE_CHARACTERS_A_MINUTE if article.language in _WIDE_LANGUAGES else _CHARACTERS_A_MINUTE
    minutes = max(1, round(len(article.text) / pace))
    parts = [long_date(article.published), article.source, article.byline, f"{minutes:,} min"]
    return " · ".join(shown(part) for part in parts if part)


def _first(line: Range) -> int:
    return line[0]
