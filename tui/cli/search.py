"""`cuttings search`: which articles match, and where."""

from collections.abc import Iterator
from dataclasses import astuple
from typing import TYPE_CHECKING

import rich_click as click

from index.errors import NotInLibrary, UsageError
from index.model import SORTS, Document, Result, SearchResults, Sort
from tui.cli.articles import marked, origin
from tui.cli.json_shapes import search_shape
from tui.cli.nothing import nothing_found, say_doubts, say_nothing
from tui.cli.opening import left_out, opened, say_bounded, say_empty, say_where, size_of
from tui.cli.options import WholeNumber, csv_option, home_option, json_option, paths_argument
from tui.cli.output import FAINT, HIT, STRONG, Page, near, print_json, print_paths, say
from tui.cli.query_words import QueryCommand, query_argument
from tui.cli.table import print_table
from tui.render.counts import count, of_them

if TYPE_CHECKING:
    from index.library import Library

LIMIT = 20
"""Results a page has unless the user says otherwise."""
AT_ONCE = 1000
"""Articles read from the catalog at a time."""
COLUMNS = (*Document.__dataclass_fields__, "hits")
"""The first line of the CSV."""


@click.command(cls=QueryCommand)
@query_argument
@paths_argument
@click.option(
    "--limit",
    metavar="N",
    type=WholeNumber(),
    help=f"Give at most N articles [{LIMIT}; all with -l, -0 or --csv].",
)
@click.option("--offset", metavar="N", type=WholeNumber(), default=0, help="Leave out the first N.")
@click.option(
    "--sort",
    metavar="ORDER",
    type=click.Choice(SORTS),
    default="relevance",
    help=f"Order them by {', '.join(SORTS[:-1])} or {SORTS[-1]} [{SORTS[0]}].",
)
@click.option("-l", "only_paths", is_flag=True, help="Print only paths, a line each.")
@click.option("-0", "nul", is_flag=True, help="Print only paths, NUL after each (for xargs -0).")
@csv_option
@json_option
@home_option()
def search(
    query: str,
    paths: tuple[str, ...],
    limit: int | None,
    offset: int,
    sort: Sort,
    only_paths: bool,
    nul: bool,
    as_csv: bool,
    as_json: bool,
) -> int:
    """Find the articles that match, and the places that make them match.

    A query of several words goes into quotes, and all of them have to occur:
    cuttings search 'trump fordow'. There is also "a phrase", OR, NOT or a minus before a
    word, "near words"~5, nuclea* and nucl?ar, nuclaer~ for words nearly so, /a regular
    expression/, title:word, source:name, person:name, after:2025-06-20, before:2025-07-01.

    A query may begin with a minus; one that is spelt like an option goes after --.

    In a pipe, -l and -0 give the names of files byte for byte. A name may hold a line end:
    with -0 and xargs -0 that does no harm. On a terminal, names are made safe to look at.
    """
    if sum((as_json, as_csv, only_paths, nul)) > 1:
        raise UsageError("-l, -0, --csv and --json are forms of the same results: choose one.")
    with opened(paths) as (library, report):
        if only_paths or nul or as_csv:
            page = slice(offset, None if limit is None else offset + limit)
            matching, found = _documents(library, query, sort, page)
            if as_csv:
                print_table(COLUMNS, ((*astuple(document), hits) for document, hits in found))
            else:
                print_paths((document.path for document, _ in found), b"\0" if nul else b"\n")
            if not matching and (articles := size_of(library)):
                say_nothing(library, query, articles)
        else:
            results = library.search(query, LIMIT if limit is None else limit, offset, sort)
            matching = results.total
            say_bounded(results.bounded)
            if as_json:
                copied = library.copied([one.document.id for one in results.results])
                print_json(search_shape(results, library.copies_among(query), copied))
            else:
                say_where(library)
                _print_results(library, results, offset)
        if not matching and not size_of(library):
            say_empty(library, left_out(library, report))
        return 0 if matching else 1


def _documents(
    library: "Library", query: str, sort: Sort, page: slice
) -> tuple[int, Iterator[tuple[Document, int]]]:
    """Give how many articles match in all, and those of a page with the number of their hits."""
    listing = library.list(query, sort)
    say_bounded(listing.bounded)
    keys, hits = listing.keys[page], listing.hits[page]

    def found() -> Iterator[tuple[Document, int]]:
        for first in range(0, len(keys), AT_ONCE):
            some = keys[first : first + AT_ONCE]
            known = library.documents_with(some)
            for key, number in zip(some, hits[first : first + AT_ONCE], strict=True):
                if key in known:  # another process may have removed it since the index was read
                    yield known[key], number

    return len(listing.keys), found()


def _print_results(library: "Library", found: SearchResults, offset: int) -> None:
    articles = size_of(library)
    if not found.total:
        if articles:
            say(nothing_found(found, articles))
        return
    page = Page()
    for result in found.results:
        _print_result(page, library, result)
    page.line(*_summary(found, articles, offset, library.copies_among(found.query)))
    say_doubts(found.explanation)


def _print_result(page: Page, library: "Library", result: Result) -> None:
    document = result.document
    page.line(marked(document.title, result.title_spans, STRONG, f"{HIT} underline"))
    hits = [count(result.hits, "hit")] if result.hits else []
    page.parts(origin(document, hits), near(document.path))
    whole = _passages(library, result)
    for snippet in result.snippets:
        text = marked(snippet.text, snippet.spans, "", HIT)
        start, end = whole.get(snippet.passage, (snippet.start, snippet.end))
        before = "…" if snippet.start > start else ""
        after = "…" if snippet.end < end else ""
        page.line(before, text, after, gutter=(f"{snippet.passage:>5}  ", FAINT))
    page.line()


def _passages(library: "Library", result: Result) -> dict[int, tuple[int, int]]:
    """Give where the passages begin and end from which the snippets are cut."""
    try:
        article = library.document(result.document.id)
    except NotInLibrary:  # removed by another process meanwhile
        return {}
    return {passage.number: (passage.start, passage.end) for passage in article.passages}


def _summary(found: SearchResults, articles: int, offset: int, copies: int) -> list[str | tuple[str, str]]:
    numbers = f"{found.total:,} of {count(articles, 'article')}"
    if found.hits_total:
        numbers = f"{count(found.hits_total, 'hit')} in {numbers}"
    numbers += of_them(copies)
    notes = []
    here = len(found.results)
    if here < found.total:
        notes.append(f"{offset + 1:,}–{offset + here:,} shown" if here else "none shown")
        if here and offset + here < found.total:
            notes.append(f"--offset {offset + here} for more")
    if found.undated:
        notes.append(f"{found.undated:,} undated left out")
    return [numbers, *((f" · {note}", FAINT) for note in notes)]
