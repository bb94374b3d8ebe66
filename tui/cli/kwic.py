"""`cuttings kwic`: every hit in its context, one a line."""

from itertools import pairwise
from typing import TYPE_CHECKING

import rich_click as click

from index.errors import UsageError
from index.model import KWIC_SORTS, Kwic, KwicLine, KwicSort
from tui.cli.concordance import columns_for, laid_out
from tui.cli.json_shapes import kwic_shape
from tui.cli.nothing import nothing_found
from tui.cli.opening import left_out, opened, say_bounded, say_empty, say_where, size_of
from tui.cli.options import WholeNumber, csv_option, home_option, json_option, paths_argument
from tui.cli.output import FAINT, Page, print_json, say
from tui.cli.query_words import QueryCommand, query_argument
from tui.cli.table import print_table
from tui.render.counts import count, of_them

if TYPE_CHECKING:
    from index.library import Library

PIPE_WIDTH = 120
"""Cells of a line in a pipe: aligned for the eye there, too; for fields there are `--csv` and `--json`."""
OF_DOCUMENT = ("id", "path", "title", "source", "published")
OF_HIT = ("field", "passage", "start", "end", "left", "match", "right")
COLUMNS = (*OF_DOCUMENT, *OF_HIT)
"""The first line of the CSV."""


@click.command(cls=QueryCommand)
@query_argument
@paths_argument
@click.option("--limit", metavar="N", type=WholeNumber(), help="Give at most N hits [all].")
@click.option(
    "--sort",
    metavar="ORDER",
    type=click.Choice(KWIC_SORTS),
    default="relevance",
    help="Order them by relevance, date, source, or the words to their left or right [relevance].",
)
@csv_option
@json_option
@home_option()
def kwic(
    query: str, paths: tuple[str, ...], limit: int | None, sort: KwicSort, as_csv: bool, as_json: bool
) -> int:
    """Print every hit in its context, one a line.

    The hits stand below each other, and before them where they are from: a terminal shows
    it once an article, a pipe in every line. The hits of an article are together, those in
    its title first, unless they are sorted by the word at their left or right. How a query
    is written says the help of cuttings search.
    """
    if as_csv and as_json:
        raise UsageError("--csv and --json are two forms of the same: choose one.")
    with opened(paths) as (library, report):
        found = library.kwic(query, limit, sort)
        say_bounded(found.bounded)
        if as_json:
            print_json(kwic_shape(found))
        elif as_csv:
            print_table(COLUMNS, map(_row, found.lines))
        else:
            say_where(library)
            _print_lines(library, found)
        if not found.total and not size_of(library):
            say_empty(library, left_out(library, report))
        return 0 if found.total else 1


def _row(line: KwicLine) -> tuple[object, ...]:
    of_document = (getattr(line.document, name) for name in OF_DOCUMENT)
    return *of_document, *(getattr(line, name) for name in OF_HIT)


def _print_lines(library: "Library", found: Kwic) -> None:
    if not found.total:
        _say_nothing(library, found.query)
        return
    page = Page()
    columns = columns_for(found.lines, page.full_width if page.is_terminal else PIPE_WIDTH)
    ids = [None, *(line.document.id for line in found.lines)]
    for line, (previous, id) in zip(found.lines, pairwise(ids), strict=True):
        page.as_it_is(laid_out(line, columns, with_origin=id != previous or not page.is_terminal))
    if page.is_terminal:  # in a pipe, every line is a hit
        _print_summary(page, library, found)


def _print_summary(page: Page, library: "Library", found: Kwic) -> None:
    numbers = library.search(found.query, limit=0)
    text = f"{count(found.total, 'hit')} in {numbers.total:,} of {count(size_of(library), 'article')}"
    text += of_them(library.copies_among(found.query))
    notes = [f"{len(found.lines):,} shown"] if len(found.lines) < found.total else []
    notes += [f"{numbers.undated:,} undated left out"] if numbers.undated else []
    page.line()
    page.line(text, *((f" · {note}", FAINT) for note in notes))


def _say_nothing(library: "Library", query: str) -> None:
    articles = size_of(library)
    found = library.search(query, limit=0)
    if found.total:
        matching = "1 article matches" if found.total == 1 else f"{found.total:,} articles match"
        say(f"{matching}, but the query has no word to find in them; cuttings search lists them.")
    elif articles:
        say(nothing_found(found, articles))
