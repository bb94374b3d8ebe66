"""Where an article stands in lines: its head, its paragraphs, the air around them.

`layout` is a pure function of article and width; for a very large article it can run in a
worker. Only the heights of paragraphs are kept. Lines are broken when they are asked for.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.model import Article
from tui.render.dates import long_date
from tui.render.shown import shown
from tui.render.wrap import Range, wrap

MEASURE: Final = 80
"""The most cells a line of text takes."""

_CHARACTERS_A_MINUTE: Final = 1400
_WIDE_CHARACTERS_A_MINUTE: Final = 500
_WIDE_LANGUAGES: Final = frozenset({"zh", "ja", "ko"})
_KEPT_PARAGRAPHS: Final = 512
_find_gaps: Final = re.compile(r"\n{2,}").finditer


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
        air = 2 if self.width >= 50 else 1 if self.width >= 30 else 0
        self.measure = max(1, min(MEASURE, self.width - 2 - 2 * air))
        """Cells of the longest line of text."""
        self.margin = 2 + max(air, (self.width - 2 - self.measure) // 2)
        """Cells left of the text; two less left of the title."""
        self.about = _about(article)
        """The line below the title: date, source, byline, minutes to read."""
        self.head = self._head(air)
        """The lines of the head."""
        starts, ends = _paragraphs(article.text)
        self.starts: NDArray[np.int64] = np.array(starts, np.int64)
        """First code point of each paragraph."""
        self.ends: NDArray[np.int64] = np.array(ends, np.int64)
        """One past the last of each."""
        self.passage_starts: NDArray[np.int64] = np.array([p.start for p in article.passages], np.int64)
        """First code point of each passage."""
        counts = line_counts(article.text, starts, ends, self.measure)
        self.heights: NDArray[np.int64] = np.concatenate(([len(self.head)], counts + 1))
        """Lines of each item; a paragraph's include the blank one behind it."""
        self.lines = lru_cache(_KEPT_PARAGRAPHS)(self._lines)
        """Break a paragraph into lines: `lines(number)` gives their ranges in the text."""

    def paragraph_at(self, offset: int) -> int:
        """Return the paragraph in which, or behind which, an offset in the text lies."""
        return max(0, int(np.searchsorted(self.starts, offset, "right")) - 1)

    def place_of(self, offset: int) -> tuple[int, int]:
        """Return the item, and the line in it, in which an offset in the text stands."""
        if not len(self.starts):
            return 0, 0
        paragraph = self.paragraph_at(offset)
        line = bisect_right(self.lines(paragraph), offset, key=_first) - 1
        return paragraph + 1, max(0, line)

    def passage_at(self, offset: int) -> int:
        """Return the passage in which, or behind which, an offset in the text lies."""
        return max(0, int(np.searchsorted(self.passage_starts, offset, "right")) - 1)

    def offset_at(self, item: int, line: int) -> int:
        """Return the offset in the text at which a line begins; 0 for those of the head.

        The blank line behind a paragraph begins where the paragraph ends.
        """
        if not item or not len(self.starts):
            return 0
        lines = self.lines(item - 1)
        return lines[line][0] if line < len(lines) else int(self.ends[item - 1])

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


def line_counts(text: str, starts: Sequence[int], ends: Sequence[int], width: int) -> NDArray[np.int64]:
    """Count the lines into which `wrap` breaks each paragraph."""
    return np.array(
        [len(wrap(text, start, end, width)) for start, end in zip(starts, ends, strict=True)], np.int64
    )


def _paragraphs(text: str) -> tuple[list[int], list[int]]:
    """Return where paragraphs begin and end; they are parted by empty lines."""
    starts, ends, at = [], [], 0
    for gap in _find_gaps(text):
        if at < gap.start():
            starts.append(at)
            ends.append(gap.start())
        at = gap.end()
    if at < len(text):
        starts.append(at)
        ends.append(len(text))
    return starts, ends


def _about(article: Article) -> str:
    pace = _WIDE_CHARACTERS_A_MINUTE if article.language in _WIDE_LANGUAGES else _CHARACTERS_A_MINUTE
    minutes = max(1, round(len(article.text) / pace))
    parts = [long_date(article.published), article.source, article.byline, f"{minutes:,} min"]
    return " · ".join(shown(part) for part in parts if part)


def _first(line: Range) -> int:
    return line[0]
