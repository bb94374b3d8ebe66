"""`cuttings chronology`: the days that articles mean, in their order."""

from datetime import date
from typing import TYPE_CHECKING

import rich_click as click
from rich.text import Text

from index.errors import UsageError
from index.fulltext.days import HOW_TO_WRITE, read_span
from index.language.calendar import Days
from index.model import Chronology, DatedLine
from tui.cli.articles import short_origin
from tui.cli.json_shapes import chronology_shape
from tui.cli.locate import document_named
from tui.cli.nothing import nothing_found
from tui.cli.opening import left_out, opened, say_empty, say_where, size_of
from tui.cli.options import PATH, WholeNumber, home_option, json_option, paths_argument
from tui.cli.output import FAINT, STRONG, Page, print_json, say
from tui.render.counts import count
from tui.render.cuts import beginning, ending
from tui.render.dates import also_in, days_meant
from tui.render.shown import blanked
from tui.render.wrap import cells

if TYPE_CHECKING:
    from index.library import Library

PIPE_WIDTH = 160
"""Cells of a line in a pipe."""
OUTLET = 24
"""Cells of an outlet's name at most."""
MARK = "bold underline"
"""How a date stands out in its sentence."""


@click.command()
@paths_argument
@click.option("--query", metavar="QUERY", help="Take only articles that match, as cuttings search does.")
@click.option("--file", "file", metavar="FILE", type=PATH, help="Take one article only.")
@click.option(
    "--days", metavar="SPAN", help="Give only what means a day of it: 2025-06, “2025-06-13 to today”."
)
@click.option("--limit", metavar="N", type=WholeNumber(), help="Give at most N dates [all].")
@json_option
@home_option()
def chronology(
    paths: tuple[str, ...],
    query: str | None,
    file: str | None,
    days: str | None,
    limit: int | None,
    as_json: bool,
) -> int:
    """Print the days that articles mean, in their order, each with where and when it was written.

    "On Sunday" in a report of Monday is the day before it. Dates whose days cannot be told
    are counted, and left out.
    """
    if query is not None and file is not None:
        raise UsageError("--query and --file do not go together: choose one.")
    span = _read(days)
    with opened(paths) as (library, report):
        id = document_named(library, file, left_out(library, report)).id if file is not None else None
        first, last = span or (None, None)
        found = library.chronology(query or "", id, first=first, last=last, limit=limit)
        if as_json:
            print_json(chronology_shape(found, first, last))
        else:
            say_where(library)
            _print_lines(library, found)
        if not found.total and not size_of(library):
            say_empty(library, left_out(library, report))
        return 0 if found.total else 1


def _read(days: str | None) -> Days | None:
    if days is None:
        return None
    span = read_span(days)
    if span is None:
        raise UsageError(f"“{days}” is no span of days: {HOW_TO_WRITE}; from one to another with “to”.")
    return span


def _print_lines(library: "Library", found: Chronology) -> None:
    if not found.total:
        _say_nothing(library, found)
        return
    page = Page()
    before = ""
    for line in found.entries:
        meant = days_meant(date.fromisoformat(line.date), date.fromisoformat(line.last), line.granularity)
        if page.is_terminal:
            if meant != before:
                page.line()
                page.line((meant, STRONG))
            page.as_it_is(_laid_out(line, "  ", page.full_width))
        else:
            days = line.date if line.date == line.last else f"{line.date}..{line.last}"
            page.as_it_is(_laid_out(line, f"{days:<22}  ", PIPE_WIDTH))
        before = meant
    if page.is_terminal:
        page.line()
        notes = [f"{len(found.entries):,} shown"] if len(found.entries) < found.total else []
        notes += [f"{found.unknown:,} whose day cannot be told"] if found.unknown else []
        notes += [f"{found.folded:,} folded that copies have, too"] if found.folded else []
        text = f"{count(found.total, 'date')} in {count(found.documents, 'article')}"
        page.line(text, *((f" · {note}", FAINT) for note in notes))


def _laid_out(line: DatedLine, before: str, width: int) -> Text:
    """An entry as one line of at most so many cells, safe for a terminal."""
    published, outlet = short_origin(line.document)
    origin = before + published + beginning(outlet, OUTLET)
    origin += " " * (len(before) + len(published) + OUTLET + 2 - cells(origin))
    also = also_in(line.copies)
    room = max(20, width - cells(origin) - cells(also))
    left, match = blanked(line.left), blanked(line.text)
    if cells(left) > room // 2:
        left = ending(left, room // 2)
    rest = beginning(match + blanked(line.right), room - cells(left)).rstrip()
    return Text.assemble((origin, FAINT), left, (rest[: len(match)], MARK), rest[len(match) :], (also, FAINT))


def _say_nothing(library: "Library", found: Chronology) -> None:
    articles = size_of(library)
    if found.query.strip():
        matching = library.search(found.query, limit=0)
        if not matching.total:
            say(nothing_found(matching, articles))
            return
        articles = matching.total
    if articles:
        unknown = f"; of {count(found.unknown, 'date')} the day cannot be told" if found.unknown else ""
        where = "the article" if found.document else count(articles, "article")
        say(f"no such day is meant in {where}{unknown}")
