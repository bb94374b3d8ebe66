"""The only way from the app to the library: what its workers run, off the screen's thread.

Each method of `Desk` may take long and touches no widget; it gives frozen values or messages.
"""

from tui.library.articles import Articles
from tui.library.days import DaySpan, span_written
from tui.library.finding import Finding
from tui.library.names import Names

__all__ = ["DaySpan", "Desk", "span_written"]


class Desk(Finding, Articles, Names):
    """Asks the library on behalf of the screens."""
