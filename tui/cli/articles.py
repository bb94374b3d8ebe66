"""How an article looks among lines for people: where it is from, and text with hits marked."""

import os
from collections.abc import Iterable, Sequence

from rich.text import Text

from index.model import Document
from tui.render.dates import short_date
from tui.render.shown import blanked, shown

DATE = 11
"""Cells of a date: "23 Jun 2025"."""


def marked(text: str, spans: Iterable[tuple[int, int]], base: str, mark: str) -> Text:
    """Give a text as one line, safe for a terminal, with the spans in another style.

    Args:
        text: As it stands in the document.
        spans: Offsets into it.
        base: Style of the whole.
        mark: Style that is laid over the spans.
    """
    line = Text(blanked(text), base)
    for start, end in spans:
        line.stylize(mark, start, end)
    return line


def origin(document: Document, more: Sequence[str] = ()) -> str:
    """Give date and outlet of an article, and more, in one line.

    Args:
        document: The article.
        more: What follows; safe for a terminal already.
    """
    outlet = [shown(document.source)] if document.source else []
    return " · ".join([short_date(document.published), *outlet, *more])


def short_origin(document: Document) -> tuple[str, str]:
    """Give date and outlet of an article for a column; its file's name where no outlet is known."""
    outlet = document.source or os.path.basename(document.path)
    return f"{short_date(document.published):>{DATE}} ", shown(outlet)
