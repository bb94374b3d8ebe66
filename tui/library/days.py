"""Days as one writes them into a field."""

from datetime import date

from index.errors import UsageError
from index.fulltext.days import HOW_TO_WRITE, read_span
from tui.render.shown import shown

DaySpan = tuple[date, date]
"""The first and the last of some days that follow one another."""


def span_written(written: str) -> DaySpan | None:
    """The days that are written in a field, as in a query, or from one to another ("2025-06-13 to today").

    Raises:
        UsageError: they cannot be read.
    """
    if not written.strip():
        return None
    span = read_span(written)
    if span is None:
        raise UsageError(f"“{shown(written)}” is no span of days: {HOW_TO_WRITE}.")
    return span
