"""What the chronology says."""

from datetime import date
from typing import Final

from index.model import Timeline
from tui.render.counts import count
from tui.render.dates import days_meant
from tui.render.shown import shown

LOOKING: Final = "Looking for dates…"
SPAN: Final = ("Days: 2025-06, “13 June 2025 to today”", "Enter takes them, empty all; Escape does not")
"""What is said while a span of days is being written."""
NO_ARTICLE: Final = "No article is open: these are the dates of the results."
BACK_TO_CHRONOLOGY: Final = "Escape or H goes back to the chronology."


def title(query: str, article: str | None) -> str:
    """Whose dates are shown.

    Args:
        query: The query; empty where all articles are listed.
        article: Title of the article, where they are of one.
    """
    if article is not None:
        return f"Chronology of this article: {shown(article)}"
    return f"Chronology of “{shown(query)}”" if query.strip() else "Chronology of all articles"


def sum_up(timeline: Timeline | None, span: tuple[date, date] | None, *, of_one: bool) -> str:
    """How many dates are shown: "34 dates in 11 articles · 3 without a day · 13–24 June 2025 only"."""
    parts = [LOOKING]
    if timeline is not None:
        parts = [count(len(timeline), "date")]
        if not of_one:
            parts[0] += f" in {count(timeline.documents, 'article')}"
        if timeline.unknown:
            parts.append(f"{timeline.unknown:,} whose day cannot be told")
        if timeline.folded:
            parts.append(f"{timeline.folded:,} of copies folded")
    if span is not None:
        parts.append(f"{days_meant(*span, 'range')} only")
    other = "D: of the results" if of_one else "D: of the article"
    return " · ".join([*parts, other])


def nothing(timeline: Timeline | None, span: tuple[date, date] | None, *, of_one: bool) -> str:
    """Why there are no dates."""
    if timeline is None:
        return "The dates could not be found out."
    where = "in this article" if of_one else "in these articles"
    if span is not None:
        return f"No day of {days_meant(*span, 'range')} is meant {where}.\nl changes the days, or takes all."
    if timeline.unknown:
        return f"What days are meant {where} cannot be told: when it was published is not known."
    return f"No day is named {where}, or they have not been read through yet."


def written(span: tuple[date, date] | None) -> str:
    """A span as it can be written in the field."""
    if span is None:
        return ""
    first, last = (day.isoformat() for day in span)
    return first if first == last else f"{first} to {last}"
