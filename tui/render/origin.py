"""Where a line of many articles is from: date and outlet, in columns."""

from typing import Final

from index.model import Headline
from tui.render.dates import iso_date, short_date
from tui.render.rows import cut, outlet
from tui.render.shown import shown
from tui.render.wrap import cells

GAP: Final = 2
"""Cells behind a column."""


def origin_columns(headline: Headline, date: int, name: int) -> str:
    """Write date and outlet as wide as their columns; beside an outlet the date has a month's name.

    Args:
        headline: The article.
        date: Cells of the date's column, with the gap behind it; 0 for none.
        name: Cells of the outlet's column, likewise.
    """
    day = ""
    if date:
        written = short_date if name else iso_date
        day = f"{cut(written(headline.published), date - GAP):>{date - GAP}}" + " " * GAP
    source = outlet(shown(headline.source or ""), name - GAP) if name else ""
    return day + source + " " * (name - cells(source))
