"""A histogram of days: as fine as its width allows, in block characters that need no colour."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from tui.render.arrays import np
from tui.render.cuts import ELLIPSIS
from tui.render.dates import short_date
from tui.render.spans import Mark, Run
from tui.render.strips import Line

if TYPE_CHECKING:
    from numpy.typing import NDArray

Unit = Literal["day", "week", "month", "year", "years"]
"""What a bar stands for."""

BLOCKS: Final = " ▁▂▃▄▅▆▇█"
"""From nothing to a full cell, by eighths."""
CURSOR: Final = "▲"
CHOSEN: Final = "━"
"""What stands under the bars that are chosen; under the one the cursor is on stands `CURSOR`."""
WIDEST_BAR: Final = 6
"""Cells of a bar at most."""
FOOT: Final = 2
"""Lines under the bars: what is chosen, and the dates."""
_YEARS: Final = (2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LAST: Final = datetime.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Histogram:
    """Articles by day, week, month or year: a bar for each, without gaps from the first to the last."""

    unit: Unit
    """What a bar stands for."""
    firsts: tuple[int, ...]
    """The first day of each of N bars, as an ordinal; ascending."""
    end: int
    """The day after the last bar's last one."""
    articles: tuple[int, ...]
    """Articles of each bar."""
    cells: int
    """Cells that each bar is wide."""

    def days(self, first: int, last: int) -> tuple[int, int]:
        """The first and the last day of the bars from one to another, both included."""
        following = self.firsts[last + 1] if last + 1 < len(self.firsts) else self.end
        return self.firsts[first], following - 1

    def bar_at(self, cell: int) -> int:
        """The bar that stands in a cell, or the nearest."""
        return min(max(0, cell // self.cells), len(self.firsts) - 1)

    def bar_of(self, day: int) -> int:
        """The bar in which a day lies, or the nearest."""
        return max(0, int(np.searchsorted(self.firsts, day, "right")) - 1)


def histogram(days: Sequence[int], articles: Sequence[int], width: int) -> Histogram | None:
    """Put days into bars, as fine as there is room for; None where there are no days.

    Args:
        days: The days as ordinals, ascending.
        articles: Number of articles of each.
        width: Cells there are.
    """
    if not days or width < 1:
        return None
    low, high = datetime.date.fromordinal(days[0]), datetime.date.fromordinal(days[-1])
    unit, firsts, end = _bars(low, high, width)
    places = np.searchsorted(np.array(firsts), np.array(days), "right") - 1
    counts: NDArray[Any] = np.bincount(places, np.array(articles, float), len(firsts))
    cells = min(WIDEST_BAR, max(1, width // len(firsts)))
    return Histogram(unit, tuple(firsts), end, tuple(map(int, counts.tolist())), cells)


def _bars(low: datetime.date, high: datetime.date, width: int) -> tuple[Unit, list[int], int]:
    """What a bar is to stand for, the first day of each, and the day after the last."""
    first, last = low.toordinal(), high.toordinal()
    if last - first < width:
        return "day", list(range(first, last + 1)), last + 1
    monday = first - low.weekday()
    if (last - monday) // 7 < width:
        firsts = list(range(monday, last + 1, 7))
        return "week", firsts, min(_LAST, firsts[-1] + 6) + 1
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    if months <= width:
        begin = low.year * 12 + low.month - 1
        firsts = [_month(number) for number in range(begin, begin + months)]
        return "month", firsts, _month(begin + months)
    for step in (1, *_YEARS):
        begin = max(1, low.year - low.year % step)
        numbers = [begin, *range(low.year - low.year % step + step, high.year + 1, step)]
        if len(numbers) <= width or step == _YEARS[-1]:
            break
    firsts = [_month(number * 12) for number in numbers]
    return "year" if step == 1 else "years", firsts, _month((numbers[-1] // step + 1) * step * 12)


def _month(number: int) -> int:
    """The first day of a month, counted from the year 0; the day after the last where there is none."""
    year, month = divmod(number, 12)
    return datetime.date(year, month + 1, 1).toordinal() if year <= datetime.MAXYEAR else _LAST + 1


# How it looks


def histogram_lines(
    shown: Histogram, height: int, width: int, chosen: tuple[int, int], cursor: int
) -> list[Line]:
    """Draw a histogram.

    Args:
        shown: What to draw.
        height: Lines there are.
        width: Cells there are.
        chosen: The first and the last bar that are chosen.
        cursor: The bar the cursor is on.
    """
    rows = max(1, height - FOOT)
    most = max(shown.articles)
    heights = [-(-number * rows * 8 // most) for number in shown.articles]
    lines = []
    first, last = chosen[0] * shown.cells, (chosen[1] + 1) * shown.cells
    for row in range(rows - 1, -1, -1):
        filled = (BLOCKS[min(8, max(0, eighths - row * 8))] for eighths in heights)
        text = "".join(_bar(block, shown.cells) for block in filled)
        lines.append(Line(text, [Run(first, last, int(Mark.STRONG))]))
    lines.append(_feet(shown, chosen, cursor))
    lines.append(Line(axis(shown, width), [Run(0, width, int(Mark.QUIET))]))
    return lines[-height:] if height > FOOT else lines[:height]


def _bar(block: str, cells: int) -> str:
    """A bar's part of a line, with a gap beside it where it has room for one."""
    return block * cells if cells < 3 else block * (cells - 1) + " "


def _feet(shown: Histogram, chosen: tuple[int, int], cursor: int) -> Line:
    first, last = chosen
    feet = [" "] * (len(shown.firsts) * shown.cells)
    for cell in range(first * shown.cells, (last + 1) * shown.cells):
        feet[cell] = CHOSEN
    feet[cursor * shown.cells + (max(1, shown.cells - 1) - 1) // 2] = CURSOR
    return Line("".join(feet), [Run(0, len(feet), int(Mark.BAR))])


def axis(shown: Histogram, width: int) -> str:
    """Dates under the bars, as many as there is room for; each begins under its bar."""
    labels = [label(first, shown.unit) for first in (shown.firsts[0], shown.firsts[-1])]
    room = max(map(len, labels)) + 2
    step = max(1, -(-room // shown.cells))
    text = ""
    for bar in range(0, len(shown.firsts), step):
        written = label(shown.firsts[bar], shown.unit)
        at = bar * shown.cells
        if at + len(written) <= width:
            text = text.ljust(at) + written
    return text or labels[0][: max(0, width - 1)] + ELLIPSIS


def label(day: int, unit: Unit) -> str:
    """The day, month or year in which a bar begins."""
    date = datetime.date.fromordinal(day)
    if unit in ("year", "years"):
        return str(date.year)
    written = short_date(date.isoformat())
    return written.partition(" ")[2] if unit == "month" else written


def span_text(first: int, last: int) -> str:
    """Days from one to another, in words."""
    until = label(last, "day")
    if first == last:
        return until
    one, other = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    since = label(first, "day")
    if (one.year, one.month) == (other.year, other.month):
        return f"{one.day}–{until}"
    return f"{since.rpartition(' ')[0] if one.year == other.year else since} – {until}"
